import type { CellWord } from "./cell-words.ts";
import { foldWord, isGivenName } from "./given-names.ts";
import {
  CREDENTIALS,
  DESKS,
  HONORIFICS,
  isCalendarWord,
  isDoubtfulName,
  isNeverName,
  PARTICLES,
  PAYER_WORDS,
  RELATIONS,
  ROLES,
  SUFFIXES,
} from "./person-words.ts";

/**
 * What a word can be beside or inside a name. `name`: capitalised and nothing against it; `doubtful`: a word such as "May" or "Hill";
 * `never`: a word of headings, statuses, clinics; `lower`: an uncapitalised word, `given` in small letters apart.
 */
export type NameWordRole =
  | "name"
  | "initial"
  | "particle"
  | "suffix"
  | "honorific"
  | "credential"
  | "relation"
  | "role"
  | "desk"
  | "payer"
  | "doubtful"
  | "never"
  | "lowerGiven"
  | "lower"
  | "other";

function startsHigh(word: string): boolean {
  const first = [...word][0] ?? "";
  return first !== first.toLocaleLowerCase("en-US") || !/\p{Ll}/u.test(first);
}

/** True for a word with a possessive ending: "Sam's" speaks of Sam but is not his name. */
export function isPossessive(word: string): boolean {
  return /\p{Ll}['’]s\.?$/u.test(word);
}

/** What one piece of a cell can be in a person's name; a piece is judged by itself, its neighbours by the reader. */
export function nameWordRole(piece: CellWord | undefined): NameWordRole {
  if (piece?.kind !== "word") return "other";
  const folded = foldWord(piece.text);
  const bare = piece.text.replace(/\.$/, "");
  const high = startsHigh(bare);
  if ([...bare].length === 1) return high ? "initial" : "lower";
  if (SUFFIXES.has(folded)) return "suffix";
  if (isPossessive(piece.text)) return "never";
  const shouted = bare === bare.toUpperCase();
  if (CREDENTIALS.has(folded) && (shouted || /[a-z][A-Z]/.test(bare)))
    return isGivenName(bare) && !shouted ? "name" : "credential";
  if (HONORIFICS.has(folded) && !(isGivenName(bare) && !piece.text.endsWith("."))) return "honorific";
  if (PARTICLES.has(folded)) return "particle";
  if (RELATIONS.has(folded) && !(high && !shouted && folded === "son")) return "relation";
  if (isDoubtfulName(bare)) return high ? "doubtful" : "lower";
  if (isGivenName(bare) && high && !isCalendarWord(bare)) return "name";
  if (PAYER_WORDS.has(folded)) return "payer";
  if (ROLES.has(folded)) return "role";
  if (DESKS.has(folded)) return "desk";
  if (isNeverName(bare)) return high ? "never" : "lower";
  if (!high) return isGivenName(bare) ? "lowerGiven" : "lower";
  return "name";
}
