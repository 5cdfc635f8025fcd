import type { PlanValue } from "../../sca/ledger/workbook-plan.ts";
import { placeText } from "./apply-looks.ts";
import type { SeenRows } from "./apply-table.ts";
import { cellInput } from "./cell-input.ts";
import { type CellOutput, rangeOf } from "./excel-range.ts";
import { WorkbookProblem } from "./excel-workbook.ts";
import { type Edit, editsBetween, type Rows, rowKeys } from "./meanwhile.ts";
import type { PreparedPlan, PreparedSheet } from "./prepare-plan.ts";
import type { LedgerReading } from "./read-ledger.ts";
import type { Before, TableBefore } from "./snapshot.ts";
import type { TargetTable } from "./target-table.ts";
import { CALL_BYTES, WriteQueue } from "./write-queue.ts";

/** The plan with what people changed since it was made, and where that is. */
export interface KeptEdits {
  readonly sheets: readonly PreparedSheet[];
  readonly places: readonly string[];
}

function rowsMoved(table: string): WorkbookProblem {
  return new WorkbookProblem(
    "edited-meanwhile",
    `Rows of the table "${table}" were added, taken out or sorted while the ledger was being made. The workbook is as it was before. Run again: the new rows are then taken in.`,
  );
}

/** Rows with all columns of the table from the pieces that were read. */
function wholeRows({ table, columns }: TableBefore): Rows {
  const count = columns[0]?.formulas.length ?? 0;
  return Array.from({ length: count }, (_, at) => {
    const row: CellOutput[] = table.headings.map(() => "");
    for (const { from, formulas } of columns) {
      for (const [right, value] of (formulas[at] ?? []).entries()) row[from + right] = value;
    }
    return row;
  });
}

function dataColumns(table: TargetTable): readonly number[] {
  return table.plan.columns.flatMap(({ formula }, at) =>
    formula === undefined && !table.untouched.has(at) ? [at] : [],
  );
}

/** Where in the plan's rows an edited row stands. */
function plannedRow(table: TargetTable, key: string): number {
  const keys = rowKeys(table.plan.rows.map((row) => row.map(bare)));
  return keys.indexOf(key);
}

function bare(value: PlanValue | { readonly error: string }): string | number | boolean | null {
  return typeof value === "object" ? null : value;
}

function editsOf(table: TargetTable, before: TableBefore, reading: LedgerReading | null): readonly Edit[] {
  const read = reading?.bare.get(before.table.name);
  if (read === undefined) return [];
  const edits = editsBetween(read, wholeRows(before), dataColumns(table));
  if (edits === null) throw rowsMoved(before.table.name);
  return edits;
}

function withEdits(table: TargetTable, sheet: string, edits: readonly Edit[], places: string[]): TargetTable {
  if (edits.length === 0) return table;
  const rows = table.plan.rows.map((row) => [...row]);
  for (const { key, column, value } of edits) {
    const at = plannedRow(table, key);
    const row = rows[at];
    if (row === undefined || row[column] === value) continue;
    row[column] = value === "" ? null : value;
    places.push(placeText(sheet, table.body.top + at, table.body.left + column));
  }
  return { ...table, plan: { ...table.plan, rows } };
}

/**
 * Puts into the plan what people changed in the ledger since it was read for the plan. Throws a WorkbookProblem
 * "edited-meanwhile" where rows came, went or changed places.
 */
export function keepEdits(plan: PreparedPlan, before: Before, reading: LedgerReading | null): KeptEdits {
  const places: string[] = [];
  const sheets = plan.sheets.map((prepared) => {
    const known = before.sheets.find(({ sheet }) => sheet === prepared.name)?.tables ?? [];
    const tables = prepared.tables.map((table) => {
      const stood = known.find((entry) => entry.table === table.existing);
      return stood === undefined ? table : withEdits(table, prepared.name, editsOf(table, stood, reading), places);
    });
    return { ...prepared, tables };
  });
  return { sheets, places };
}

/** What stood in each table right before it was written over, from the bands that were read with the writes. */
function lastSeen(seen: readonly SeenRows[]): ReadonlyMap<TargetTable, CellOutput[][]> {
  const tables = new Map<TargetTable, CellOutput[][]>();
  for (const { table, first, from, range } of seen) {
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    for (const [down, values] of (range.formulas as CellOutput[][]).entries()) {
      rows[first + down] ??= table.plan.columns.map(() => "");
      const row = rows[first + down];
      for (const [right, value] of values.entries()) if (row !== undefined) row[from + right] = value;
    }
  }
  return tables;
}

/**
 * Puts back what people typed between the last look and the write itself; answers with the places. Throws a
 * WorkbookProblem "edited-meanwhile" where rows moved: the run is taken back then.
 */
export async function putBack(
  context: Excel.RequestContext,
  seen: readonly SeenRows[],
  before: Before,
): Promise<readonly string[]> {
  const queue = new WriteQueue(context);
  const places: string[] = [];
  for (const [table, rows] of lastSeen(seen)) {
    const stood = before.sheets.flatMap(({ tables }) => tables).find((entry) => entry.table === table.existing);
    if (stood === undefined) continue;
    const edits = editsBetween(wholeRows(stood), rows, dataColumns(table));
    if (edits === null) throw rowsMoved(stood.table.name);
    for (const { key, column, value } of edits) {
      const at = plannedRow(table, key);
      if (at < 0) throw rowsMoved(stood.table.name);
      const row = table.body.top + at;
      const left = table.body.left + column;
      await queue.room(CALL_BYTES + String(value).length);
      const isText = stood.formats[column] === "@";
      const { sheet } = stood.table;
      rangeOf(context.workbook.worksheets.getItem(sheet), { top: row, left, bottom: row, right: left }).values = [
        [cellInput(value, isText, "1900")],
      ];
      places.push(placeText(sheet, row, left));
    }
  }
  await queue.send();
  return places;
}
