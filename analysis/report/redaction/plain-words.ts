import { type CalendarDate, calendarDate } from "../../../sca/values/calendar-date.ts";

/** Small letters, no accents, no invisible characters, typographic signs as plain ones: how values are compared. */
export function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[\p{Zs}\t\r\n]+/gu, " ")
    .replace(/\p{Pd}/gu, "-")
    .toLowerCase();
}

/** Words of letters and digits, in small letters. @example wordsOf("O'Hara, Ana-María") is ["o", "hara", "ana", "maria"] */
export function wordsOf(text: string): string[] {
  return plainWords(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Letters and digits alone. @example compact("W204-418 830") is "w204418830" */
export function compact(text: string): string {
  return plainWords(text).replace(/[^\p{L}\p{N}]+/gu, "");
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[.]?";
const SEPARATOR = "\\s?[-/.\\s]\\s?";
const PATTERNS: readonly { readonly pattern: RegExp; readonly order: readonly ("y" | "m" | "d")[] }[] = [
  {
    pattern: new RegExp(`(?<!\\d)(\\d{4})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})(?!\\d)`, "g"),
    order: ["y", "m", "d"],
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{4}|\\d{2})(?!\\d)`, "g"),
    order: ["m", "d", "y"],
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{4}|\\d{2})(?!\\d)`, "g"),
    order: ["d", "m", "y"],
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+)'?(\\d{4}|\\d{2})(?!\\d)`, "g"),
    order: ["m", "d", "y"],
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[\\s-]*${MONTH},?[\\s-]*'?(\\d{4}|\\d{2})(?!\\d)`,
      "g",
    ),
    order: ["d", "m", "y"],
  },
  { pattern: /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g, order: ["y", "m", "d"] },
  { pattern: /(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/g, order: ["m", "d", "y"] },
];

/** Where a day stands in a text. */
export interface DayMention {
  readonly day: CalendarDate;
  readonly at: number;
}

/**
 * The calendar days that a text can mean, in any usual spelling; 3/4/2025 is both, March 4 and April 3.
 *
 * @example daysIn("seen Mar 9th, 2026") is [{ day: "2026-03-09", at: 5 }]
 */
export function daysIn(text: string): DayMention[] {
  const plain = plainWords(text);
  if (!/\d/.test(plain)) return [];
  return PATTERNS.flatMap(({ pattern, order }) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const part = (letter: "y" | "m" | "d"): number => numberOf(match[order.indexOf(letter) + 1] ?? "");
      const year = part("y");
      const whole = year >= 100 ? [year] : [2000 + year, 1900 + year];
      return whole.flatMap((full) => {
        const day = calendarDate(full, part("m"), part("d"));
        return day === null ? [] : [{ day, at: match.index }];
      });
    }),
  );
}

function numberOf(text: string): number {
  const month = MONTHS.indexOf(text.slice(0, 3));
  return month >= 0 ? month + 1 : Number(text);
}
