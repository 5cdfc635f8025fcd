import type { ChartSpec } from "../../charts/svg-from-spec.ts";

/**
 * A report as plain data, before it has a format: what is said, in the reading order. Every format (HTML, PDF, Word,
 * PowerPoint, Excel) renders the same document, so no format can say more or other than what was proved about it.
 */
export interface ReportDocument {
  /** Also the file's title for a screen reader and in the properties. */
  readonly title: string;
  /** Stands small over the title: the edition and for whom. */
  readonly over: string;
  /** Under the title: what it stands on and the as-of day. */
  readonly about: string;
  readonly edition: Edition;
  /** Set as a letter: no contents, no numbered parts. */
  readonly isLetter: boolean;
  readonly sections: readonly ReportSection[];
  /** Small print at the end: definitions, assumptions, origin. */
  readonly notes: readonly Text[];
}

export type Edition = "internal" | "payer";

/** A heading with what stands under it. */
export interface ReportSection {
  readonly heading: string;
  /** A section that begins a page in print: an exhibit, for one. */
  readonly startsPage: boolean;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock = ParagraphBlock | FindingBlock | ListBlock | FiguresBlock | TableBlock | ChartBlock;

/** Words in a row; a strong run carries the weight of a figure or a name. */
export type Text = readonly (string | { readonly strong: string })[];

export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly text: Text;
}

/** The one sentence to take home from a section. A hint rests on few answers, and every format shows that in words. */
export interface FindingBlock {
  readonly kind: "finding";
  readonly text: Text;
  readonly isHint: boolean;
}

export interface ListBlock {
  readonly kind: "list";
  readonly isNumbered: boolean;
  readonly items: readonly Text[];
}

/** Large figures side by side. */
export interface FiguresBlock {
  readonly kind: "figures";
  readonly figures: readonly { readonly value: string; readonly label: string }[];
}

export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** As many cells as columns; the first names the row. */
  readonly rows: readonly (readonly TableCell[])[];
  /** The row of the whole; null where there is none. */
  readonly total: readonly TableCell[] | null;
}

export interface TableColumn {
  readonly heading: string;
  /** Figures stand right, words left. */
  readonly align: "figures" | "words";
}

/**
 * A cell as it is read, and the figure behind it where a spreadsheet should hold a number: dollars as dollars, shares as
 * shares of 1. Where there is nothing to say, the words say so and `number` is absent: never a zero.
 */
export interface TableCell {
  readonly text: string;
  readonly number?: { readonly value: number; readonly format: "dollars" | "share" | "count" | "multiple" | "days" };
}

/** A picture of figures that also stand in the table under it. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly title: string;
  /** What a screen reader says instead of the picture: the finding with its figures. */
  readonly alternative: string;
  readonly spec: ChartSpec;
  /** The same figures as bars that an office program draws itself; null where only the picture tells it, as intervals do. */
  readonly bars: NativeBars | null;
  readonly table: TableBlock;
}

/** Horizontal bars, one or more to a name. */
export interface NativeBars {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly format: "dollars" | "share" | "count" | "multiple" | "days";
}
