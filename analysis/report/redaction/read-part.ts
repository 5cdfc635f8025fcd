import { compact, type DayMention, daysIn, wordsOf } from "./plain-words.ts";
import type { SearchedPart, SearchedUnit } from "./searched-part.ts";

/** A part made ready for every kind of search, once. */
export interface ReadPart {
  readonly part: SearchedPart;
  /** The words of each unit; the last is the whole part read on, for what is split over units. */
  readonly words: readonly (readonly string[])[];
  /** Letters and digits of the whole part, read on without a gap. */
  readonly compact: string;
  readonly days: readonly { readonly unit: SearchedUnit; readonly found: readonly DayMention[] }[];
}

/** Reads a part for searching. */
export function readPart(part: SearchedPart): ReadPart {
  const shown = part.units.filter(({ kind }) => kind !== "cell");
  return {
    part,
    words: [...part.units.map(({ text }) => wordsOf(text)), shown.flatMap(({ text }) => wordsOf(text))],
    compact: compact(shown.map(({ text }) => text).join("")),
    days: part.units
      .map((unit) => ({ unit, found: unit.kind === "number" ? [] : daysIn(unit.text) }))
      .filter(({ found }) => found.length > 0),
  };
}
