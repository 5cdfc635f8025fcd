import { describe, expect, it } from "vitest";
import { excelClient } from "../client/node-client.ts";
import { seedWorkbook } from "../model/seed-workbook.ts";

function client() {
  return excelClient(
    seedWorkbook([
      {
        name: "Log",
        rows: [
          ["Client", "From", "Rate"],
          ["00123", { day: "2026-03-14" }, { value: 1250, numberFormat: '"$"#,##0.00' }],
          [{ value: "B. Li", looks: { "fill.color": "#FFFF00", "font.strikethrough": true } }, null, { value: "#N/A" }],
        ],
      },
    ]),
  );
}

/** Does something on the sheet and gives what `read` finds after one sync. */
function onLog<Read>({ Excel }: ReturnType<typeof client>, use: (sheet: Excel.Worksheet) => () => Read): Promise<Read> {
  return Excel.run(async (context) => {
    const read = use(context.workbook.worksheets.getItem("Log"));
    await context.sync();
    return read();
  });
}

describe("validations, conditional formats, charts", () => {
  it("are kept and given back", async () => {
    const read = await onLog(client(), (sheet) => {
      const validation = sheet.getRange("B2:B9").dataValidation;
      validation.rule = { date: { formula1: "1/1/1900", operator: "GreaterThan" } };
      validation.errorAlert = { message: "Enter a date.", showAlert: true, style: "Stop", title: "From" };
      validation.load("rule,type,ignoreBlanks");
      const first = sheet.getRange("C2:C9").conditionalFormats.add("Custom");
      const formats = sheet.getRange("C2:C9").conditionalFormats;
      const second = formats.add("Custom");
      second.custom.format.fill.color = "#FFDAD6";
      first.load("priority");
      formats.load("items/type,items/priority");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"), "Columns");
      chart.title.text = "Rates";
      chart.load("name,chartType");
      chart.title.load("text");
      return () => [
        [validation.type, validation.ignoreBlanks],
        [first.priority, formats.items.map(({ priority }) => priority)],
        [chart.name, chart.chartType, chart.title.text],
      ];
    });
    expect(read).toEqual([
      ["Date", true],
      [1, [0, 1]],
      ["Chart 1", "ColumnClustered", "Rates"],
    ]);
  });

  it("are taken off a part of their cells", async () => {
    const at = client();
    await onLog(at, (sheet) => {
      const cells = sheet.getRange("B2:B9");
      cells.dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      cells.conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      sheet.getRange("B4:B5").dataValidation.clear();
      sheet.getRange("B4:B5").conditionalFormats.clearAll();
      return () => null;
    });
    const sheet = at.workbook.sheet("Log");
    const parts = [
      { row: 1, rows: 2 },
      { row: 5, rows: 4 },
    ].map((part) => ({ ...part, column: 1, columns: 1 }));
    expect(sheet?.validations.map(({ area }) => area)).toEqual(parts);
    expect(sheet?.conditions.map(({ area }) => area)).toEqual(parts);
  });

  it("a rule of two kinds, or a list of more than 255 characters, is refused", async () => {
    const rule = (value: Excel.DataValidationRule) =>
      onLog(client(), (sheet) => {
        sheet.getRange("B2").dataValidation.rule = value;
        return () => null;
      });
    const long = { list: { inCellDropDown: true, source: "word,".repeat(60) } };
    await expect(rule(long)).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(rule({ ...long, custom: { formula: "=TRUE" } })).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});
