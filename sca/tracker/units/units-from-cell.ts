import { findUnits } from "./find-units.ts";
import type { UnitWord } from "./units-mention.ts";

/** What a column's heading says that its numbers are; the two pairs name the order within "9/12". */
export type UnitsMeaning = "authorized" | "used" | "left" | "requested" | "usedOfAuthorized" | "authorizedThenUsed";

/** The counts that one cell of such a column gives; empty where it gives none. */
export interface CellUnits {
  readonly authorized?: number;
  readonly used?: number;
  readonly left?: number;
  readonly requested?: number;
  readonly unit?: UnitWord;
  readonly unlimited?: true;
  /** How often instead of how many: no count. */
  readonly frequency?: true;
  readonly question?: true;
}

type Draft = { -readonly [K in keyof CellUnits]: CellUnits[K] };

const EMPTY = /^(?:n\/?a|none listed|tbd|tba|pending|unk(?:nown)?|see notes?|[-–—.?*\s]*|#n\/a)$/i;
const NUMBER = /^~?\s*(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(\d{1,3}))?\s*(\?)?$/;
const NAMED = "\\s*(?:d|days?|v|visits?|u|units?|s|sess|sessions?|h|hrs?|hours?)?\\.?\\s*";
const PAIR = new RegExp(
  `^(\\d{1,5}(?:\\.\\d+)?)${NAMED}(?:\\/|\\bof\\b|\\bout of\\b|-|–|\\\\|:)\\s*(\\d{1,5}(?:\\.\\d+)?)${NAMED}(\\?)?$`,
  "i",
);

/**
 * Reads a cell of a column of counts, whose heading the caller has understood.
 * A number is that count; words in the cell ("4 left" under "used") go before the heading.
 *
 * @example unitsFromCell("9/12", "usedOfAuthorized") is { used: 9, authorized: 12 }; unitsFromCell("24.0", "authorized") is { authorized: 24 }
 */
export function unitsFromCell(text: string, meaning: UnitsMeaning): CellUnits {
  const trimmed = text.replace(/^="?|"$/g, "").trim();
  if (EMPTY.test(trimmed)) return trimmed.includes("?") ? { question: true } : {};
  const pair = meaning === "usedOfAuthorized" || meaning === "authorizedThenUsed";
  const single = meaning === "usedOfAuthorized" || meaning === "authorizedThenUsed" ? null : meaning;
  const number = NUMBER.exec(trimmed);
  if (number !== null) {
    const value = Number(`${(number[1] ?? "").replaceAll(",", "")}.${number[2] ?? "0"}`);
    const draft: Draft = {};
    if (single !== null) draft[single] = value;
    else if (meaning === "authorizedThenUsed") {
      // Nothing is used yet: the first of the two stands alone.
      draft.authorized = value;
    } else {
      // One number under "used / auth" may be either.
      draft.question = true;
    }
    if (number[3] !== undefined) draft.question = true;
    return draft;
  }
  const open = /^(\d{1,5})\s*\/\s*[-–_]*$/.exec(trimmed)?.[1];
  if (open !== undefined && meaning === "authorizedThenUsed") return { authorized: Number(open) };
  const two = PAIR.exec(trimmed);
  if (two !== null) return readPair(Number(two[1]), Number(two[2]), trimmed, meaning, two[3] !== undefined);
  const mentions = findUnits(trimmed);
  const draft: Draft = {};
  for (const mention of mentions) {
    if (mention.unlimited) draft.unlimited = true;
    if (mention.frequency !== undefined) {
      draft.frequency = true;
      continue;
    }
    if (mention.question) draft.question = true;
    if (mention.unit !== undefined && draft.unit === undefined) draft.unit = mention.unit;
    const spoken = (["used", "left", "requested", "authorized"] as const).filter((role) => mention[role] !== undefined);
    for (const role of spoken) {
      const plainCount =
        role === "authorized" && spoken.length === 1 && !/auth|appr|ok|gr?a[nv]t|cert|gave|got/i.test(mention.text);
      const target = plainCount && single !== null ? single : role;
      if (draft[target] !== undefined && draft[target] !== mention[role]) draft.question = true;
      else {
        const value = mention[role];
        if (value !== undefined) draft[target] = value;
      }
    }
  }
  const opening = /^(\d{1,5})\s*(?:[-–,;(]|total\b)/.exec(trimmed)?.[1];
  const main = single ?? "authorized";
  if (opening !== undefined && draft[main] === undefined && mentions.length > 0 && mentions[0]?.start !== 0)
    draft[main] = Number(opening);
  if (mentions.length === 0 && /\d/.test(trimmed)) {
    const lead = /^(\d{1,5}(?:\.\d+)?)\b(?!\s?[/%$-]|\s?(?:st|nd|rd|th)\b)/.exec(trimmed);
    if (lead?.[1] !== undefined && single !== null && !/\d/.test(trimmed.slice(lead[0].length))) {
      draft[single] = Number(lead[1]);
      if (/[?/]|per\b/.test(trimmed)) draft.question = true;
    } else draft.question = true;
  }
  if (
    pair &&
    opening === undefined &&
    mentions.length > 0 &&
    draft.used === undefined &&
    draft.left === undefined &&
    draft.authorized !== undefined &&
    !/auth|appr/i.test(trimmed)
  ) {
    delete draft.authorized;
    draft.question = true;
  }
  return draft;
}

function readPair(first: number, second: number, text: string, meaning: UnitsMeaning, doubted: boolean): CellUnits {
  const draft: Draft = {};
  if (doubted) draft.question = true;
  const dash = /\d\s*[-–:]\s*\d/.test(text);
  if (meaning === "usedOfAuthorized" || meaning === "authorizedThenUsed") {
    const [used, authorized] = meaning === "usedOfAuthorized" ? [first, second] : [second, first];
    draft.used = used;
    draft.authorized = authorized;
    // More used than authorized happens, but the numbers swapped happens as often.
    if (used > authorized) draft.question = true;
    return draft;
  }
  if (dash) return { question: true };
  if (meaning === "used") {
    draft.used = first;
    if (second >= first) draft.authorized = second;
    else draft.question = true;
  } else if (meaning === "left") {
    draft.left = first;
    if (second >= first) draft.authorized = second;
    else draft.question = true;
  } else if (meaning === "requested") return { question: true };
  else if (first <= second) {
    // "14 of 24" granted of asked, or "14/24" used of granted
    if (/of/i.test(text)) {
      draft.authorized = first;
      draft.requested = second;
    } else draft.question = true;
  } else draft.question = true;
  return draft;
}
