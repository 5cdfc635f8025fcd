import { type CellWord, cellWords } from "./cell-words.ts";
import { foldWord, isGivenName } from "./given-names.ts";
import { nameWordRole } from "./name-word-role.ts";
import { isCalendarWord, isNeverName, PAYER_PHRASE } from "./person-words.ts";

const PLACEHOLDER = /^\W*(?:n\/?a|none|tbd|unk(?:nown)?|-+|same|self|yes|no|ditto)\W*$/i;

/**
 * How much a text by itself looks like one person's name, from 0 to 1: for telling what a column holds.
 * Insurers, organisations, desks, headings, months, places and sentences come out near 0; a lone surname near a third.
 *
 * @example looksLikePersonName("OKAFOR, CHIDI") is over 0.9; looksLikePersonName("Network gap") is under 0.1
 */
export function looksLikePersonName(text: string): number {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 60 || PLACEHOLDER.test(trimmed) || PAYER_PHRASE.test(trimmed)) return 0;
  const pieces = cellWords(trimmed.replace(/\([^)]*\)/g, " ").replace(/["“”].{1,15}["“”]/g, " "));
  const words = pieces.filter((piece) => piece.kind === "word");
  const digits = trimmed.replace(/\D/g, "").length;
  const marks = pieces.filter((piece) => piece.kind === "mark" && !/^[,.'’"“”-]$/.test(piece.text)).length;
  const commas = pieces.filter((piece) => piece.text === ",").length;
  if (words.length === 0) return 0;
  const roles = words.map((piece) => nameWordRole(piece));
  const count = (...wanted: string[]): number => roles.filter((role) => wanted.includes(role)).length;
  const against = words.filter((piece, at) => isAgainst(piece, roles[at] ?? "other")).length;
  const commaForm = commas === 1 && pieces.findIndex((piece) => piece.text === ",") > 0;
  if (against > 0)
    return commaForm && against === 1 && words.length === 2 && roles.includes("name") && !count("never") ? 0.5 : 0.02;
  const lower = count("lower");
  if (lower > 0) {
    const allLow = words.every((piece) => piece.text === piece.text.toLowerCase());
    const given = count("lowerGiven") > 0;
    return allLow && given && words.length <= 3 ? 0.6 : 0.05;
  }
  if (words.length > 6) return 0.05;
  const names = count("name", "lowerGiven", "doubtful");
  const initials = count("initial");
  const known = words.filter((piece) => isGivenName(piece.text) && !isCalendarWord(piece.text)).length;
  let score: number;
  if (names === 0) score = initials >= 2 ? 0.3 : 0.05;
  else if (commaForm) score = known > 0 ? 0.97 : 0.88;
  else if (names + initials === 1) score = known > 0 ? 0.5 : 0.3;
  else if (known > 0) score = 0.95;
  else if (initials > 0) score = 0.85;
  else if (words.every((piece) => piece.text === piece.text.toUpperCase())) score = 0.5;
  else score = names > 3 ? 0.4 : 0.7;
  if (count("doubtful") === names && known === 0) score *= 0.4;
  if (count("honorific") > 0) score = Math.max(score * 0.9, names > 0 ? 0.6 : 0);
  if (digits > 0) score *= digits > 8 ? 0.3 : 0.7;
  if (marks > 0) score *= marks > 1 ? 0.5 : 0.7;
  return score;
}

function isAgainst(piece: CellWord, role: string): boolean {
  if (role === "never" || role === "payer" || role === "role" || role === "desk" || role === "relation") return true;
  return role === "lower" && isNeverName(piece.text) && foldWord(piece.text).length > 2;
}
