import type { Meaning } from "../headings/meaning.ts";
import { readHeading } from "../headings/read-heading.ts";
import type { ColumnHeading } from "./column-heading.ts";

const WORDS =
  /\b(?:ext(?:ension|end(?:ed)?|n)?|renew(?:al|ed)?|re-?auth(?:orization)?|re-?cert(?:ification)?|concurrent|continued)\b\.?/gi;
const NUMBERED =
  /(?:^|[\s_(#-])(?:(?:auth(?:orization)?|period|round|ext(?:ension)?|pa)\s*)?#?\s*([2-6])(?=\s*(?:$|[):#]|start|end|from|to|thru|units?|visits?|no\b))|\b(2nd|second|3rd|third|4th|fourth)\b/i;
/** "Concurrent 1" is the first round behind the first authorization, "Ext 2" the second. */
const COUNTED =
  /\b(?:ext(?:ension|n)?|renewal|re-?auth(?:orization)?|re-?cert(?:ification)?|concurrent|conc|ccr|cont(?:inued)?(?: stay)?)\.?\s*(?:review|rev|auth)?\.?\s*#?\s*([1-9])\b/i;
const ORDINALS: Readonly<Record<string, number>> = { "2nd": 2, second: 2, "3rd": 3, third: 3, "4th": 4, fourth: 4 };

/** What a later authorization states under headings of its own. */
const OF_A_PERIOD: ReadonlySet<Meaning> = new Set<Meaning>([
  "authNumber",
  "authStart",
  "authEnd",
  "authSpan",
  "unitsAuthorized",
  "unitsUsed",
  "outcome",
  "submitted",
  "decided",
  "request",
  "reply",
  "rate",
  "rateModel",
  "levelOfCare",
  "unitsUsedOfAuthorized",
  "writtenConfirmation",
]);
const OF_AN_AUTHORIZATION: readonly Meaning[] = [
  "authNumber",
  "authStart",
  "authEnd",
  "authSpan",
  "outcome",
  "decided",
];

/** A heading of a later round: which round, and its words without those that say so. */
export interface RoundHeading {
  readonly round: number;
  readonly text: string;
  readonly group: string;
}

function bestMeaning(text: string, group: string): Meaning | null {
  let best: Meaning | null = null;
  let score = 0.35;
  for (const [meaning, value] of readHeading(text, group).scores) {
    if (value > score) {
      best = meaning;
      score = value;
    }
  }
  return best;
}

/**
 * Which later authorization the label of a card's line tells of, with the label's words but for those that say so; null for
 * any other label, and for a lone "Extension?".
 *
 * @example "Auth # (2)" is round 1, "Auth #"; "EXTENSION asked" is round 1, "asked"
 */
export function laterRoundOf(label: string): RoundHeading | null {
  if (/\b(?:appeal|level|denial|reminder|call|follow)\b/i.test(label)) return null;
  const later = laterRound(label);
  if (later === null || !/\p{L}/u.test(later.rest)) return null;
  const meaning = bestMeaning(later.rest, "");
  return meaning !== null && OF_A_PERIOD.has(meaning) ? { round: later.round, text: later.rest, group: "" } : null;
}

function laterRound(text: string): { round: number; rest: string } | null {
  const counted = COUNTED.exec(text);
  if (counted?.[1]) return { round: Number(counted[1]), rest: text.replace(COUNTED, " ").replace(/\s+/g, " ").trim() };
  const number = NUMBERED.exec(text);
  const digits = number?.[1] ?? (number?.[2] ? String(ORDINALS[number[2].toLowerCase()] ?? 2) : null);
  if (digits !== null) {
    const rest = text
      .replace(new RegExp(`#?\\s*\\b${number?.[2] ?? digits}\\b`, "i"), " ")
      .replace(WORDS, " ")
      .replace(/\(\s*\)/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    return { round: Number(digits) - 1, rest };
  }
  const rest = text.replace(WORDS, " ").replace(/\s+/g, " ").trim();
  return rest === text.replace(/\s+/g, " ").trim() ? null : { round: 1, rest };
}

/**
 * The headings of later authorizations beside the first one's: "Ext auth #", "2nd auth start", "Auth 2 units", or a group
 * heading "Renewal" over several. Only where at least two headings of such a round tell of one and the first
 * authorization has headings of its own; a lone "Extension?" or "Renewal of" is a mark on the line.
 */
export function roundHeadings(headings: readonly ColumnHeading[]): Map<ColumnHeading, RoundHeading> {
  const found = new Map<ColumnHeading, RoundHeading & { meaning: Meaning }>();
  const first = new Set<Meaning>();
  for (const heading of headings) {
    const own = laterRound(heading.text);
    const above = own === null && heading.group !== "" ? laterRound(heading.group) : null;
    const text = own?.rest ?? heading.text;
    const group = above?.rest ?? heading.group;
    const meaning = bestMeaning(text, group);
    const later = own ?? above;
    if (later === null) {
      if (meaning !== null) first.add(meaning);
    } else if (meaning !== null && OF_A_PERIOD.has(meaning))
      found.set(heading, { round: later.round, text, group, meaning });
  }
  const rounds = new Map<number, Set<Meaning>>();
  for (const { round, meaning } of found.values()) rounds.set(round, new Set([...(rounds.get(round) ?? []), meaning]));
  for (const [heading, { round }] of [...found]) {
    const meanings = rounds.get(round) ?? new Set<Meaning>();
    const tells = OF_AN_AUTHORIZATION.some((meaning) => meanings.has(meaning));
    const continues = [...meanings].some(
      (meaning) =>
        OF_A_PERIOD.has(meaning) && (first.has(meaning) || OF_AN_AUTHORIZATION.some((other) => first.has(other))),
    );
    if (meanings.size < 2 || !tells || !continues) found.delete(heading);
  }
  return found;
}
