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
  if (anchor) return besideAnchor(month, day, anchor, byHint?.years ?? null);
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

/** Half a year: the farthest that a day lies from the nearest of its namesakes in other years. */
const FAR = 183;
/** A decision this long after its request, or an authorization this long after its decision, is more likely a slip. */
const LONG = 240;
/** A day this close on the wrong side of the other date is more likely out of order than a year off. */
const CLOSE = 100;

function besideAnchor(
  month: number,
  day: number,
  anchor: NonNullable<DayContext["anchor"]>,
  hinted: readonly number[] | null,
): ResolvedDay {
  const { year } = partsOfDay(anchor.day);
  const days = daysIn([year, year + 1, year - 1], month, day);
  const gap = (found: CalendarDate) => daysBetween(anchor.day, found);
  const nearest = days.toSorted((a, b) => Math.abs(gap(a)) - Math.abs(gap(b)))[0] ?? null;
  if (nearest === null) return { day: null, candidates: [], why: "no-year", certain: false };
  const right = (found: CalendarDate) =>
    anchor.side === "around" || (anchor.side === "after" ? gap(found) >= 0 : gap(found) <= 0);
  const sided = days.filter(right).toSorted((a, b) => Math.abs(gap(a)) - Math.abs(gap(b)))[0] ?? nearest;
  const candidates = [...new Set([sided, nearest])];
  if (sided !== nearest && Math.abs(gap(nearest)) <= CLOSE) {
    return { day: nearest, candidates: [nearest, sided], why: "year-doubtful", certain: false };
  }
  const agrees = hinted === null || hinted.length === 0 || hinted.includes(partsOfDay(sided).year);
  const distance = Math.abs(gap(sided));
  const certain = anchor.side === "around" ? distance <= (agrees ? FAR - 30 : 120) : distance <= (agrees ? LONG : FAR);
  if (certain) return { day: sided, candidates: [sided], why: "", certain };
  const others = daysIn(hinted ?? [], month, day);
  return { day: sided, candidates: [...new Set([...candidates, ...others])], why: "year-doubtful", certain };
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
