import { describe, expect, it } from "vitest";
import { codesInHeadings, endingHeading, listedCodes } from "./listed-codes.ts";

describe("headings that list codes", () => {
  const family = codesInHeadings(["Client", "Units 97153", "..55", "Rate"]);

  it("name whole codes", () => {
    expect(family).toEqual(["97153"]);
    expect(listedCodes("Rate 90834 / 90837", [])?.codes).toEqual(["90834", "90837"]);
  });

  it("name the ends of codes that the table names whole", () => {
    expect(endingHeading("..55", family)).toBe("97155");
    expect(listedCodes("$ (53/55/56)", family)).toEqual({ codes: ["97153", "97155", "97156"], text: "$" });
  });

  it("list nothing where the numbers are no ends of codes", () => {
    expect(listedCodes("Visits 12/24", [])).toBeNull();
    expect(endingHeading("55", [])).toBeNull();
  });
});
