import { type CalendarDate, partsOfDay } from "./calendar-date.ts";

/**
 * The quarter of the calendar year that a day is in; in the order of their texts quarters are in the order of time.
 *
 * @example quarterOf("2026-05-09") is "2026 Q2"
 */
export function quarterOf(day: CalendarDate): string {
  const { year, month } = partsOfDay(day);
  return `${year} Q${Math.ceil(month / 3)}`;
}
