import type { CalendarDate } from "../../values/calendar-date.ts";
import type { DateOrder } from "./date-order.ts";
import type { YearHint } from "./year-hint.ts";

/** What is known around a written day when it is to become a day. */
export interface DayContext {
  readonly order: DateOrder;
  /** Whether the file settles the order; without it a day that changes with the order stays uncertain. */
  readonly settled: boolean;
  /** What the section row, the sheet's name or the title says about years: the nearest one. */
  readonly hint?: YearHint | null | undefined;
  /** Another date of the same row, and on which side of it this one belongs: a decision comes `after` its request. */
  readonly anchor?: { readonly day: CalendarDate; readonly side: "after" | "before" | "around" } | null | undefined;
  readonly notBefore?: CalendarDate | null | undefined;
  readonly notAfter?: CalendarDate | null | undefined;
  /** A date of birth: always past. */
  readonly birth?: boolean | undefined;
  /** The year of the file's newest whole dates, for births and for candidates; never the reason for a certain answer. */
  readonly asOfYear?: number | null | undefined;
}

/** Why a day is not certain, or "" where it is. */
export type DayDoubt =
  | ""
  | "impossible"
  | "order"
  | "no-year"
  | "year-doubtful"
  | "two-digit-year"
  | "partial"
  | "two-readings"
  | "outside";

/** The day of a written date: the best reading, every reading that a person may choose, and whether it needs asking. */
export interface ResolvedDay {
  readonly day: CalendarDate | null;
  readonly candidates: readonly CalendarDate[];
  readonly why: DayDoubt;
  readonly certain: boolean;
}
