import type { PlanValue } from "../../sca/ledger/workbook-plan.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { cellInput } from "./cell-input.ts";
import { type CellInput, type CellOutput, forAll, rangeOf } from "./excel-range.ts";
import type { RowValues } from "./excel-workbook.ts";
import { neededColumn, refuseLockedSheet } from "./find-row.ts";
import { readBlocks } from "./read-blocks.ts";
import { bodyOf } from "./read-ledger.ts";
import type { Survey, SurveyedTable } from "./survey.ts";
import { bytesOf, CALL_BYTES, WriteQueue } from "./write-queue.ts";

/** The last row of a table: what its cells are like, and whether it is the one blank row of a table without data. */
interface LastRow {
  readonly formulas: readonly CellOutput[];
  readonly formats: readonly string[];
  readonly isOnlyBlank: boolean;
}

function isFormula(value: CellOutput | undefined): boolean {
  return typeof value === "string" && value.startsWith("=");
}

async function lastRow(context: Excel.RequestContext, table: SurveyedTable): Promise<LastRow> {
  const body = bodyOf(table);
  const [{ formulas = [], numberFormat = [] } = {}] = await readBlocks(context, [
    { sheet: table.sheet, area: { ...body, top: body.bottom }, members: ["formulas", "numberFormat"] },
  ]);
  const cells = formulas[0] ?? [];
  const isBlank = cells.every((cell) => cell === "" || isFormula(cell));
  const formats = (numberFormat[0] ?? []).map(String);
  return { formulas: cells, formats, isOnlyBlank: isBlank && body.top === body.bottom };
}

/** A row as cells: null for a calculated column, which fills itself. */
function inputs(table: SurveyedTable, row: RowValues, last: LastRow, dateSystem: DateSystem): CellInput[] {
  const cells: CellInput[] = table.headings.map((_, at) => (isFormula(last.formulas[at]) ? null : ""));
  for (const [heading, value] of row) {
    const at = neededColumn(table, heading);
    if (isFormula(last.formulas[at])) continue;
    cells[at] = cellInput(value as PlanValue, last.formats[at] === "@", dateSystem);
  }
  return cells;
}

/**
 * Adds rows at the end of a table in two requests after the survey; the one blank row of a table without data is filled
 * first. New rows look like the last one, and their text columns are text before anything is written into them.
 */
export async function appendToTable(
  context: Excel.RequestContext,
  survey: Survey,
  table: SurveyedTable,
  rows: readonly RowValues[],
  dateSystem: DateSystem,
): Promise<void> {
  if (rows.length === 0) return;
  refuseLockedSheet(survey, table.sheet);
  const last = await lastRow(context, table);
  const lines = rows.map((row) => inputs(table, row, last, dateSystem));
  const queue = new WriteQueue(context);
  const bytes = lines.flat().reduce<number>((sum, value) => sum + bytesOf(value), 0);
  await queue.room(bytes + CALL_BYTES * (6 + table.headings.length * 2));
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const target = sheet.tables.getItem(table.name);
  const [first = [], ...others] = lines;
  if (last.isOnlyBlank) fill(rangeOf(sheet, bodyOf(table)), [first], last);
  const more = last.isOnlyBlank ? others : lines;
  if (more.length > 0) {
    // At the end as it is when the request runs: somebody may have added a row since.
    target.rows.add(undefined, more.map(() => table.headings.map(() => null)) as never);
    const bottom = target.getDataBodyRange().getLastRow();
    fill(bottom.getOffsetRange(1 - more.length, 0).getResizedRange(more.length - 1, 0), more, last);
  }
  await queue.send();
}

function fill(place: Excel.Range, lines: readonly CellInput[][], { formats }: LastRow): void {
  for (const [at, format] of formats.entries()) {
    if (format !== "General") place.getColumn(at).numberFormat = forAll(format);
  }
  place.values = [...lines];
}
