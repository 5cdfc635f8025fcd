import { expect, it, vi } from "vitest";
import type { ColumnPlan, PlanValue, WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import { calendarDate } from "../../sca/values/calendar-date.ts";
import type { OfficeClient } from "../test-host/client/node-client.ts";
import { areaAt } from "../test-host/model/area.ts";
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
const SYNCS = { read: 4, write: 4, again: 5, ledger: 3, cell: 4, append: 6, undo: 3 };

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

/** A log of so many rows and 40 columns: a coloured status column, every 50th row struck out, some cells marked here and there. */
function wideLog(rows: number) {
  const columns = 40;
  const cells = Array.from({ length: rows }, (_, down): SeedCell[] =>
    Array.from({ length: columns }, (__, right) => (right % 4 === 0 ? 100 + down : `note ${right} of ${down}`)),
  );
  const heading = Array.from({ length: columns }, (_, at) => `Column ${at}`);
  const workbook = seedWorkbook([{ name: "Log", rows: [heading, ...cells] }]);
  const { formats } = workbook.sheet("Log") ?? workbook.active;
  formats.put("font.bold", areaAt(0, 0, 1, columns), true);
  for (let down = 1; down <= rows; down++) {
    formats.put("fill.color", areaAt(down, 7, 1, 1), down % 3 === 0 ? "#C6EFCE" : "#FFC7CE");
    if (down % 50 === 0) formats.put("font.strikethrough", areaAt(down, 0, 1, columns), true);
    if (down % 97 === 0) formats.put("fill.color", areaAt(down, (down * 7) % columns, 1, 1), "#FFFF00");
    if (down % 211 === 0) formats.put("hyperlink", areaAt(down, 3, 1, 1), { address: `https://payer.example/${down}` });
  }
  return workbook;
}

it("a wide log is read in few round trips, however its colours lie, and every colour and link is told", async () => {
  const [thousand, many] = await Promise.all(
    [1000, 10_000].map(async (rows) => {
      const { hand, traffic } = openInExcel(wideLog(rows));
      let tracker: Awaited<ReturnType<typeof hand.readTracker>> | null = null;
      const spent = await cost(traffic, async () => {
        tracker = await hand.readTracker(["Log"], QUIET);
      });
      return { spent, tracker: tracker as unknown as Awaited<ReturnType<typeof hand.readTracker>> };
    }),
  );
  expect(thousand?.spent.syncs).toBeLessThanOrEqual(5);
  expect(many?.spent.syncs).toBeLessThanOrEqual(13);
  expect(many?.spent.requestBytes).toBeLessThan(250_000);
  expect(many?.spent.responseBytes).toBeLessThan(28_000_000);
  const grid = many?.tracker.grids[0];
  const at = (row: number, column: number) => grid?.rows[row - 1]?.cells.find((cell) => cell.column === column);
  expect(at(1, 5)).toMatchObject({ bold: true });
  expect([at(4, 8)?.fill, at(5, 8)?.fill, at(5, 9)?.fill]).toEqual(["C6EFCE", "FFC7CE", undefined]);
  expect(at(98, ((97 * 7) % 40) + 1)).toMatchObject({ fill: "FFFF00" });
  expect([at(51, 1)?.struckOut, at(51, 40)?.struckOut, at(52, 1)?.struckOut]).toEqual([true, true, undefined]);
  expect(at(212, 4)).toMatchObject({ link: "https://payer.example/211" });
  const fills = grid?.rows.flatMap(({ cells }) => cells).filter(({ fill }) => fill === "FFFF00").length;
  expect(fills).toBe(Math.floor(10_000 / 97));
});

it("two hundred sheets take as many round trips as one", async () => {
  const rows: SeedCell[][] = [
    ["Client", "Payer"],
    ["A. Ng", "Acme"],
  ];
  const names = Array.from({ length: 200 }, (_, at) => `Month ${at}`);
  const { hand, traffic } = openInExcel(seedWorkbook(names.map((name) => ({ name, rows }))));
  const { syncs } = await cost(traffic, () => hand.readTracker(names, QUIET));
  expect(syncs).toBe(SYNCS.read);
  expect((await cost(traffic, () => hand.sheets())).syncs).toBe(2);
});

it("where Excel sends less at once, the same is read in smaller pieces", async () => {
  const whole = await openInExcel(wideLog(600)).hand.readTracker(["Log"], QUIET);
  const narrow = openInExcel(wideLog(600), { payloadLimit: 150_000 });
  expect(await narrow.hand.readTracker(["Log"], QUIET)).toEqual(whole);
  expect(narrow.traffic.syncs).toBeGreaterThan(10);
});
