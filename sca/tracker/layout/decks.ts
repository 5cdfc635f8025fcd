import type { Cell, Grid } from "../grid.ts";
import { labelKey } from "./card-labels.ts";
import { headingLikeness } from "./header-lines.ts";
import { namesPatient } from "./names-patient.ts";
import { orientedLines } from "./orientation.ts";
import { columnLines } from "./sheet-lines.ts";

const ALIKE = 0.6;

function isHeading(cell: Cell): boolean {
  return headingLikeness({ ...cell, text: cell.text.replace(/[:=]\s*$/, "") }).score >= 0.45;
}

export function isPatientLabel(cell: Cell): boolean {
  return (
    cell.kind === "text" && cell.text.length <= 40 && isHeading(cell) && namesPatient(cell.text.replace(/[:=]\s*$/, ""))
  );
}

export function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const key of a) if (b.has(key)) shared += 1;
  return shared >= 3 && shared >= ALIKE * Math.max(a.size, b.size);
}

export function headingKeys(cells: Iterable<Cell>): Set<string> {
  const keys = new Set<string>();
  for (const cell of cells) if (cell.kind === "text" && isHeading(cell)) keys.add(labelKey(cell.text));
  return keys;
}

/** The rows at which the labels down one column begin anew, where each further column is a case. */
export function stackStarts(grid: Grid): number[] {
  if (orientedLines(grid).lines.columnwise === false && !columnsAreCases(grid)) return [];
  for (const line of columnLines(grid).lines.slice(0, 4)) {
    const cells = [...line.cells.values()];
    const labels = cells.filter(isHeading);
    const patients = labels.filter(isPatientLabel).map((cell) => cell.column);
    if (patients.length < 2) continue;
    const [opening] = labels;
    const openings = labels
      .filter((cell) => opening && labelKey(cell.text) === labelKey(opening.text))
      .map((cell) => cell.column);
    const starts = openings.length === patients.length ? openings : patients;
    const part = (index: number) =>
      headingKeys(
        cells.filter(
          (cell) =>
            cell.column >= (starts[index] ?? 0) && cell.column < (starts[index + 1] ?? Number.POSITIVE_INFINITY),
        ),
      );
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
  const full = values.filter(
    (line) =>
      labelled.filter((at) => line.cells.has(at)).length >= labelled.length * 0.4 &&
      ![...line.cells.values()].some(isPatientLabel),
  );
  return (
    labelled.length >= 8 &&
    full.length >= 2 &&
    full.every((line) => [...line.cells.values()].filter(isHeading).length < line.cells.size * 0.3)
  );
}

export function rowsWithin(grid: Grid, from: number, to: number): Grid {
  const within = (row: number) => row >= from && row < to;
  return {
    ...grid,
    rows: grid.rows.filter((row) => within(row.row)),
    merges: grid.merges.filter((merge) => within(merge.top)),
  };
}

/**
 * The rows at which a deck of columns with labels of its own begins: stacks of cases in columns that share neither labels
 * nor their place. Decks are parted by a blank row; each names its patients and has several columns filled beside its labels.
 */
export function deckStarts(grid: Grid): number[] {
  const starts = grid.rows
    .filter((row, index) => (grid.rows[index - 1]?.row ?? 0) < row.row - 1 || index === 0)
    .map((row) => row.row);
  if (starts.length < 2) return [];
  const decks = starts.filter((from, index) =>
    isDeck(rowsWithin(grid, from, starts[index + 1] ?? Number.POSITIVE_INFINITY)),
  );
  return decks.slice(1);
}

function isDeck(part: Grid): boolean {
  return (
    columnsAreCases(part) &&
    part.rows.some((row) => row.cells[0] !== undefined && row.cells.length > 1 && isPatientLabel(row.cells[0]))
  );
}
