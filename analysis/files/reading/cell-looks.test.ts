import { describe, expect, it } from "vitest";
import { columnLetters } from "../../../sca/tracker/grid.ts";
import { areaOf, placeOf } from "./cell-address.ts";
import { EXCEL_PALETTE, OFFICE_THEME, resolveColour, tinted } from "./cell-colour.ts";
import { moveFormula } from "./shared-formula.ts";

describe("a colour", () => {
  const palette = { theme: OFFICE_THEME, indexed: EXCEL_PALETTE };

  it("is what Excel shows for a theme colour with a tint", () => {
    // The five shades that Excel 2007 offers below Accent 1.
    expect([0.7999, 0.5999, 0.3999, -0.2499, -0.4999].map((tint) => tinted("4F81BD", tint))).toEqual([
      "DCE6F2",
      "B9CDE5",
      "95B3D7",
      "376092",
      "254061",
    ]);
    expect(tinted("FFFFFF", -0.15)).toBe("D9D9D9");
    expect(resolveColour({ theme: "0", tint: "-0.35" }, palette)).toBe("A6A6A6");
  });

  it("may be written out, by palette number, or left to the program", () => {
    expect(resolveColour({ rgb: "FFffeb9c" }, palette)).toBe("FFEB9C");
    expect(resolveColour({ rgb: "00C6EFCE" }, palette)).toBe("C6EFCE");
    expect(resolveColour({ indexed: "42" }, palette)).toBe("CCFFCC");
    expect(resolveColour({ auto: "1" }, palette)).toBeNull();
    expect(resolveColour({ rgb: "red" }, palette)).toBeNull();
  });

  it("stands in the palette of 64", () => {
    expect(EXCEL_PALETTE).toHaveLength(64);
    expect([EXCEL_PALETTE[8], EXCEL_PALETTE[13], EXCEL_PALETTE[63]]).toEqual(["000000", "FFFF00", "333333"]);
  });
});

describe("an address", () => {
  it("is a place on a sheet", () => {
    expect(placeOf("XFD1048576")).toEqual({ row: 1_048_576, column: 16_384 });
    expect(placeOf("$C$14")).toEqual({ row: 14, column: 3 });
    for (const none of ["XFE1", "A1048577", "A-1", "A 1"]) expect(placeOf(none)).toEqual({ row: 0, column: 0 });
    for (const column of [1, 26, 27, 702, 703, 16_384])
      expect(placeOf(`${columnLetters(column)}9`).column).toBe(column);
  });

  it("or an area of it", () => {
    expect(areaOf("B2:A1")).toEqual({ top: 1, left: 1, bottom: 2, right: 2 });
    expect(areaOf("C3")).toEqual({ top: 3, left: 3, bottom: 3, right: 3 });
    for (const none of ["", "A:B", "A1:", "ZZZZ1"]) expect(areaOf(none)).toBeNull();
  });
});

describe("a formula that several cells share", () => {
  it.each([
    ["B2*$C$1", "C5*$C$1"],
    ["SUM(B$2:B2)/LOG10(A1)", "SUM(C$2:C5)/LOG10(B4)"],
    ["'Q1 2025'!A1&\"A1\"&Sheet1!$B2", "'Q1 2025'!B4&\"A1\"&Sheet1!$B5"],
    ["VLOOKUP(A1,$D:$E,2,0)+SUM(B:B)+SUM(3:3)", "VLOOKUP(B4,$D:$E,2,0)+SUM(C:C)+SUM(6:6)"],
    ["Table1[[#This Row],[A1]]*Rate2", "Table1[[#This Row],[A1]]*Rate2"],
  ])("moves %s three rows down and one column on", (formula, moved) => {
    expect(moveFormula(formula, 3, 1)).toBe(moved);
  });
});
