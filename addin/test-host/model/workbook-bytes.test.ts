import { expect, it } from "vitest";
import { readLedgerContent } from "../../../analysis/files/reading/ledger-content.ts";
import { trackerFromBytes } from "../../../analysis/files/reading/read-tracker.ts";
import { excelClient } from "../client/node-client.ts";
import { seedWorkbook } from "./seed-workbook.ts";
import { workbookBytes } from "./workbook-bytes.ts";
import { workbookContent } from "./workbook-content.ts";

async function writtenWorkbook() {
  const at = excelClient(
    seedWorkbook([
      {
        name: "Log & more",
        rows: [
          ["Payer", "Rate"],
          ["<Acme>", 120],
          ["00123", 95.5],
        ],
      },
    ]),
  );
  await at.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Log & more");
    const table = sheet.tables.add("A1:B3", true);
    table.name = "Lines";
    table.columns.add(undefined, [["Double"], ["=[@Rate]*2"], ["=[@Rate]*2"]]);
    sheet.getRange("A1:A3").format.fill.color = "#FFF2CC";
    context.workbook.names.add("Total", sheet.getRange("F1"));
    sheet.getRange("F1").formulas = [["=SUM(Lines[Double])"]];
    await context.sync();
  });
  return at.workbook;
}

it("a workbook is told as plain data, formulas in the file form", async () => {
  const { sheets, tables, names } = workbookContent(await writtenWorkbook());
  expect(tables).toEqual([
    {
      name: "Lines",
      sheet: "Log & more",
      area: "A1:C3",
      headings: ["Payer", "Rate", "Double"],
      rows: [
        [{ value: "<Acme>" }, { value: 120 }, { formula: "Lines[[#This Row],[Rate]]*2" }],
        [{ value: "00123" }, { value: 95.5 }, { formula: "Lines[[#This Row],[Rate]]*2" }],
      ],
      calculated: new Map([["Double", "Lines[[#This Row],[Rate]]*2"]]),
    },
  ]);
  expect(names).toEqual(new Map([["Total", "'Log & more'!$F$1"]]));
  expect(sheets[0]?.cells.get("F1")).toEqual({ formula: "SUM(Lines[Double])" });
  expect(sheets[0]?.looks.get("A2")).toEqual(new Map([["fill.color", "#FFF2CC"]]));
});

it("the file of a workbook reads as the workbook, by our own reader", async () => {
  const bytes = workbookBytes(await writtenWorkbook());
  const { grids } = trackerFromBytes(bytes, "host.xlsx");
  expect(grids[0]?.sheet).toBe("Log & more");
  expect(grids[0]?.rows[1]?.cells.map(({ text, formula }) => formula ?? text)).toEqual([
    "<Acme>",
    "120",
    "Lines[[#This Row],[Rate]]*2",
  ]);
  expect(readLedgerContent(bytes)?.tables.get("Lines")?.headings).toEqual(["Payer", "Rate", "Double"]);
});
