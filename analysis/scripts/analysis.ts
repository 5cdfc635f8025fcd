import type { SliceRow } from "../charts/slice-chart.ts";
import type { CsvCell } from "../files/writing/csv-text.ts";
import type { SliceKey } from "../frames/case-frame.ts";
import type { MeasureName } from "../frames/measure-aggregates.ts";
import type { Slice } from "../frames/measured-slices.ts";
import type { LeverageLedger } from "../report/leverage-ledger.ts";

/** A slice of the requests with every measure of it. */
export type MeasuredSlice = Slice<MeasureName>;

/** What an analysis sees beside a slice. */
export interface Whole {
  readonly ledger: LeverageLedger;
  /** All requests together. */
  readonly all: MeasuredSlice;
  /** All slices, in the order of their words. */
  readonly slices: readonly MeasuredSlice[];
  /** What they are sliced by. */
  readonly keys: readonly SliceKey[];
}

/** A column of the table: its heading, and its cell for a slice; null is blank. */
export type AnalysisColumn = readonly [heading: string, cell: (slice: MeasuredSlice) => CsvCell];

/** What the chart draws of a slice. */
export type Drawn = Omit<SliceRow, "group" | "name">;

/** One question put to a ledger, slice by slice: a table and a chart. It names measures and holds no formula. */
export interface Analysis {
  /** Names the files: approval-rates.csv, approval-rates.svg. */
  readonly name: string;
  readonly title: string;
  /** What it tells, in a sentence for the help. */
  readonly about: string;
  /** What it is sliced by where nobody says. */
  readonly keys: readonly SliceKey[];
  /** What it is sliced by where somebody does; the same unless the analysis needs a key of its own. */
  readonly keysFor?: (asked: readonly SliceKey[]) => readonly SliceKey[];
  /** The order of the slices, where it is not that of their words. */
  readonly inOrder?: (whole: Whole) => readonly MeasuredSlice[];
  readonly columns: (whole: Whole) => readonly AnalysisColumn[];
  readonly chart: {
    /** What the marks mean. */
    readonly legend: string;
    readonly shape: "dot" | "bar";
    readonly format: string;
    readonly from: number;
    readonly to: number;
    /** Where the dashed line stands and what it is; null draws none. */
    readonly line: (whole: Whole) => { readonly at: number; readonly words: string } | null;
    readonly drawn: (slice: MeasuredSlice, whole: Whole) => Drawn;
  };
  /** Why there is nothing to draw, in a sentence; null where there is something. */
  readonly nothing: (whole: Whole) => string | null;
  /** What a reader has to know about the figures. */
  readonly remarks: (whole: Whole) => readonly string[];
}
