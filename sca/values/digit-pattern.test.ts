import { describe, expect, it } from "vitest";
import { printDigits } from "./digit-pattern.ts";

describe("optional digits", () => {
  it("are shown when they are there", () => {
    expect(printDigits("#,##0.0##", 1234.5)).toBe("1,234.5");
    expect(printDigits("#,##0.0##", 1234.5678)).toBe("1,234.568");
    expect(printDigits("0.0#;(0.0#);-", -2.25)).toBe("(2.25)");
    expect(printDigits('0.0#"x"', -2.25)).toBe("-2.25x");
    expect(printDigits("0.0##%", 1.4)).toBe("140.0%");
  });

  it("are not guessed where the format holds more", () => {
    expect(printDigits("yyyy", 1)).toBeNull();
    expect(printDigits("# ?/?", 1.5)).toBeNull();
  });
});
