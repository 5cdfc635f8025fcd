import { addDays, type CalendarDate, daysBetween } from "../values/calendar-date.ts";

/**
 * Days left of an authorization, its last covered day included: zero on that day itself, negative once it is past.
 *
 * @example countDaysLeft("2025-07-19", "2025-07-17") is 2; on "2025-07-19" it is 0; on "2025-07-20" it is -1
 */
export function countDaysLeft(lastDay: CalendarDate, asOf: CalendarDate): number {
  return daysBetween(asOf, lastDay);
}

/** The words in place of a day when the units last past the last covered day at the pace of use so far. */
export const AFTER_THE_END = "after the end";

/** How the units of an authorization have been used so far. */
export interface UnitUse {
  readonly firstDay: CalendarDate;
  /** Null where the authorization states no end. */
  readonly lastDay: CalendarDate | null;
  readonly authorized: number;
  readonly used: number;
  /** The day up to which the use was counted. */
  readonly countedTo: CalendarDate;
}

/** Without an end day, a run-out further away than this says nothing that anyone could act on. */
export const FARTHEST_RUN_OUT_DAYS = 3650;

/**
 * The day up to which use counts: the day stated, else the as-of day, and never past the last covered day.
 *
 * @example usageDay(null, "2025-07-19", "2025-09-01") is "2025-07-19"
 */
export function usageDay(stated: CalendarDate | null, lastDay: CalendarDate | null, asOf: CalendarDate): CalendarDate {
  const day = stated ?? asOf;
  return lastDay !== null && lastDay < day ? lastDay : day;
}

/**
 * The day on which the last unit goes if units keep being used at the pace so far, calendar days counted from the
 * first covered day. "after the end" when units will be left on the last covered day; null when nothing was used yet,
 * nothing was authorized, the period had not begun when use was counted, or (without an end) it is over ten years away.
 *
 * @example 100 units from 2025-01-01 to 2025-06-30, 50 used by 2025-01-31 (31 days): gone on day 62, 2025-03-03
 */
export function runsOutDay(use: UnitUse): CalendarDate | typeof AFTER_THE_END | null {
  const elapsed = daysBetween(use.firstDay, use.countedTo) + 1;
  if (!(use.authorized > 0) || !(use.used > 0) || elapsed < 1) return null;
  if (use.lastDay === null && use.firstDay > LAST_SENSIBLE_DAY) return null;
  const days = daysUntilUsedUp(use.authorized, use.used, elapsed);
  const farthest = use.lastDay === null ? FARTHEST_RUN_OUT_DAYS : daysBetween(use.firstDay, use.lastDay);
  if (days - 1 > farthest) return use.lastDay === null ? null : AFTER_THE_END;
  return addDays(use.firstDay, days - 1);
}

/** A later start is a slip of the hand, and counting on from it would leave the calendar. */
const LAST_SENSIBLE_DAY = "2180-01-01";

/** As the workbook's ROUNDUP(ROUND(…, 6), 0): a hair above a whole day is that day. */
function daysUntilUsedUp(authorized: number, used: number, elapsed: number): number {
  const days = (authorized * elapsed) / used;
  const nearest = Math.round(days);
  return Math.abs(days - nearest) < 0.000_000_5 ? nearest : Math.ceil(days);
}
