import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeSheetName, sheetNameFrom } from "./sheet-name.ts";
import { fixedReference, overlap, parseArea, parseReference, parseReferences, retarget } from "./sheet-reference.ts";

const sheetName = fc
  .string({ minLength: 1, maxLength: 31, unit: "grapheme" })
  .filter((name) => name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name));
const area = fc
  .tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 16_384 }), fc.nat(99), fc.nat(30))
  .map(([top, left, rows, columns]) => ({ top, left, bottom: top + rows, right: Math.min(16_384, left + columns) }));

describe("references to cells", () => {
  it("are read back the same, whatever the sheet is called", () => {
    fc.assert(
      fc.property(sheetName, area, (sheet, cells) => {
        expect(parseReference(fixedReference(sheet, cells))).toEqual({ sheet, area: cells });
      }),
    );
  });

  it("to other workbooks, deleted cells, whole rows and several areas are no place of ours", () => {
    for (const text of [
      "[1]Start!$A$1",
      "'[b.xlsx]Start'!$A$1",
      "#REF!$A$1",
      "Start!#REF!",
      "Start!$1:$1",
      "Start!$A$1,Start!$B$2",
      "5",
    ]) {
      expect(parseReference(text)).toBeNull();
    }
    expect(parseReference("Start!$A$1:$B$2")?.sheet).toBe("Start");
  });

  it("may be several areas of one sheet", () => {
    fc.assert(
      fc.property(sheetName, fc.array(area, { minLength: 1 }), (sheet, areas) => {
        const text = areas.map((cells) => fixedReference(sheet, cells)).join(",");
        expect(parseReferences(text)).toEqual({ sheet, areas });
      }),
    );
    expect(parseReferences("Start!$A$1,Other!$A$1")).toBeNull();
    expect(parseReferences("#REF!$A$1")).toBeNull();
    expect(parseReferences("[1]Start!$A$1")).toBeNull();
    expect(parseReferences("Start!#REF!,Start!$B$2,#REF!")).toEqual({ sheet: "Start", areas: [parseArea("B2")] });
    expect(parseReferences("'My list'!#REF!")).toEqual({ sheet: "My list", areas: [] });
  });

  it("follow a sheet to its other name, but not inside text", () => {
    const names = new Map([["start", "Start (2)"]]);
    expect(retarget("Start!A1&\"Start!\"&'start'!B2&Starter!A1", names)).toBe(
      "'Start (2)'!A1&\"Start!\"&'Start (2)'!B2&Starter!A1",
    );
  });

  it("overlap where they share a cell", () => {
    const a = parseArea("B2:D4");
    const b = parseArea("D4:E9");
    const c = parseArea("E5");
    expect(a && b && overlap(a, b)).toBe(true);
    expect(a && c && overlap(a, c)).toBe(false);
  });
});

describe("names of sheets", () => {
  it("are never taken twice, and never too long", () => {
    expect(freeSheetName("Cases", ["CASES", "cases (2)"])).toBe("Cases (3)");
    expect(freeSheetName("A".repeat(31), ["a".repeat(31)])).toBe(`${"A".repeat(27)} (2)`);
  });

  it("come from any file's name", () => {
    expect(sheetNameFrom("2025/26 [SCA] log.csv")).toBe("2025 26 SCA log");
    expect(sheetNameFrom("???.csv")).toBe("Tracker");
    expect(sheetNameFrom("'quoted'.txt")).toBe("quoted");
  });
});
