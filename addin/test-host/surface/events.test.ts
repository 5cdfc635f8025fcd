import { expect, it } from "vitest";
import { excelClient } from "../client/node-client.ts";
import { seedWorkbook } from "../model/seed-workbook.ts";

const ROWS = [
  ["Client", "Rate"],
  ["A. Ng", 120],
  ["B. Li", 95],
];

function client() {
  return excelClient(seedWorkbook([{ name: "Log", rows: ROWS }, { name: "Other" }]));
}

it("a table's handler hears of the user's edit, a co-author's, and the add-in's own, and can tell them apart", async () => {
  const { Excel, settle, user } = client();
  const heard: unknown[] = [];
  const handler = await Excel.run(async (context) => {
    const table = context.workbook.tables.add("Log!A1:B3", true);
    const added = table.onChanged.add(async ({ address, changeType, source, details }) => {
      heard.push([address, changeType, source, details?.valueBefore, details?.valueAfter]);
    });
    await context.sync();
    return added;
  });
  user.typeInto("Log", "B2", 150);
  user.typeInto("Log", "B3", 99, "co-author");
  user.typeInto("Other", "A1", "elsewhere");
  await settle();
  expect(heard).toEqual([
    ["B2", "RangeEdited", "Local", 120, 150],
    ["B3", "RangeEdited", "Remote", 95, 99],
  ]);
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  user.typeInto("Log", "B2", 160);
  await settle();
  expect(heard).toHaveLength(2);
});

it("all sheets are heard at once; the add-in's own writes say so", async () => {
  const { Excel, settle, user } = client();
  const heard: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address, source, triggerSource }) => {
      heard.push([address, source, triggerSource]);
    });
    await context.sync();
    context.workbook.worksheets.getItem("Other").getRange("A1:B1").values = [[1, 2]];
    await context.sync();
  });
  user.typeInto("Log", "A9", "new");
  await settle();
  expect(heard).toEqual([
    ["A1:B1", "Local", "ThisLocalAddin"],
    ["A9", "Local", "Unknown"],
  ]);
});

it("a handler reads the changed cells by the event", async () => {
  const { Excel, settle, user } = client();
  const read: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Log").onChanged.add(async (event) => {
      await Excel.run(async (inner) => {
        const range = event.getRange(inner).load("values");
        await inner.sync();
        read.push(range.values);
      });
    });
    await context.sync();
  });
  user.typeInto("Log", "A2:B2", [["C. Oz", 80]]);
  await settle();
  expect(read).toEqual([[["C. Oz", 80]]]);
});

it("events are silent while they are switched off", async () => {
  const { Excel, settle } = client();
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Log");
    sheet.onChanged.add(async ({ address }) => {
      heard.push(address);
    });
    await context.sync();
    context.runtime.enableEvents = false;
    sheet.getRange("A5").values = [["unheard"]];
    context.runtime.enableEvents = true;
    sheet.getRange("A6").values = [["heard"]];
    await context.sync();
  });
  await settle();
  expect(heard).toEqual(["A6"]);
});

it("selections, sheets and tables that come and go are told", async () => {
  const { Excel, settle, user, workbook } = client();
  const heard: unknown[] = [];
  await Excel.run(async (context) => {
    const { tables, worksheets } = context.workbook;
    worksheets.onSelectionChanged.add(async ({ address }) => {
      heard.push(["selected", address]);
    });
    worksheets.onAdded.add(async () => {
      heard.push(["added"]);
    });
    worksheets.onDeleted.add(async () => {
      heard.push(["deleted"]);
    });
    worksheets.onActivated.add(async ({ worksheetId }) => {
      heard.push(["activated", workbook.sheet(worksheetId)?.name]);
    });
    tables.onAdded.add(async () => {
      heard.push(["table"]);
    });
    await context.sync();
    worksheets.add("Cases");
    tables.add("Log!A1:B3", true);
    await context.sync();
  });
  user.select("Other", "C3");
  user.deleteSheet("Cases");
  await settle();
  expect(heard).toEqual([["added"], ["table"], ["activated", "Other"], ["selected", "C3"], ["deleted"]]);
});

it("the user can edit between two syncs of a run", async () => {
  const { Excel, host, user } = client();
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Log").getRange("B2").load("values");
    await context.sync();
    const before = range.values;
    host.beforeNextSync(() => user.typeInto("Log", "B2", 1));
    range.load("values");
    await context.sync();
    return [before, range.values];
  });
  expect(values).toEqual([[[120]], [[1]]]);
});
