import type { Grid } from "../grid.ts";
import { labelKey } from "./card-labels.ts";
import { alike, deckStarts, headingKeys, isPatientLabel, rowsWithin, stackStarts } from "./decks.ts";

/** Where tables stand side by side, their headings do so near the top. */
const FIRST_ROWS = 80;

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
      return headingKeys(
        grid.rows.flatMap((other) => other.cells.filter((cell) => cell.column >= from && cell.column < to)),
      );
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
      return {
        ...row,
        cells: row.cells.filter((cell) => within(cell.column) || lone),
        ...(row.fills ? { fills: new Map([...row.fills].filter(([column]) => within(column))) } : {}),
      };
    })
    .filter((row) => row.cells.length > 0);
  return { ...grid, rows, merges: grid.merges.filter((merge) => within(merge.left)) };
}

/**
 * The parts of a sheet that repeat one layout: tables or cards side by side, cases in columns stacked under each other.
 * Most sheets are one part. A text alone on its row goes with every part beside it, as a title does.
 */
export function sheetParts(grid: Grid): Grid[] {
  const sides = sideStarts(grid);
  if (sides.length > 0) {
    const starts = [1, ...sides];
    return starts
      .map((from, index) => columnsOf(grid, from, starts[index + 1] ?? Number.POSITIVE_INFINITY))
      .flatMap(sheetParts);
  }
  const repeated = stackStarts(grid);
  const stacks = repeated.length > 0 ? repeated : deckStarts(grid);
  if (stacks.length === 0) return [grid];
  const starts = [1, ...stacks];
  return starts.map((from, index) => rowsWithin(grid, from, starts[index + 1] ?? Number.POSITIVE_INFINITY));
}
