import { describe, expect, it, vi } from "vitest";
import type { PlanValue } from "../../sca/ledger/workbook-plan.ts";
import { calendarDate } from "../../sca/values/calendar-date.ts";
import { withExcelApi } from "../test-host/client/requirement-sets.ts";
import { seedWorkbook } from "../test-host/model/seed-workbook.ts";
import { workbookContent } from "../test-host/model/workbook-content.ts";
import {
  type OpenedTracker,
  openInExcel,
  openTracker,
  structure,
} from "../test-host/structured/structured-workbook.ts";
import { type NativeChart, type PersonChange, WorkbookProblem } from "./excel-workbook.ts";

vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = "data-samples/recovery-center.xlsx";

async function structured(): Promise<OpenedTracker> {
  const opened = await openTracker(SAMPLE);
  await structure(opened.hand);
  return opened;
}

function rowsOf({ workbook }: OpenedTracker, table: string) {
  const found = workbookContent(workbook).tables.find(({ name }) => name === table);
  if (found === undefined) throw new Error(`no table ${table}`);
  return found.rows.map((row) => Object.fromEntries(row.map((cell, at) => [found.headings[at], cell])));
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof WorkbookProblem ? error.code : String(error);
}

function day(): PlanValue {
  const found = calendarDate(2026, 3, 2);
  if (found === null) throw new Error("a real day");
  return { day: found };
}

describe("one cell", () => {
  it("is written by its row's key, unless somebody changed it", async () => {
    const opened = await structured();
    const { hand, user, workbook, host, traffic } = opened;
    const first = rowsOf(opened, "Cases")[0]?.["Case id"];
    const key = first !== undefined && "value" in first ? String(first.value) : "";
    const cell = { table: "Cases", keyHeading: "Case id", key, heading: "Next step" };
    traffic.reset();
    await hand.writeCell(cell, "=call Dana");
    expect(traffic.syncs).toBe(4);
    expect(rowsOf(opened, "Cases")[0]?.["Next step"]).toEqual({ value: "=call Dana" });
    await hand.writeCell(cell, "done", "=call Dana");
    expect(await codeOf(hand.writeCell(cell, "again", "=call Dana"))).toBe("edited-meanwhile");
    expect(await codeOf(hand.writeCell({ ...cell, key: "none" }, "x"))).toBe("row-missing");
    expect(await codeOf(hand.writeCell({ ...cell, heading: "Nope" }, "x"))).toBe("column-missing");
    expect(await codeOf(hand.writeCell({ ...cell, table: "Claims" }, "x"))).toBe("table-missing");
    await hand.goToRow("Cases", "Case id", key);
    expect([workbook.active.name, workbook.selection.row]).toEqual(["Cases", 1]);
    expect((await hand.selectedRow())?.values.get("Next step")).toBe("done");
    const column = (workbookContent(workbook).tables.find(({ name }) => name === "Cases")?.headings ?? []).indexOf(
      "Next step",
    );
    const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
    const later = (left: number): void =>
      host.beforeNextSync(() => (left === 0 ? user.typeInto("Cases", `${letters}2`, "late") : later(left - 1)));
    later(3);
    expect(await codeOf(hand.writeCell(cell, "mine", "done"))).toBe("edited-meanwhile");
    expect(rowsOf(opened, "Cases")[0]?.["Next step"]).toEqual({ value: "late" });
    user.protect("Cases");
    expect(await codeOf(hand.writeCell(cell, "x"))).toBe("protected");
  });

  it("of Settings is written by its name", async () => {
    const { hand } = await structured();
    await hand.writeSetting("ReauthLeadDays", 7);
    await hand.writeSetting("AsOfSet", day());
    const named = (await hand.readLedger())?.named;
    expect([named?.get("ReauthLeadDays"), named?.get("AsOfSet")]).toEqual([7, day()]);
    expect(await codeOf(hand.writeSetting("Nope", 1))).toBe("setting-missing");
  });
});

describe("rows at the end of a table", () => {
  it.each(["1.14", "1.9"])(
    "make its sheet first, fill the blank row, and keep text as text (ExcelApi %s)",
    async (version) => {
      const opened = openInExcel(seedWorkbook([{ name: "Log", rows: [["Client"]] }]), { sets: withExcelApi(version) });
      const { hand, workbook } = opened;
      const row = (id: string, said: string) =>
        new Map<string, PlanValue>([
          ["Case id", id],
          ["Date", day()],
          ["Said", said],
        ]);
      await hand.appendRows("FollowUps", [row("001", "=hello"), row("002", "-3 days")]);
      await hand.appendRows("FollowUps", [row("003", "fine")]);
      expect(workbook.sheets.map(({ name }) => name)).toEqual(["Log", "Follow-ups"]);
      const rows = rowsOf(opened, "FollowUps");
      expect(rows.map((cells) => cells["Case id"])).toEqual([{ value: "001" }, { value: "002" }, { value: "003" }]);
      expect(rows.map((cells) => cells["Said"])).toEqual([
        { value: "=hello" },
        { value: "-3 days" },
        { value: "fine" },
      ]);
      const read = await hand.readLedger();
      expect(read?.tables.get("FollowUps")?.rows[2]?.slice(0, 2)).toEqual(["003", day()]);
      expect(await codeOf(hand.appendRows("FollowUps", [new Map([["Nope", 1]])]))).toBe("column-missing");
    },
  );

  it("take the column's formulas, and leave the rest of the ledger as it is", async () => {
    const opened = await structured();
    const { hand, workbook } = opened;
    const names = workbookContent(workbook).names;
    await hand.appendRows("Claims", [
      new Map<string, PlanValue>([
        ["Case id", "C1"],
        ["Paid", 90],
      ]),
    ]);
    const [claim] = rowsOf(opened, "Claims");
    expect(claim?.["Paid"]).toEqual({ value: 90 });
    expect(claim?.["Variance"]).toHaveProperty("formula");
    const after = workbookContent(workbook).names;
    for (const [name, refersTo] of names) expect(after.get(name)).toBe(refersTo);
  });
});

it("formulas are computed anew in one round trip", async () => {
  const { hand, traffic } = await structured();
  traffic.reset();
  await hand.recalculate();
  expect(traffic.syncs).toBe(1);
});

it("charts stand on a sheet of their own with words, labels and figures, and are renewed, not doubled; the user's stay", async () => {
  const { hand, workbook, user, Excel } = await structured();
  const chart: NativeChart = {
    ...{ title: "Approval rate", altText: "Acme approves 3 of 4.", kind: "bar", format: "0%" },
    ...{
      headings: ["Payer", "Approved"],
      rows: [
        ["=Acme", 0.75],
        ["Beta", null],
      ],
    },
  };
  await hand.showCharts("Leverage", [chart, { ...chart, title: "Turnaround", kind: "line" }]);
  user.typeInto("Leverage", "P3", "ask Acme first");
  await Excel.run(async (context) => {
    const own = context.workbook.worksheets.getItem("Leverage");
    own.charts.add("Pie", own.getRange("A3:B5")).name = "Mine";
    await context.sync();
  });
  await hand.showCharts("Leverage", [chart]);
  const sheet = workbook.sheet("Leverage");
  expect(sheet?.charts.map(({ name, chartType }) => [name, chartType])).toEqual([
    ["Mine", "Pie"],
    ["SCA Ledger: Approval rate", "BarClustered"],
  ]);
  const drawn = sheet?.charts[1]?.settings;
  expect([
    drawn?.get("title.text"),
    drawn?.get("axes.categoryAxis.title.text"),
    drawn?.get("axes.valueAxis.title.text"),
    drawn?.get("dataLabels.showValue"),
  ]).toEqual(["Approval rate", "Payer", "Approved", true]);
  const cells = workbookContent(workbook).sheets.at(-1)?.cells;
  expect([cells?.get("A1"), cells?.get("A2"), cells?.get("A4")]).toEqual([
    { value: "Approval rate" },
    { value: "Acme approves 3 of 4." },
    { value: "=Acme" },
  ]);
  expect(cells?.get("P3")).toEqual({ value: "ask Acme first" });
  expect((await hand.sheets()).find(({ name }) => name === "Leverage")?.isOurs).toBe(true);
});

it("changes by people are told a burst at a time, apart from our own and with whose they are", async () => {
  const { hand, user, settle } = await structured();
  const told: PersonChange[] = [];
  const stop = await hand.onPersonChange((change) => told.push(change));
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 700));
  await hand.writeSetting("ReauthLeadDays", 9);
  await quiet();
  expect(told).toEqual([]);
  user.typeInto("Cases", "B2", "x", "co-author");
  user.typeInto("Cases", "B3", "y", "co-author");
  await settle();
  await quiet();
  expect(told).toEqual([{ tables: ["Cases"], isTracker: false, byCoAuthors: true }]);
  user.typeInto("SCA Log", "B20", "z");
  await settle();
  await quiet();
  expect(told[1]).toEqual({ tables: [], isTracker: true, byCoAuthors: false });
  await stop();
  user.typeInto("SCA Log", "B20", "zz");
  await settle();
  await quiet();
  expect(told.length).toBe(2);
});

it("renamed tables and columns are told and get their names back", async () => {
  const { hand, workbook, user, Excel } = await structured();
  expect(await hand.findLedgerFaults()).toEqual([]);
  user.typeInto("Payers", "A1", "Insurer");
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Review").name = "Questions";
    await context.sync();
  });
  const faults = await hand.findLedgerFaults();
  expect(faults.map(({ kind, now }) => [kind, now])).toEqual([
    ["table-renamed", "Questions"],
    ["column-renamed", "Insurer"],
  ]);
  await hand.repairLedger(faults);
  expect(await hand.findLedgerFaults()).toEqual([]);
  expect(workbook.table("Review")).not.toBeNull();
});

it("an older Excel is told in words what is not read in it", () => {
  const old = openInExcel(seedWorkbook([{ name: "Log" }]), { sets: withExcelApi("1.9") });
  expect(old.hand.limits().join(" ")).toContain("merged");
  expect(openInExcel(seedWorkbook([{ name: "Log" }])).hand.limits()).toEqual([]);
});
