/**
 * A day on the calendar, written `YYYY-MM-DD`: no time, no time zone. Days compare as text (`a < b`).
 * A value of this type is always a real day between 1900 and 2199.
 */
export type CalendarDate = string & { readonly __calendarDate: unique symbol };

const DAY = 86_400_000;
const ISO_LENGTH = 10;
const ZERO = "0".charCodeAt(0);
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * The day for a year, month (1-12) and day of the month, or null where the calendar has no such day.
 *
 * @example calendarDate(2025, 2, 28) is "2025-02-28"; calendarDate(2025, 2, 30) is null
 */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  const last = month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  if (day > last) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as CalendarDate;
}

/**
 * Reads the one written form `YYYY-MM-DD`, and nothing else.
 *
 * @example parseIsoDay("2025-02-30") is null
 */
export function parseIsoDay(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/**
 * What may stand behind a written day and leave it that day: a time of the day, as programs write it. A pattern that
 * databases read too; capitals do not matter.
 */
export const TIME_BEHIND_DAY =
  "(?:T| +)(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]+)?)?(?: ?(?:[AP]M|Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?";
const TIME = new RegExp(`^${TIME_BEHIND_DAY}$`, "i");

/**
 * The same form, also with a time of the day behind it. Two days, or a day and words, are no day.
 *
 * @example parseDayAndTime("2026-09-05T00:00:00Z") is "2026-09-05"; parseDayAndTime("2026-09-05 to 2026-10-01") is null
 */
export function parseDayAndTime(text: string): CalendarDate | null {
  return text.length > ISO_LENGTH && !TIME.test(text.slice(ISO_LENGTH)) ? null : parseIsoDay(text.slice(0, ISO_LENGTH));
}

/** Year, month (1-12) and day of the month of a day. */
export function partsOfDay(day: CalendarDate): { year: number; month: number; day: number } {
  return { year: numberAt(day, 0, 4), month: numberAt(day, 5, 7), day: numberAt(day, 8, 10) };
}

/** The number that the digits from one place up to another write. */
function numberAt(day: CalendarDate, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + day.charCodeAt(at) - ZERO;
  return number;
}

function dayNumber(day: CalendarDate): number {
  const { year, month, day: dayOfMonth } = partsOfDay(day);
  return Date.UTC(year, month - 1, dayOfMonth) / DAY;
}

function dayFromNumber(number: number): CalendarDate | null {
  const date = new Date(number * DAY);
  return calendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/**
 * Whole days from one day to another; negative when the second comes first.
 *
 * @example daysBetween("2026-03-29", "2026-03-31") is 2
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The day that many days later (earlier when negative).
 * Throws a RangeError past the years 1900 to 2199, which no ledger reaches.
 *
 * @example addDays("2026-02-27", 2) is "2026-03-01"
 */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  const moved = dayFromNumber(dayNumber(day) + days);
  if (moved === null) throw new RangeError(`${day} moved by ${days} days leaves the years 1900 to 2199`);
  return moved;
}

/** Day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: CalendarDate): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

const EPOCH_1900 = -25_569; // 1899-12-30: Excel's day 0 once its 29 February 1900 is past
const EPOCH_1904 = -24_107; // 1904-01-01

/**
 * The day that an Excel serial number stands for; any time of day is dropped. Null outside 1900 to 2199.
 * Serials 1 to 60 of the 1900 system are off by one in Excel (it believes in 29 February 1900) and are answered as Excel shows them.
 *
 * @example dayFromSerial(45658, "1900") is "2025-01-01"
 */
export function dayFromSerial(serial: number, system: DateSystem): CalendarDate | null {
  const whole = Math.floor(serial);
  if (system === "1904") return dayFromNumber(EPOCH_1904 + whole);
  if (whole === 60) return null;
  return dayFromNumber(EPOCH_1900 + whole + (whole < 60 ? 1 : 0));
}

/**
 * The Excel serial number of a day.
 *
 * @example serialFromDay("2025-01-01", "1900") is 45658
 */
export function serialFromDay(day: CalendarDate, system: DateSystem): number {
  const number = dayNumber(day);
  if (system === "1904") return number - EPOCH_1904;
  const serial = number - EPOCH_1900;
  return serial <= 60 ? serial - 1 : serial;
}

/** Which day a workbook counts its dates from: Windows Excel's 1900, or the old Macintosh 1904. */
export type DateSystem = "1900" | "1904";
