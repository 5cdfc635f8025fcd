import type { SpanLength } from "./written-day.ts";

const WEEKDAY_WORD = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s{1,2})?";
const JOIN_SIGN = new RegExp(
  `^[^\\S\\n]{0,3}(?:-{1,2}>?|[–—−~→⇒➔➜»>]|=>|\\.{2,3}|…)[^\\S\\n]{0,3}${WEEKDAY_WORD}$`,
  "i",
);
const JOIN_WORD = new RegExp(
  `^[\\s,;)]{0,3}(?:(?:-|–|—)\\s)?(?:and\\s)?(?:to|thru|through|thr|thur|throught|thorugh|until|untill|till|til|'til|’til|up to|` +
    `(?:good|valid|auth(?:orized)?|approved|ok)?\\s?(?:thru|through|until)|bis|hasta|au|al|tot|t\\/m)[\\s:(]{1,3}(?:the\\s)?${WEEKDAY_WORD}$`,
  "i",
);
const JOIN_END = new RegExp(
  `^[\\s,;)/|–-]{1,4}(?:and\\s)?(?:exp(?:\\.|ires?|iring|iration|d)?|ends?|ending|end date|stop|term(?:s|inates)?|last (?:covered )?day)(?:\\s(?:on|date))?[\\s:.=-]{1,3}${WEEKDAY_WORD}$`,
  "i",
);
const BETWEEN = /\bbetween\s{1,2}$/i;
const AND = new RegExp(`^\\s{1,2}(?:and|&)\\s{1,2}${WEEKDAY_WORD}$`, "i");

/** Whether the text between two dates makes them the ends of one span, by a word ("to", "exp") or a sign ("–", "→"). */
export function joinsSpan(before: string, between: string): "word" | "sign" | null {
  if (JOIN_SIGN.test(between)) return "sign";
  if (JOIN_WORD.test(between) || (JOIN_END.test(between) && beginsSpan(before))) return "word";
  return BETWEEN.test(before) && AND.test(between) ? "word" : null;
}

/** "Appr 1/22, exp 4/22": the day of the answer is no start; "eff 1/22, exp 4/22" and a bare "1/22 exp 4/22" are. */
function beginsSpan(before: string): boolean {
  if (OPENING.test(before) || /\b(?:auth|dates?|period|span|valid|good|covered)\W{0,3}$/i.test(before)) return true;
  return !/\p{L}[^\p{L}\d]{0,3}$/u.test(before);
}

const UNTIL = new RegExp(
  `(?:\\b(?:thru|through|throught|thorugh|until|untill|till|til|up to|(?:good|valid|runs?|goes|ok(?:ay)?) to|exp(?:ires?|iring|iration date|iration|\\.)?|ends?|ending|end date|last (?:covered )?day|last day of auth)(?:\\s(?:on|date))?|[‘’']til)[\\s:.=-]{0,3}(?:on\\s|the\\s)?${WEEKDAY_WORD}$`,
  "i",
);
const LEADING_SIGN = /^\s*(?:-->?|[-–—→>])\s{0,2}$/;

/** How many characters before a date say that it is the last day of a span whose start is not written; a mere sign counts on demand. */
export function reachesUntil(before: string, bySign: boolean): number {
  const found = UNTIL.exec(before) ?? (bySign ? LEADING_SIGN.exec(before) : null);
  if (found === null || CAME_THROUGH.test(before)) return 0;
  return found[0].trimStart().length;
}

/** "Came thru 10/21": it arrived on that day. */
const CAME_THROUGH =
  /\b(?:came|comes?|coming|went|got|gets?|put|pushed|sent|heard|fell|fall)\s{1,2}(?:it\s)?(?:thru|through)\s+(?:on\s)?$/i;

const OPENING = new RegExp(
  `\\b(?:starting|starts?|start date|beginning|begins?|began|effective(?: date)?|eff(?:\\.|ective)?(?: date| dt)?|from|since|commencing)[\\s:.=-]{1,3}(?:on\\s|the\\s)?${WEEKDAY_WORD}$`,
  "i",
);

/** How many characters before a date say that a span starts on it. */
export function opensSpan(before: string): number {
  return OPENING.exec(before)?.[0].length ?? 0;
}

const OPEN_END =
  /^\s{0,2}(?:[-–—→]{1,2}|to|thru|through|until)\s{0,2}(?:\?{1,3}|present|ongoing|open(?:[- ]ended)?|tbd|tba|n\/a|unknown|\(?end date\?*\)?)?(?=\s*(?:$|[;,)\n]))|^\s(?:onwards?|forward|and after|and on|on)(?=\s*(?:$|[;,.)\n]))|^\+(?=\s|$)/i;

/** How many characters after a date say that the span goes on without a written end ("2/19/25 –", "1/9 onward"). */
export function endsOpen(after: string): number {
  const found = OPEN_END.exec(after)?.[0] ?? "";
  return found.trim() === "" ? 0 : found.length;
}

const NUMBER_WORDS = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const COUNT = `(\\d{1,3}|an?|${NUMBER_WORDS.join("|")}|thirty|sixty|ninety)`;
const UNIT = "(calendar\\s)?(d|da?ys?|wks?|weeks?|mos?|mths?|months?|mon|yrs?|years?)\\b\\.?";
const BEFORE = new RegExp(
  `(?:\\b(?:x|for)\\s?|×\\s?)?(?<![\\w./])${COUNT}[\\s-]{0,2}${UNIT}\\s{0,2}(?:auth(?:orization)?\\s|approval\\s|period\\s|total\\s)?\\(?(?:from|starting|start|beginning|begin|commencing|eff(?:ective|\\.)?|as of)[\\s:]{1,2}(?:on\\s)?$`,
  "i",
);
const AFTER = new RegExp(
  `^\\s{0,2}(?:,\\s)?(?:(?:good |valid |auth(?:orized)? |approved |ok )?for\\s{1,2}|x\\s?|×\\s?|\\+\\s?|lasting\\s)${COUNT}[\\s-]{0,2}${UNIT}(?!\\s(?:prior|before|ago|late|past|earlier|of\\b|per\\b|\\/|\\ba\\b|wk|a week))|^\\s{0,2}\\(\\s?(?:x\\s?|for\\s)?${COUNT}[\\s-]{0,2}${UNIT}\\s?\\)`,
  "i",
);
/** "Sent 3/1 for 90 days" asks for 90 days; they do not start on the day of the letter. */
const EVENT_BEFORE =
  /\b(?:\p{L}{2,}ed|\p{L}+['’]d|sent|ok|asked|call|fax|subm|sub|dec|decision|denial|appeal|letter|rec)\s*[:-]?\s*(?:on\s)?$/iu;

/** A length of time beside a date, and how many characters it takes on either side. */
export interface CountedSpan {
  readonly length: SpanLength;
  readonly before: number;
  readonly after: number;
}

/** "90 days from ", "x 6 months starting ": the date that follows is the first day. */
export function durationBefore(before: string): CountedSpan | null {
  const found = BEFORE.exec(before);
  const length = found === null ? null : lengthOf(found[1], found[3]);
  return found === null || length === null ? null : { length, before: found[0].length, after: 0 };
}

/** " for 90 days", " x 3 months", " (30 days)", "+90d" after a date that is not the day of an event. */
export function durationAfter(before: string, after: string): CountedSpan | null {
  const found = AFTER.exec(after);
  if (found === null || EVENT_BEFORE.test(before)) return null;
  const length = lengthOf(found[1] ?? found[4], found[3] ?? found[6]);
  return length === null ? null : { length, before: opensSpan(before), after: found[0].length };
}

function lengthOf(count: string | undefined, unit: string | undefined): SpanLength | null {
  const word = (count ?? "").toLowerCase();
  const tens = { thirty: 30, sixty: 60, ninety: 90, a: 1, an: 1 }[word];
  const spelled = NUMBER_WORDS.indexOf(word) + 1;
  const number = tens ?? (spelled > 0 ? spelled : Number(word));
  if (!Number.isInteger(number) || number < 1) return null;
  const letter = (unit ?? "").toLowerCase();
  if (letter.startsWith("d")) return { count: number, unit: "day" };
  if (letter.startsWith("w")) return { count: number * 7, unit: "day" };
  return letter.startsWith("m") ? { count: number, unit: "month" } : { count: number * 12, unit: "month" };
}
