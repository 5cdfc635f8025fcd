import { expect, it } from "vitest";
import type { SheetListing } from "../../excel/excel-workbook.ts";
import { chosenSheets, sheetChoices } from "./sheet-choice.ts";

const sheet = (name: string, facts: Partial<SheetListing> = {}): SheetListing => ({
  ...{ name, isHidden: false, isOurs: false, rows: 9, columns: 4 },
  ...facts,
});

it("the ledger's own sheets and empty ones are not offered; hidden ones are, unchosen", () => {
  const choices = sheetChoices(
    [sheet("Log"), sheet("Old", { isHidden: true }), sheet("Cases", { isOurs: true }), sheet("Blank", { rows: 0 })],
    null,
  );
  expect(choices.map(({ name, isChosen }) => [name, isChosen])).toEqual([
    ["Log", true],
    ["Old", false],
  ]);
});

it("where there is a ledger, the sheets that it was made of are chosen, hidden or not", () => {
  const headings = {
    name: "TrackerHeadings",
    sheet: "Tracker map",
    headings: ["Sheet", "Cell"],
    rows: [["Old", "A1"]],
  };
  const ledger = { tables: new Map([["TrackerHeadings", headings]]), named: new Map() };
  expect(chosenSheets(sheetChoices([sheet("Log"), sheet("Old", { isHidden: true })], ledger))).toEqual(["Old"]);
  expect(chosenSheets(sheetChoices([sheet("Log")], ledger))).toEqual(["Log"]);
});
