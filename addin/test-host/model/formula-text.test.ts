import { describe, expect, it } from "vitest";
import {
  fileForm,
  isAccepted,
  shownForm,
  withCellsShifted,
  withColumnRenamed,
  withSheetGone,
  withSheetRenamed,
  withTableGone,
  withTableRenamed,
} from "./formula-text.ts";

const SCOPE = {
  columnsOf: (table: string) => (table === "Lines" ? ["Rate", "Days left"] : null),
  hasSheet: (name: string) => name === "Cases",
  ownTable: "Lines",
};

it.each([
  ["=[@Rate]*2", "=Lines[[#This Row],[Rate]]*2"],
  ["=[@[Days left]]", "=Lines[[#This Row],[Days left]]"],
  ["=SUM(Lines[Rate])", "=SUM(Lines[Rate])"],
  ['=IF([@Rate]="[@Rate]",1,2)', '=IF(Lines[[#This Row],[Rate]]="[@Rate]",1,2)'],
])("%s is kept in the file as %s, and shown as it was", (shown, kept) => {
  expect(fileForm(shown, "Lines")).toBe(kept);
  expect(shownForm(kept, "Lines")).toBe(shown);
});

it("a row of another table is shown with that table's name", () => {
  expect(shownForm("=Cases[[#This Row],[Rate]]", "Lines")).toBe("=Cases[@Rate]");
});

describe("Excel takes", () => {
  it.each([
    "=1+1",
    "=Lines[[#This Row],[Rate]]",
    "=SUM(Lines[[Rate]:[Days left]])",
    "='Cases'!A1",
    '="("&A1',
    "=Lines[#All]",
    "=AsOf-1",
  ])("%s", (formula) => expect(isAccepted(formula, SCOPE)).toBe(true));
});

describe("Excel refuses", () => {
  it.each(["=SUM(A1", "=1+", '="a', "=Nope[Rate]", "=Lines[Nope]", "=Missing!A1", "=(1))", `=${"1+".repeat(5000)}1`])(
    "%s",
    (formula) => expect(isAccepted(formula, SCOPE)).toBe(false),
  );
});

it("follows what gets another name or goes away", () => {
  const formula = '=SUM(Lines[Rate])+Lines[[#This Row],[Rate]]+COUNTA(Other[Lines])&"Lines"';
  expect(withTableRenamed(formula, "Lines", "Rows_")).toBe(
    '=SUM(Rows_[Rate])+Rows_[[#This Row],[Rate]]+COUNTA(Other[Lines])&"Lines"',
  );
  expect(withColumnRenamed(formula, "Lines", "Rate", "Price")).toBe(
    '=SUM(Lines[Price])+Lines[[#This Row],[Price]]+COUNTA(Other[Lines])&"Lines"',
  );
  expect(withTableGone("=SUM(Lines[Rate])+1", "Lines")).toBe("=SUM(#REF!)+1");
  expect(withSheetRenamed("=Cases!A1+'Old log'!B2", "Old log", "Log")).toBe("=Cases!A1+Log!B2");
  expect(withSheetGone("='Old log'!B2+1", "Old log")).toBe("=#REF!B2+1");
});

it("follows cells that move, with their $, and leaves names, text and headings alone", () => {
  const down = { kind: "insert", along: "rows", area: { row: 1, column: 0, rows: 2, columns: 16_384 } } as const;
  const move = (formula: string) => withCellsShifted(formula, "Log", down, "Log");
  expect(move("=A1+$B$2+SUM(C2:C9)+Other!A5")).toBe("=A1+$B$4+SUM(C4:C11)+Other!A5");
  expect(move('=Lines[Q2]&"A5"&LOG10(A5)')).toBe('=Lines[Q2]&"A5"&LOG10(A7)');
  const gone = { ...down, kind: "delete" } as const;
  expect(withCellsShifted("=A2+A9", "Log", gone, "Log")).toBe("=#REF!+A7");
});
