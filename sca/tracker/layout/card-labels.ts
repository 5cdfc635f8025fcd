import { DATA_SHAPES, shapeOfCell } from "../columns/cell-shape.ts";
import type { Cell } from "../grid.ts";
import { headingLikeness } from "./header-lines.ts";
import type { SheetLines } from "./sheet-lines.ts";

/** Label texts alike, whatever their case, spaces and marks. */
export function labelKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$%#]+/gu, " ")
    .trim();
}

/** Whether a cell could be the label of what stands beside it, and whether the sheet proves that it is one. */
export interface CardLabels {
  readonly may: (cell: Cell) => boolean;
  readonly proven: (cell: Cell) => boolean;
  /** Whether its words are those of a heading. */
  readonly known: (cell: Cell) => boolean;
}

interface Use {
  count: number;
  readonly beside: Set<string>;
  first: number;
  heading: number;
}

/** Whether a cell may be a label by what it looks like: a short text that is no value. */
export function couldBeLabel(cell: Cell): boolean {
  if (cell.kind !== "text" || cell.text.trim().length > 40) return false;
  if (/[:=]\s*$/.test(cell.text)) return true;
  return /\p{L}|[$#%]/u.test(cell.text) && !DATA_SHAPES.has(shapeOfCell(cell));
}

/**
 * The labels of a sheet's cards. A text that stands again and again with ever different texts to its right is a label,
 * whether or not its words are known; a text whose right neighbour stays the same is a value before the next label.
 */
export function cardLabels(lines: SheetLines, headerLines: ReadonlySet<number>): CardLabels {
  const uses = new Map<string, Use>();
  for (const line of lines.lines) {
    if (headerLines.has(line.at)) continue;
    const cells = [...line.cells.values()];
    cells.forEach((cell, index) => {
      if (!couldBeLabel(cell)) return;
      const key = labelKey(cell.text);
      const use = uses.get(key) ?? { count: 0, beside: new Set<string>(), first: 0, heading: scoreOf(cell) };
      use.count += 1;
      if (index === 0) use.first += 1;
      const next = cells[index + 1];
      if (next && next.column - cell.column <= 3) use.beside.add(labelKey(next.text));
      uses.set(key, use);
    });
  }
  const proven = (cell: Cell) => {
    if (!couldBeLabel(cell)) return false;
    const use = uses.get(labelKey(cell.text));
    if (!use || use.count < 3 || use.beside.size < Math.max(2, use.count * 0.4)) return false;
    return use.heading >= 0.2 || use.first >= Math.max(4, use.count * 0.9);
  };
  return {
    proven,
    known: (cell) => scoreOf(cell) >= 0.45,
    may: (cell) => couldBeLabel(cell) && (scoreOf(cell) >= 0.45 || proven(cell)),
  };
}

function scoreOf(cell: Cell): number {
  return /[:=]\s*$/.test(cell.text)
    ? Math.max(0.5, headingLikeness({ ...cell, text: cell.text.replace(/[:=]\s*$/, "") }).score)
    : headingLikeness(cell).score;
}
