import type { PlanValue } from "../../sca/ledger/workbook-plan.ts";
import { TABLE_STYLE } from "../../sca/workbook/looks.ts";
import { areaText, retarget } from "../../sca/workbook/sheet-reference.ts";
import type { WriteSetting } from "./apply-cells.ts";
import { applyTableLooks, isTextLook } from "./apply-looks.ts";
import { cellInput } from "./cell-input.ts";
import { type CellInput, forAll, rangeOf, rowsOf } from "./excel-range.ts";
import { bodyOf } from "./read-ledger.ts";
import { type TargetTable, valueRuns } from "./target-table.ts";
import { bytesOf, CALL_BYTES, type WriteQueue } from "./write-queue.ts";

/** Rows of one request stay well under the size limit, so that several tables fit into one. */
const SLAB_BYTES = 1_000_000;

/** What stood in a band of rows right before it was written over, to be compared once the request is answered. */
export interface SeenRows {
  readonly table: TargetTable;
  /** First row of the band, counted from 0 in the body. */
  readonly first: number;
  readonly from: number;
  readonly range: Excel.Range;
}

/** Lays the table over the sheet, or brings the one that stands there to the plan's size. Its values come after. */
export async function applyTableFrame(
  sheet: Excel.Worksheet,
  table: TargetTable,
  setting: WriteSetting,
  queue: WriteQueue,
): Promise<void> {
  const { plan, area, existing, added } = table;
  await queue.room(CALL_BYTES * 6);
  if (existing === null) {
    const headings = plan.columns.map(({ heading }) => cellInput(heading, false, setting.dateSystem));
    await queue.room(headings.reduce<number>((sum, heading) => sum + bytesOf(heading), 0));
    rangeOf(sheet, { ...area, bottom: area.top }).values = [headings];
    const made = sheet.tables.add(areaText(area), true);
    made.name = plan.name;
    made.style = TABLE_STYLE;
  } else {
    const found = sheet.tables.getItem(existing.name);
    if (existing.showsTotals) found.showTotals = false;
    for (const heading of added) found.columns.add(-1, undefined, heading);
    const more = rowsOf(table.body) - rowsOf(bodyOf(existing));
    if (more > 0 && setting.has("1.13")) found.resize(areaText(area));
    else if (more > 0) {
      await queue.room(more * plan.columns.length * 5);
      found.rows.add(undefined, Array.from({ length: more }, () => plan.columns.map(() => null)) as never);
    }
  }
  await applyTableLooks(sheet, table, setting.size, queue);
}

function inputAt(
  table: TargetTable,
  value: PlanValue | { readonly error: string },
  column: number,
  setting: WriteSetting,
) {
  if (value !== null && typeof value === "object" && "error" in value) {
    throw new Error(`table ${table.plan.name} has an error where a value belongs`);
  }
  return cellInput(value, isTextLook(table.plan.columns[column]?.look), setting.dateSystem);
}

/**
 * Writes the rows, column runs side by side, in bands under the size limit. What stands there is read in the same request
 * right before: a change that a person made at the last moment is seen, and can be put back.
 */
export async function applyTableValues(
  sheet: Excel.Worksheet,
  table: TargetTable,
  setting: WriteSetting,
  queue: WriteQueue,
): Promise<readonly SeenRows[]> {
  const { plan, body, existing } = table;
  const rows = plan.rows.length > 0 ? plan.rows : [plan.columns.map(() => null)];
  const runs = valueRuns(table);
  const standing = existing === null ? 0 : rowsOf(bodyOf(existing));
  const inputs = rows.map((row) => row.map((value, at) => (plan.columns[at]?.formula === undefined ? value : null)));
  const seen: SeenRows[] = [];
  for (let first = 0; first < Math.max(rows.length, standing); ) {
    const band: CellInput[][] = [];
    let bytes = 0;
    while (first + band.length < rows.length && bytes < SLAB_BYTES) {
      const row = (inputs[first + band.length] ?? []).map((value, column) => inputAt(table, value, column, setting));
      bytes += row.reduce<number>((sum, value) => sum + bytesOf(value), 0);
      band.push(row);
    }
    const past = band.length === 0 ? standing : first + band.length;
    const isRead = existing !== null && first < standing;
    await queue.room(bytes * (isRead ? 2 : 1) + CALL_BYTES * runs.length * 4);
    for (const { from, to } of runs) {
      const columns = { left: body.left + from, right: body.left + to };
      if (isRead) {
        const last = Math.min(past, standing);
        const range = rangeOf(sheet, { ...columns, top: body.top + first, bottom: body.top + last - 1 });
        const isInTable = existing !== null && to < existing.headings.length;
        if (isInTable) seen.push({ table, first, from, range: range.load("formulas") });
      }
      if (band.length === 0) continue;
      const place = { ...columns, top: body.top + first, bottom: body.top + first + band.length - 1 };
      rangeOf(sheet, place).values = band.map((row) => row.slice(from, to + 1));
    }
    first = past;
  }
  await shrink(sheet, table, setting, queue);
  return seen;
}

/** Takes rows off the end that the plan has no more, and empties what they leave. */
async function shrink(
  sheet: Excel.Worksheet,
  { area, body, existing }: TargetTable,
  { has }: WriteSetting,
  queue: WriteQueue,
) {
  if (existing === null) return;
  await queue.room(CALL_BYTES * 8);
  const table = sheet.tables.getItem(existing.name);
  const fewer = rowsOf(bodyOf(existing)) - rowsOf(body);
  if (fewer > 0) {
    const rest = { ...area, top: area.bottom + 1, bottom: area.bottom + fewer };
    if (has("1.13")) {
      table.resize(areaText(area));
      const left = rangeOf(sheet, rest);
      left.clear("All");
      left.dataValidation.clear();
      left.conditionalFormats.clearAll();
      if (existing.isFiltered) left.rowHidden = false;
    } else rangeOf(sheet, rest).delete("Up");
  }
  if (existing.showsTotals) table.showTotals = true;
}

/** One formula for all cells of a column: Excel makes it the column's own, whatever the number of rows. */
export async function applyTableFormulas(
  sheet: Excel.Worksheet,
  { plan, body, untouched }: TargetTable,
  { actualNames }: WriteSetting,
  queue: WriteQueue,
): Promise<void> {
  for (const [at, { formula }] of plan.columns.entries()) {
    if (formula === undefined || untouched.has(at)) continue;
    const written = `=${retarget(formula, actualNames)}`;
    await queue.room(CALL_BYTES + bytesOf(written));
    rangeOf(sheet, { ...body, left: body.left + at, right: body.left + at }).formulas = forAll(written);
  }
}

/** The sheet's own tables that go. */
export async function dropTables(
  sheet: Excel.Worksheet,
  dropped: readonly { readonly name: string }[],
  queue: WriteQueue,
): Promise<void> {
  for (const { name } of dropped) {
    await queue.room(CALL_BYTES);
    sheet.tables.getItem(name).delete();
  }
}

/** Applies the user's filters to what stands in the tables now: Excel hides rows by their place until it is asked to. */
export async function filterAgain(
  sheet: Excel.Worksheet,
  tables: readonly { readonly name: string; readonly isFiltered: boolean }[],
  queue: WriteQueue,
): Promise<void> {
  for (const { name, isFiltered } of tables) {
    if (!isFiltered) continue;
    await queue.room(CALL_BYTES);
    sheet.tables.getItem(name).reapplyFilters();
  }
}
