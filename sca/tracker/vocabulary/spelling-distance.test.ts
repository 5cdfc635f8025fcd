import { describe, expect, it } from "vitest";
import { editsAllowed, nearestWord, spellingDistance } from "./spelling-distance.ts";

describe("spelling distance", () => {
  it("counts a letter more, less, other, and two swapped as one edit each", () => {
    expect(spellingDistance("aetna", "aetnna")).toBe(1);
    expect(spellingDistance("pendng", "pending")).toBe(1);
    expect(spellingDistance("premara", "premera")).toBe(1);
    expect(spellingDistance("apporved", "approved")).toBe(1);
    expect(spellingDistance("untied", "united")).toBe(1);
  });

  it("stops counting past its limit", () => {
    expect(spellingDistance("approved", "denied", 2)).toBe(3);
    expect(spellingDistance("a", "approved", 2)).toBe(3);
  });

  it("forgives nothing in short words and two slips in long ones", () => {
    expect([4, 5, 9, 10].map(editsAllowed)).toEqual([0, 1, 1, 2]);
  });

  it("names no word when two are as near", () => {
    expect(nearestWord("deniel", ["denies", "denied"])).toBeNull();
    expect(nearestWord("witdrawn", ["withdrawn", "pending"])).toBe("withdrawn");
  });
});
