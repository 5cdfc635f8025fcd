import { describe, expect, it } from "vitest";
import { seedWorkbook } from "../model/seed-workbook.ts";
import { excelClient } from "./node-client.ts";
import { withExcelApi } from "./requirement-sets.ts";

const LOG = {
  name: "Log",
  rows: [
    ["Client", "Payer", "Rate"],
    ["A. Ng", "Acme", 120],
    ["B. Li", "Beta", 95.5],
  ],
};

function client(options: Parameters<typeof excelClient>[1] = {}) {
  return excelClient(seedWorkbook([LOG]), options);
}

describe("the client's own rules hold", () => {
  it("reads cells in one sync, as arrays and errors of the test's realm", async () => {
    const { Excel, settle, traffic } = client();
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Log").getRange("A2:C3").load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toStrictEqual([
      ["A. Ng", "Acme", 120],
      ["B. Li", "Beta", 95.5],
    ]);
    expect(values).toBeInstanceOf(Array);
    await settle();
    expect([traffic.syncs, traffic.cleanUps]).toEqual([1, 1]);
  });

  it("refuses what was not loaded, and what was not synced", async () => {
    const { Excel } = client();
    const unloaded = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Log").getRange("A1");
      await context.sync();
      return range.values;
    });
    await expect(unloaded).rejects.toMatchObject({ code: "PropertyNotLoaded" });
    const unsynced = Excel.run(async (context) => context.workbook.worksheets.getItem("Log").load("name").name);
    await expect(unsynced).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  });

  it("tells a missing table with its place in the code", async () => {
    const { Excel } = client();
    const missing = Excel.run(async (context) => {
      context.workbook.tables.getItem("Nope").load("name");
      await context.sync();
    });
    await expect(missing).rejects.toMatchObject({
      code: "ItemNotFound",
      debugInfo: { errorLocation: "TableCollection.getItem" },
    });
    await expect(missing).rejects.toBeInstanceOf(Error);
  });

  it("gives null objects for what is not there, and for what hangs on it", async () => {
    const { Excel } = client();
    const nulls = await Excel.run(async (context) => {
      const { tables, worksheets } = context.workbook;
      const table = tables.getItemOrNullObject("Nope");
      const found = [
        table,
        table.getRange(),
        worksheets.getItemOrNullObject("log"),
        worksheets.getItemOrNullObject("No"),
      ];
      const used = worksheets.getItem("Log").getRange("Z1:Z9").getUsedRangeOrNullObject(true);
      await context.sync();
      return [...found.map(({ isNullObject }) => isNullObject), used.isNullObject];
    });
    expect(nulls).toEqual([true, true, false, true, true]);
  });

  it("keeps what earlier actions of a failed sync did", async () => {
    const { Excel, workbook } = client();
    const failed = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Log");
      sheet.getRange("F1").values = [["kept"]];
      sheet.getRange("A1:B2").values = [["too small"]];
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(workbook.sheet("Log")?.cells.at(0, 5)?.value).toBe("kept");
  });

  it("lets a range be used after its run only where it is tracked, and releases it in the end", async () => {
    const { Excel, host, settle } = client();
    let range: Excel.Range | undefined;
    await Excel.run(async (context) => {
      range = context.workbook.worksheets.getItem("Log").getRange("A2");
      await context.sync();
    });
    const again = (at: Excel.Range) =>
      Excel.run(at, async (context) => {
        at.load("values");
        await context.sync();
        return at.values;
      });
    if (range === undefined) throw new Error("the range was made");
    await expect(again(range)).rejects.toMatchObject({ code: "InvalidObjectPath" });
    await settle();
    expect(host.references).toBe(0);
    const tracked = await Excel.run(async (context) => {
      const kept = context.workbook.worksheets.getItem("Log").getRange("A2").track();
      await context.sync();
      return kept;
    });
    expect(await again(tracked)).toEqual([["A. Ng"]]);
    expect(host.references).toBe(1);
  });

  it("runs an action that makes something once, however often the result is used", async () => {
    const { Excel, workbook } = client();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.add("Log!A1:C3", true);
      table.name = "Log_";
      table.load("name");
      table.rows.load("count");
      await context.sync();
      table.rows.add(undefined, [["C. Oz", "Acme", 80]]);
      await context.sync();
      table.getRange().load("values");
      await context.sync();
    });
    expect(workbook.tables.map(({ name, area }) => [name, area.rows])).toEqual([["Log_", 4]]);
  });
});

describe("budgets", () => {
  it("counts one sync for each, and none for the client's clean-up", async () => {
    const { Excel, traffic } = client();
    await Excel.run(async (context) => {
      for (let row = 1; row <= 20; row++) {
        context.workbook.worksheets.getItem("Log").getRange(`F${row}`).values = [[row]];
        await context.sync();
      }
    });
    expect(traffic.syncs).toBe(20);
    traffic.reset();
    await Excel.run(async (context) => {
      const values = Array.from({ length: 20 }, (_, row) => [row]);
      context.workbook.worksheets.getItem("Log").getRange("F1:F20").values = values;
      await context.sync();
    });
    expect(traffic.syncs).toBe(1);
    expect(traffic.requestBytes).toBeGreaterThan(500);
    expect(traffic.requestBytes).toBeLessThan(1_500);
  });

  it("sends a large write as one request of many pieces, and puts it together again", async () => {
    const { Excel, traffic, workbook } = client();
    const rows = Array.from({ length: 5_000 }, (_, row) => [row, row * 2, `x${row}`, true]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Log").getRange("H1:K5000").values = rows;
      await context.sync();
    });
    expect(traffic.syncs).toBe(1);
    expect(traffic.actions).toBeGreaterThan(20);
    expect(workbook.sheet("Log")?.cells.at(4_999, 9)?.value).toBe("x4999");
  });

  it("refuses a request of more than 5 MB, as Excel on the web does, and an answer of more", async () => {
    const { Excel, workbook } = client();
    const write = Excel.run(async (context) => {
      const values = Array.from({ length: 60_000 }, () => ["x".repeat(100)]);
      context.workbook.worksheets.getItem("Log").getRange("A1:A60000").values = values;
      await context.sync();
    });
    await expect(write).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    expect(workbook.sheet("Log")?.cells.at(9, 0)).toBeUndefined();
    const small = client({ payloadLimit: 20_000 });
    const read = small.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Log").getRange("A1:J1000").load("values");
      await context.sync();
    });
    await expect(read).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });
});

it("a request can be made to fail before it does anything, as while the user types in a cell", async () => {
  const { Excel, host, workbook } = client();
  host.failNextSync("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.");
  const write = () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Log").getRange("F1").values = [[1]];
      await context.sync();
    });
  await expect(write()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  expect(workbook.sheet("Log")?.cells.at(0, 5)).toBeUndefined();
  await write();
  expect(workbook.sheet("Log")?.cells.at(0, 5)?.value).toBe(1);
});

describe("an older Excel", () => {
  it("has no member of a later requirement set", async () => {
    const { Excel, Office } = client({ sets: withExcelApi("1.4") });
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.4")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.8")).toBe(false);
    const clear = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Log").getRange("A1").dataValidation.clear();
      await context.sync();
    });
    await expect(clear).rejects.toMatchObject({
      code: "ApiNotFound",
      message: expect.stringContaining("ExcelApi 1.8"),
    });
  });
});
