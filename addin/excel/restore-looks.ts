import type { TablePlan } from "../../sca/ledger/workbook-plan.ts";
import { applyTableLooks } from "./apply-looks.ts";
import { applyConditions } from "./apply-rules.ts";
import { columnsOf, forAll, rangeOf, rowsOf } from "./excel-range.ts";
import type { LooksBefore, RulesBefore, ViewBefore } from "./looks-before.ts";
import type { PreparedSheet } from "./prepare-plan.ts";
import { bodyOf } from "./read-ledger.ts";
import type { SheetBefore, TableBefore } from "./snapshot.ts";
import type { TargetTable } from "./target-table.ts";
import { CALL_BYTES, type WriteQueue } from "./write-queue.ts";

/** Cells of one call; each takes some 500 bytes. */
const BAND_CELLS = 1_000;
const WHITE = "#FFFFFF";
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** A look as it is written again: a cell without a fill reports white, and would be painted white by it. */
function settable({ format, hyperlink }: Excel.CellProperties): Excel.SettableCellProperties {
  const { fill, borders, ...others } = format ?? {};
  const drawn = Object.entries(borders ?? {}).filter(([, line]) => line?.style !== undefined && line.style !== "None");
  return {
    format: {
      ...others,
      ...(fill?.color === undefined || fill.color.toUpperCase() === WHITE ? {} : { fill }),
      ...(drawn.length === 0 ? {} : { borders: Object.fromEntries(drawn) }),
    },
    ...(hyperlink === undefined || hyperlink === null ? {} : { hyperlink: withoutText(hyperlink) }),
  };
}

/** A link without the text that it shows: that is the cell's own. */
function withoutText({ address, documentReference, screenTip }: Excel.RangeHyperlink): Excel.RangeHyperlink {
  return {
    ...(address ? { address } : {}),
    ...(documentReference ? { documentReference } : {}),
    ...(screenTip ? { screenTip } : {}),
  };
}

async function restoreCells(sheet: Excel.Worksheet, { cells }: LooksBefore, queue: WriteQueue): Promise<void> {
  for (const { area, looks } of cells) {
    const step = Math.max(1, Math.floor(BAND_CELLS / columnsOf(area)));
    for (let first = 0; first < looks.length; first += step) {
      const band = looks.slice(first, first + step).map((row) => row.map(settable));
      await queue.room(CALL_BYTES + JSON.stringify(band).length);
      const top = area.top + first;
      rangeOf(sheet, { ...area, top, bottom: top + band.length - 1 }).setCellProperties(band);
    }
  }
}

/** The view as it was: colour of the tab, grid, what stays in sight. */
function restoreView(sheet: Excel.Worksheet, { tabColour, showsGridlines, frozen }: ViewBefore): void {
  sheet.tabColor = tabColour;
  sheet.showGridlines = showsGridlines;
  const { freezePanes } = sheet;
  if (frozen === null) freezePanes.unfreeze();
  else if (columnsOf(frozen) >= LAST_COLUMN) freezePanes.freezeRows(rowsOf(frozen));
  else if (rowsOf(frozen) >= LAST_ROW) freezePanes.freezeColumns(columnsOf(frozen));
  else freezePanes.freezeAt(rangeOf(sheet, frozen));
}

/** The plan's table in the place and with the columns that it had before. */
function asItStood(target: TargetTable, { table }: TableBefore): TargetTable {
  const body = bodyOf(table);
  const columns = table.headings.map((heading) => {
    const known = target.plan.columns.find((column) => column.heading.toLowerCase() === heading.toLowerCase());
    return known ?? { heading, look: "text" as const, width: 0 };
  });
  const untouched = new Set(
    table.headings.flatMap((heading, at) => {
      const place = target.plan.columns.findIndex((column) => column.heading.toLowerCase() === heading.toLowerCase());
      return place < 0 || target.untouched.has(place) ? [at] : [];
    }),
  );
  const has = (wanted: string) => columns.some(({ heading }) => heading.toLowerCase() === wanted.toLowerCase());
  const plan: TablePlan = {
    ...target.plan,
    ...{ row: table.area.top, column: table.area.left, columns, rows: [] },
    conditions: target.plan.conditions.filter(({ column }) => has(column)),
  };
  return { ...target, plan, area: { ...table.area, bottom: body.bottom }, body, untouched };
}

async function restoreRules(
  sheet: Excel.Worksheet,
  { columns }: RulesBefore,
  { body, untouched }: TargetTable,
  queue: WriteQueue,
): Promise<void> {
  for (const { at, accepts } of columns) {
    if (untouched.has(at)) continue;
    await queue.room(CALL_BYTES * 5 + JSON.stringify(accepts).length);
    const { dataValidation } = rangeOf(sheet, { ...body, left: body.left + at, right: body.left + at });
    dataValidation.clear();
    if (accepts === null) continue;
    const { rule, prompt, errorAlert, ignoreBlanks } = accepts;
    const hasRule = Object.values(rule ?? {}).some((kind) => kind !== null && kind !== undefined);
    if (hasRule) {
      dataValidation.rule = rule;
      dataValidation.errorAlert = errorAlert;
    }
    if (prompt.message !== "") dataValidation.prompt = prompt;
    if (hasRule || prompt.message !== "") dataValidation.ignoreBlanks = ignoreBlanks;
  }
}

/** Rows of a table that the run had taken off, as they stood; null where it took none. */
function rowsTakenOff(
  target: TargetTable,
  before: TableBefore,
): { readonly top: number; readonly bottom: number } | null {
  const { bottom } = bodyOf(before.table);
  if (before.isDropped) return { top: bodyOf(before.table).top, bottom };
  return bottom > target.area.bottom ? { top: target.area.bottom + 1, bottom } : null;
}

async function restoreTable(
  sheet: Excel.Worksheet,
  target: TargetTable,
  before: TableBefore,
  rules: RulesBefore | undefined,
  actualNames: ReadonlyMap<string, string>,
  queue: WriteQueue,
): Promise<void> {
  const standing = asItStood(target, before);
  const rows = rowsTakenOff(target, before);
  if (rows !== null) {
    // Looks of a table know no size of letters.
    await applyTableLooks(sheet, standing, 0, queue);
    for (const [at, format] of before.formats.entries()) {
      if (!standing.untouched.has(at) || format === "General") continue;
      await queue.room(CALL_BYTES);
      const column = standing.body.left + at;
      rangeOf(sheet, { ...rows, left: column, right: column }).numberFormat = forAll(format);
    }
  }
  if (rules !== undefined) await restoreRules(sheet, rules, standing, queue);
  await applyConditions(sheet, standing, { actualNames }, queue);
}

function sentencesOf(prepared: PreparedSheet, before: SheetBefore): readonly string[] {
  const said: string[] = [];
  for (const stood of before.tables) {
    const { name } = stood.table;
    const target = targetOf(prepared, name);
    const where = `the table "${name}" on the sheet "${before.sheet}"`;
    const rows = target === undefined ? null : rowsTakenOff(target, stood);
    if (rows !== null) {
      said.push(
        `Rows ${rows.top} to ${rows.bottom} of ${where} have their content and the ledger's looks again; colours that you had given cells there are gone.`,
      );
    }
    const rules = before.looks.rules.find(({ table }) => table === name);
    if (target === undefined || rules === undefined) continue;
    if (rules.conditions > target.plan.conditions.length)
      said.push(`Conditional formats of your own on ${where} are gone.`);
    if (rules.columns.some(({ at, accepts }) => accepts === null && !target.untouched.has(at)))
      said.push(`Where cells of one column accepted different things in ${where}, they accept anything now.`);
  }
  if (before.looks.isPartial) said.push(`Colours and letters on the sheet "${before.sheet}" are not as they were.`);
  return said;
}

function targetOf({ tables }: PreparedSheet, name: string): TargetTable | undefined {
  return tables.find(({ plan }) => plan.name.toLowerCase() === name.toLowerCase());
}

/**
 * Gives a renewed sheet its earlier looks, once its content is back: its view, the cells beside its tables, what its
 * tables' cells accept, their conditions. Answers with what cannot be brought back, each in a sentence.
 */
export async function restoreLooks(
  sheet: Excel.Worksheet,
  prepared: PreparedSheet,
  before: SheetBefore,
  actualNames: ReadonlyMap<string, string>,
  queue: WriteQueue,
): Promise<readonly string[]> {
  const { looks, tables } = before;
  await queue.room(CALL_BYTES * 4);
  restoreView(sheet, looks.view);
  await restoreCells(sheet, looks, queue);
  for (const stood of tables) {
    const target = targetOf(prepared, stood.table.name);
    const rules = looks.rules.find(({ table }) => table === stood.table.name);
    if (target === undefined) continue;
    await restoreTable(sheet, target, stood, rules, actualNames, queue);
    const below = { ...target.area, top: bodyOf(stood.table).bottom + 1 };
    if (!stood.isDropped && below.top <= below.bottom) await plain(sheet, below, queue);
  }
  return sentencesOf(prepared, before);
}

async function plain(sheet: Excel.Worksheet, area: TargetTable["area"], queue: WriteQueue): Promise<void> {
  await queue.room(CALL_BYTES * 2);
  const range = rangeOf(sheet, area);
  range.dataValidation.clear();
  range.conditionalFormats.clearAll();
}
