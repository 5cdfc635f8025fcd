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

describe("rows put in and taken out", () => {
  it("move cells, looks, validations, conditional formats and the addresses in formulas", async () => {
    const at = client();
    await onLog(at, (sheet) => {
      sheet.getRange("C3").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      const format = sheet.getRange("A2:C3").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=$C2<30";
      sheet.getRange("E1").formulas = [["=SUM(C2:C3)"]];
      sheet.getRange("2:2").insert("Down");
      return () => null;
    });
    const sheet = at.workbook.sheet("Log");
    expect(sheet?.cells.at(3, 0)?.value).toBe("B. Li");
    expect(sheet?.look("fill.color", 3, 0)).toBe("#FFFF00");
    expect(sheet?.validations[0]?.area).toMatchObject({ row: 3, rows: 1 });
    expect(sheet?.conditions[0]?.area).toMatchObject({ row: 2, rows: 2 });
    expect(sheet?.conditions[0]?.settings.get("custom.rule.formula")).toBe("=$C3<30");
    expect(sheet?.cells.at(0, 4)?.formula).toBe("=SUM(C3:C4)");
    at.user.deleteRows("Log", "A2:A3");
    expect(sheet?.cells.at(0, 4)?.formula).toBe("=SUM(C2:C2)");
  });

  it("move ranges that the code holds; deleted ones are no reference any more", async () => {
    const { Excel, user } = client();
    const read = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Log");
      const range = sheet.getRange("A3").load("values");
      await context.sync();
      user.insertRows("Log", "A1:A2");
      range.load("values,address");
      await context.sync();
      expect([range.address, range.values]).toEqual(["Log!A5", [["B. Li"]]]);
      user.deleteRows("Log", "A5");
      range.load("values");
      await context.sync();
    });
    await expect(read).rejects.toMatchObject({ code: "InvalidReference" });
  });

  it("never tear a table apart", async () => {
    const at = client();
    await onLog(at, (sheet) => {
      sheet.tables.add("A1:C3", true);
      return () => null;
    });
    const torn = onLog(at, (sheet) => {
      sheet.getRange("A2:B2").insert("Down");
      return () => null;
    });
    await expect(torn).rejects.toMatchObject({ code: "InsertDeleteConflict" });
    const beheaded = onLog(at, (sheet) => {
      sheet.getRange("1:1").delete("Up");
      return () => null;
    });
    await expect(beheaded).rejects.toMatchObject({ code: "InsertDeleteConflict" });
  });
});
