import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import type { RowKind } from "../tracked-case.ts";
import type { SheetLines } from "./sheet-lines.ts";

/** All cells of a tracker's sheet that stand under one heading, or beside one label. */
export interface FieldColumn {
  readonly key: string;
  readonly text: string;
  readonly group: string;
  /** Position across the line; null for a label that may stand anywhere. */
  readonly position: number | null;
  readonly headingCell: Cell | null;
  readonly cells: Cell[];
  /** For a label of cards: the records that have it. */
  readonly records?: Set<number>;
  /** What the layout itself makes of it, where no heading does: the patients of running text. */
  readonly implied?: Meaning;
}

/** A cell of a record with the column or label it belongs to; null where nothing heads it. */
export interface PlacedValue {
  readonly cell: Cell;
  readonly column: FieldColumn | null;
  /** Carried down from a merged cell. */
  readonly carried: boolean;
}

/** One line that may tell of a case. `block`: lines with the same number belong to one card or banner. */
export interface RecordLine {
  readonly at: number;
  /** All lines it covers, where a card's lines were joined; absent: `at` alone. */
  readonly rows?: readonly number[];
  readonly hidden: boolean;
  readonly role: "row" | "banner" | "pairs";
  readonly values: readonly PlacedValue[];
  readonly fills: ReadonlyMap<number, string>;
  readonly block: number | null;
  /** Texts of the section lines above it, outermost first. */
  readonly sections: readonly SectionLine[];
  /** Rows without header or labels of their own, joined because they are one patient's. */
  readonly free?: true;
  /** A later authorization told in columns or pieces of its own on the same line: 1 for the second; absent for the line itself. */
  readonly round?: number;
  /** The header it stands under: records of one header are read by the same columns. */
  readonly set: string;
}

export interface SectionLine {
  readonly at: number;
  readonly text: string;
  readonly cell: Cell;
}

/** A line that is not a case, and what it is. */
export interface OtherLine {
  readonly at: number;
  readonly kind: RowKind;
  readonly texts: readonly Cell[];
}

/** A sheet taken apart: its columns by header, its lines, and what stands above and between them. */
export interface SheetLayout {
  readonly lines: SheetLines;
  /** Column sets by header signature; the set "labels" holds the labels of cards. */
  readonly sets: ReadonlyMap<string, FieldColumn[]>;
  readonly records: readonly RecordLine[];
  readonly others: readonly OtherLine[];
  readonly titles: readonly string[];
  /** What stands on the cases' lines beyond the last heading, with a gap before it: a key or a note beside the table. */
  readonly beside: readonly BesideLine[];
}

export interface BesideLine {
  readonly cells: readonly Cell[];
  readonly fills: ReadonlyMap<number, string>;
}
