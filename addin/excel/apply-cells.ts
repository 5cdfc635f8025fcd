import type { PlacedCell, SheetPlan } from "../../sca/ledger/workbook-plan.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { plannedAreas } from "../../sca/workbook/planned-areas.ts";
import { type Area, areaText, parseReference, quoteSheet, retarget } from "../../sca/workbook/sheet-reference.ts";
import { applyLook, isTextLook, lookOf } from "./apply-looks.ts";
import { cellInput } from "./cell-input.ts";
import { type CellInput, columnsOf, rangeOf, rowsOf } from "./excel-range.ts";
import { bytesOf, CALL_BYTES, type WriteQueue } from "./write-queue.ts";

/** What writing takes from the workbook. */
export interface WriteSetting {
  readonly dateSystem: DateSystem;
  readonly actualNames: ReadonlyMap<string, string>;
  /** Points of the workbook's own letters. */
  readonly size: number;
  /** Whether this Excel has a version of ExcelApi. */
  readonly has: (version: string) => boolean;
}

function inputOf({ value, ...cell }: PlacedCell, dateSystem: DateSystem): CellInput {
  if (value !== null && typeof value === "object" && "formula" in value) return null;
  return cellInput(value, isTextLook(lookOf({ value, ...cell })), dateSystem);
}

/** Writes the values of the cells that the plan places by themselves, a block at a time; their formulas come later. */
export async function applyCellValues(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  { dateSystem }: WriteSetting,
  queue: WriteQueue,
): Promise<void> {
  const blocks = plannedAreas({ ...plan, tables: [] }).map((area) => ({
    area,
    matrix: Array.from({ length: rowsOf(area) }, () => new Array<CellInput>(columnsOf(area)).fill(null)),
  }));
  for (const cell of plan.cells) {
    const { row, column } = cell;
    const block = blocks.find(({ area }) => isInside(area, row, column));
    const line = block?.matrix[row - block.area.top];
    if (block === undefined || line === undefined) throw new Error(`no block for row ${row}, column ${column}`);
    line[column - block.area.left] = inputOf(cell, dateSystem);
  }
  for (const { area, matrix } of blocks) {
    const bytes = matrix.reduce((sum, line) => sum + line.reduce<number>((all, value) => all + bytesOf(value), 0), 0);
    await queue.room(CALL_BYTES + bytes);
    rangeOf(sheet, area).values = matrix;
  }
}

function isInside({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/**
 * The formulas of placed cells, in the form that files keep (`Cases[[#This Row],[Rate]]`): Excel takes it as it takes
 * `[@Rate]` ("Using structured references with Excel tables", Microsoft Support).
 */
export async function applyCellFormulas(
  sheet: Excel.Worksheet,
  { cells }: SheetPlan,
  { actualNames }: WriteSetting,
  queue: WriteQueue,
): Promise<void> {
  for (const { row, column, value } of cells) {
    if (value === null || typeof value !== "object" || !("formula" in value)) continue;
    const formula = `=${retarget(value.formula, actualNames)}`;
    await queue.room(CALL_BYTES + bytesOf(formula));
    rangeOf(sheet, { top: row, left: column, bottom: row, right: column }).formulas = [[formula]];
  }
}

/** A link of the plan as Excel takes it: a place of this workbook, or an address outside. */
function hyperlink(link: string, actualNames: ReadonlyMap<string, string>): Excel.RangeHyperlink {
  const place = parseReference(link);
  if (place === null) return { address: link };
  const sheet = actualNames.get(place.sheet.toLowerCase()) ?? place.sheet;
  return { documentReference: `${quoteSheet(sheet)}!${areaText(place.area)}` };
}

/** The links of placed cells. Excel paints a new link blue: the plan's look goes over it. */
export async function applyLinks(
  sheet: Excel.Worksheet,
  { cells }: SheetPlan,
  { actualNames, size }: WriteSetting,
  queue: WriteQueue,
): Promise<void> {
  for (const cell of cells) {
    const { row, column, link } = cell;
    if (link === undefined) continue;
    await queue.room(CALL_BYTES * 8 + link.length);
    const range = rangeOf(sheet, { top: row, left: column, bottom: row, right: column });
    range.hyperlink = hyperlink(link, actualNames);
    applyLook(range, lookOf(cell) ?? "link", size);
  }
}
