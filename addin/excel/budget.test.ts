import { expect, it, vi } from "vitest";
import type { ColumnPlan, PlanValue, WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import { calendarDate } from "../../sca/values/calendar-date.ts";
import type { OfficeClient } from "../test-host/client/node-client.ts";
import { type SeedCell, seedWorkbook } from "../test-host/model/seed-workbook.ts";
import { openInExcel } from "../test-host/structured/structured-workbook.ts";

vi.setConfig({ testTimeout: 120_000 });

const QUIET = (): void => {};
const SIGNAL = new AbortController().signal;
/** What Excel on the web takes and gives at once. */
const LIMIT = 5 * 1024 * 1024;

function plan(rows: number): WorkbookPlan {
  const day = calendarDate(2026, 3, 2);
  if (day === null) throw new Error("a real day");
  const columns: ColumnPlan[] = [
    { heading: "Case id", look: "id", width: 12 },
    { heading: "Payer", look: "text", width: 20, choices: { words: ["Acme", "Beta"], strict: false } },
    { heading: "Decided", look: "date", width: 12, accepts: "day" },
    { heading: "Rate", look: "money", width: 12, accepts: "number" },
    { heading: "Notes", look: "wrapped", width: 40 },
    { heading: "Twice", look: "money", width: 12, formula: "Cases[[#This Row],[Rate]]*2" },
  ];
  const values = Array.from({ length: rows }, (_, at): PlanValue[] => {
    return [
      `C-${at}`,
      at % 2 === 0 ? "Acme" : "Beta",
      { day },
      100 + at,
      `Called on day ${at}, they said "wait" — twice.`,
      0,
    ];
  });
  const table = {
    name: "Cases",
    row: 1,
    column: 1,
    columns,
    rows: values,
    conditions: [{ column: "Rate", when: "{Rate}>150", signal: "good" as const }],
  };
  return { sheets: [{ name: "Cases", cells: [], tables: [table], landscape: true }], names: [] };
}

async function cost(traffic: OfficeClient["traffic"], work: () => Promise<unknown>) {
  traffic.reset();
  await work();
  const largest = Math.max(
    ...traffic.exchanges.map(({ requestBytes, responseBytes }) => Math.max(requestBytes, responseBytes)),
  );
  expect(largest).toBeLessThan(LIMIT);
  const { syncs, requestBytes, responseBytes } = traffic;
  return { syncs, requestBytes, responseBytes };
}

async function costs(rows: number) {
  const tracker = Array.from({ length: rows }, (_, at): SeedCell[] => [
    `A. ${at}`,
    "Acme",
    { day: "2026-01-05" },
    120 + at,
  ]);
  const { hand, traffic } = openInExcel(
    seedWorkbook([{ name: "Log", rows: [["Client", "Payer", "Start", "Rate"], ...tracker] }]),
  );
  const cell = { table: "Cases", keyHeading: "Case id", key: "C-7", heading: "Notes" };
  return {
    read: await cost(traffic, () => hand.readTracker(["Log"], QUIET)),
    write: await cost(traffic, () => hand.applyPlan(plan(rows), QUIET, SIGNAL)),
    again: await cost(traffic, () => hand.applyPlan(plan(rows), QUIET, SIGNAL)),
    ledger: await cost(traffic, () => hand.readLedger()),
    cell: await cost(traffic, () => hand.writeCell(cell, "done")),
    append: await cost(traffic, () => hand.appendRows("Cases", [new Map([["Case id", "new"]])])),
    undo: await cost(traffic, () => hand.undoLastPlan()),
  };
}

/** Round trips for a sheet or table of any size; beyond, only the size of the pieces counts. */
const SYNCS = { read: 4, write: 3, again: 5, ledger: 3, cell: 4, append: 6, undo: 3 };

it("ten rows and a thousand take the same number of round trips; ten thousand only as many more as their size needs", async () => {
  const [ten, thousand, many] = [await costs(10), await costs(1000), await costs(10_000)];
  for (const [action, syncs] of Object.entries(SYNCS) as [keyof typeof SYNCS, number][]) {
    expect([action, ten[action].syncs], action).toEqual([action, syncs]);
    expect([action, thousand[action].syncs], action).toEqual([action, syncs]);
    const { requestBytes, responseBytes } = many[action];
    const pieces = Math.ceil(requestBytes / 1_000_000) + Math.ceil(responseBytes / 1_000_000);
    expect(many[action].syncs, action).toBeLessThanOrEqual(syncs + pieces);
  }
});
