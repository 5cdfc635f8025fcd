import { type CalendarDate, calendarDate, partsOfDay } from "../../values/calendar-date.ts";
import type { DayContext, ResolvedDay } from "./day-context.ts";
import { inferYear } from "./missing-year.ts";
import type { NumericDay, SettledDay, WrittenDay, WrittenMonth, WrittenYear } from "./written-day.ts";
import { writtenYear } from "./written-year.ts";

export type { DayContext, ResolvedDay } from "./day-context.ts";

/**
 * The day that a written date means in its context. Certain where order and year are stated, settled by the file or
 * follow from the context; otherwise the best guess, if there is one, with the reason and the candidates.
 *
 * @example 3/4/25 with order mdy, settled, is "2025-03-04" and certain; not settled it also offers "2025-04-03"
 */
export function resolveDay(written: WrittenDay, context: DayContext): ResolvedDay {
  const main = resolveReading(written, context);
  if (written.or === undefined || !isLikelyYear(written.or.year, context)) return main;
  const other = resolveReading(written.or, context);
  if (other.day !== null && other.day === main.day) return main;
  const candidates = distinct([...main.candidates, ...other.candidates]);
  return { day: main.day ?? other.day, candidates, why: "two-readings", certain: false };
}

/** A second reading gives the text a year; it is to be reckoned with when that year is about the year of the file. */
function isLikelyYear(year: WrittenYear | null, context: DayContext): boolean {
  const { anchor, hint, asOfYear } = context;
  if (year === null) return true;
  const value = writtenYear(year);
  const around = anchor ? [partsOfDay(anchor.day).year] : [hint?.from.year, hint?.to?.year, asOfYear].filter(isNumber);
  return around.length === 0 ? value >= 2010 && value <= 2040 : around.some((known) => Math.abs(known - value) <= 1);
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number";
}

function resolveReading(written: WrittenDay, context: DayContext): ResolvedDay {
  if (written.impossible) {
    return { day: null, candidates: nearMisses(written, context), why: "impossible", certain: false };
  }
  if (written.kind === "month") return resolveMonth(written, context);
  if (written.kind === "settled") return dated(written.year, written.month, written.day, context);
  return resolveNumeric(written, context);
}

function resolveNumeric(written: NumericDay, context: DayContext): ResolvedDay {
  const { first, second, year } = written;
  if (context.order === "ymd" && written.padded && year !== null) {
    return dated({ value: first, digits: 2 }, second, year.value, context);
  }
  const asMonthFirst = dated(year, first, second, context);
  const asDayFirst = dated(year, second, first, context);
  const [main, other] = context.order === "dmy" ? [asDayFirst, asMonthFirst] : [asMonthFirst, asDayFirst];
  const exists = (month: number, day: number) => calendarDate(2024, month, day) !== null;
  const mainExists = main.day !== null || main.why !== "impossible";
  const otherExists = exists(first, second) && exists(second, first) && other.why !== "impossible" && first !== second;
  if (mainExists && (context.settled || !otherExists)) return main;
  if (!mainExists && other.day === null) return main;
  const candidates = distinct([...main.candidates, ...other.candidates]);
  if (mainExists) return { day: main.day, candidates, why: "order", certain: false };
  // Readable only against the file's own order: either this one was written differently, or a number is mistyped.
  return context.settled ? { day: other.day, candidates, why: "order", certain: false } : other;
}

function resolveMonth(written: WrittenMonth, context: DayContext): ResolvedDay {
  const last = [31, 30, 29, 28];
  if (written.edge === "first") return dated(written.year, written.month, 1, context);
  if (written.edge === "last") {
    for (const day of last) {
      const found = dated(written.year, written.month, day, context);
      if (found.why !== "impossible" && (day !== 29 || found.day !== null)) return found;
    }
  }
  return { day: null, candidates: [], why: "partial", certain: false };
}

/** A month and day whose year is stated or has to be found. */
function dated(year: WrittenYear | null, month: number, day: number, context: DayContext): ResolvedDay {
  if (year === null) {
    if (calendarDate(2024, month, day) === null)
      return { day: null, candidates: [], why: "impossible", certain: false };
    if (context.birth === true) return { day: null, candidates: [], why: "no-year", certain: false };
    return within(inferYear(month, day, context), context);
  }
  const full = writtenYear(year, context.birth === true ? latestBirthYear(context) : undefined);
  const found = calendarDate(full, month, day);
  if (found === null) return { day: null, candidates: [], why: "impossible", certain: false };
  if (year.digits === 2 && full < 2000 && context.birth !== true) {
    return { day: found, candidates: [found], why: "two-digit-year", certain: false };
  }
  return within({ day: found, candidates: [found], why: "", certain: true }, context);
}

/** Births are not later than the row's other date; without one, than the 2020s. */
function latestBirthYear(context: DayContext): number {
  const { anchor, notAfter, hint, asOfYear } = context;
  const known = anchor?.day ?? notAfter ?? null;
  if (known !== null) return partsOfDay(known).year;
  return asOfYear ?? hint?.to?.year ?? hint?.from.year ?? 2029;
}

function within(found: ResolvedDay, { notBefore, notAfter }: DayContext): ResolvedDay {
  if (found.day === null) return found;
  const early = notBefore !== undefined && notBefore !== null && found.day < notBefore;
  const late = notAfter !== undefined && notAfter !== null && found.day > notAfter;
  return early || late ? { ...found, why: found.certain ? "outside" : found.why, certain: false } : found;
}

/** For a day past the end of its month, the month's last day: what a slip of the pen most likely meant. */
function nearMisses(written: WrittenDay, context: DayContext): CalendarDate[] {
  if (written.kind === "month" || written.year === null || ![2, 4].includes(written.year.digits)) return [];
  const { month, day } = monthAndDay(written, context);
  if (month < 1 || month > 12 || day < 29 || day > 31) return [];
  const year = writtenYear(written.year, context.birth === true ? latestBirthYear(context) : undefined);
  for (let last = 30; last >= 28; last -= 1) {
    const found = calendarDate(year, month, last);
    if (found !== null) return [found];
  }
  return [];
}

function monthAndDay(written: NumericDay | SettledDay, context: DayContext): { month: number; day: number } {
  if (written.kind === "settled") return written;
  const { first, second } = written;
  return context.order === "dmy" ? { month: second, day: first } : { month: first, day: second };
}

function distinct(days: readonly CalendarDate[]): CalendarDate[] {
  return [...new Set(days)];
}
