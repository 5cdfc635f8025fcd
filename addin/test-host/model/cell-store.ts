import { type Area, bounding, covers, MOST_COLUMNS, MOST_ROWS } from "./area.ts";
import { type CellShift, shiftedCell } from "./cell-shift.ts";
import type { CellValue } from "./typed-input.ts";

/** A value, or a formula in its file form with the result that somebody gave it; null is not computed. */
export type CellContent =
  | { readonly formula?: never; readonly value: CellValue }
  | { readonly formula: string; readonly value: CellValue | null };

export interface PlacedContent {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
}

/** The cells of one sheet that hold something. */
export class CellStore {
  #cells = new Map<number, CellContent>();

  at(row: number, column: number): CellContent | undefined {
    return this.#cells.get(row * MOST_COLUMNS + column);
  }

  put(row: number, column: number, content: CellContent | null): void {
    const key = row * MOST_COLUMNS + column;
    if (content === null || (content.formula === undefined && content.value === "")) this.#cells.delete(key);
    else this.#cells.set(key, content);
  }

  /** Every cell that holds something, in no order. */
  *all(): Generator<PlacedContent> {
    for (const [key, content] of this.#cells) {
      yield { row: Math.floor(key / MOST_COLUMNS), column: key % MOST_COLUMNS, content };
    }
  }

  /** What stands in an area: by its cells, or by all cells where those are fewer. */
  *in(area: Area): Generator<PlacedContent> {
    if (area.rows * area.columns > this.#cells.size) {
      for (const placed of this.all()) if (covers(area, { ...placed, rows: 1, columns: 1 })) yield placed;
      return;
    }
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const content = this.at(row, column);
        if (content !== undefined) yield { row, column, content };
      }
    }
  }

  isEmpty(area: Area): boolean {
    return this.in(area).next().done === true;
  }

  /** The smallest area that has every cell with something in it, inside `within`. */
  used(within: Area): Area | null {
    let used: Area | null = null;
    for (const { row, column } of this.in(within)) {
      const cell = { row, column, rows: 1, columns: 1 };
      used = used === null ? cell : bounding(used, cell);
    }
    return used;
  }

  shift(shift: CellShift): void {
    const cells = new Map<number, CellContent>();
    for (const { row, column, content } of this.all()) {
      const to = shiftedCell(shift, row, column);
      if (to === null || to.row >= MOST_ROWS || to.column >= MOST_COLUMNS) continue;
      cells.set(to.row * MOST_COLUMNS + to.column, content);
    }
    this.#cells = cells;
  }
}
