import { type Span, touches } from "./other-numbers.ts";
import { baseOfWord } from "./rate-vocabulary.ts";
import { spelledNumber } from "./spelled-numbers.ts";
import type { Token } from "./words.ts";

/** A number with the signs that belong to it. Token places: `first` included, `next` not. */
export interface WrittenNumber {
  readonly first: number;
  readonly next: number;
  readonly value: number;
  readonly dollar: boolean;
  readonly percent: boolean;
  /** Written as a multiple: "1.4x", "1.4 times". */
  readonly times: boolean;
  /** Written with a k or "thousand", or spelled in words: surely no code or count. */
  readonly scaled: boolean;
  readonly spelled: boolean;
  /** Written with a decimal point or a thousands comma. */
  readonly pointed: boolean;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ["k", 1000],
  ["thousand", 1000],
  ["grand", 1000],
  ["thou", 1000],
  ["mm", 1_000_000],
  ["mil", 1_000_000],
  ["million", 1_000_000],
]);
const PERCENTS = new Set(["%", "percent", "pct", "prcnt", "perc"]);
const DOLLARS = new Set(["$", "dollars", "dollar", "bucks", "usd"]);
/** Words that may touch a number on its left: "PD850", "MCR140", "USD150". */
const TOUCHING = new Set(["pd", "usd", "us", "at"]);

function isIdentifierTail(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at];
  const before = tokens[at - 1];
  if (number === undefined || before === undefined || number.spaced) return false;
  if (before.kind === "word") {
    return !TOUCHING.has(before.text) && baseOfWord(before.text.replace(/x$/, "")) === null;
  }
  if (before.text === "#" || before.text === "_" || before.text === "'") return true;
  if (before.text !== "-" && before.text !== ".") return before.text === ":" && tokens[at - 2]?.kind === "number";
  const older = tokens[at - 2];
  if (older === undefined || before.spaced) return false;
  return older.kind === "number" || (older.kind === "word" && baseOfWord(older.text) === null);
}

/**
 * The number that stands at a place of a text, with its dollar, percent, "k" or "x"; null where there is none,
 * or where the digits belong to a name ("A-1234", "#450", a date). `afterDash`: the dash before it is known to join a range.
 */
export function writtenNumber(
  tokens: readonly Token[],
  at: number,
  others: readonly Span[],
  afterDash = false,
): WrittenNumber | null {
  let next = at;
  let dollar = false;
  if (tokens[next]?.text === "us" && tokens[next + 1]?.text === "$") next += 1;
  while (DOLLARS.has(tokens[next]?.text ?? "") && next - at < 3) {
    dollar = true;
    next += 1;
  }
  const digits = tokens[next];
  if (digits === undefined) return null;
  let value = digits.value;
  let spelled = false;
  if (digits.kind === "number") {
    if (!dollar && (touches(others, digits.start, digits.end) || (!afterDash && isIdentifierTail(tokens, next))))
      return null;
    next += 1;
    // "$1 250" with a space for the thousands
    const group = tokens[next];
    if (
      dollar &&
      group?.kind === "number" &&
      group.spaced &&
      /^\d{3}(?:\.\d+)?$/.test(group.text) &&
      /^\d{1,3}$/.test(digits.text)
    ) {
      value = (value ?? 0) * 1000 + (group.value ?? 0);
      next += 1;
    } else if (
      tokens[next]?.text === "," &&
      /^\d{2}$/.test(tokens[next + 1]?.text ?? "") &&
      isDecimalComma(tokens, next, dollar)
    ) {
      value = Number(`${digits.text.replace(/[.,]/g, "")}.${tokens[next + 1]?.text}`);
      next += 2;
    }
  } else {
    if (dollar || digits.kind !== "word" || tokens[at - 1]?.kind === "number") return null;
    const read = spelledNumber(tokens, at);
    if (read === null) return null;
    value = read.value;
    next = read.next;
    spelled = true;
  }
  if (value === undefined || !Number.isFinite(value)) return null;
  let scaled = false;
  const scale = SCALES.get(tokens[next]?.text ?? "");
  if (scale !== undefined && (tokens[next]?.spaced === false || tokens[next]?.text !== "mm")) {
    value = Number(`${value}e${scale === 1000 ? 3 : 6}`);
    scaled = true;
    next += 1;
  }
  let percent = false;
  let times = false;
  const after = tokens[next];
  if (after !== undefined) {
    if (PERCENTS.has(after.text)) {
      percent = true;
      next += 1;
    } else if (after.text === "per" && tokens[next + 1]?.text === "cent") {
      percent = true;
      next += 2;
    } else if (after.text === "times" || (after.text === "x" && !touchesNumber(tokens, next + 1))) {
      times = true;
      next += 1;
    } else if (
      !dollar &&
      DOLLARS.has(after.text) &&
      (after.text !== "$" || !after.spaced) &&
      tokens[next + 1]?.kind !== "number"
    ) {
      dollar = true;
      next += 1;
    }
  }
  const pointed = digits.kind === "number" && (/[.,]/.test(digits.text) || next - at > 4);
  return { first: at, next, value, dollar, percent, times, scaled, spelled, pointed };
}

/** "150,00" is a decimal comma only in a cell of its own or after a dollar sign: elsewhere the comma separates. */
function isDecimalComma(tokens: readonly Token[], comma: number, dollar: boolean): boolean {
  if (tokens[comma]?.spaced !== false || tokens[comma + 1]?.spaced !== false) return false;
  // "1.250,00" is written the European way throughout; "12.5,00" is neither
  const digits = tokens[comma - 1]?.text ?? "";
  if (digits.includes(",") || (digits.includes(".") && !/^\d{1,3}\.\d{3}$/.test(digits))) return false;
  return dollar || tokens.length === 3;
}

function touchesNumber(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === "number" && tokens[at]?.spaced === false;
}
