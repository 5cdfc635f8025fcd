import { type CalendarDate, partsOfDay, weekdayOf } from "./calendar-date.ts";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A day as people put it into a plan, with its weekday.
 *
 * @example dayWords("2026-03-09") is "Mon, Mar 9, 2026"
 */
export function dayWords(day: CalendarDate): string {
  const { year, month, day: dayOfMonth } = partsOfDay(day);
  return `${WEEKDAYS[weekdayOf(day)]}, ${MONTHS[month - 1]} ${dayOfMonth}, ${year}`;
}
