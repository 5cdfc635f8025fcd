import type { GridRow, Merge } from "../../../sca/tracker/grid.ts";
import { UserProblem } from "../../user-problem.ts";
import type { CellDraft } from "./cell-reader.ts";

interface RowDraft {
  row: number;
  hidden: boolean;
  cells: CellDraft[];
  fills: Map<number, string> | null;
}

/** More areas than this never cross one row of a sheet that a person made. */
const MOST_MERGES_IN_A_ROW = 1000;
const MOST_LINKED_CELLS = 5_000_000;

/** The rows of one sheet while it is being read. Rows and cells may come in any order, and twice: the last one counts. */
export class GridDraft {
  #rows: RowDraft[] = [];
  #current: RowDraft | null = null;
  #inOrder = true;
  #linked = 0;

  startRow(row: number, hidden: boolean): void {
    const last = this.#rows.at(-1);
    if (last !== undefined && last.row >= row) this.#inOrder = false;
    this.#current = { row, hidden, cells: [], fills: null };
    this.#rows.push(this.#current);
  }

  /** Rows without a cell or a colour are left out. */
  endRow(): void {
    if (this.#current !== null && this.#current.cells.length === 0 && this.#current.fills === null) this.#rows.pop();
    this.#current = null;
  }

  addCell(cell: CellDraft): void {
    const cells = this.#current?.cells ?? [];
    const last = cells.at(-1);
    if (last !== undefined && last.column >= cell.column) this.#inOrder = false;
    cells.push(cell);
  }

  addFill(column: number, fill: string): void {
    if (this.#current === null) return;
    this.#current.fills ??= new Map();
    this.#current.fills.set(column, fill);
  }

  /** The last column with content. */
  lastColumn(): number {
    let last = 0;
    for (const { cells } of this.#rows) last = Math.max(last, cells.at(-1)?.column ?? 0);
    return last;
  }

  #sort(): void {
    if (this.#inOrder) return;
    const byRow = new Map<number, RowDraft>();
    for (const draft of this.#rows) {
      const known = byRow.get(draft.row);
      if (known === undefined) byRow.set(draft.row, draft);
      else {
        for (const cell of draft.cells) known.cells.push(cell);
        for (const [column, fill] of draft.fills ?? []) known.fills = (known.fills ?? new Map()).set(column, fill);
      }
    }
    this.#rows = [...byRow.values()].sort((a, b) => a.row - b.row);
    for (const draft of this.#rows) {
      const byColumn = new Map(draft.cells.map((cell) => [cell.column, cell]));
      draft.cells = [...byColumn.values()].sort((a, b) => a.column - b.column);
    }
    this.#inOrder = true;
  }

  #firstFrom(row: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle]?.row ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  addLink(area: Merge, link: string): void {
    this.#sort();
    for (let at = this.#firstFrom(area.top); at < this.#rows.length; at++) {
      const draft = this.#rows[at];
      if (draft === undefined || draft.row > area.bottom) return;
      for (const cell of draft.cells) {
        if (++this.#linked > MOST_LINKED_CELLS) return;
        if (cell.column >= area.left && cell.column <= area.right) cell.link = link;
      }
    }
  }

  /** A note on a cell; an empty cell that carries one becomes a cell with empty text, so that the note is not lost. */
  addNotes(notes: readonly { readonly row: number; readonly column: number; readonly text: string }[]): void {
    this.#sort();
    const added: RowDraft[] = [];
    for (const { row, column, text } of notes) {
      const draft = this.#rows[this.#firstFrom(row)];
      const cell = draft?.row === row ? draft.cells.find((candidate) => candidate.column === column) : undefined;
      if (cell !== undefined) {
        cell.comment = text;
        continue;
      }
      const bare: CellDraft = { row, column, kind: "text", text: "", comment: text };
      const fill = draft?.row === row ? draft.fills?.get(column) : undefined;
      if (fill !== undefined) bare.fill = fill;
      added.push({ row, hidden: false, cells: [bare], fills: null });
    }
    if (added.length === 0) return;
    this.#rows.push(...added);
    this.#inOrder = false;
  }

  /** The rows in order, without what merges cover. */
  finish(merges: readonly Merge[]): readonly GridRow[] {
    this.#sort();
    const waiting = [...merges].sort((a, b) => a.top - b.top);
    let next = 0;
    let active: Merge[] = [];
    const rows: GridRow[] = [];
    for (const { row, hidden, cells, fills } of this.#rows) {
      for (let merge = waiting[next]; merge !== undefined && merge.top <= row; merge = waiting[++next])
        active.push(merge);
      active = active.filter((merge) => merge.bottom >= row);
      if (active.length > MOST_MERGES_IN_A_ROW) {
        throw new UserProblem(
          "xml-damaged",
          `The workbook is damaged: merged areas lie on top of each other in row ${row}.`,
        );
      }
      const covered = (column: number): boolean =>
        active.some((m) => column >= m.left && column <= m.right && (row > m.top || column > m.left));
      // A copy even where nothing is covered: it is as long as needed, where a list that grew keeps room for more.
      const kept = active.length === 0 ? cells.slice() : cells.filter((cell) => !covered(cell.column));
      if (fills === null) {
        if (kept.length > 0) rows.push({ row, hidden, cells: kept });
        continue;
      }
      const filled = new Set(kept.map((cell) => cell.column));
      const colours = [...fills].filter(([column]) => !filled.has(column) && !covered(column));
      if (colours.length > 0) rows.push({ row, hidden, cells: kept, fills: new Map(colours) });
      else if (kept.length > 0) rows.push({ row, hidden, cells: kept });
    }
    return rows;
  }
}
