import { countsUnits, saysDate, timeLength } from "./date-surroundings.ts";
import { type FoundDate, isPossible } from "./found-date.ts";
import { type MonthWord, monthOfWord } from "./month-words.ts";
import type { SettledDay, WrittenDay, WrittenMonth, WrittenYear } from "./written-day.ts";

/** A word that names a month, and the text on both sides of it. */
interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly word: string;
  readonly named: MonthWord;
}

const ORDINAL = "(?:st|nd|rd|th|er)?";
const DAY_BEFORE = new RegExp(
  `(?<![\\w.,/$#:'’]|[A-Za-z][–-])(\\d{1,2})(${ORDINAL}|\\.|º|ª)([\\s/.-]{0,2})(?:day\\s)?(?:of\\s|de\\s|d['’])?$`,
  "i",
);
const DAYS_BEFORE = new RegExp(
  `(?<![\\w.,/$#'’-])(\\d{1,2})${ORDINAL}\\s?(?:[-–—]|to|thru|through)\\s?(\\d{1,2})${ORDINAL}[\\s/.-]{0,2}(?:of\\s|de\\s)?$`,
  "i",
);
const DAY_AFTER = new RegExp(`^(?:\\.?,?\\s{0,2}|[-/])(?:the\\s)?(\\d{1,2})${ORDINAL}(?![\\w%°]|[:/.]\\d)`, "i");
const DAYS_AFTER = new RegExp(
  `^\\.?\\s{0,2}(\\d{1,2})${ORDINAL}\\s?(?:[-–—]|to|thru|through)\\s?(\\d{1,2})${ORDINAL}(?![\\w%°/]|[:.]\\d|-\\d)`,
  "i",
);
const YEAR_AFTER_MONTH = /^\.?(?:[\s,./-]{0,3}(?:of\s|de\s)?)((?:19|20)\d\d|['’]\d\d)(?![\d%]|[/.]\d)/i;
const YEAR_JOINED = /^[-/. ]?((?:19|20)\d\d|['’]?\d\d)(?![\w%]|[/.:]\d)/;

/** Every date that names its month, by place; the same word is never read twice. */
export function findNamedDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]{2,10}(?![\p{L}\p{M}])/gu)) {
    const start = match.index;
    if (start > 0 && /[\p{L}_]/u.test(text[start - 1] ?? "")) continue;
    const named = monthOfWord(match[0]);
    if (named === null) continue;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 24), start);
    const after = text.slice(end, end + 32);
    const date = readAround({ text, start, end, before, after, word: match[0], named });
    if (date !== null) found.push(date);
  }
  return [...found, ...yearEnds(text)];
}

function readAround(place: Place): FoundDate | null {
  return (
    daysBeforeMonth(place) ??
    dayBeforeMonth(place) ??
    daysAfterMonth(place) ??
    dayAfterMonth(place) ??
    monthAlone(place)
  );
}

function yearOf(digits: string | undefined): WrittenYear | null {
  const figures = digits?.replace(/\D/g, "") ?? "";
  return figures === "" ? null : { value: Number(figures), digits: figures.length };
}

function settled(month: number, day: number, year: WrittenYear | null, weak = false, or?: WrittenDay): SettledDay {
  const base = { kind: "settled" as const, month, day, year, weak, impossible: !isPossible(year, month, day) };
  return or === undefined ? base : { ...base, or };
}

/** "20-25 Jan 2025". */
function daysBeforeMonth({ before, after, start, end, named }: Place): FoundDate | null {
  const days = DAYS_BEFORE.exec(before);
  if (days === null) return null;
  const [whole, first = "", last = ""] = days;
  // "1 Jan 01-15 Jan 01": the first number is the year of the date before.
  if (/\p{L}{3,}\.?[\s,'’]{1,3}$/u.test(before.slice(0, days.index)) && endsWithMonth(before.slice(0, days.index)))
    return null;
  if (Number(first) >= Number(last) || Number(last) > 31 || Number(first) < 1) return null;
  const year = /^\.?,?\s{0,2}((?:19|20)\d\d|['’]\d\d)(?!\d)/.exec(after);
  const written = yearOf(year?.[1]);
  const stop = end + (year?.[0].length ?? 0);
  const day = settled(named.month, Number(first), written);
  return { start: start - whole.length, end: stop, day, to: settled(named.month, Number(last), written) };
}

function endsWithMonth(text: string): boolean {
  const word = /(\p{L}{3,11})[^\p{L}]*$/u.exec(text)?.[1];
  return word !== undefined && monthOfWord(word) !== null;
}

/** "4-Mar-25", "04Mar2025", "4 March, 2025", "6-Jan", "4th of March". */
function dayBeforeMonth({ text, before, after, start, end, named }: Place): FoundDate | null {
  const found = DAY_BEFORE.exec(before);
  const number = Number(found?.[1]);
  if (found === null || number < 1 || number > 39) return null;
  const [whole, , ordinal = "", gap = ""] = found;
  // "March 4-April 15": the number belongs to the month before it.
  const previous = /(\p{L}{3,11})\.?\s{1,2}$/u.exec(before.slice(0, found.index))?.[1];
  if (gap.startsWith("-") && previous !== undefined && monthOfWord(previous) !== null) return null;
  const from = start - whole.length;
  const finish = (stop: number, year: WrittenYear | null): FoundDate => {
    const day = settled(named.month, number, year);
    return { start: from, end: stop + timeLength(text, stop), day };
  };
  const longYear = /^\.?[\s,./-]{0,3}(?:de\s|of\s)?((?:19|20)\d\d|['’]\d\d)(?![\d%]|[/.]\d)/i.exec(after);
  if (longYear !== null && number <= 31) return finish(end + longYear[0].length, yearOf(longYear[1]));
  const joined = !/\s/.test(gap) && !/\s/.test(whole.slice(-1));
  const shortYear = YEAR_JOINED.exec(after);
  if (shortYear !== null && !shortYear[0].startsWith(" ")) {
    return finish(end + shortYear[0].length, yearOf(shortYear[1]));
  }
  if (shortYear !== null) {
    const closes = /^\s*(?:$|[);,.\n–-]|to\b|thru\b|through\b)/i.test(after.slice(shortYear[0].length));
    if (closes && Number(shortYear[1]) >= 15) return finish(end + shortYear[0].length, yearOf(shortYear[1]));
  }
  // "12 Mar 4": the number after the month is the day, the one before it belongs to something else.
  if (!joined && ordinal === "" && DAY_AFTER.test(after)) return null;
  if (!named.exact && !joined && number > 31) return null;
  return number > 31 ? null : finish(end + (/^\.(?!\d)/.test(after) ? 1 : 0), null);
}

/** "Jan 20-31, 2025". */
function daysAfterMonth({ text, after, start, end, named }: Place): FoundDate | null {
  const days = DAYS_AFTER.exec(after);
  if (days === null) return null;
  const [whole, first = "", last = ""] = days;
  if (Number(first) >= Number(last) || Number(last) > 31 || Number(first) < 1) return null;
  const [year, length] = yearAfterDay(text, end + whole.length);
  const day = settled(named.month, Number(first), year);
  return { start, end: end + whole.length + length, day, to: settled(named.month, Number(last), year) };
}

/** "Mar 4", "March 4th, 2025", "Mar-04-25". */
function dayAfterMonth({ text, after, start, end, word, named }: Place): FoundDate | null {
  const found = DAY_AFTER.exec(after);
  if (found === null) return null;
  const [whole, digits = ""] = found;
  const day = Number(digits);
  const at = end + whole.length;
  if (day < 1 || day > 39) return null;
  const [year, length] = yearAfterDay(text, at);
  if (day > 31 && year === null) return null;
  const rest = text.slice(at + length, at + length + 16);
  const before = text.slice(Math.max(0, start - 24), start);
  if (year === null && countsUnits("", rest)) return null;
  if (year === null && !named.exact && /^[\s,]/.test(whole) && day > 31) return null;
  const monthYear = year === null && /^\.?[-/]?$/.test(whole.slice(0, -digits.length)) && digits.length === 2;
  const or: WrittenMonth | undefined = monthYear ? wholeMonth(named.month, null, yearOf(digits)) : undefined;
  const weak = year === null && /^(?:may|march|mars|mai)$/.test(word) && !saysDate(before, rest);
  const stop = at + length;
  return { start, end: stop + timeLength(text, stop), day: settled(named.month, day, year, weak, or) };
}

/** The year after "March 4" and how many characters it takes; two digits only where they cannot be something else. */
function yearAfterDay(text: string, at: number): [WrittenYear | null, number] {
  const after = text.slice(at, at + 16);
  const long = /^(?:,?\s{0,2}\(?|[-/.]|\.\s|\sof\s)((?:19|20)\d\d)\)?(?!\d|[-/.]\d)/.exec(after);
  if (long !== null) return [yearOf(long[1]), long[0].length];
  const ticked = /^[,\s]{0,2}['’](\d\d)(?!\d)/.exec(after) ?? /^[-/.](\d\d)(?![\w%]|[-/.]\d)/.exec(after);
  if (ticked !== null) return [yearOf(ticked[1]), ticked[0].length];
  const loose = /^,?\s{1,2}(\d\d)(?=\s*(?:$|[);.\n–-]|to\b|thru\b|through\b))/i.exec(after);
  const value = Number(loose?.[1]);
  if (loose !== null && value >= 20) return [yearOf(loose[1]), loose[0].length];
  return [null, 0];
}

function wholeMonth(
  month: number,
  edge: "first" | "last" | null,
  year: WrittenYear | null,
  weak = false,
): WrittenMonth {
  return { kind: "month", month, edge, year, weak, impossible: false };
}

const LAST = /(?:\bend of|\beom|\be\/o|\blast (?:day )?(?:of|in)|\blast of|\bmonth[- ]end|\bend)\s(?:the\s)?$/i;
const FIRST = /(?:\b(?:first|1st) (?:day )?of|\bbeginning of|\bbegin(?:ning)?|\bstart of)\s(?:the\s)?$/i;
const AROUND =
  /\b(?:mid|middle of|early|late|beg(?:inning)? of|around|until|till?|thru|through|by|before|in|since|from|to|after|as of)[\s.-]{1,2}$|mid-?$/i;

/** "Aug 2025", "end of Aug", "mid March": a bare month word in prose ("Jan", "May", "June") is a name or a verb. */
function monthAlone({ before, after, start, end, word, named }: Place): FoundDate | null {
  if (!named.exact) return null;
  const year = YEAR_AFTER_MONTH.exec(after);
  const stop = end + (year?.[0].length ?? (/^\.\s/.test(after) ? 1 : 0));
  const edge = LAST.exec(before) ?? FIRST.exec(before);
  const opens = /^\.?\s?(?:[-–—→]|to|thru|through)\s?(\p{L}{3,9})\b/iu.exec(after)?.[1];
  const joins = opens !== undefined && monthOfWord(opens)?.exact === true ? opens : null;
  const cue = edge ?? AROUND.exec(before) ?? joins;
  if (year === null && cue === null) return null;
  if (
    year === null &&
    /^(?:may|march|mars|mai|mar|dec)$/.test(word) &&
    edge === null &&
    joins === null &&
    !/mid/i.test(before)
  )
    return null;
  const last = LAST.test(before);
  const from = start - (edge?.[0].length ?? 0);
  const which = last ? "last" : edge === null ? null : "first";
  return {
    start: from,
    end: stop,
    day: wholeMonth(named.month, which, yearOf(year?.[1]), year === null && edge === null),
  };
}

/** "EOY", "end of year 2025", "end of 2025". */
function yearEnds(text: string): FoundDate[] {
  return [
    ...text.matchAll(
      /\b(?:(?:EOY|end of (?:the )?(?:calendar |plan )?year|year[- ]end)(?:\s{1,2}(20\d\d))?|end of (20\d\d))(?!\w)/gi,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    day: settled(12, 31, yearOf(match[1] ?? match[2])),
  }));
}
