import { type CalendarDate, calendarDate } from "../../../sca/values/calendar-date.ts";

/** A day as a whole number that keeps the order of days. @example dayNumber("2026-03-02") is 20260302 */
export function dayNumber(day: CalendarDate): number {
  return Number(day.replaceAll("-", ""));
}

/** The day of such a number; null for 0, a blank. */
export function dayOfNumber(number: number): CalendarDate | null {
  return number === 0 ? null : calendarDate(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
}
