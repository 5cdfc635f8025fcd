import { findDates } from "./find-dates.ts";
import { monthOfWord } from "./month-words.ts";
import { writtenYear } from "./written-year.ts";

/** A month of a year; the year is null where only the month is said. */
export interface MonthOfYear {
  readonly year: number | null;
  readonly month: number;
}

/**
 * What a title, a sheet's name or a section row says about the years of the dates below it: the months it reaches over,
 * both ends included. `to` is null for "since Oct 2024". For a fiscal year the reach is every month that some fiscal
 * year of that name holds (July of the year before to December), because its first month is not said.
 */
export interface YearHint {
  readonly grain: "year" | "half" | "quarter" | "month" | "months" | "schoolYear" | "fiscalYear" | "since";
  readonly from: MonthOfYear;
  readonly to: MonthOfYear | null;
  readonly text: string;
}

const YEAR = "((?:19|20)\\d\\d)";
const AFTER_YEAR = "(?![\\w%]|[-/.,]\\d)";
// Joined to a word it counts ("SCA_2025"), after one letter it is a procedure code ("H2019").
const BEFORE_YEAR = "(?<![\\d$#.,/]|\\d-|\\b[A-Za-z])";
const SCHOOL =
  /\b(?:SY|school\s?year|academic\s?year|AY|schoolyr|sch\.? ?yr\.?)\s?['’]?(\d{4}|\d{2})\s?[-–/]\s?['’]?(\d{4}|\d{2})(?!\d)/i;
const YEAR_PAIR = /(?<![\w$#.,/-])(20\d\d)\s?[-–/]\s?(?:20)?(\d\d)(?![\w%]|[-/.,]\d)/;
const FISCAL = /\b(?:FY|fiscal\s?(?:year|yr)|F\.Y\.)\s?['’]?(\d{4}|\d{2})(?:\s?[-–/]\s?['’]?(\d{4}|\d{2}))?(?!\d)/i;
const CALENDAR = /\b(?:CY|calendar\s?(?:year|yr)|plan\s?year|PY|YTD|yr\.?|year)\s?[:=]?\s?['’]?(\d{4}|\d{2})(?!\d)/i;
const QUARTER =
  /\b(?:Q\s?([1-4])|([1-4])\s?Q|([1-4])(?:st|nd|rd|th) (?:quarter|qtr\.?)|(?:quarter|qtr\.?)\s?([1-4]))(?:\s?(?:of|[,/-])?\s?(?:CY|FY)?\s?['’]?(\d{4}|\d{2})(?!\d))?(?![\w/])/i;
const HALF = /\b(?:H([12])|([12])H|([12])(?:st|nd) half)(?:\s?(?:of|[,/-])?\s?['’]?(\d{4}|\d{2})(?!\d))?(?![\w/])/i;
const ISO_MONTH = /(?<![\w$#.,/-])((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])(?![\w%]|[-/.,]\d)/;
const NUMERIC_MONTH = /(?<![\w$#.,/-])(0?[1-9]|1[0-2])[/.-]((?:19|20)\d\d)(?![\w%]|[-/.,]\d)/;
const PLAIN_YEAR = new RegExp(`${BEFORE_YEAR}${YEAR}${AFTER_YEAR}`, "g");
/** "no year written = 2024": the manager says it herself. */
const TOLD =
  /\b(?:no year|without (?:a )?year|all dates?|dates|undated|unless (?:it says|noted|stated)[^=:]{0,20})\b[^=:\d]{0,25}[=:]?\s*((?:19|20)\d\d)\b/i;
/** The day a list was last looked after says nothing of the dates in it. */
const AS_OF = /\b(?:as of|updated|printed|revised|last (?:edit(?:ed)?|updated?))\b[^;,()|]*/gi;
/** Years before are of births, not of requests. */
const OLDEST = 2005;
const SINCE = /\b(?:since|started|starting|start|from|beginning|begun|began|as of)\s(?:in\s)?$/i;

/**
 * The years that a heading text speaks of, or null where it speaks of none. For titles, sheet names and section rows, not
 * for cells of cases: any plausible year in the text counts.
 *
 * @example yearHintOf("MARCH 2025") reaches from March to March 2025; yearHintOf("SY 2024-25") from August 2024 to July 2025
 */
export function yearHintOf(said: string): YearHint | null {
  const told = TOLD.exec(said)?.[1];
  if (told !== undefined) return yearAlone(told);
  const text = said.replace(AS_OF, " ");
  return (
    schoolYear(text) ??
    fiscalYear(text) ??
    quarterOrHalf(text) ??
    monthsOf(text) ??
    datedSpan(text) ??
    figuresMonth(text) ??
    yearAlone(text)
  );
}

function hint(grain: YearHint["grain"], from: MonthOfYear, to: MonthOfYear | null, text: string): YearHint {
  return { grain, from, to, text };
}

function fullYear(digits: string): number {
  return digits.length === 4 ? Number(digits) : 2000 + Number(digits);
}

function schoolYear(text: string): YearHint | null {
  const found = SCHOOL.exec(text);
  if (found !== null) {
    const first = fullYear(found[1] ?? "");
    const second = fullYear(found[2] ?? "");
    if (second === first + 1) {
      return hint("schoolYear", { year: first, month: 8 }, { year: second, month: 7 }, found[0]);
    }
  }
  const short = /(?<![\w$#.,/-])['’]?(\d\d)\s?[-–/]\s?['’]?(\d\d)\s*$/.exec(text);
  if (short !== null && Number(short[1]) >= 15 && Number(short[2]) === Number(short[1]) + 1 && Number(short[2]) < 50) {
    if (!/\bF(?:Y|iscal)/i.test(text))
      return yearPair(text, 2000 + Number(short[1]), 2000 + Number(short[2]), short[0]);
  }
  const pair = YEAR_PAIR.exec(text);
  if (pair === null || /\bF(?:Y|iscal)/i.test(text)) return null;
  const first = Number(pair[1]);
  const second = 2000 + Number(pair[2]);
  // "2024-25" without a word may be a school year, a fiscal year or two calendar years: only the two years are sure.
  if (second <= first || second > first + 5 || (pair[0].length < 8 && second !== first + 1)) return null;
  return yearPair(text, first, second, pair[0]);
}

function yearPair(text: string, first: number, second: number, said: string): YearHint {
  return second === first + 1 && /school|semester|acad|term|district|IEP/i.test(text)
    ? hint("schoolYear", { year: first, month: 8 }, { year: second, month: 7 }, said)
    : hint("months", { year: first, month: 1 }, { year: second, month: 12 }, said);
}

function fiscalYear(text: string): YearHint | null {
  const found = FISCAL.exec(text);
  if (found === null) return null;
  const year = fullYear(found[2] ?? found[1] ?? "");
  return hint("fiscalYear", { year: year - 1, month: 7 }, { year, month: 12 }, found[0]);
}

function quarterOrHalf(text: string): YearHint | null {
  const first = partOfYear(text, 0);
  if (first === null) return null;
  const second = partOfYear(text, first.end);
  if (second === null || second.grain !== first.grain) return hint(first.grain, first.from, first.to, first.text);
  const year = first.from.year ?? second.from.year;
  return hint("months", { ...first.from, year }, second.to, text.slice(first.start, second.end));
}

/** The first quarter or half named from a place on, its year before it ("2024 Q4") or after it. */
function partOfYear(text: string, at: number) {
  const rest = text.slice(at);
  const quarter = QUARTER.exec(rest);
  const found = quarter ?? HALF.exec(rest);
  if (found === null) return null;
  const grain: "quarter" | "half" = quarter === null ? "half" : "quarter";
  const before = /((?:19|20)\d\d)[\s/-]{0,2}$/.exec(rest.slice(0, found.index))?.[1];
  const after = found[quarter === null ? 4 : 5];
  const stated = before ?? after;
  const year = stated === undefined ? plainYearOf(text) : fullYear(stated);
  const length = quarter === null ? 6 : 3;
  const last = length * Number(found.slice(1, quarter === null ? 4 : 5).find((part) => part !== undefined));
  // A year that belongs to the next quarter is left for it ("2024 Q4 - 2025 Q1").
  const taken = before !== undefined && after !== undefined ? found[0].lastIndexOf(after) : found[0].length;
  const start = at + found.index;
  return {
    grain,
    from: { year, month: last - length + 1 },
    to: { year, month: last },
    start,
    end: start + taken,
    text: found[0],
  };
}

/** "MARCH 2025", "Jan–Jun 2025", "Oct 2024 - Mar 2025", "January", "since Oct 2024". */
function monthsOf(text: string): YearHint | null {
  const named: { month: number; start: number; end: number; year: number | null }[] = [];
  for (const word of text.matchAll(/(?<![\p{L}])\p{L}{3,11}(?!\p{L})/gu)) {
    const month = monthOfWord(word[0]);
    if (month === null) continue;
    const end = word.index + word[0].length;
    // A sheet named "Sept 25" is the month of a year, not a day.
    const named25 = /^\s*\p{L}+\.?\s{1,2}(\d\d)\s*$/u.exec(text)?.[1];
    if (named25 !== undefined && Number(named25) >= 18 && Number(named25) < 50) {
      const from = { year: fullYear(named25), month: month.month };
      return hint("month", from, from, text.trim());
    }
    // "Updated March 14, 2025" dates the sheet's last change: it tells the year, not the month of the rows.
    if (/^\.?\s{1,2}\d{1,2}(?:st|nd|rd|th)?(?!\d)/.test(text.slice(end, end + 8))) continue;
    if (/(?<!\d)\d{1,2}(?:st|nd|rd|th)?[\s-](?:of\s)?$/.test(text.slice(0, word.index))) continue;
    const year = /^\.?\s{0,2}[-–,/]?\s?(?:of\s)?['’]?((?:19|20)\d\d|(?<=['’-])\d\d)(?!\d)/.exec(
      text.slice(end, end + 16),
    );
    const before =
      year === null
        ? /((?:19|20)\d\d)[\s\-–/|,:]{1,3}$/.exec(text.slice(Math.max(0, word.index - 8), word.index))
        : null;
    const stated = year?.[1] ?? before?.[1];
    if (!month.exact && stated === undefined) continue;
    named.push({ month: month.month, start: word.index, end, year: stated === undefined ? null : fullYear(stated) });
  }
  const [first, second] = named;
  if (first === undefined) return null;
  const between = second === undefined ? "" : text.slice(first.end, second.start);
  if (
    second !== undefined &&
    /^\.?\s{0,2}(?:\d{4}\s{0,2}|['’]\d\d\s{0,2})?(?:[-–—→/&]|to|thru|through|and)\s{0,2}$/i.test(between)
  ) {
    const toYear = second.year ?? first.year ?? plainYearOf(text);
    const rolled = toYear !== null && first.month > second.month ? toYear - 1 : toYear;
    const fromYear = first.year ?? rolled;
    const endYear = second.year ?? (fromYear !== null && second.month < first.month ? fromYear + 1 : toYear);
    const stop = text.slice(first.start, second.end);
    return hint("months", { year: fromYear, month: first.month }, { year: endYear, month: second.month }, stop);
  }
  const year = first.year ?? plainYearOf(text);
  // A month word without a year counts only where it stands nearly alone: "May" in a sentence is no heading.
  const rest = text.slice(0, first.start) + text.slice(first.end);
  if (year === null && (rest.match(/\p{L}{2,}/gu) ?? []).length > 2) return null;
  const from = { year, month: first.month };
  const since = SINCE.test(text.slice(0, first.start));
  return hint(since ? "since" : "month", from, since ? null : from, text.slice(first.start, first.end));
}

/** "Log 7/1/24 – 6/30/25", "Updated 10/14/25": the years of whole dates. */
function datedSpan(text: string): YearHint | null {
  const years: number[] = [];
  const mentions = findDates(text);
  for (const mention of mentions) {
    for (const day of mention.kind === "day" ? [mention.day] : [mention.from, mention.to]) {
      if (day !== null && day.year !== null && day.kind !== "month" && !day.weak && !day.impossible) {
        const year = writtenYear(day.year);
        if (year >= OLDEST) years.push(year);
      }
    }
  }
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (years.length === 0 || last - first > 5) return null;
  const said = mentions[0]?.text ?? text;
  if (first === last) return wholeYear(first, said);
  return hint("months", { year: first, month: 1 }, { year: last, month: 12 }, said);
}

function figuresMonth(text: string): YearHint | null {
  const iso = ISO_MONTH.exec(text);
  const found = iso ?? NUMERIC_MONTH.exec(text);
  if (found === null) return null;
  const year = Number(iso === null ? found[2] : found[1]);
  const month = Number(iso === null ? found[1] : found[2]);
  return hint("month", { year, month }, { year, month }, found[0]);
}

function yearAlone(text: string): YearHint | null {
  const prefixed = CALENDAR.exec(text);
  const year = prefixed === null ? plainYearOf(text) : fullYear(prefixed[1] ?? "");
  if (year === null) {
    const ticked = /(?<![\w'’])['’](\d\d)(?![\w'’])/.exec(text);
    return ticked === null ? null : wholeYear(fullYear(ticked[1] ?? ""), ticked[0]);
  }
  const at = text.indexOf(String(year));
  if (at >= 0 && SINCE.test(text.slice(0, at))) return hint("since", { year, month: 1 }, null, String(year));
  return wholeYear(year, prefixed?.[0] ?? String(year));
}

function wholeYear(year: number, text: string): YearHint {
  return hint("year", { year, month: 1 }, { year, month: 12 }, text);
}

/** The one plausible year in a text, or null where it names none or several. */
function plainYearOf(text: string): number | null {
  const years = [...text.matchAll(PLAIN_YEAR)].map((match) => Number(match[1]));
  const distinct = new Set(years.filter((year) => year >= OLDEST && year <= 2100));
  const [only] = distinct;
  return distinct.size === 1 && only !== undefined ? only : null;
}
