import { countsUnits, saysDate, standsInSentence } from "./date-surroundings.ts";
import type { FoundDate } from "./found-date.ts";
import { findNamedDates } from "./named-dates.ts";
import { findNumericDates } from "./numeric-dates.ts";
import { durationAfter, durationBefore, endsOpen, joinsSpan, opensSpan, reachesUntil } from "./span-words.ts";
import type { DateMention, WrittenDay } from "./written-day.ts";

/**
 * Every date and span of days that a text speaks of, in order, not overlapping. Works on a cell with one date and on a
 * page of prose. Nothing is decided here that the file decides: the order of "3/4/25" and the year of "3/4" stay open.
 * An open span ("eff 11/6", "thru 8/31") names one day for certain, so a caller that looks for a day may take its one end.
 *
 * @example findDates("auth 8842 good 10/18 to 1/1") has one span from 10/18 to 1/1
 * @example findDates("90791 x1, 555-0142, $3.50") is []
 */
export function findDates(text: string): DateMention[] {
  if (!/\d/.test(text) && !/[a-z]{3}/i.test(text)) return [];
  const dates = withoutOverlaps([...findNumericDates(text), ...findNamedDates(text)]);
  const mentions: DateMention[] = [];
  let previousEnd = 0;
  let previousSaid = false;
  for (let at = 0; at < dates.length; at += 1) {
    const first = dates[at];
    if (first === undefined) break;
    const next = dates[at + 1];
    const before = text.slice(Math.max(previousEnd, first.start - 40), first.start);
    const joined = next !== undefined && canJoin(text, first, next) ? next : null;
    if (joined !== null) at += 1;
    const last = joined ?? first;
    const after = text.slice(last.end, last.end + 40);
    const listed = previousSaid && /^\s{0,2}(?:[,;&+]|and)\s{0,2}$/.test(before);
    const mention = mentionOf(text, first, joined, before, after, listed);
    previousSaid = mention !== null && !isWeak(mention);
    if (mention !== null) {
      mentions.push(mention);
      previousEnd = mention.end;
    }
  }
  return mentions;
}

function withoutOverlaps(dates: FoundDate[]): FoundDate[] {
  const kept: FoundDate[] = [];
  const sorted = dates.sort((a, b) => a.start - b.start || b.end - a.end);
  for (const date of sorted) {
    if (date.start >= (kept.at(-1)?.end ?? 0)) kept.push(date);
  }
  return kept;
}

function canJoin(text: string, first: FoundDate, next: FoundDate): boolean {
  if (first.to !== undefined || next.to !== undefined || next.start - first.end > 32) return false;
  const between = text.slice(first.end, next.start);
  const before = text.slice(Math.max(0, first.start - 24), first.start);
  const how = joinsSpan(before, between);
  if (how === null) return false;
  // "3-8 to 7-5" is a span, "3-8 - 7-5" is anything.
  return (
    how === "word" ||
    (first.faint !== true && next.faint !== true) ||
    (isEightDigits(text, first) && isEightDigits(text, next))
  );
}

function isEightDigits(text: string, date: FoundDate): boolean {
  return /^\d{8}/.test(text.slice(date.start, date.end));
}

function mentionOf(
  text: string,
  first: FoundDate,
  second: FoundDate | null,
  before: string,
  after: string,
  listed: boolean,
): DateMention | null {
  const place = (start: number, end: number) => ({ start, end, text: text.slice(start, end) });
  const last = second ?? first;
  if (second !== null || first.to !== undefined) {
    const from = first.day;
    const to = second?.day ?? first.to ?? first.day;
    const fractions = isFraction(first.day) && isFraction(last.day) && !saysDate(before, after);
    const faint = first.faint === true && second?.faint === true && !isEightDigits(text, first);
    const weak = faint || fractions;
    return { kind: "span", ...place(first.start, last.end), from: { ...from, weak }, to: { ...to, weak } };
  }
  const counted = durationBefore(before) ?? durationAfter(before, after);
  if (counted !== null) {
    const start = first.start - counted.before;
    const from = { ...first.day, weak: false };
    return { kind: "span", ...place(start, first.end + counted.after), from, to: null, lasts: counted.length };
  }
  const day = strengthened(text, first, before, after, listed);
  if (day === null) return null;
  const until = reachesUntil(before, day.kind !== "month" && endsOpen(after) === 0);
  if (until > 0) {
    return { kind: "span", ...place(first.start - until, first.end), from: null, to: day };
  }
  const opens = opensSpan(before);
  const ends = day.kind === "month" ? 0 : endsOpen(after);
  if (opens > 0 || ends > 0) {
    const from = ends > 0 ? { ...day, weak: false } : day;
    return { kind: "span", ...place(first.start - opens, first.end + ends), from, to: null };
  }
  return { kind: "day", ...place(first.start, first.end), day };
}

/** A lone number pair stays weak unless words say that it is a date; null where it counts units or is hardly a date. */
function strengthened(
  text: string,
  date: FoundDate,
  before: string,
  after: string,
  listed: boolean,
): WrittenDay | null {
  const { day } = date;
  if (!day.weak && date.faint !== true) return day;
  const bare = day.year === null && day.kind === "numeric";
  if (bare && countsUnits(before, after)) return null;
  const said = saysDate(before, after) || listed || standsIn(text, date);
  if (date.faint === true) {
    const whole = text.trim() === text.slice(date.start, date.end).trim();
    if (isEightDigits(text, date))
      return whole || /T/.test(text.slice(date.start, date.end))
        ? { ...day, weak: !/T/.test(text) }
        : said
          ? day
          : null;
    return whole || said ? { ...day, weak: true } : null;
  }
  return said && bare ? { ...day, weak: false } : day;
}

function standsIn(text: string, date: FoundDate): boolean {
  return date.faint !== true && standsInSentence(text, date.start, date.end);
}

function isFraction(day: WrittenDay): boolean {
  return day.kind === "numeric" && day.year === null && day.first < day.second && day.second <= 4;
}

function isWeak(mention: DateMention): boolean {
  return mention.kind === "day" ? mention.day.weak : (mention.from ?? mention.to)?.weak === true;
}
