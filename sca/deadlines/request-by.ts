import { addBusinessDays } from "../values/business-days.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { AFTER_THE_END } from "./countdown.ts";

/** An earlier end is a slip of the hand, and counting back from it would leave the calendar. */
const FIRST_SENSIBLE_DAY = "1910-01-01";

/**
 * The last day on which to ask for the next authorization: so many business days before the last covered day, or
 * before the day on which the units run out where that comes first. Null where neither day is known.
 * The guides ask for 3 to 5 days; the lead is the payer's own or the ledger's setting.
 *
 * @example last covered day Friday 2025-07-18, lead 5, no holidays: Friday 2025-07-11
 */
export function requestByDay(
  lastDay: CalendarDate | null,
  runsOut: CalendarDate | typeof AFTER_THE_END | null,
  leadBusinessDays: number,
  holidays: ReadonlySet<CalendarDate>,
): CalendarDate | null {
  const units = runsOut === AFTER_THE_END ? null : runsOut;
  const end = lastDay !== null && units !== null ? (lastDay < units ? lastDay : units) : (lastDay ?? units);
  return end === null || end < FIRST_SENSIBLE_DAY
    ? null
    : addBusinessDays(end, -Math.trunc(leadBusinessDays), holidays);
}
