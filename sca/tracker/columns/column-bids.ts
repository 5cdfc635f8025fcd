import { asksOnly } from "../headings/asks-only.ts";
import type { Meaning } from "../headings/meaning.ts";
import { MEANINGS } from "../headings/meaning.ts";
import { readHeading } from "../headings/read-heading.ts";
import type { FieldColumn } from "../layout/sheet-layout.ts";
import type { CodedHeading } from "./coded-heading.ts";
import type { ColumnProfile } from "./column-profile.ts";
import type { ListedCodes } from "./listed-codes.ts";
import { betrayedMeanings, MEANING_FIT } from "./meaning-fit.ts";

/** A lower bid decides nothing. */
export const LEAST = 0.34;

/** Meanings of figures that a heading can tie to a code. */
export const CODED: ReadonlySet<Meaning> = new Set<Meaning>([
  "rate",
  "rateAsked",
  "rateOffered",
  "rateModel",
  "billedCharge",
  "unitsAuthorized",
  "unitsRequested",
  "unitsUsed",
  "unitsLeft",
  "unitsUsedOfAuthorized",
  "otherAmount",
]);

/** What a column offers for a meaning: its heading's words and its cells together. */
export interface Bid {
  readonly index: number;
  readonly meaning: Meaning;
  readonly score: number;
  readonly words: number;
  readonly fit: number;
}

/** A heading with a list of codes, read by its other words. */
export function listedHeading(list: ListedCodes | null | undefined, group: string): CodedHeading | null {
  return list ? { code: list.codes.join(), modifiers: [], text: list.text, group } : null;
}

/** What is granted, and so not under a heading of what was asked for. */
const GRANTED: ReadonlySet<Meaning> = new Set<Meaning>([
  "authStart",
  "authEnd",
  "authSpan",
  "authNumber",
  "unitsAuthorized",
  "rate",
  "unitsUsed",
]);
const WORTH_OF_ASKED = 0.25;
/** Every case has its number: a column of numbers that many lines lack counts something else. */
const WORTH_OF_PATCHY = 0.5;
const WORTH_OF_EVERYWHERE = 0.85;

/** The meanings that a column bids for, by the words of its heading and by what its cells look like. */
export function bidsFor(
  index: number,
  column: FieldColumn,
  profile: ColumnProfile,
  coded: CodedHeading | null,
  fullest: number,
): Bid[] {
  const reading = coded ? readHeading(coded.text, coded.group) : readHeading(column.text, column.group);
  const bids: Bid[] = [];
  const worth = namesItsCells(column) ? WORTH_OF_CHOICES : 1;
  for (const meaning of MEANINGS) {
    const words =
      (reading.scores.get(meaning) ?? 0) *
      worth *
      (GRANTED.has(meaning) && asksOnly(column.text, column.group) ? WORTH_OF_ASKED : 1);
    if (words < 0.2 || (coded && !CODED.has(meaning))) continue;
    const fit = profile.filled === 0 ? 0.7 : MEANING_FIT[meaning](profile);
    const certainty = Math.min(1, profile.filled / 4);
    // Requests that wait or were refused have no authorization: a number on every line is rather the member's.
    const everywhere =
      meaning === "authNumber" && fullest >= 6 && profile.filled >= fullest * 0.9 ? WORTH_OF_EVERYWHERE : 1;
    const patchy = meaning === "caseNumber" && index > 2 && profile.filled < fullest * 0.8 ? WORTH_OF_PATCHY : 1;
    bids.push({ index, meaning, score: words * patchy * everywhere * (1 - certainty * 0.75 * (1 - fit)), words, fit });
  }
  const topWords = Math.max(0, ...bids.map((bid) => bid.words));
  const topScore = Math.max(0, ...bids.map((bid) => bid.score));
  if ((topWords < 0.55 || topScore < LEAST) && !coded) {
    for (const [meaning, strength] of betrayedMeanings(profile)) {
      const score = strength * (1 - topWords * 0.4);
      const existing = bids.findIndex((bid) => bid.meaning === meaning);
      if (existing >= 0) {
        const bid = bids[existing];
        if (bid) bids[existing] = { ...bid, score: Math.max(bid.score, score) + bid.words * 0.3 };
      } else {
        bids.push({ index, meaning, score, words: 0, fit: 1 });
      }
    }
  }
  return bids;
}

/** What the words of a heading are worth that are the choices its cells are made of. */
const WORTH_OF_CHOICES = 0.6;

/** Whether a heading lists what its cells may hold: "Is that per session, % of Medicare or % of billed?" over "% of Medicare". */
function namesItsCells(column: FieldColumn): boolean {
  if (column.text.length < 25) return false;
  const heading = column.text.toLowerCase();
  const texts = [
    ...new Set(column.cells.filter((cell) => cell.kind === "text").map((cell) => cell.text.trim().toLowerCase())),
  ].filter((text) => text.length > 3);
  const named = texts.filter((text) => heading.includes(text)).length;
  return named >= 2 && named >= texts.length * 0.6;
}
