import type { ColumnMeaning } from "../columns/column-meaning.ts";
import type { Cell } from "../grid.ts";
import type { LineDraft } from "./line-draft.ts";
import { readCodedFigure } from "./read-coded-figure.ts";
import { READERS } from "./read-value.ts";

/** Reads a cell that lists one figure for each code of its heading ("16.25/28.75/28.75"); one figure alone is the line's own. */
export function readListedFigures(draft: LineDraft, cell: Cell, listed: readonly string[], meant: ColumnMeaning): void {
  const pieces = cell.text.split(/\s*[/,;|]\s*/).map((piece) => piece.trim());
  const [meaning] = meant.meanings;
  if (meaning === undefined) return;
  if (
    pieces.length < 2 ||
    pieces.length > listed.length ||
    pieces.some((piece) => piece !== "" && !/\d/.test(piece) && !/^[-–—]+$|^n\/?a$/i.test(piece))
  ) {
    READERS[meaning]?.(draft, { cell, text: cell.text, trust: 0.9, packed: false, heading: meant.column.text });
    return;
  }
  pieces.forEach((piece, index) => {
    const code = listed[index];
    if (code === undefined || !/\d/.test(piece)) return;
    const { number: _number, day: _day, format: _format, ...rest } = cell;
    readCodedFigure(
      draft,
      { ...rest, kind: "text", text: piece },
      { code, modifiers: [], text: meant.column.text, group: "" },
      meant.meanings,
    );
  });
  draft.kept.add(cell);
}
