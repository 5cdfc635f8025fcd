import { describe, expect, it, vi } from "vitest";
import { type CalendarDate, serialFromDay } from "../../sca/values/calendar-date.ts";
import { seedWorkbook } from "../test-host/model/seed-workbook.ts";
import { workbookContent } from "../test-host/model/workbook-content.ts";
import { codeOf, openLog, smallPlan } from "../test-host/structured/small-plan.ts";
import { openInExcel } from "../test-host/structured/structured-workbook.ts";
import type { NativeChart, PersonChange } from "./excel-workbook.ts";
import { officeWorkbook } from "./office-workbook.ts";

vi.setConfig({ testTimeout: 60_000 });

const SIGNAL = new AbortController().signal;
const QUIET = (): void => {};

describe("a second pane that writes the ledger at the same time", () => {
  it("keeps its sheets and names; the slower one is told and leaves nothing", async () => {
    const { hand, workbook, host } = openLog();
    const told = (_: number, what: string) => {
      if (what !== "looking over the workbook") return;
      host.beforeNextSync(() =>
        host.beforeNextSync(() =>
          host.beforeNextSync(() => {
            const theirs = workbook.addSheet("Cases");
            theirs.cells.put(0, 0, { value: "theirs" });
            const area = { row: 0, column: 0, rows: 1, columns: 1 };
            const refersTo = { sheet: theirs, area };
            workbook.names.push({ name: "SCALedger_Cases", refersTo, comment: "", visible: true });
          }),
        ),
      );
    };
    expect(await codeOf(hand.applyPlan(smallPlan([["P-1", "one"]]), told, SIGNAL))).toBe("name-taken");
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Log", "Cases"]);
    expect(workbook.sheet("Cases")?.cells.at(0, 0)?.value).toBe("theirs");
    expect(workbook.names.map(({ name }) => name)).toEqual(["SCALedger_Cases"]);
  });
});

describe("taking back", () => {
  it("finds the ledger's sheets under the names that the user gave them since", async () => {
    const { hand, workbook, user } = openLog();
    await hand.applyPlan(smallPlan([["P-1", "one"]]), QUIET, SIGNAL);
    await hand.applyPlan(smallPlan([["P-1", "two"]]), QUIET, SIGNAL);
    user.renameSheet("Cases", "My cases");
    await hand.undoLastPlan();
    expect(workbookContent(workbook).tables[0]?.rows[0]?.[1]).toEqual({ value: "one" });
  });

  it.each(["=1+1", "=SUM(A1)", "+1 555 0100", "@here", "'quoted"])("gives the text %s back as text", async (text) => {
    const { hand, workbook } = openLog();
    await hand.applyPlan(smallPlan([["P-1", text]]), QUIET, SIGNAL);
    await hand.applyPlan(smallPlan([["P-1", "other"]]), QUIET, SIGNAL);
    await hand.undoLastPlan();
    expect(workbookContent(workbook).tables[0]?.rows[0]?.[1]).toEqual({ value: text });
  });
});

it("days are right in a workbook that counts from 1904, in a pane that has read the ledger alone", async () => {
  const { hand, workbook, Excel } = openLog();
  workbook.dateSystem = "1904";
  const day = { day: "2026-03-02" as CalendarDate };
  const [sheet] = smallPlan([["P-1", "one"]]).sheets;
  const asOf = {
    name: "Settings",
    cells: [{ row: 1, column: 1, value: day, look: "date" as const }],
    tables: [],
    landscape: false,
  };
  const plan = {
    sheets: [...(sheet === undefined ? [] : [sheet]), asOf],
    names: [{ name: "AsOf", sheet: "Settings", row: 1, column: 1 }],
  };
  await hand.applyPlan(plan, QUIET, SIGNAL);
  // As the file writer leaves it, which knows the workbook's system.
  workbook.sheet("Settings")?.cells.put(0, 0, { value: serialFromDay(day.day, "1904") });
  const later = officeWorkbook({ run: (batch) => Excel.run(batch), hasExcelApi: () => true });
  expect((await later.readLedger())?.named.get("AsOf")).toEqual(day);
  await later.writeSetting("AsOf", { day: "2026-03-09" as CalendarDate });
  expect(workbook.sheet("Settings")?.cells.at(0, 0)?.value).toBe(serialFromDay("2026-03-09" as CalendarDate, "1904"));
});

it("a filter of the user's is applied to what the run wrote, and to what was taken back", async () => {
  const { hand, workbook, user } = openLog();
  const rows = (words: readonly string[]) => smallPlan(words.map((word, at) => [`P-${at}`, word]));
  await hand.applyPlan(rows(["open", "shut", "open"]), QUIET, SIGNAL);
  user.filter("Cases", "Note", "open");
  const hidden = () => [2, 3, 4, 5].filter((row) => workbook.sheet("Cases")?.look("rowHidden", row - 1, 0) === true);
  expect(hidden()).toEqual([3]);
  await hand.applyPlan(rows(["shut", "open", "open", "shut"]), QUIET, SIGNAL);
  expect(hidden()).toEqual([2, 5]);
  await hand.undoLastPlan();
  expect(hidden()).toEqual([3]);
});

it("a workbook that computes only on F9 computes the ledger's sheets, and no others", async () => {
  const { hand, workbook } = openLog();
  await hand.applyPlan(smallPlan([["P-1", "one"]]), QUIET, SIGNAL);
  expect(workbook.computed).toEqual([]);
  workbook.calculationMode = "Manual";
  await hand.applyPlan(smallPlan([["P-1", "two"]]), QUIET, SIGNAL);
  expect(workbook.computed).toEqual(["Cases"]);
});

it("a table of the user's whose heading row is switched off is in nobody's way", async () => {
  const { hand, workbook, Excel } = openLog();
  await Excel.run(async (context) => {
    context.workbook.tables.add("Log!A1:B2", true).name = "Mine";
    await context.sync();
  });
  const mine = workbook.table("Mine");
  if (mine) mine.showHeaders = false;
  await hand.applyPlan(smallPlan([["P-1", "one"]]), QUIET, SIGNAL);
  expect((await hand.readLedger())?.tables.get("Cases")?.rows).toHaveLength(1);
  expect(await hand.takenNames()).toContain("Mine");
});

it("changes that Excel would not let us look at are told later", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const { hand, user, host, settle } = openLog();
    await hand.applyPlan(smallPlan([["P-1", "one"]]), QUIET, SIGNAL);
    const told: PersonChange[] = [];
    const stop = await hand.onPersonChange((change) => told.push(change));
    user.typeInto("Cases", "B2", "by hand");
    await settle();
    host.failNextSync("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.");
    await vi.advanceTimersByTimeAsync(1_000);
    await settle();
    expect(told).toEqual([]);
    user.typeInto("Log", "B2", "Beta");
    await settle();
    await vi.advanceTimersByTimeAsync(3_000);
    await settle();
    expect(told).toEqual([{ tables: ["Cases"], isTracker: true, byCoAuthors: false }]);
    await stop();
  } finally {
    vi.useRealTimers();
  }
});

const CHART: NativeChart = {
  ...{ title: "Approval rate", altText: "Acme approves 3 of 4.", kind: "bar", format: "0%" },
  ...{ headings: ["Payer", "Approved"], rows: [["Acme", 0.75]] },
};

it("charts are shown on their sheet even where the user has hidden it", async () => {
  const { hand, workbook } = openLog();
  expect(await hand.showCharts("Leverage", [CHART])).toBe("Leverage");
  workbook.activate(workbook.sheets[0] ?? workbook.active);
  const sheet = workbook.sheet("Leverage");
  if (sheet) sheet.visibility = "Hidden";
  await hand.showCharts("Leverage", [CHART]);
  expect([sheet?.visibility, workbook.active.name]).toEqual(["Visible", "Leverage"]);
});

it("charts tell the name of their sheet where the user has one of the wanted name", async () => {
  const { hand, workbook } = openInExcel(seedWorkbook([{ name: "leverage", rows: [["My own"]] }]));
  expect(await hand.showCharts("Leverage", [CHART])).toBe("Leverage (2)");
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["leverage", "Leverage (2)"]);
});
