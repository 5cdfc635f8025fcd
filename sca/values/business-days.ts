import { addDays, type CalendarDate, daysBetween, weekdayOf } from "./calendar-date.ts";

const NO_HOLIDAYS: ReadonlySet<CalendarDate> = new Set();

/**
 * Whether a day is Monday to Friday and no holiday.
 *
 * @example isBusinessDay("2026-07-04") is false, a Saturday
 */
export function isBusinessDay(day: CalendarDate, holidays: ReadonlySet<CalendarDate> = NO_HOLIDAYS): boolean {
  return isWeekday(day) && !holidays.has(day);
}

/**
 * The day that many business days later (earlier when negative), as Excel's WORKDAY counts: the starting day itself does
 * not count, and 0 is the starting day, business day or not.
 *
 * @example addBusinessDays("2026-03-06", 1) is "2026-03-09", Friday to Monday; addBusinessDays("2026-03-09", -5) is "2026-03-02"
 */
export function addBusinessDays(
  day: CalendarDate,
  days: number,
  holidays: ReadonlySet<CalendarDate> = NO_HOLIDAYS,
): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(Math.trunc(days));
  let at = day;
  if (holidays.size === 0 && isWeekday(day)) {
    at = addDays(at, step * 7 * Math.floor(left / 5));
    left %= 5;
  }
  while (left > 0) {
    at = addDays(at, step);
    if (isBusinessDay(at, holidays)) left -= 1;
  }
  return at;
}

/**
 * Business days from one day to another, both counted, as Excel's NETWORKDAYS: Friday to the next Monday is 2, a Sunday
 * to itself 0, and the count is negative where the second day comes first. Days that passed since the first are one less
 * when that is a business day.
 *
 * @example businessDaysBetween("2026-03-06", "2026-03-09") is 2; businessDaysBetween("2026-03-09", "2026-03-06") is -2
 */
export function businessDaysBetween(
  from: CalendarDate,
  to: CalendarDate,
  holidays: ReadonlySet<CalendarDate> = NO_HOLIDAYS,
): number {
  if (to < from) return -businessDaysBetween(to, from, holidays);
  const days = daysBetween(from, to) + 1;
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  const first = weekdayOf(from);
  for (let rest = 0; rest < days % 7; rest += 1) {
    if (isWorked((first + rest) % 7)) count += 1;
  }
  for (const holiday of holidays) {
    if (holiday <= to && holiday >= from && isWeekday(holiday)) count -= 1;
  }
  return count;
}

function isWeekday(day: CalendarDate): boolean {
  return isWorked(weekdayOf(day));
}

/** Monday to Friday. */
function isWorked(weekday: number): boolean {
  return weekday !== 0 && weekday !== 6;
}
