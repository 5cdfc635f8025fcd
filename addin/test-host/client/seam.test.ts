import { expect, it } from "vitest";
import { excelClient } from "./node-client.ts";

it("the client that npm installs still takes our host for Excel: read, write, table, event, error", async () => {
  const { Excel, OfficeExtension, settle, workbook, traffic } = excelClient();
  const heard: string[] = [];
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.onChanged.add(async ({ address }) => {
      heard.push(address);
    });
    sheet.getRange("A1:B2").values = [
      ["Payer", "Rate"],
      ["Acme", 120],
    ];
    const rows = sheet.tables.add("A1:B2", true).rows.load("count");
    const range = sheet.getRange("A2:B2").load("values");
    await context.sync();
    return { rows: rows.count, values: range.values };
  });
  expect(seen).toEqual({ rows: 1, values: [["Acme", 120]] });
  expect(workbook.tables.map(({ name }) => name)).toEqual(["Table1"]);
  await settle();
  expect(heard).toEqual(["A1:B2"]);
  expect(traffic.syncs).toBe(1);
  const missing = Excel.run((context) => {
    context.workbook.tables.getItem("Nope").load("name");
    return context.sync();
  });
  await expect(missing).rejects.toBeInstanceOf(OfficeExtension.Error);
});
