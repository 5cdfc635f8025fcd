import { FIRST_DAY, LAST_DAY } from "../../../sca/ledger/readable-cell.ts";
import type { RowBytes } from "./row-bytes.ts";

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const HYPHEN = 45;
const SLASH = 47;
/** Powers of ten that a number of the machine holds exactly. */
const EXACT_POWERS = 22;
const POWERS = Array.from({ length: EXACT_POWERS + 1 }, (_, power) => Number(`1e${power}`));
const FIRST_YEAR = Number(FIRST_DAY.slice(0, 4));
const LAST_YEAR = Number(LAST_DAY.slice(0, 4));
const DAYS_IN_MONTH = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Bytes of a blank, a tab, and of the first byte of the blank that does not break. */
const SPACES = new Set([32, 9, 13, 10, 0xc2]);

/**
 * The number in the cell that was looked at, where it is written as digits with at most a point; NaN for anything else,
 * which somebody else has to read.
 *
 * @example a cell 1250.50 is 1250.5; $1,250.50 is NaN
 */
export function plainNumber({ bytes, from, to }: RowBytes): number {
  let digits = 0;
  let value = 0;
  let behindPoint = -1;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO);
      digits++;
    } else if (byte === POINT && behindPoint < 0) behindPoint = digits;
    else return Number.NaN;
  }
  if (digits === 0) return Number.NaN;
  const places = behindPoint < 0 ? 0 : digits - behindPoint;
  if (value > Number.MAX_SAFE_INTEGER || places > EXACT_POWERS) return Number(bytes.toString("latin1", from, to));
  // A whole number and a power of ten, both exact: their quotient is the very number that the text is read as.
  return places === 0 ? value : value / (POWERS[places] ?? 1);
}

/**
 * The day in the cell that was looked at as a number that keeps the order of days, where it is written 2026-03-02, or
 * 3/2/2026, month first, and is one from 2000 to 2099; 0 for anything else.
 *
 * @example 2026-03-02 is 20260302
 */
export function plainDay({ bytes, from, to }: RowBytes): number {
  if (bytes[to - 5] === SLASH) return slashedDay(bytes, from, to);
  if (to - from !== 10 || bytes[from + 4] !== HYPHEN || bytes[from + 7] !== HYPHEN) return 0;
  return dayFrom(digitsAt(bytes, from, 4), digitsAt(bytes, from + 5, 2), digitsAt(bytes, from + 8, 2));
}

function slashedDay(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from + 1] === SLASH ? from + 1 : from + 2;
  if (bytes[first] !== SLASH || first + 1 >= to - 5 || to - 5 - first > 3) return 0;
  const month = digitsAt(bytes, from, first - from);
  return dayFrom(digitsAt(bytes, to - 4, 4), month, digitsAt(bytes, first + 1, to - 5 - first - 1));
}

function dayFrom(year: number, month: number, day: number): number {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || day < 1 || day > (DAYS_IN_MONTH[month] ?? 0)) return 0;
  return month === 2 && day === 29 && year % 4 !== 0 ? 0 : year * 10_000 + month * 100 + day;
}

function digitsAt(bytes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a cell may have spaces around its text, which nobody sees and no id has. */
export function mayHaveSpaces({ bytes, from, to }: RowBytes): boolean {
  return SPACES.has(bytes[from] ?? 0) || SPACES.has(bytes[to - 1] ?? 0) || (bytes[to - 1] ?? 0) === 0xa0;
}

/** @example true for "not compared: the rate is per day" */
export function beginsWithLetter({ bytes, from }: RowBytes): boolean {
  const small = (bytes[from] ?? 0) | 32;
  return small >= 97 && small <= 122;
}
