import { plainText } from "../rates/plain-text.ts";
import { unitOfWord } from "./unit-words.ts";
import type { UnitsMention } from "./units-mention.ts";

type Draft = { -readonly [K in keyof UnitsMention]: UnitsMention[K] };

const UNIT = "(?:hours?|hrs?|h|visits?|sessions?|sess|days?|d|units?|u|times|x)";
const EACH = "(?:\\s?(?:\\/|per|a|an|each|every|x\\s?\\/?\\s?(?=w|m|d))\\s?|\\s)";
const SPAN = "(week(?:s|ly)?|wks?|wkly|w|month(?:s|ly)?|mos?|day(?:s)?|daily)";
const FOR = "(?:\\s?(?:x|for|@|over)\\s?(\\d{1,3})\\s?(weeks?|wks?|w|months?|mos?|mths?)?\\b)?";

/** "3x/wk", "2 x week for 6 weeks", "10 hrs/wk x 26 wks", "5 d/wk". */
const PER_WEEK = new RegExp(`(?<![\\d.,$/-])(\\d{1,3}(?:\\.\\d+)?)\\s?(${UNIT})?${EACH}${SPAN}\\b${FOR}`, "g");
/** "once a week", "twice weekly", "BIW". */
const WORDED = new RegExp(
  `\\b(once|twice|three times|four times|five times|six times|one time|two times|biw|tiw|qw)(?:${EACH}${SPAN})?\\b${FOR}`,
  "g",
);
/** "2x6": twice a week for six weeks, as a therapist orders it. Not after a code ("97110 2x6" is still one). */
const SHORT =
  /(?<![\d.,$/-])(\d{1,2})\s?x\s?(\d{1,3})(?![\d.,]*\d|\s?(?:%|\/|x\b|mcr|medicare))(?:\s?(weeks?|wks?|w|months?|mos?|min|mins|minutes)\b)?/g;

const SPELLED: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  "three times": 3,
  "four times": 4,
  "five times": 5,
  "six times": 6,
  "one time": 1,
  "two times": 2,
  biw: 2,
  tiw: 3,
  qw: 1,
};

function spanOf(word: string | undefined): "day" | "week" | "month" | undefined {
  if (word === undefined) return undefined;
  return word.startsWith("w") ? "week" : word.startsWith("m") ? "month" : "day";
}

function weeksOf(count: string | undefined, unit: string | undefined, per: string | undefined): number | undefined {
  if (count === undefined) return undefined;
  const span = spanOf(unit) ?? per;
  return span === "week" ? Number(count) : undefined;
}

function draftOf(
  start: number,
  text: string,
  times: number,
  per: "day" | "week" | "month" | undefined,
  weeks: number | undefined,
): Draft {
  const frequency: { times: number; per?: "day" | "week" | "month"; weeks?: number } = { times };
  if (per !== undefined) frequency.per = per;
  if (weeks !== undefined) frequency.weeks = weeks;
  return { start, end: start + text.length, text, frequency };
}

/** How often care is ordered or asked for, wherever a text says so: never a number of units. */
export function findFrequencies(text: string): Draft[] {
  const plain = plainText(text);
  const found: Draft[] = [];
  const add = (draft: Draft): void => {
    if (!found.some((one) => one.start < draft.end && draft.start < one.end)) found.push(draft);
  };
  for (const match of plain.matchAll(PER_WEEK)) {
    const [all, times, unit, span] = match;
    // "12 days" is a count, "5 d/wk" is not: something must stand between the number and the span
    if (
      unit === undefined &&
      !/^\d[\d.]*\s?(?:\/|per|a\b|an\b|each|every|x)/.test(all) &&
      !/weekly|monthly|daily|wkly/.test(span ?? "")
    )
      continue;
    if (unit !== undefined && /^\d[\d.]*\s?\w+\s(?:w|d|days?)$/.test(all)) continue;
    if (Number(times) > (unit === undefined ? 40 : 200)) continue;
    const draft = draftOf(match.index, all, Number(times), spanOf(span), weeksOf(match[4], match[5], spanOf(span)));
    const counted = unit === undefined ? null : unitOfWord(unit);
    if (counted !== null) draft.unit = counted;
    add(draft);
  }
  for (const match of plain.matchAll(WORDED)) {
    const times = SPELLED[match[1] ?? ""];
    const per = spanOf(match[2]) ?? (/^(biw|tiw|qw)$/.test(match[1] ?? "") ? "week" : undefined);
    if (times !== undefined && per !== undefined)
      add(draftOf(match.index, match[0], times, per, weeksOf(match[3], match[4], per)));
  }
  for (const match of plain.matchAll(SHORT)) {
    const minutes = match[3]?.startsWith("mi") === true;
    const times = Number(match[1]);
    const second = Number(match[2]);
    if (times === 0 || times > 14 || second === 0) continue;
    if (/[a-z]$/.test(plain.slice(0, match.index))) continue;
    // "3x20" in a school plan is minutes, in a clinic weeks: only a stated span is told
    const weeks = !minutes && (match[3] !== undefined || second <= 16) ? second : undefined;
    add(draftOf(match.index, match[0], times, minutes ? undefined : "week", weeks));
  }
  return found.sort((a, b) => a.start - b.start);
}
