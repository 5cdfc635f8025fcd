import type { Cell, Grid } from "../grid.ts";
import { namesPatient } from "./blocks.ts";
import { labelKey } from "./card-labels.ts";
import { headingLikeness } from "./header-lines.ts";
import { orientedLines } from "./orientation.ts";
import { columnLines } from "./sheet-lines.ts";

const ALIKE = 0.6;
/** Where tables stand side by side, their headings do so near the top. */
const FIRST_ROWS = 80;

function isHeading(cell: Cell): boolean {
  return headingLikeness({ ...cell, text: cell.text.replace(/[:=]\s*$/, "") }).score >= 0.45;
}

function isPatientLabel(cell: Cell): boolean {
  return cell.kind === "text" && cell.text.length <= 40 && isHeading(cell) && namesPatient(cell.text.replace(/[:=]\s*$/, ""));
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const key of a) if (b.has(key)) shared += 1;
  return shared >= 3 && shared >= ALIKE * Math.max(a.size, b.size);
}

function headingKeys(cells: Iterable<Cell>): Set<string> {
  const keys = new Set<string>();
  for (const cell of cells) if (cell.kind === "text" && isHeading(cell)) keys.add(labelKey(cell.text));
  return keys;
}

/** The columns at which the same labels begin anew: cards or tables that stand side by side. */
function sideStarts(grid: Grid): number[] {
  for (const row of grid.rows.slice(0, FIRST_ROWS)) {
    const byKey = new Map<string, number[]>();
    for (const cell of row.cells) {
      if (!isPatientLabel(cell)) continue;
      const key = labelKey(cell.text);
      byKey.set(key, [...(byKey.get(key) ?? []), cell.column]);
    }
    const starts = [...byKey.values()].find((columns) => columns.length >= 2);
    if (!starts) continue;
    const side = (index: number) => {
      const from = index === 0 ? 1 : (starts[index] ?? 1);
      const to = starts[index + 1] ?? Number.POSITIVE_INFINITY;
      return headingKeys(grid.rows.flatMap((other) => other.cells.filter((cell) => cell.column >= from && cell.column < to)));
    };
    const first = side(0);
    if (starts.every((_, index) => index === 0 || alike(first, side(index)))) return starts.slice(1);
  }
  return [];
}

function columnsOf(grid: Grid, from: number, to: number): Grid {
  const within = (column: number) => column >= from && column < to;
  const rows = grid.rows
    .map((row) => {
      const lone = row.cells.length === 1;
      return { ...row, cells: row.cells.filter((cell) => within(cell.column) || lone), ...(row.fills ? { fills: new Map([...row.fills].filter(([column]) => within(column))) } : {}) };
    })
    .filter((row) => row.cells.length > 0);
  return { ...grid, rows, merges: grid.merges.filter((merge) => within(merge.left)) };
}

/** The rows at which the labels down one column begin anew, where each further column is a case. */
function stackStarts(grid: Grid): number[] {
  if (orientedLines(grid).lines.columnwise === false && !columnsAreCases(grid)) return [];
  for (const line of columnLines(grid).lines.slice(0, 4)) {
    const cells = [...line.cells.values()];
    const labels = cells.filter(isHeading);
    const patients = labels.filter(isPatientLabel).map((cell) => cell.column);
    if (patients.length < 2) continue;
    const [opening] = labels;
    const openings = labels.filter((cell) => opening && labelKey(cell.text) === labelKey(opening.text)).map((cell) => cell.column);
    const starts = openings.length === patients.length ? openings : patients;
    const part = (index: number) => headingKeys(cells.filter((cell) => cell.column >= (starts[index] ?? 0) && cell.column < (starts[index + 1] ?? Number.POSITIVE_INFINITY)));
    const first = part(0);
    if (first.size >= 4 && starts.every((_, index) => index === 0 || alike(first, part(index)))) return starts.slice(1);
  }
  return [];
}

/** Whether two columns or more stand filled beside the labels: several cases, not one card's values. */
function columnsAreCases(grid: Grid): boolean {
  const lines = columnLines(grid).lines;
  const [labels, ...values] = lines;
  if (!labels) return false;
  const labelled = [...labels.cells.values()].filter(isHeading).map((cell) => cell.column);
  const full = values.filter((line) => labelled.filter((at) => line.cells.has(at)).length >= labelled.length * 0.4 && ![...line.cells.values()].some(isPatientLabel));
  return labelled.length >= 8 && full.length >= 2 && full.every((line) => [...line.cells.values()].filter(isHeading).length < line.cells.size * 0.3);
}

function rowsOf(grid: Grid, from: number, to: number): Grid {
  const within = (row: number) => row >= from && row < to;
  return { ...grid, rows: grid.rows.filter((row) => within(row.row)), merges: grid.merges.filter((merge) => within(merge.top)) };
}

/**
 * The parts of a sheet that repeat one layout: tables or cards side by side, cases in columns stacked under each other.
 * Most sheets are one part. A text alone on its row goes with every part beside it, as a title does.
 */
export function sheetParts(grid: Grid): Grid[] {
  const sides = sideStarts(grid);
  if (sides.length > 0) {
    const starts = [1, ...sides];
    return starts.map((from, index) => columnsOf(grid, from, starts[index + 1] ?? Number.POSITIVE_INFINITY)).flatMap(sheetParts);
  }
  const stacks = stackStarts(grid);
  if (stacks.length === 0) return [grid];
  const starts = [1, ...stacks];
  return starts.map((from, index) => rowsOf(grid, from, starts[index + 1] ?? Number.POSITIVE_INFINITY));
}
