import { isCptNumber, kindOfCode } from "./code-ranges.ts";
import { isModifier, isSurgicalModifier, looksLikeWord } from "./modifiers.ts";

/** A further code that is written through the one before it: the end of a range, or "/55" for its last digits. */
export interface FurtherCode {
  start: number;
  end: number;
  code: string;
  modifiers: string[];
  units?: number;
}

/** What follows a code and belongs to it. */
export interface CodeTail {
  /** Where the first code's own text ends, and where everything ends. */
  codeEnd: number;
  end: number;
  modifiers: string[];
  units?: number;
  more: FurtherCode[];
  range: boolean;
  question: boolean;
  note?: string;
}

const COMMON = new Set("25 26 50 51 52 57 59 76 77 90 91 95".split(" "));
const UNIT = "(?:UNITS?|UNTS?|U|VISITS?|SESSIONS?|SESS|DAYS?|D|HOURS?|HRS?|DOSES?|CYCLES?)";
const UNITS_AFTER: readonly RegExp[] = [
  /\s?[X*]\s?(\d{1,3}(?:,\d{3})|\d{1,4})(?!\d|[.,]\d|\s?(?:X\b|X\d|\/|PER\b|A W|TIMES|%|[KM]\b))/y,
  /\s?\(\s?X?\s?(\d{1,3})\s?\)/y,
  new RegExp(`\\s?\\(\\s?X?\\s?(\\d{1,3},\\d{3}|\\d{1,4})\\s?${UNIT}\\s?\\)`, "y"),
  new RegExp(
    `\\s?[-:=,]?\\s?(?<![\\d.])(?!0)(\\d{1,3},\\d{3}|\\d{1,4})\\s?${UNIT}\\b(?!\\s?(?:/|PER\\b|A WEEK|A WK|EACH WEEK|OF \\d|(?:OF|FOR) (?:\\d{5}|[A-V]\\d{4})\\b))`,
    "y",
  ),
];

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function unitsAt(upper: string, at: number): { units: number; end: number } | null {
  for (const pattern of UNITS_AFTER) {
    const match = sticky(pattern, upper, at);
    if (match !== null) return { units: Number((match[1] ?? "").replace(",", "")), end: at + match[0].length };
  }
  return null;
}

const MODIFIER =
  /(\s?[-:.]\s?|\s?[/,+]\s?|\s|\s?\(\s?(?:MOD(?:IFIER)?\s)?|\s?(?:W\/|WITH)?\s?MOD(?:IFIER)?S?\.?\s?[:#]?\s?|)([A-Z0-9]{2})(?![A-Z0-9%]|\s?%)/y;

/** "90867 x2": a count, although X2 is a modifier too; that is written in capitals, or behind a hyphen. */
function isCount(text: string, upper: string, at: number, match: string): boolean {
  const written = text.slice(at, at + match.length);
  if (!/X[1-5]$/.test(upper.slice(at, at + match.length))) return false;
  return written.endsWith(upper.slice(at + match.length - 2, at + match.length)) ? false : !/^\s?[-:.(]/.test(written);
}

function modifiersAt(
  text: string,
  upper: string,
  at: number,
  code: string,
  expect: boolean,
): { modifiers: string[]; end: number } {
  const modifiers: string[] = [];
  let end = at;
  for (let tries = 0; tries < 6; tries += 1) {
    const match = sticky(MODIFIER, upper, end);
    if (match === null) break;
    const mark = (match[1] ?? "").trim();
    const modifier = match[2] ?? "";
    const spaced = match[1] !== mark;
    const digits = /^\d+$/.test(modifier);
    if (!isModifier(modifier) || isCount(text, upper, end, match[0])) break;
    if (digits && /^[.,]\d/.test(upper.slice(end + match[0].length, end + match[0].length + 2))) break;
    const close = end + match[0].length;
    const following = upper.slice(close, close + 12);
    const labelled = mark.includes("MOD");
    if (mark === "" && !spaced && digits) break;
    if (mark === "" && spaced) {
      const written = text.slice(close - 2, close);
      if (digits && !(expect && !/^\s?(?:UNITS?|U\b|VISITS?|DAYS?|SESS|HRS?|HOURS?)/.test(following))) break;
      if (!digits && written !== modifier && !expect) break;
      const manipulation = modifier === "AT" && /^9894[0-3]$/.test(code) && !/^\s?[$\d]/.test(following);
      if (looksLikeWord(modifier) && !manipulation && modifiers.length === 0) break;
    }
    if (mark === "," || mark === "+" || mark === "/") {
      if (digits && !(expect && modifiers.length > 0 && mark === ",")) break;
      if (mark === "," && !(expect || modifiers.length > 0)) break;
      if (looksLikeWord(modifier) && !expect) break;
      if (mark === "," && text.slice(close - 2, close) !== modifier) break;
    }
    if (mark.startsWith("(") && digits && !labelled) break;
    if (mark.startsWith("(") && !upper.slice(close).trimStart().startsWith(")")) break;
    if (
      (mark === "-" || mark === ".") &&
      spaced &&
      (digits || looksLikeWord(modifier) || text.slice(close - 2, close) !== modifier)
    )
      break;
    if (mark === "." && digits) break;
    if (mark === "-" && digits && /^-\d/.test(following)) break;
    if (digits && isSurgicalModifier(modifier) && !labelled && !isOperation(code)) break;
    modifiers.push(modifier);
    end = close;
    if (mark.startsWith("(")) end = upper.indexOf(")", close) + 1;
  }
  return { modifiers, end };
}

function isOperation(code: string): boolean {
  return /^(?:[0-6]\d{4}|7\d{4}|9[23]\d{3})$/.test(code);
}

function withEnding(code: string, ending: string): string {
  return code.slice(0, code.length - ending.length) + ending;
}

/** "97151/53/55", "90834/7": further codes of the same family by their last digits. */
function shorthandAt(
  upper: string,
  at: number,
  code: string,
  expect: boolean,
): { more: FurtherCode[]; end: number; question: boolean } | null {
  const more: FurtherCode[] = [];
  let end = at;
  let last = code;
  let question = false;
  for (let tries = 0; tries < 8; tries += 1) {
    const match =
      sticky(expect ? /[/,](\d{1,3})(?![\dA-Z.%/]\d?\d?\d?\b)/y : /\/(\d{1,3})(?![\dA-Z.%])/y, upper, end) ??
      sticky(/\/(\d{1,3})(?=\/\d)/y, upper, end);
    const ending = match?.[1];
    if (match === null || ending === undefined) break;
    const full = withEnding(code, ending);
    const isNext = ending.length === 1 ? full !== last : Number(full) > Number(last);
    if (!isCptNumber(full) || !isNext) break;
    if (
      ending.length === 2 &&
      COMMON.has(ending) &&
      more.length === 0 &&
      !/^\/\d{2}(?!\d)/.test(upper.slice(end + match[0].length))
    ) {
      if (!/^9715/.test(code)) return null;
      question = true;
    }
    more.push({ start: end + 1, end: end + match[0].length, code: full, modifiers: [] });
    last = full;
    end += match[0].length;
  }
  return more.length === 0 ? null : { more, end, question };
}

/** "97151-97158", "97151 thru 97158", "98940-1": the other end of a range. */
function rangeAt(
  upper: string,
  at: number,
  code: string,
): { code: string; start: number; end: number } | "name" | null {
  const full = sticky(/\s?(?:-|\bTO\b|\bTHRU\b|\bTHROUGH\b)\s?(\d{4}[FTUMA]|\d{5}|[A-V]\d{4})(?![\dA-Z])/y, upper, at);
  if (full?.[1] !== undefined) {
    const other = full[1];
    const end = at + full[0].length;
    if (/^\d/.test(other) !== /^\d/.test(code) && upper[at] === "-") return "name";
    return kindOfCode(other) === null
      ? upper[at] === "-"
        ? "name"
        : null
      : { code: other, start: end - other.length, end };
  }
  const short = sticky(/-(\d{1,12})(?![\dA-Z])/y, upper, at);
  const ending = short?.[1];
  if (ending === undefined || short === null)
    return /^-\d/.test(upper.slice(at, at + 2)) && !/^-\d[A-Z](?![A-Z0-9])/.test(upper.slice(at)) ? "name" : null;
  if (ending.length > 3) return "name";
  if (!/^\d{5}$/.test(code)) return ending.length === 2 && isModifier(ending) ? null : "name";
  const other = withEnding(code, ending);
  if (Number(other) > Number(code) && Number(other) - Number(code) <= 30 && isCptNumber(other)) {
    return { code: other, start: at + 1, end: at + short[0].length };
  }
  return "name";
}

/**
 * What follows a code: its modifiers, its count, and further codes written in short.
 * Null where the signs that follow make the five characters part of a longer name ("M2504-118", "68875-0101-02").
 */
export function codeTail(text: string, upper: string, start: number, code: string, expect: boolean): CodeTail | null {
  const after = start + code.length;
  const tail: CodeTail = { codeEnd: after, end: after, modifiers: [], more: [], range: false, question: false };
  const found = modifiersAt(text, upper, after, code, expect);
  tail.modifiers = found.modifiers;
  tail.codeEnd = tail.end = found.end;
  if (tail.modifiers.length === 0) {
    const slashed = sticky(/\/(\d{2})(?![\dA-Z.%/])/y, upper, after);
    const shorthand = shorthandAt(upper, after, code, expect);
    if (shorthand !== null) {
      tail.more = shorthand.more;
      tail.end = shorthand.end;
      if (shorthand.question) {
        tail.question = true;
        tail.note = "the two digits may be a modifier";
      }
    } else if (slashed?.[1] !== undefined && isModifier(slashed[1]) && COMMON.has(slashed[1])) {
      tail.modifiers = [slashed[1]];
      tail.codeEnd = tail.end = after + slashed[0].length;
      tail.question = true;
      tail.note = "the two digits may be the end of another code";
    } else {
      const range = rangeAt(upper, after, code);
      if (range === "name") return null;
      if (range !== null) {
        tail.more = [{ start: range.start, end: range.end, code: range.code, modifiers: [] }];
        tail.end = range.end;
        const neighbours = Number(range.code) - Number(code) === 1;
        if (!neighbours) {
          tail.range = true;
          tail.question = true;
          tail.note = "a range of codes, or two codes";
        }
      }
    }
  }
  if (/[A-Z0-9_]/.test(upper[tail.end] ?? "") && /[A-Z0-9]/.test(upper[tail.end - 1] ?? "")) {
    if (!/^X\s?\d/.test(upper.slice(tail.end, tail.end + 3))) return null;
  }
  const lastMore = tail.more.at(-1);
  if (lastMore !== undefined) {
    const ends = modifiersAt(text, upper, lastMore.end, lastMore.code, expect);
    lastMore.modifiers = ends.modifiers;
    lastMore.end = tail.end = ends.end;
  }
  const units = unitsAt(upper, tail.end);
  if (units !== null) {
    const bracket = /^\s?\(\s?(\d\d)\s?\)$/.exec(upper.slice(tail.end, units.end))?.[1];
    if (bracket !== undefined && COMMON.has(bracket) && isModifier(bracket)) {
      tail.question = true;
      tail.note = "the number in brackets may be a modifier";
    }
    if (lastMore === undefined) {
      tail.units = units.units;
      tail.codeEnd = units.end;
    } else {
      lastMore.units = units.units;
      lastMore.end = units.end;
    }
    tail.end = units.end;
  }
  return tail;
}
