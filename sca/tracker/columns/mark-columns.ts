import { marksIn } from "../context/marks.ts";
import type { TrackerWords } from "../context/tracker-words.ts";
import type { Meaning } from "../headings/meaning.ts";
import type { FieldColumn } from "../layout/sheet-layout.ts";

const ENOUGH = 3;
const MOSTLY = 0.7;

/** Columns whose cells are several marks each, which the tracker's own key explains: what the marks speak of. */
export function markColumns(
  columns: readonly FieldColumn[],
  words: TrackerWords,
): Map<FieldColumn, readonly Meaning[]> {
  const found = new Map<FieldColumn, readonly Meaning[]>();
  if (words.size === 0) return found;
  for (const column of columns) {
    const cells = column.cells.filter((cell) => cell.kind === "text" && cell.text.trim() !== "");
    if (cells.length < ENOUGH) continue;
    const read = cells
      .map((cell) => marksIn(words, cell.text, `${column.group} ${column.text}`))
      .filter((marks) => marks !== null);
    if (read.length < cells.length * MOSTLY) continue;
    const kinds = [...new Set(read.flatMap((marks) => [...marks.keys()]))].filter(
      (kind) => read.filter((marks) => marks.has(kind)).length >= 2,
    );
    const several = read.filter((marks) => marks.size > 1).length;
    if (kinds.length >= 2 && several >= read.length * 0.3) found.set(column, kinds);
  }
  return found;
}
