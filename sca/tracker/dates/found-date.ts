import { calendarDate } from "../../values/calendar-date.ts";
import type { NumericDay, SettledDay, WrittenDay, WrittenYear } from "./written-day.ts";

/** A date expression found in a text, before it is joined with its neighbours. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly day: WrittenDay;
  /** The last day, where one expression holds a whole span ("1/3-15/25"). */
  readonly to?: WrittenDay;
  /** Hardly a date by itself ("3-8", "20250304"): counts only as the whole cell, beside another date, or after a word that says date. */
  readonly faint?: true;
}

/** A year from its figures as written. */
export function yearOf(digits: string): WrittenYear {
  return { value: Number(digits), digits: digits.length };
}

/** Whether some year makes this a day: 2/29 stands without a year, 2/29/25 does not. */
export function isPossible(year: WrittenYear | null, month: number, day: number): boolean {
  if (year === null) return calendarDate(2024, month, day) !== null;
  if (year.digits === 2) {
    return [1900, 2000].some((century) => calendarDate(century + year.value, month, day) !== null);
  }
  return year.digits === 4 && year.value <= 2100 && calendarDate(year.value, month, day) !== null;
}

/** A day from two numbers in the order written. */
export function numericDay(
  first: number,
  second: number,
  year: WrittenYear | null,
  weak: boolean,
  padded = false,
): NumericDay {
  const impossible = !isPossible(year, first, second) && !isPossible(year, second, first);
  return { kind: "numeric", first, second, year, padded, weak, impossible };
}

/** A day whose month is beyond doubt. */
export function settledDay(year: WrittenYear | null, month: number, day: number, weak: boolean): SettledDay {
  return { kind: "settled", month, day, year, weak, impossible: !isPossible(year, month, day) };
}
