import { addDays, type CalendarDate, calendarDate, weekdayOf } from "./calendar-date.ts";

/** A federal holiday on the day when offices are closed for it. */
export interface FederalHoliday {
  readonly day: CalendarDate;
  readonly name: string;
}

/**
 * The United States federal holidays whose observed day falls in a year, in order (5 U.S.C. 6103, Executive Order 11582):
 * one that falls on a Saturday is observed on the Friday before, on a Sunday on the Monday after. So New Year's Day of 2022
 * is found under 2021, as December 31. Martin Luther King Day counts from 1986, Juneteenth from 2021.
 *
 * @example usFederalHolidays(2026) has Independence Day on "2026-07-03", a Friday
 */
export function usFederalHolidays(year: number): readonly FederalHoliday[] {
  return [...holidaysOf(year), ...holidaysOf(year + 1).slice(0, 1)]
    .filter(({ day }) => day.startsWith(`${year}-`))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function holidaysOf(year: number): FederalHoliday[] {
  const holidays = [
    { name: "New Year's Day", day: observed(year, 1, 1) },
    ...(year >= 1986 ? [{ name: "Martin Luther King Jr. Day", day: nthMonday(year, 1, 3) }] : []),
    { name: "Washington's Birthday", day: nthMonday(year, 2, 3) },
    { name: "Memorial Day", day: addDays(nthMonday(year, 6, 1), -7) },
    ...(year >= 2021 ? [{ name: "Juneteenth", day: observed(year, 6, 19) }] : []),
    { name: "Independence Day", day: observed(year, 7, 4) },
    { name: "Labor Day", day: nthMonday(year, 9, 1) },
    { name: "Columbus Day", day: nthMonday(year, 10, 2) },
    { name: "Veterans Day", day: observed(year, 11, 11) },
    { name: "Thanksgiving Day", day: nthWeekday(year, 11, 4, 4) },
    { name: "Christmas Day", day: observed(year, 12, 25) },
  ];
  return holidays;
}

function dayIn(year: number, month: number, day: number): CalendarDate {
  const found = calendarDate(year, month, day);
  if (found === null) throw new RangeError(`no holidays are known for the year ${year}: 1900 to 2198 is accepted`);
  return found;
}

function observed(year: number, month: number, day: number): CalendarDate {
  const date = dayIn(year, month, day);
  const weekday = weekdayOf(date);
  if (weekday === 6) return addDays(date, -1);
  return weekday === 0 ? addDays(date, 1) : date;
}

function nthMonday(year: number, month: number, nth: number): CalendarDate {
  return nthWeekday(year, month, nth, 1);
}

function nthWeekday(year: number, month: number, nth: number, weekday: number): CalendarDate {
  const first = dayIn(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}
