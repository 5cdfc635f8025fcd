import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printGeneral as printedByReader } from "../../analysis/files/reading/number-format.ts";
import { needsApostrophe } from "./cell-input.ts";
import { dateSystemOf } from "./date-system.ts";
import { areaOfAddress } from "./excel-range.ts";
import { printGeneral } from "./general-number.ts";
import { editsBetween } from "./meanwhile.ts";

describe("a number in General", () => {
  it("is printed as the file reader prints it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.double({ min: -1e12, max: 1e12, noNaN: true }),
          fc.integer(),
        ),
        (value) => {
          expect(printGeneral(value)).toBe(printedByReader(value));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("the days that a workbook counts from", () => {
  it("are told by the years that Excel shows", () => {
    expect(dateSystemOf([{ serial: 44_196, text: "1/1/2025" }])).toBe("1904");
    expect(dateSystemOf([{ serial: 45_658, text: "1/1/2025" }])).toBe("1900");
    expect(dateSystemOf([{ serial: 44_196, text: "1-Jan-25" }])).toBeNull();
  });
});

it("words are written as they are, all else behind an apostrophe", () => {
  expect(["approved", "Blue Cross", "n/a", ""].filter(needsApostrophe)).toEqual([]);
  expect(["=1", "+1", "-x", "@x", "'x", "1/2", "Mar 5", "true", " 5", "$5", "5%", "(3)"].every(needsApostrophe)).toBe(
    true,
  );
});

it("addresses are read with and without sheet, dollars and rows", () => {
  expect(areaOfAddress("'Payer''s list'!$B$2:$D$9")).toEqual({ top: 2, left: 2, bottom: 9, right: 4 });
  expect(areaOfAddress("AA3")).toEqual({ top: 3, left: 27, bottom: 3, right: 27 });
  expect(areaOfAddress("A:B")).toEqual({ top: 1, left: 1, bottom: 1_048_576, right: 2 });
});

it("edits are told by the row's key, and rows that moved are no edits", () => {
  const before = [
    ["P-1", "a"],
    ["P-1", "b"],
  ];
  expect(
    editsBetween(
      before,
      [
        ["P-1", "a"],
        ["P-1", "c"],
      ],
      [0, 1],
    ),
  ).toEqual([{ key: "P-1\n2", column: 1, value: "c" }]);
  expect(editsBetween(before, [["P-1", "a"]], [0, 1])).toBeNull();
  expect(
    editsBetween(
      before,
      [
        ["P-1", "a"],
        ["P-2", "b"],
      ],
      [0, 1],
    ),
  ).toBeNull();
});
