import { addDays, type CalendarDate, calendarDate, daysBetween, partsOfDay } from "../../values/calendar-date.ts";
import type { DayContext, ResolvedDay } from "./day-context.ts";
import { resolveDay } from "./resolve-day.ts";
import type { SpanLength, SpanMention, WrittenDay } from "./written-day.ts";

/** Both ends of a span, each null where the text leaves it open. */
export interface ResolvedSpan {
  readonly from: ResolvedDay | null;
  readonly to: ResolvedDay | null;
  /** Both ends are known and the last lies before the first: neither is to be believed unasked. */
  readonly reversed: boolean;
}

/**
 * The days of a span in its context. An end without a year takes it from the other end, rolling over New Year so that
 * the span runs forward; a length is counted from the first day, which it includes. The context speaks of the first day.
 *
 * @example "12/20 - 1/3/25" runs from "2024-12-20" to "2025-01-03"; "90 days from 3/1/25" ends on "2025-05-29"
 */
export function resolveSpan(span: SpanMention, context: DayContext): ResolvedSpan {
  const { from, to, lasts } = span;
  if (from === null) return { from: null, to: to === null ? null : asLast(to, context), reversed: false };
  if (to === null) {
    const first = asFirst(from, context);
    return { from: first, to: lasts === undefined ? null : endAfter(first, lasts), reversed: false };
  }
  let first: ResolvedDay;
  let last: ResolvedDay;
  if (from.year === null && to.year !== null) {
    last = asLast(to, withoutAnchor(context));
    first = beside(from, last, "before", context);
  } else {
    first = asFirst(from, from.year === null ? context : withoutAnchor(context));
    last = to.year === null ? beside(to, first, "after", context) : asLast(to, withoutAnchor(context));
  }
  const reversed = first.day !== null && last.day !== null && last.day < first.day;
  return { from: first, to: last, reversed };
}

/** The other date of the row tells about years; a stated year needs no telling. */
function withoutAnchor(context: DayContext): DayContext {
  return { ...context, anchor: null };
}

/** An end without a year, found beside the other end on its side. */
function beside(written: WrittenDay, other: ResolvedDay, side: "after" | "before", context: DayContext): ResolvedDay {
  if (other.day === null) return side === "after" ? asLast(written, context) : asFirst(written, context);
  const found = candidatesBeside(written, other.day, side, context);
  const more = other.candidates.flatMap((day) => candidatesBeside(written, day, side, context).candidates);
  if (other.certain || !found.certain) return { ...found, candidates: distinct([...found.candidates, ...more]) };
  return { ...found, candidates: distinct([...found.candidates, ...more]), why: other.why, certain: false };
}

function candidatesBeside(
  written: WrittenDay,
  other: CalendarDate,
  side: "after" | "before",
  context: DayContext,
): ResolvedDay {
  const { year } = partsOfDay(other);
  const step = side === "after" ? 1 : -1;
  const read = (candidate: number) => {
    const { or: _other, ...plain } = written;
    const dated = { ...plain, year: { value: candidate, digits: 4 } };
    const own: DayContext = { ...context, anchor: null, hint: null, notBefore: null, notAfter: null };
    return side === "after" ? asLast(dated, own) : asFirst(dated, own);
  };
  const same = read(year);
  const runs = same.day !== null && (side === "after" ? same.day >= other : same.day <= other);
  const chosen = runs || (same.day === null && same.why !== "impossible") ? same : read(year + step);
  if (chosen.day === null) return chosen;
  const length = Math.abs(daysBetween(other, chosen.day));
  const doubtful = length > 300 && length < 361;
  if (doubtful && chosen.certain && same.day !== null && same !== chosen) {
    return { day: chosen.day, candidates: [chosen.day, same.day], why: "year-doubtful", certain: false };
  }
  if (written.or !== undefined) {
    const resolved = resolveDay(written, { ...context, anchor: { day: other, side } });
    if (resolved.why === "two-readings") return { ...resolved, day: chosen.day };
  }
  return chosen;
}

function asFirst(written: WrittenDay, context: DayContext): ResolvedDay {
  return wholeMonth(written, "first", context);
}

function asLast(written: WrittenDay, context: DayContext): ResolvedDay {
  return wholeMonth(written, "last", context);
}

/** "Jan – Jun 2025": whole months as ends of a span are read as the first and the last day, and asked about. */
function wholeMonth(written: WrittenDay, edge: "first" | "last", context: DayContext): ResolvedDay {
  if (written.kind !== "month" || written.edge !== null) return resolveDay(written, context);
  const found = resolveDay({ ...written, edge }, context);
  return { ...found, why: "partial", certain: false };
}

function distinct(days: readonly CalendarDate[]): CalendarDate[] {
  return [...new Set(days)];
}

function endAfter(first: ResolvedDay, lasts: SpanLength): ResolvedDay {
  const candidates = first.candidates.map((day) => lastDayOf(day, lasts)).filter((day) => day !== null);
  const day = first.day === null ? null : lastDayOf(first.day, lasts);
  return { ...first, day, candidates };
}

/** The last covered day of a span of that length: 30 days from 3/1 end on 3/30, one month from 1/31 on 2/28. */
function lastDayOf(first: CalendarDate, { count, unit }: SpanLength): CalendarDate | null {
  if (unit === "day") return addDays(first, count - 1);
  const { year, month, day } = partsOfDay(first);
  const months = year * 12 + month - 1 + count;
  const [endYear, endMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const same = calendarDate(endYear, endMonth, day);
  if (same !== null) return addDays(same, -1);
  // The end month is too short for that day: the month's own last day is the last covered one.
  return [30, 29, 28].map((last) => calendarDate(endYear, endMonth, last)).find((found) => found !== null) ?? null;
}
