import type { CalendarDate } from "../values/calendar-date.ts";

/**
 * A workbook as plain data: what to add beside the user's sheets. Two hands apply it, Office.js in Excel and the file
 * writer outside it; neither knows a rule of the domain. Rows and columns count from 1.
 */
export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamedCell[];
}

/** A day as a cell value, to tell it from text. */
export interface DayValue {
  readonly day: CalendarDate;
}

/** What a cell holds: text never becomes a formula, whatever it starts with. */
export type PlanValue = string | number | boolean | DayValue | null;

/** A formula in Excel's file form without "=": `Cases[[#This Row],[Submitted]]`, never `[@Submitted]`; with the result that we computed. */
export interface PlanFormula {
  readonly formula: string;
  /** The cached result; the workbook recalculates when it opens. An error result is written as `{ error: "#N/A" }`. */
  readonly result: PlanValue | { readonly error: string };
}

/** How a cell looks: each hand maps a look to number format, font, fill and alignment. */
export type Look =
  | "text"
  | "wrapped"
  | "id"
  | "date"
  | "money"
  | "rate"
  | "percent"
  | "multiple"
  | "whole"
  | "decimal"
  | "title"
  | "subtitle"
  | "heading"
  | "input"
  | "inputDate"
  | "muted"
  | "link";

/** A look that a condition puts on a cell: meaning is always in the text too, never in the colour alone. */
export type Signal = "good" | "attention" | "urgent" | "lapsed" | "quiet";

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly value: PlanValue | PlanFormula;
  readonly look?: Look;
  /** A place in this workbook ("Review!A1") or a mailto:/https: address. */
  readonly link?: string;
}

/** A cell that formulas call by name, such as AsOf. */
export interface NamedCell {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Height of the named range, one cell unless told. */
  readonly rows?: number;
}

export interface ColumnPlan {
  /** The heading: unique in its table, one line, no `[ ] # ' @`. */
  readonly heading: string;
  readonly look: Look;
  /** Width in characters. */
  readonly width: number;
  /** A calculated column: the formula of every row, in the file form. */
  readonly formula?: string;
  /** Words that the cell accepts. A strict list refuses others; otherwise Excel only advises. */
  readonly choices?: { readonly words: readonly string[]; readonly strict: boolean };
  /** Only days, or only numbers of at least zero, are accepted (blank always is). */
  readonly accepts?: "day" | "number";
  /** Shown when the cell is selected. */
  readonly hint?: string;
}

export interface ConditionPlan {
  /** The heading of the column that changes its looks. */
  readonly column: string;
  /** True for the rows to mark: a formula on the first data row in A1 form with `{Heading}` for that row's cell of a column, such as `{Days left}<0`. */
  readonly when: string;
  readonly signal: Signal;
}

export interface TablePlan {
  readonly name: string;
  /** Where the heading row starts. */
  readonly row: number;
  readonly column: number;
  readonly columns: readonly ColumnPlan[];
  /** One array a row, as long as `columns`. A table without rows is written with one blank row. A calculated column's cells carry only the cached result. */
  readonly rows: readonly (readonly (PlanValue | { readonly error: string })[])[];
  readonly conditions: readonly ConditionPlan[];
}

export interface SheetPlan {
  readonly name: string;
  /** RRGGBB. */
  readonly tabColour?: string;
  readonly cells: readonly PlacedCell[];
  readonly tables: readonly TablePlan[];
  /** Widths of columns that no table sets. */
  readonly widths?: ReadonlyMap<number, number>;
  /** Rows above and columns left of this cell stay in view. */
  readonly freeze?: { readonly row: number; readonly column: number };
  readonly landscape: boolean;
}

/** What is amiss with a cell, or with a whole row of a text file, that its value does not show. */
export interface CellFlaw {
  /** The row's place among the rows of the table, from 0; -1 for a row that is not among them. */
  readonly row: number;
  readonly heading: string;
  /** An error such as #REF!, a formula without its result, an amount in another currency, a row longer than the headings, a row right under the table. */
  readonly kind: "error" | "no-result" | "other-currency" | "too-many-cells" | "under-table";
  /** What stands there. */
  readonly found: string;
}

/** A table as it stands in a workbook, whoever edited it: headings and rows of values as Excel saved them. */
export interface TableContent {
  readonly name: string;
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly PlanValue[])[];
  readonly flaws?: readonly CellFlaw[];
}

/** What a workbook holds of an earlier ledger: its tables by name and its named cells' values. */
export interface LedgerContent {
  readonly tables: ReadonlyMap<string, TableContent>;
  readonly named: ReadonlyMap<string, PlanValue>;
  /** Settings of the ledger that a file of settings holds once more, by name, as often as it does. */
  readonly repeated?: readonly string[];
  /** Files beside the tables that are none of them, where the tables are files of a folder. */
  readonly strangers?: readonly string[];
  /** Tables of the ledger whose rows stand on their sheet as a plain range, by name. */
  readonly bare?: readonly string[];
}
