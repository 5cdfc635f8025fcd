import { type CalendarDate, calendarDate, type DateSystem, dayFromSerial } from "../../values/calendar-date.ts";

/**
 * The day of a number that stands in a date column without a date format, or null where it is no plausible day:
 * requests, decisions and authorizations between 2000 and 2049, births from 1900 on (or from 1904, as the file counts).
 * The caller must know that the column holds dates: 45658 may as well be an authorization number.
 *
 * @example dayOfBareSerial(45658, "1900", "event") is "2025-01-01"; dayOfBareSerial(97153, "1900", "event") is null
 */
export function dayOfBareSerial(number: number, system: DateSystem, of: "event" | "birth"): CalendarDate | null {
  if (!Number.isFinite(number) || number < 366) return null;
  const day = dayFromSerial(number, system);
  const earliest = calendarDate(of === "birth" ? 1900 : 2000, 1, 1);
  return day === null || earliest === null || day < earliest || day >= "2050" ? null : day;
}
