import { columnList } from "../context/column-lists.ts";
import type { Grid } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import { labelKey } from "./card-labels.ts";
import { headerLikeness, headingLikeness, isHeaderLine } from "./header-lines.ts";
import { columnLines, rowLines, type SheetLines } from "./sheet-lines.ts";

/** How strongly the lines of one direction are headed: the most different meanings on one header line. */
function bestHeader(lines: SheetLines): number {
  let best = 0;
  for (const line of lines.lines) {
    if (isHeaderLine(line)) best = Math.max(best, headerLikeness(line).meanings);
  }
  return best;
}

/** Different meanings down one position of the lines, and how often the commonest label stands there. */
function headingsDown(columns: SheetLines): { at: number; meanings: number; repeats: number; values: number } {
  let best = { at: 0, meanings: 0, repeats: 0, values: 0 };
  for (const line of columns.lines.slice(0, 4)) {
    const meanings = new Set<Meaning>();
    const counts = new Map<string, number>();
    for (const cell of line.cells.values()) {
      const { score, meaning } = headingLikeness(cell);
      if (score < 0.45 || meaning === null) continue;
      meanings.add(meaning);
      counts.set(labelKey(cell.text), (counts.get(labelKey(cell.text)) ?? 0) + 1);
    }
    if (meanings.size <= best.meanings) continue;
    const labelled = new Set(line.cells.keys());
    const values = columns.lines.filter(
      (other) => other.at > line.at && [...other.cells.keys()].filter((at) => labelled.has(at)).length >= 3,
    ).length;
    best = { at: line.at, meanings: meanings.size, repeats: Math.max(0, ...counts.values()), values };
  }
  return best;
}

/** Labels stand in a further column too: one card's pairs side by side, and no column is a case. */
function isForm(columns: SheetLines, labelsAt: number): boolean {
  return columns.lines.some((line) => {
    if (line.at <= labelsAt || line.cells.size < 3) return false;
    const meanings = new Set<Meaning>();
    let labels = 0;
    for (const cell of line.cells.values()) {
      const { score, meaning } = headingLikeness(cell);
      if (score < 0.45 || meaning === null) continue;
      labels += 1;
      meanings.add(meaning);
    }
    return meanings.size >= 3 && labels >= line.cells.size * 0.7;
  });
}

/**
 * The sheet's lines in the direction in which its cases stand: rows, or columns where the headings run down one side
 * and each further column is a case.
 */
export function orientedLines(grid: Grid): { lines: SheetLines; headerAt: number | null } {
  const rows = rowLines(grid);
  const columns = columnLines(grid);
  const across = bestHeader(rows);
  // A list that explains columns by their headings names them down its side, and is no sheet of cases.
  if (rows.lines.some((line) => columnList([...line.cells.values()]) !== null)) return { lines: rows, headerAt: null };
  const down = headingsDown(columns);
  if (isForm(columns, down.at)) return { lines: rows, headerAt: null };
  if (down.meanings >= 5 && down.values >= 1 && down.repeats <= 3 && across < down.meanings * 0.6) {
    return { lines: columns, headerAt: down.at };
  }
  return { lines: rows, headerAt: null };
}
