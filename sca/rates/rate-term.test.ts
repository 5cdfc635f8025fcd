import { describe, expect, it } from "vitest";
import { isRefusal, termFromParts } from "./rate-term.ts";

describe("a rate in cells of its own", () => {
  it("is refused for the same reasons as in words", () => {
    const reasonOf = (...given: Parameters<typeof termFromParts>) => {
      const read = termFromParts(...given);
      return isRefusal(read) ? read.reason : read.model;
    };
    expect(reasonOf("percentOfMedicare", 140, null)).toBe("percentOfMedicare");
    expect(reasonOf("percentOfMedicare", 1.4, null)).toBe("percent-as-multiple");
    expect(reasonOf("percentOfMedicare", 14_000, null)).toBe("percent-too-large");
    expect(reasonOf("perUnit", 162.5, null)).toBe("unit-basis-missing");
    expect(reasonOf("perUnit", 162.5, "session")).toBe("perUnit");
    expect(reasonOf("perDiem", -400, null)).toBe("rate-negative");
    expect(reasonOf("perDiem", 0, null)).toBe("rate-zero");
    expect(reasonOf("perDiem", "four hundred", null)).toBe("rate-unreadable");
    expect(reasonOf("perDiem", Number.NaN, null)).toBe("rate-unreadable");
    expect(reasonOf("perDiem", null, null)).toBe("rate-missing");
    expect(reasonOf("caseRate", 45_000, null)).toBe("caseRate");
  });
});
