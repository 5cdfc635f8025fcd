import { businessDaysBetween, isBusinessDay } from "../values/business-days.ts";
import type { CalendarDate } from "../values/calendar-date.ts";

/**
 * Business days a request has waited for its decision: those after the day it was sent, up to and including the as-of
 * day. Zero on the day itself, and before it.
 *
 * @example sent Friday 2025-06-27, on Monday 2025-06-30: 1
 */
export function daysWaiting(submitted: CalendarDate, asOf: CalendarDate, holidays: ReadonlySet<CalendarDate>): number {
  if (asOf <= submitted) return 0;
  return businessDaysBetween(submitted, asOf, holidays) - Number(isBusinessDay(submitted, holidays));
}
