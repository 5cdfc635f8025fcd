import { timeLength } from "./date-surroundings.ts";
import { runsOfDigits } from "./digit-runs.ts";
import { type FoundDate, isPossible, numericDay, settledDay, yearOf } from "./found-date.ts";
import type { WrittenDay } from "./written-day.ts";

const SEPARATOR = "[/\\\\.\\-\u2010\u2011\u2013]";
// Looked at from every figure without consuming it: "3/18 - 4/16/25" must not lose its second date to "18 - 4".
const TRIPLE = new RegExp(
  `(?<!\\d)(?=((\\d{1,2})( ?)(${SEPARATOR}{1,2})( ?)(\\d{1,2}) ?(${SEPARATOR}{1,2}) ?(['’]?)(\\d{2,5})(?!\\d)))`,
  "g",
);
const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const DASHED_PAIR = /(?<![\w-])(\d{1,2})-(\d{1,2})-(\d{2}|\d{4})-(\d{1,2})-(\d{1,2})-(\d{2}|\d{4})(?![\w-])/g;
const SAME_MONTH =
  /(?<![\w/.,$#-])(\d{1,2})\/(\d{1,2})\s{0,2}(?:[-–—]|to|thru)\s{0,2}(\d{1,2})\/(\d{2}|\d{4})(?![\w/]|[-.]\d)/gi;
const SAME_MONTH_NO_YEAR = /(?<![\w/.,$#-])(\d{1,2})\/(\d{1,2})[-–](\d{1,2})(?![\w/%]|[-.–:]\d)/g;
const MONTH_YEAR = /(?<![\w/.,$#-])(\d{1,2})([/-])((?:19|20)\d\d)(?![\w/]|[-.]\d)/g;
const PAIR = /(?<![\w$#.*=^+/])(?=((\d{1,2})( ?)([/\-–])( ?)(\d{1,2})(?![\w%°/]|[.:]\d)))/g;

/** Every date written with figures alone, in no particular order; some overlap. */
export function findNumericDates(text: string): FoundDate[] {
  return [
    ...dashedPairs(text),
    ...yearFirst(text),
    ...triples(text),
    ...sameMonthSpans(text),
    ...sameMonthWithoutYear(text),
    ...monthAndYear(text),
    ...pairs(text),
    ...runsOfDigits(text),
  ];
}

function withTime(text: string, end: number): number {
  return end + timeLength(text, end);
}

/** "3-23-25-4-21-25": six numbers joined by one sign. */
function dashedPairs(text: string): FoundDate[] {
  return [...text.matchAll(DASHED_PAIR)].flatMap((match) => {
    const [whole, a = "", b = "", c = "", d = "", e = "", f = ""] = match;
    const day = numericDay(Number(a), Number(b), yearOf(c), false);
    const to = numericDay(Number(d), Number(e), yearOf(f), false);
    return day.impossible || to.impossible ? [] : [{ start: match.index, end: match.index + whole.length, day, to }];
  });
}

function yearFirst(text: string): FoundDate[] {
  return [...text.matchAll(YEAR_FIRST)].flatMap((match): FoundDate[] => {
    const [whole, year = "", separator = "", month = "", day = ""] = match;
    const start = match.index;
    const end = withTime(text, start + whole.length);
    const before = text.slice(Math.max(0, start - 12), start);
    const joinsSpan = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}-$/.test(before);
    if (/[A-Za-z_]$|[A-Za-z\d][-/.]$/.test(before) && !joinsSpan) return [];
    const next = text.slice(end, end + 9);
    if (/^[A-Za-z_]/.test(next) || (/^[-/.]\d/.test(next) && !/^-(?:19|20)\d\d[-/.]\d/.test(next))) {
      return /^to\b|^thru\b/i.test(next)
        ? [{ start, end, day: settledDay(yearOf(year), Number(month), Number(day), false) }]
        : [];
    }
    const padded = month.length === 2 && day.length === 2;
    return [{ start, end, day: settledDay(yearOf(year), Number(month), Number(day), separator === "." && !padded) }];
  });
}

function triples(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(TRIPLE)) {
    const [
      ,
      whole = "",
      first = "",
      spaceBefore = "",
      signs = "",
      spaceAfter = "",
      second = "",
      moreSigns = "",
      tick = "",
      year = "",
    ] = match;
    const start = match.index;
    const end = start + whole.length;
    const slash = signs[0] === "/" || signs[0] === "\\";
    const spaced = spaceBefore !== "" || spaceAfter !== "" || /\s/.test(whole.slice(first.length + signs.length));
    if (signs[0] !== moreSigns[0]) continue;
    if ((signs.length > 1 || moreSigns.length > 1) && !slash) continue;
    if (spaced && !slash && year.length !== 4) continue;
    if (spaced && signs[0] === ".") continue;
    if (!standsAlone(text, start, end, slash, signs[0] ?? "")) continue;
    const [a, b] = [Number(first), Number(second)];
    const digits = year.length;
    if (digits === 5 || digits === 3) {
      if (slash && isPossible(null, a, b))
        found.push({ start, end, day: { ...numericDay(a, b, yearOf(year), false), impossible: true } });
      continue;
    }
    const stop = withTime(text, end);
    const padded = first.length === 2 && second.length === 2 && digits === 2 && tick === "";
    if (a > 31 && padded) {
      if (!slash && isPossible(yearOf(first), b, Number(year))) {
        found.push({ start, end: stop, day: settledDay(yearOf(first), b, Number(year), true) });
      }
      continue;
    }
    if (!looksLikeDay(a, b, year)) continue;
    found.push({ start, end: stop, day: numericDay(a, b, yearOf(year), false, padded) });
  }
  return found;
}

/** Three numbers that mean a day, even a mistyped one: not "53/55/56", not the placeholder 00/00/0000. */
function looksLikeDay(a: number, b: number, year: string): boolean {
  if (a + b === 0 || year === "0000") return false;
  if (year.length === 4) return Number(year) >= 1850 && Number(year) <= 2250 && a <= 39 && b <= 39;
  return (a <= 31 && b <= 31) || (Math.min(a, b) <= 12 && Math.max(a, b) <= 39);
}

/** No letters, figures or signs beside it that make it part of an id, a phone, a version or an address. */
function standsAlone(text: string, start: number, end: number, slash: boolean, sign: string): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/[$_#\d]$/.test(before) || (!slash && /[A-Za-z]$/.test(before))) return false;
  if (/\d[/\\.,]$/.test(before)) return false;
  if (!slash && (/[A-Za-z]-$/.test(before) || (sign === "-" && /\d-$/.test(before)))) return false;
  if (/^[_%\d]/.test(after) || (!slash && /^[A-SU-Za-z]/.test(after))) return false;
  if (after[0] === sign && /\d/.test(after[1] ?? "")) return false;
  return !/^[./]\d/.test(after);
}

/** "1/3-15/25": days of one month. Where it can also mean two dates without a year, both readings are kept. */
function sameMonthSpans(text: string): FoundDate[] {
  return [...text.matchAll(SAME_MONTH)].flatMap((match): FoundDate[] => {
    const [whole, first = "", second = "", last = "", year = ""] = match;
    const [a, b, c] = [Number(first), Number(second), Number(last)];
    const stated = yearOf(year);
    const from = numericDay(a, b, stated, false);
    const to = numericDay(a, c, stated, false);
    if (from.impossible || to.impossible || c <= b || c > 31) return [];
    const place = { start: match.index, end: match.index + whole.length };
    const twoDates = numericDay(c, Number(year), null, false);
    if (year.length === 4 || twoDates.impossible) {
      return stated.digits === 2 && (stated.value < 15 || stated.value > 49) ? [] : [{ ...place, day: from, to }];
    }
    if (stated.value < 20) return [];
    const open = numericDay(a, b, null, false);
    return [{ ...place, day: { ...open, or: from }, to: { ...twoDates, or: to } }];
  });
}

/** "4/2-9": days of one month, unless the last number is a year after all ("3/4-25"). */
function sameMonthWithoutYear(text: string): FoundDate[] {
  return [...text.matchAll(SAME_MONTH_NO_YEAR)].flatMap((match): FoundDate[] => {
    const [whole, first = "", second = "", last = ""] = match;
    const [a, b, c] = [Number(first), Number(second), Number(last)];
    const place = { start: match.index, end: match.index + whole.length };
    const from = numericDay(a, b, null, false);
    const to = numericDay(a, c, null, false);
    const dated = numericDay(a, b, yearOf(last), false);
    if (c > 31 && last.length === 2 && !dated.impossible) return [{ ...place, day: dated }];
    if (from.impossible || to.impossible || c <= b || c > 31) return [];
    return [{ ...place, day: c < 20 ? from : { ...from, or: dated }, to }];
  });
}

/** "08/2025": a month without its day. */
function monthAndYear(text: string): FoundDate[] {
  return [...text.matchAll(MONTH_YEAR)].flatMap((match): FoundDate[] => {
    const [whole, month = "", sign = "", year = ""] = match;
    if (Number(month) < 1 || Number(month) > 12) return [];
    const weak = sign === "-";
    const day: WrittenDay = {
      kind: "month",
      month: Number(month),
      edge: null,
      year: yearOf(year),
      weak,
      impossible: false,
    };
    return [{ start: match.index, end: match.index + whole.length, day }];
  });
}

/** "3/4" and, far less surely, "3-4": a day without its year. */
function pairs(text: string): FoundDate[] {
  return [...text.matchAll(PAIR)].flatMap((match): FoundDate[] => {
    const [, whole = "", first = "", spaceBefore = "", sign = "", spaceAfter = "", second = ""] = match;
    const start = match.index;
    const end = start + whole.length;
    const before = text.slice(Math.max(0, start - 2), start);
    const after = text.slice(end, end + 2);
    const slash = sign === "/";
    if (/\d[.,]$|[A-Za-z]-$/.test(before)) return [];
    if (/\d[-–]$/.test(before) && !slash) return [];
    if (!slash && (spaceBefore !== "" || spaceAfter !== "" || /^[-–]/.test(after))) return [];
    if (sign === "–" || `${first}/${second}` === "24/7") return [];
    const day = numericDay(Number(first), Number(second), null, true);
    if (day.impossible) return [];
    // "1/15 - 4/15 2025": a year after a space.
    const year = slash ? /^,?\s((?:19|20)\d\d)(?![\w%]|[-/.,:]\d)/.exec(text.slice(end, end + 10)) : null;
    if (year !== null) {
      const dated = numericDay(Number(first), Number(second), yearOf(year[1] ?? ""), false);
      return [{ start, end: withTime(text, end + year[0].length), day: dated }];
    }
    const padded = first.length === 2 && second.length === 2;
    const spaced = spaceBefore !== "" || spaceAfter !== "";
    const stop = withTime(text, end);
    return [{ start, end: stop, day, ...(spaced || (!slash && !padded) ? { faint: true as const } : {}) }];
  });
}
