import { describe, expect, it } from "vitest";
import { dotsAsSlashes } from "./dotted-days.ts";

describe("days written with a full stop", () => {
  it("are read as the whole cell of a date column", () => {
    expect(dotsAsSlashes("7.25", true)).toBe("7/25");
    expect(dotsAsSlashes("7.25", false)).toBe("7.25");
    expect(dotsAsSlashes("45.50", true)).toBe("45.50");
  });

  it("are read behind a word of asking or answering, never where they are figures", () => {
    expect(dotsAsSlashes("NO 4.21 - no benefit", false)).toBe("NO 4/21 - no benefit");
    expect(dotsAsSlashes("ok 1.4x Medicare", false)).toBe("ok 1.4x Medicare");
    expect(dotsAsSlashes("approved 1.5 hrs", false)).toBe("approved 1.5 hrs");
  });
});
