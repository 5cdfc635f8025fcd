import { findDates } from "../tracker/dates/find-dates.ts";
import { resolveDay } from "../tracker/dates/resolve-day.ts";
import { type CalendarDate, calendarDate, dayFromSerial, parseIsoDay, partsOfDay } from "../values/calendar-date.ts";
import type { NoBenchmark } from "./benchmark.ts";
import { noBenchmark } from "./locality-choice.ts";

/** When a service was furnished, as far as a row says it: a day, or a year alone. */
export type ServiceTime =
  | { readonly kind: "day"; readonly day: CalendarDate }
  | { readonly kind: "year"; readonly year: number };

/**
 * Reads the day of service of a row from its day and its year: 2024-03-09, 3/9/2024 (month first), 20240309, 9 Mar 2024,
 * Excel's 45360. A year alone stays a year. What is no day, more than one day, or not of the year beside it is refused.
 *
 * @example readServiceTime("3/9/2024", "2024") is the day 2024-03-09; readServiceTime("", "2025") is the year 2025
 */
export function readServiceTime(dayText: string, yearText: string): ServiceTime | NoBenchmark {
  const said = dayText.trim();
  const year = yearOf(yearText.trim());
  if (year === "unreadable") return refused(`The year “${yearText.trim()}” is not one that can be read`);
  if (said === "") {
    if (year === null) return refused("Neither day nor year of service is given");
    return { kind: "year", year };
  }
  if (/^(?:19|20|21)\d\d$/.test(said) && (year === null || year === Number(said)))
    return { kind: "year", year: Number(said) };
  const day = dayOf(said);
  if (day === null) return refused(`“${said}” is not one day of the calendar`);
  if (year !== null && partsOfDay(day).year !== year)
    return refused(`The year says ${year} and the day of service ${day}`);
  return { kind: "day", day };
}

function yearOf(text: string): number | null | "unreadable" {
  if (text === "") return null;
  const match = /^(?:CY\s?)?((?:19|20|21)\d\d)(?:\.0+)?$/i.exec(text);
  return match === null ? "unreadable" : Number(match[1]);
}

function dayOf(said: string): CalendarDate | null {
  const text = said.replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, "$1").replace(/(?<=\/\d{4}) 0?0:00(?::00)?$/, "");
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseIsoDay(text) : undefined;
  if (iso !== undefined) return iso;
  const us = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (us !== null) return calendarDate(Number(us[3]), Number(us[1]), Number(us[2]));
  const run = /^(\d{4})[/.]?(\d{2})[/.]?(\d{2})$/.exec(text);
  if (run !== null) return calendarDate(Number(run[1]), Number(run[2]), Number(run[3]));
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
  if (serial !== null) return dayFromSerial(Number(serial[1]), "1900");
  const [found, ...more] = findDates(text);
  if (found === undefined || found.kind !== "day" || more.length > 0) return null;
  const resolved = resolveDay(found.day, { order: "mdy", settled: true });
  return resolved.certain ? resolved.day : null;
}

function refused(what: string): NoBenchmark {
  return noBenchmark(
    "date-unreadable",
    `${what}. A day such as 2024-03-09 or 3/9/2024 is accepted; until it is corrected there is no benchmark.`,
  );
}
