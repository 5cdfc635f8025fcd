/** A year as it stands in the text: `25` with two digits, `2025` with four. */
export interface WrittenYear {
  readonly value: number;
  readonly digits: number;
}

interface WrittenBase {
  /** Null where the text gives no year. */
  readonly year: WrittenYear | null;
  /** The characters alone do not say that this is a date ("9/12"): only a date column or other context can. */
  readonly weak: boolean;
  /** No order of its numbers is a day on the calendar ("2/30/25", "13/13/25"). */
  readonly impossible: boolean;
  /** Another reading of the same characters ("Mar-25": the 25th of March, or March 2025). */
  readonly or?: WrittenDay;
}

/** Two numbers, whose order (month first or day first) the file decides. */
export interface NumericDay extends WrittenBase {
  readonly kind: "numeric";
  readonly first: number;
  readonly second: number;
  /** All three numbers have two digits, so that a file can also mean year-month-day ("25-03-14"). */
  readonly padded: boolean;
}

/** A day whose month is beyond doubt: named, or year first. */
export interface SettledDay extends WrittenBase {
  readonly kind: "settled";
  readonly month: number;
  readonly day: number;
}

/** A month without its day. `edge` is set where the words name its first or last day ("end of Aug 2025"). */
export interface WrittenMonth extends WrittenBase {
  readonly kind: "month";
  readonly month: number;
  readonly edge: "first" | "last" | null;
}

/** One date as written, before the file's order and the missing year are settled. Weekday and time of day are dropped. */
export type WrittenDay = NumericDay | SettledDay | WrittenMonth;

/** How long a span lasts, its first day counted: 90 days from 3/1 end on 5/29, 3 months from 3/1 end on 5/31. */
export interface SpanLength {
  readonly count: number;
  readonly unit: "day" | "month";
}

/** A place in a text that speaks of one day. */
export interface DayMention {
  readonly kind: "day";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly day: WrittenDay;
}

/**
 * A place in a text that speaks of a span of days, both ends included. An end that is not written is null:
 * "thru 8/31/25" has no `from`, "starting 1/9" no `to`, and "3/1/25 for 90 days" has `lasts` in place of `to`.
 */
export interface SpanMention {
  readonly kind: "span";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly from: WrittenDay | null;
  readonly to: WrittenDay | null;
  readonly lasts?: SpanLength;
}

export type DateMention = DayMention | SpanMention;
