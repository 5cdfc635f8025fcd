import { type CalendarDate, calendarDate, daysBetween, partsOfDay } from "../../values/calendar-date.ts";
import type { DayContext, ResolvedDay } from "./day-context.ts";
import type { YearHint } from "./year-hint.ts";

/**
 * The day of a month and day without a year: by the row's other date where there is one, by what the section, sheet or
 * title says otherwise. A year that leaves the hint is believed only close to the row's other date, as rows do run over
 * New Year. Without anything to go by there is no day, only candidates.
 */
export function inferYear(month: number, day: number, context: DayContext): ResolvedDay {
  const { anchor, hint, asOfYear } = context;
  const byHint = hint ? yearsOfHint(hint, month, context) : null;
  if (anchor) return besideAnchor(month, day, anchor, hint ?? null, byHint?.years ?? []);
  if (byHint !== null && byHint.years.length > 0) {
    const days = daysIn(byHint.years, month, day);
    if (days.length === 0) return { day: null, candidates: [], why: "impossible", certain: false };
    const open = days.filter((found) => isWithin(found, context));
    const best = open[0] ?? days[0] ?? null;
    const certain = best !== null && (open.length === 1 || (byHint.certain && open.length > 0));
    return { day: best, candidates: days, why: certain ? "" : "year-doubtful", certain };
  }
  const guesses = typeof asOfYear === "number" ? daysIn([asOfYear, asOfYear - 1], month, day) : [];
  return { day: null, candidates: guesses, why: "no-year", certain: false };
}

function daysIn(years: readonly number[], month: number, day: number): CalendarDate[] {
  return years.map((year) => calendarDate(year, month, day)).filter((found) => found !== null);
}

function isWithin(day: CalendarDate, { notBefore, notAfter }: DayContext): boolean {
  return !(notBefore && day < notBefore) && !(notAfter && day > notAfter);
}

/** A decision this long after its request, or an authorization this long after its decision, is more likely a slip. */
const LONG = 240;
/** Beside a date on either side, a day farther than this has a namesake nearly as close. */
const FAR = 150;
/** A day this close on the wrong side of the other date is more likely out of order than a year off. */
const CLOSE = 100;
/** Rows of a sheet or section run over its months by this much. */
const SPILL = 62;

function besideAnchor(
  month: number,
  day: number,
  anchor: NonNullable<DayContext["anchor"]>,
  hint: YearHint | null,
  hinted: readonly number[],
): ResolvedDay {
  const { year } = partsOfDay(anchor.day);
  const days = daysIn([year, year + 1, year - 1], month, day);
  const gap = (found: CalendarDate) => daysBetween(anchor.day, found);
  const byDistance = days.toSorted((a, b) => Math.abs(gap(a)) - Math.abs(gap(b)));
  const right = (found: CalendarDate) =>
    anchor.side === "around" || (anchor.side === "after" ? gap(found) >= 0 : gap(found) <= 0);
  const nearest = byDistance[0];
  if (nearest === undefined) return { day: null, candidates: [], why: "no-year", certain: false };
  const sided = byDistance.find(right) ?? nearest;
  const told = daysIn(hinted, month, day);
  const candidates = [...new Set([sided, nearest, ...told])];
  const doubtful = (best: CalendarDate): ResolvedDay => ({
    day: best,
    candidates,
    why: "year-doubtful",
    certain: false,
  });
  const sure = (best: CalendarDate): ResolvedDay => ({ day: best, candidates: [best], why: "", certain: true });

  if (sided !== nearest && Math.abs(gap(nearest)) <= CLOSE) return doubtful(nearest);
  const distance = Math.abs(gap(sided));
  if (told.length === 0)
    return distance <= (anchor.side === "around" ? FAR - 30 : LONG) ? sure(sided) : doubtful(sided);
  if (told.includes(sided)) return told.length === 1 || distance <= FAR ? sure(sided) : doubtful(sided);
  if (hint !== null && distance <= FAR && isNear(sided, hint)) return sure(sided);
  // The row's other date pulls the day well out of the sheet's months: the sheet is right where that is possible at all.
  const [only] = told;
  return only !== undefined && told.length === 1 && right(only) && Math.abs(gap(only)) <= 366
    ? sure(only)
    : doubtful(sided);
}

function isNear(day: CalendarDate, { from, to }: YearHint): boolean {
  const first = from.year === null ? null : calendarDate(from.year, from.month, 1);
  const last = to === null || to.year === null ? null : calendarDate(to.year, to.month, 28);
  return (first === null || daysBetween(day, first) <= SPILL) && (last === null || daysBetween(last, day) <= SPILL);
}

/** The years that a month can have under a hint, the likeliest first. */
function yearsOfHint(hint: YearHint, month: number, context: DayContext): { years: number[]; certain: boolean } | null {
  const { from, to, grain } = hint;
  if (from.year === null) return null;
  if (grain === "since" || to === null || to.year === null) return yearsSince(from.year, from.month, month, context);
  if (grain === "year") return { years: [from.year], certain: true };
  if (grain === "month" || grain === "quarter" || grain === "half") {
    // The section tells when the row was logged; its other dates lie around it, some across New Year.
    const middle = from.year * 12 + (from.month + to.month) / 2;
    const years = [from.year, from.year - 1, from.year + 1];
    const far = (year: number) => Math.abs(year * 12 + month - middle);
    const sorted = years.toSorted((a, b) => far(a) - far(b));
    const [best = from.year, next = from.year] = sorted;
    const certain = far(best) <= 4.5;
    return { years: certain ? [best] : [best, next], certain };
  }
  const inside: number[] = [];
  for (let year = from.year; year <= to.year; year += 1) {
    const at = year * 12 + month;
    if (at >= from.year * 12 + from.month && at <= to.year * 12 + to.month) inside.push(year);
  }
  if (inside.length > 0)
    return { years: grain === "fiscalYear" ? inside.toReversed() : inside, certain: inside.length === 1 };
  return { years: [from.year, to.year].filter((year, at, all) => all.indexOf(year) === at), certain: false };
}

function yearsSince(
  year: number,
  start: number,
  month: number,
  context: DayContext,
): { years: number[]; certain: boolean } {
  const first = month >= start ? year : year + 1;
  const limit = context.notAfter ? partsOfDay(context.notAfter).year : (context.asOfYear ?? null);
  const years = [first];
  for (let next = first + 1; next <= Math.min(limit ?? first + 1, first + 4); next += 1) years.push(next);
  return { years, certain: limit !== null && years.length === 1 };
}
