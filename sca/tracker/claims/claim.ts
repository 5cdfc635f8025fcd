import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Cell } from "../grid.ts";
import type { CaseFacts, RateModel } from "../tracked-case.ts";

/** The facts that a line of a tracker can state about a request and one authorization period of it. */
export interface LineFields extends Required<CaseFacts> {
  authNumber: string;
  authStart: CalendarDate;
  authEnd: CalendarDate;
  unitsAuthorized: number;
  unitsUsed: number;
}
export type FieldName = keyof LineFields;

/** Why a value has to be settled by a person: a code, and the readings that the cell allows. */
export interface Doubt {
  readonly why: DoubtReason;
  readonly candidates: readonly (string | number | boolean)[];
  /** What one answer settles everywhere; absent where the answer is for this cell alone. */
  readonly settles?: string;
}

export type DoubtReason =
  | "date-order"
  | "impossible-date"
  | "no-year"
  | "vague-date"
  | "two-values"
  | "range"
  | "question-mark"
  | "scientific"
  | "cut-off"
  | "end-before-start"
  | "decided-before-submitted"
  | "model-unknown"
  | "colour-against-text"
  | "unknown-word"
  | "unclear";

/** Where a claim comes from, surest first. */
export type ClaimOrigin = "column" | "packed" | "colour" | "prose" | "section";

/** The trust of what the manager answered: surer than anything that the tracker says of itself. */
export const ANSWER_TRUST = 2;

/** One reading of one field from one cell. `value` is null where the cell states the field but cannot be read at all. */
export interface Claim<F extends FieldName = FieldName> {
  readonly field: F;
  readonly value: LineFields[F] | null;
  /** 0 to 1: how sure the reading is, column and cell together. */
  readonly trust: number;
  readonly cell: Cell;
  readonly origin: ClaimOrigin;
  readonly doubt?: Doubt;
}

/** One code that a line names, with the figures that are tied to it. */
export interface ServiceClaim {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly cell: Cell;
  units?: number;
  unitsUsed?: number;
  rate?: number;
  model?: RateModel;
  /** Figures of this code that a person is asked about. */
  readonly doubts: { readonly field: "code" | "units" | "unitsUsed" | "rate" | "model"; readonly doubt: Doubt }[];
}
