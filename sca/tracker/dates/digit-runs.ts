import { type FoundDate, isPossible, numericDay, settledDay, yearOf } from "./found-date.ts";

const EIGHT_DIGITS = /(?<![\w./]|(?<!\d{8})-)((?:19|20)\d\d)(\d\d)(\d\d)(?=T\d{4}|(?:\d{4}|\d{6})?(?![\w./]))/g;
const WHOLE_DIGITS = /^\s*(\d{1,2}?)(\d\d)(\d{4}|\d\d)\s*$/;

/** Dates without any sign between their numbers: "20250304", and as a whole cell "03042025" and "030425". */
export function runsOfDigits(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(EIGHT_DIGITS)) {
    const [whole, year = "", month = "", day = ""] = match;
    const start = match.index;
    if (!isPossible(yearOf(year), Number(month), Number(day))) continue;
    const clock = /^T?\d{4}(?:\d{2})?Z?/.exec(text.slice(start + 8, start + 16))?.[0].length ?? 0;
    const written = settledDay(yearOf(year), Number(month), Number(day), true);
    found.push({ start, end: start + whole.length + clock, day: written, faint: true });
  }
  const cell = WHOLE_DIGITS.exec(text);
  if (cell !== null && found.length === 0) {
    const [whole, first = "", second = "", year = ""] = cell;
    const digits = `${first}${second}${year}`;
    const plausible = digits.length >= 7 ? /^(?:19|20)/.test(year) : digits.length === 6;
    const day = numericDay(Number(first), Number(second), yearOf(year), true, digits.length === 6);
    if (plausible && !day.impossible) {
      const start = whole.length - whole.trimStart().length;
      found.push({ start, end: start + digits.length, day, faint: true });
    }
  }
  return found;
}
