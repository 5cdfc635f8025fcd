import { describe, expect, it } from "vitest";
import { seedWorkbook } from "../model/seed-workbook.ts";
import { excelClient } from "./node-client.ts";
import { takeUnmodelled } from "./unmodelled.ts";

const LOG = {
  name: "Log",
  rows: [
    ["Client", "Payer", "Rate"],
    ["A. Ng", "Acme", 120],
    ["B. Li", "Beta", 95.5],
  ],
};

function client() {
  return excelClient(seedWorkbook([LOG]));
}

describe("what is not modelled fails loudly", () => {
  it.each<[string, (sheet: Excel.Worksheet) => unknown]>([
    ["NotModelled: Range.merge()", (sheet) => sheet.getRange("A1:B2").merge()],
    ["NotModelled: Range.left", (sheet) => sheet.getRange("A1:B2").load("left")],
    [
      "NotModelled: Worksheet.standardWidth = …",
      (sheet) => {
        sheet.standardWidth = 20;
      },
    ],
    ["NotModelled: Worksheet.shapes", (sheet) => sheet.shapes.load("items")],
    ["NotModelled: Worksheet._RegisterFormatChangedEvent()", (sheet) => sheet.onFormatChanged.add(async () => {})],
  ])("%s", async (message, use) => {
    const { Excel } = client();
    const used = Excel.run(async (context) => {
      use(context.workbook.worksheets.getItem("Log"));
      await context.sync();
    });
    await expect(used).rejects.toMatchObject({ code: "NotModelled", message });
    expect(takeUnmodelled()).toEqual([message]);
  });

  it("the value of a formula that nobody computed; its text is there", async () => {
    const { Excel, user, workbook } = client();
    const read = (what: "values" | "formulas") =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Log").getRange("D2");
        range.formulas = [["=SUM(C2:C3)"]];
        range.load(what);
        await context.sync();
        return range[what];
      });
    expect(await read("formulas")).toEqual([["=SUM(C2:C3)"]]);
    await expect(read("values")).rejects.toMatchObject({ code: "NotModelled" });
    expect(takeUnmodelled()).toEqual([expect.stringContaining("the value of Log!D2 (=SUM(C2:C3))")]);
    user.compute("Log", "D2", 215.5);
    expect(workbook.sheet("Log")?.cells.at(1, 3)?.value).toBe(215.5);
    workbook.evaluate = ({ formula }) => (formula === "=SUM(C2:C3)" ? 215.5 : undefined);
    expect(await read("values")).toEqual([[215.5]]);
  });
});
