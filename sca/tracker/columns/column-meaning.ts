import type { Meaning } from "../headings/meaning.ts";
import type { FieldColumn } from "../layout/sheet-layout.ts";
import type { Outcome } from "../tracked-case.ts";
import type { CodedHeading } from "./coded-heading.ts";
import type { ColumnProfile } from "./column-profile.ts";
import type { PairOrder } from "./count-pair.ts";

/** What a column was taken to mean, and why. */
export interface ColumnMeaning {
  readonly column: FieldColumn;
  /** One meaning, or several for a column that packs them; never empty. */
  readonly meanings: readonly Meaning[];
  readonly confidence: number;
  readonly reason: string;
  readonly profile: ColumnProfile;
  /** The code that the heading names: the column's figures are this code's. */
  readonly coded?: CodedHeading;
  /** The codes that the heading lists: the cells list a figure for each, in the same order. */
  readonly listed?: readonly string[];
  /** Its cells are several marks each, which the tracker's own key explains. */
  readonly marks?: true;
  /** In a column of pairs of counts: which comes first. */
  readonly pair?: PairOrder;
  /** The outcome that a mark in this column stands for. */
  readonly tick?: Outcome;
  /** Holds entries of running text, which introduce their patients themselves. */
  readonly entry?: true;
}
