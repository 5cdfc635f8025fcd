import type { Span } from "../../../sca/contracting/contract-year.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { longDay } from "../figures.ts";

/** A day's month. @example monthOf("2026-03-09") is "March 2026" */
export function monthOf(day: CalendarDate): string {
  return longDay(day).replace(/ \d+,/, "");
}

/** A span by its months. @example "July 2025 to March 2026" */
export function monthsOf({ first, last }: Span): string {
  const [from, to] = [monthOf(first), monthOf(last)];
  return from === to ? from : `${from} to ${to}`;
}
