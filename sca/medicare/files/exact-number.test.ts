import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printWhole, wholeOf } from "./exact-number.ts";

describe("a printed number", () => {
  it.each([
    ["0", 2, 0],
    ["0.00", 2, 0],
    [".50", 2, 50],
    ["1.3", 2, 130],
    ["1,234.00", 2, 123400],
    ["12.", 2, 1200],
    ["0.8690", 3, 869],
    ["32.3465", 4, 323465],
  ])("is whole by its digits: %s", (text, places, expected) => {
    expect(wholeOf(text, places)).toBe(expected);
  });

  it.each([
    "",
    ".",
    "-1",
    "+1",
    "1e3",
    "1.2.3",
    "1,23",
    "12,34.00",
    "1 0",
    "NA",
    "1.005",
    "$1",
    "0x10",
    "1234567890123",
  ])("is none: %s", (text) => {
    expect(wholeOf(text, 2)).toBeNull();
  });

  it("reads back as it was printed", () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.integer({ min: 1, max: 4 }), (whole, places) => {
        expect(wholeOf(printWhole(whole, places), places)).toBe(whole);
      }),
    );
  });
});
