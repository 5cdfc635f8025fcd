import type { CalendarDate } from "../values/calendar-date.ts";

/** What a cell holds, once its number format is taken into account. */
export type CellKind = "text" | "number" | "date" | "boolean" | "error";

/**
 * One cell that is not empty. Rows and columns count from 1, as a spreadsheet shows them.
 * A cell that a merge covers is not listed: only its top left cell is, and the grid's `merges` say how far it reaches.
 */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  /** What a person sees: the number as its format prints it ("00123", "$1,250.00", "3/4/2025", "140%"), the error word, the text untrimmed. */
  readonly text: string;
  /** Set when `kind` is "number": the stored number (1.4 for a cell that shows 140%). */
  readonly number?: number;
  /** Set when `kind` is "date": the day, whichever date system the file uses. Also set for formula cells by their cached result. */
  readonly day?: CalendarDate;
  /** The number format's code, where it is not General. */
  readonly format?: string;
  /** The formula without its leading "=", where there is one; the other members then speak of its last saved result. */
  readonly formula?: string;
  /** Set for a formula that was saved without a result. */
  readonly uncomputed?: true;
  /** Fill colour as RRGGBB in capitals (theme, tint and palette resolved), where the cell has a fill that is not white. */
  readonly fill?: string;
  /** Font colour as RRGGBB, where it is not black. */
  readonly ink?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly struckOut?: true;
  /** Text of the cell's comment, notes and threads alike, without the author's name line. */
  readonly comment?: string;
  /** Target of the cell's hyperlink ("mailto:…" and "https://…"), where there is one. */
  readonly link?: string;
}

/** A merged area, both corners included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One row with at least one cell, or one that is only coloured: cells in column order. */
export interface GridRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
  /** Fills of cells without content, by column: colour alone can carry a status. */
  readonly fills?: ReadonlyMap<number, string>;
}

/** One sheet of the tracker, or a whole text file (its `sheet` is then null). Rows in order; empty rows are left out. */
export interface Grid {
  readonly sheet: string | null;
  readonly hidden: boolean;
  readonly hiddenColumns: readonly number[];
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
}

/** A tracker as it was read, before anything is understood. */
export interface Tracker {
  /** The file's name with its ending, without folders. */
  readonly file: string;
  readonly grids: readonly Grid[];
}

/**
 * The letters of a column.
 *
 * @example columnLetters(28) is "AB"
 */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * A cell's address as Excel writes it.
 *
 * @example addressOf({ row: 14, column: 3 }) is "C14"
 */
export function addressOf(place: { readonly row: number; readonly column: number }): string {
  return `${columnLetters(place.column)}${place.row}`;
}
