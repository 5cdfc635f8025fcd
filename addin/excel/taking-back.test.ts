import { describe, expect, it, vi } from "vitest";
import type { WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import { areaAt } from "../test-host/model/area.ts";
import type { WorkbookModel } from "../test-host/model/workbook.ts";
import { workbookContent } from "../test-host/model/workbook-content.ts";
import { openLog, smallPlan } from "../test-host/structured/small-plan.ts";
import { openTracker, planFor, structure } from "../test-host/structured/structured-workbook.ts";

vi.setConfig({ testTimeout: 60_000 });

const SIGNAL = new AbortController().signal;
const QUIET = (): void => {};

/** A table of cases with rules below a title and an input, whose words and rows differ from run to run. */
function dressedPlan(rows: number, words: readonly string[]): WorkbookPlan {
  const [sheet] = smallPlan([]).sheets;
  const [small] = sheet?.tables ?? [];
  if (sheet === undefined || small === undefined) throw new Error("the small plan has a table");
  const columns = small.columns.map((column, at) =>
    at === 1 ? { ...column, choices: { words, strict: true } } : column,
  );
  const lines = Array.from({ length: rows }, (_, at) => [`P-${at}`, words[0] ?? "", null]);
  const conditions = [{ column: "Note", when: `{Note}="open"`, signal: "good" as const }];
  const settings = {
    ...{ name: "Settings", tables: [], landscape: false, tabColour: "1F3A5F", freeze: { row: 2, column: 1 } },
    cells: [
      { row: 1, column: 1, value: `Settings of ${words[0]}`, look: "title" as const },
      { row: 3, column: 2, value: rows, look: "input" as const },
      { row: 4, column: 2, value: "Log", link: "Log!A1" },
    ],
  };
  const cases = { ...sheet, tables: [{ ...small, columns, rows: lines, conditions }] };
  return { sheets: [cases, settings], names: [{ name: "Lead", sheet: "Settings", row: 3, column: 2 }] };
}

/** The whole workbook with its looks, apart from what nobody sees. */
function seen(workbook: WorkbookModel) {
  const { sheets, tables, names } = workbookContent(workbook);
  const places = sheets.map(({ conditions, validations, ...sheet }) => ({
    ...sheet,
    looks: [...sheet.looks].map(([cell, looks]) => [cell, ...visible(looks)]).filter((told) => told.length > 1),
    conditions: conditions.map(({ area, settings }) => `${area} ${settings["custom.rule.formula"]}`),
    validations: validations.map((one) => JSON.stringify(one)).sort(),
  }));
  return { places, tables, names };
}

/** What a cell shows: lines that are not drawn have no colour, and a fill of its own that is white is none. */
function visible(looks: ReadonlyMap<string, unknown>) {
  return [...looks]
    .filter(([name, value]) => !/Inside|columnWidth/.test(name) && value !== null && value !== "None")
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .sort();
}

describe("taking a second run back", () => {
  it.each([
    ["longer", 9],
    ["shorter", 1],
  ])("brings looks, rules, words and views back where the run made tables %s", async (_, rows) => {
    const { hand, workbook, user } = openLog();
    await hand.applyPlan(dressedPlan(4, ["open", "shut"]), QUIET, SIGNAL);
    user.typeInto("Settings", "B3", 77);
    const sheet = workbook.sheet("Settings");
    sheet?.formats.put("fill.color", areaAt(2, 1, 1, 1), "#FFFF00");
    if (sheet) sheet.tabColor = "#00FF00";
    if (sheet) sheet.frozen = { rows: 3, columns: 0 };
    const before = seen(workbook);
    await hand.applyPlan(dressedPlan(rows, ["won", "lost"]), QUIET, SIGNAL);
    expect(seen(workbook)).not.toEqual(before);
    const lost = await hand.undoLastPlan();
    expect(seen(workbook)).toEqual(before);
    expect(lost).toEqual(
      rows === 1
        ? [
            'Rows 3 to 5 of the table "Cases" on the sheet "Cases" have their content and the ledger\'s looks again; colours that you had given cells there are gone.',
          ]
        : [],
    );
  });

  it("of the sample brings everything that is seen back", async () => {
    const { hand, workbook } = await openTracker("data-samples/recovery-center.xlsx");
    await structure(hand);
    const before = seen(workbook);
    const read = await hand.readTracker(["SCA Log"], QUIET);
    const fewer = { ...read, grids: read.grids.map((grid) => ({ ...grid, rows: grid.rows.slice(0, 30) })) };
    await hand.applyPlan(planFor(fewer, await hand.readLedger(), await hand.takenNames()), QUIET, SIGNAL);
    const lost = await hand.undoLastPlan();
    const after = seen(workbook);
    for (const [at, place] of before.places.entries()) expect(after.places[at], place.name).toEqual(place);
    expect(lost?.every((sentence) => sentence.startsWith("Rows "))).toBe(true);
  });

  it("keeps a totals row that the user switched on", async () => {
    const { hand, workbook, Excel } = openLog();
    await hand.applyPlan(dressedPlan(4, ["open", "shut"]), QUIET, SIGNAL);
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Cases").showTotals = true;
      await context.sync();
    });
    const before = workbookContent(workbook).tables;
    for (const rows of [9, 2]) {
      await hand.applyPlan(dressedPlan(rows, ["open", "shut"]), QUIET, SIGNAL);
      expect(workbook.table("Cases")?.showTotals).toBe(true);
      await hand.undoLastPlan();
      expect(workbookContent(workbook).tables).toEqual(before);
    }
  });
});

describe("a run that fails half-way and cannot be taken back", () => {
  it("says so, and the next run completes it without a second ledger", async () => {
    const { hand, workbook, host } = openLog();
    const plan = dressedPlan(4, ["open", "shut"]);
    const bad = { row: 9, column: 1, value: { formula: "Nope[Rate]", result: 1 } };
    const broken = { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, cells: [...sheet.cells, bad] })) };
    // Taking back is refused as well: the workbook's connection is gone with the failed request.
    const told = (_: number, what: string) => {
      if (what !== "writing Cases") return;
      host.beforeNextSync(() => host.beforeNextSync(() => host.failNextSync("GeneralException", "gone")));
    };
    const failed = hand.applyPlan(broken, told, SIGNAL);
    await expect(failed).rejects.toMatchObject({
      code: "half-written",
      message: expect.stringContaining("Write the ledger once more"),
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Log", "Cases", "Settings"]);
    await hand.applyPlan(plan, QUIET, SIGNAL);
    const mended = openLog();
    await mended.hand.applyPlan(plan, QUIET, SIGNAL);
    expect(seen(workbook)).toEqual(seen(mended.workbook));
  });
});
