import { describe, expect, it, vi } from "vitest";
import type { LedgerContent } from "../../sca/ledger/workbook-plan.ts";
import { withExcelApi } from "../test-host/client/requirement-sets.ts";
import { seedWorkbook } from "../test-host/model/seed-workbook.ts";
import type { WorkbookModel } from "../test-host/model/workbook.ts";
import { workbookContent } from "../test-host/model/workbook-content.ts";
import { codeOf, openLog, smallPlan } from "../test-host/structured/small-plan.ts";
import { openInExcel, openTracker, planFor, structure } from "../test-host/structured/structured-workbook.ts";

vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = "data-samples/recovery-center.xlsx";
const SIGNAL = new AbortController().signal;
const QUIET = (): void => {};

function tablesByName(workbook: WorkbookModel) {
  return [...workbookContent(workbook).tables].sort((a, b) => (a.name < b.name ? -1 : 1));
}

describe("text from the tracker", () => {
  const RISKY = [
    "=1+1",
    "+15550100",
    "-3 days",
    "@here",
    "'quoted",
    "00123",
    "3/4/2025",
    "Mar 5",
    "TRUE",
    "12%",
    "#N/A",
    "5:30",
  ];

  it.each(["1.14", "1.9"])("never becomes a formula, a number or a day (ExcelApi %s)", async (version) => {
    const { hand, workbook } = openInExcel(seedWorkbook([{ name: "Log" }]), { sets: withExcelApi(version) });
    await hand.applyPlan(smallPlan(RISKY.map((text) => [text, text])), QUIET, SIGNAL);
    const rows = workbookContent(workbook).tables[0]?.rows ?? [];
    expect(rows.map(([id, note]) => [id, note])).toEqual(RISKY.map((text) => [{ value: text }, { value: text }]));
    await hand.applyPlan(smallPlan(RISKY.map((text) => [text, `${text}!`]).reverse()), QUIET, SIGNAL);
    const again = workbookContent(workbook).tables[0]?.rows ?? [];
    expect(again.map(([, note]) => note)).toEqual(RISKY.map((text) => ({ value: `${text}!` })).reverse());
  });
});

describe("a second run", () => {
  it("renews the ledger in place and doubles nothing", async () => {
    const { hand, workbook } = await openTracker(SAMPLE);
    await structure(hand);
    const first = workbookContent(workbook);
    const second = await structure(hand);
    const after = workbookContent(workbook);
    expect(after.sheets.map(({ name }) => name)).toEqual(first.sheets.map(({ name }) => name));
    expect(after.names).toEqual(first.names);
    expect(after.tables).toEqual(first.tables);
    expect(after.sheets.map(({ cells }) => cells)).toEqual(first.sheets.map(({ cells }) => cells));
    expect(second.sheets).not.toEqual([]);
  });

  it.each(["1.14", "1.9"])(
    "grows and shrinks a table, and keeps a column of the user's (ExcelApi %s)",
    async (version) => {
      const sets = withExcelApi(version);
      const { hand, workbook, user } = openInExcel(seedWorkbook([{ name: "Log" }]), { sets });
      await hand.applyPlan(
        smallPlan([
          ["P-1", "one"],
          ["P-2", "two"],
        ]),
        QUIET,
        SIGNAL,
      );
      user.typeInto("Cases", "D1:D3", [["Mine"], ["x"], ["y"]]);
      await hand.applyPlan(smallPlan(Array.from({ length: 6 }, (_, at) => [`P-${at + 1}`, `n${at}`])), QUIET, SIGNAL);
      const grown = workbookContent(workbook).tables[0];
      expect(grown?.area).toBe("A1:D7");
      expect(grown?.rows.map((row) => row[3])).toEqual(["x", "y", "", "", "", ""].map((value) => ({ value })));
      await hand.applyPlan(smallPlan([["P-1", "last"]]), QUIET, SIGNAL);
      const shrunk = workbookContent(workbook);
      expect(shrunk.tables[0]?.area).toBe("A1:D2");
      expect([...(shrunk.sheets[1]?.cells.keys() ?? [])]).toEqual(["A1", "B1", "C1", "D1", "A2", "B2", "C2", "D2"]);
    },
  );
});

describe("taking back", () => {
  it("a first run leaves the workbook as it was", async () => {
    const { hand, workbook } = await openTracker(SAMPLE);
    const before = workbookContent(workbook);
    await structure(hand);
    expect(await hand.undoLastPlan()).toEqual([]);
    expect(workbookContent(workbook)).toEqual(before);
    expect(await hand.undoLastPlan()).toBeNull();
  });

  it("a second run gives tables, cells and names their earlier content", async () => {
    const { hand, workbook, user } = await openTracker(SAMPLE);
    await structure(hand);
    user.typeInto("Cases", "R2", "call Dana");
    const before = workbookContent(workbook);
    const tables = tablesByName(workbook);
    const read = await hand.readTracker(["SCA Log"], QUIET);
    const fewer = { ...read, grids: read.grids.map((grid) => ({ ...grid, rows: grid.rows.slice(0, 30) })) };
    const previous: LedgerContent | null = await hand.readLedger();
    await hand.applyPlan(planFor(fewer, previous, await hand.takenNames()), QUIET, SIGNAL);
    expect(tablesByName(workbook)).not.toEqual(tables);
    await hand.undoLastPlan();
    const after = workbookContent(workbook);
    expect(tablesByName(workbook)).toEqual(tables);
    expect(after.names).toEqual(before.names);
    expect(after.sheets.map(({ cells }) => cells)).toEqual(before.sheets.map(({ cells }) => cells));
  });

  it.each(["1.14", "1.9"])("a run that made tables longer or shorter (ExcelApi %s)", async (version) => {
    const { hand, workbook } = openInExcel(seedWorkbook([{ name: "Log" }]), { sets: withExcelApi(version) });
    for (const next of [9, 1]) {
      await hand.applyPlan(
        smallPlan([
          ["P-1", "one"],
          ["P-2", "two"],
          ["P-3", "three"],
        ]),
        QUIET,
        SIGNAL,
      );
      const before = workbookContent(workbook);
      await hand.applyPlan(smallPlan(Array.from({ length: next }, (_, at) => [`N-${at}`, "n"])), QUIET, SIGNAL);
      await hand.undoLastPlan();
      const after = workbookContent(workbook);
      expect([after.tables, after.names, after.sheets[1]?.cells]).toEqual([
        before.tables,
        before.names,
        before.sheets[1]?.cells,
      ]);
    }
  });

  it("a run that is stopped half-way, or refused by Excel, leaves the workbook as it was", async () => {
    const { hand, workbook, host } = openLog();
    const before = workbookContent(workbook);
    const stop = new AbortController();
    const stopped = hand.applyPlan(smallPlan([["P-1", "one"]]), (share) => share > 0.2 && stop.abort(), stop.signal);
    expect(await codeOf(stopped)).toBe("stopped");
    expect(workbookContent(workbook)).toEqual(before);
    const bad = smallPlan([["P-1", "one"]]);
    const broken = {
      ...bad,
      sheets: [
        ...bad.sheets,
        {
          name: "Start",
          cells: [{ row: 1, column: 1, value: { formula: "Nope[Rate]", result: 1 } }],
          tables: [],
          landscape: true,
        },
      ],
    };
    expect(await codeOf(hand.applyPlan(broken, QUIET, SIGNAL))).toBe("excel-refused");
    expect(workbookContent(workbook)).toEqual(before);
    expect(workbook.events.enabled).toBe(true);
    expect(host.references).toBe(0);
  });
});

describe("what cannot be written", () => {
  it("is told before anything is: read-only, protected structure, protected sheet, taken names, cells in the way", async () => {
    const { hand, workbook, user } = openLog();
    workbook.readOnly = true;
    expect(await codeOf(hand.applyPlan(smallPlan([]), QUIET, SIGNAL))).toBe("read-only");
    workbook.readOnly = false;
    await hand.applyPlan(smallPlan([["P-1", "one"]]), QUIET, SIGNAL);
    user.typeInto("Cases", "A5", "mine");
    const long = smallPlan(Array.from({ length: 9 }, (_, at) => [`P-${at}`, "n"]));
    expect(await codeOf(hand.applyPlan(long, QUIET, SIGNAL))).toBe("ledger-sheet-changed");
    user.typeInto("Cases", "A5", "");
    user.protect("Cases");
    const before = workbookContent(workbook);
    expect(await codeOf(hand.applyPlan(long, QUIET, SIGNAL))).toBe("protected");
    expect(workbookContent(workbook)).toEqual(before);
  });

  it("a table of the user's with a name that the ledger needs is told, with both sheets", async () => {
    const { hand, Excel } = openLog();
    await Excel.run(async (context) => {
      context.workbook.tables.add("Log!A1:B2", true).name = "Cases";
      await context.sync();
    });
    await expect(hand.applyPlan(smallPlan([]), QUIET, SIGNAL)).rejects.toThrow('a table "Cases" on the sheet "Log"');
  });
});
