import { HEADING_PATTERNS, type HeadingPattern, PATTERN_WORDS } from "./heading-patterns.ts";
import { FILLER_WORDS, HEADING_PHRASES, HEADING_WORDS } from "./heading-words.ts";
import type { Meaning } from "./meaning.ts";
import { nearestHeadingWord } from "./nearest-heading-word.ts";
import { isQuestion, withoutAsking } from "./question-heading.ts";

/** How a heading's words read: a score of 0 to 1 for each meaning they could have. */
export interface HeadingReading {
  readonly scores: ReadonlyMap<Meaning, number>;
  /** Several meanings in one heading ("Ins / ID#"), in order; empty for an ordinary one. */
  readonly parts: readonly Meaning[];
  /** Share of the words that are words of headings. */
  readonly known: number;
}

interface Word {
  readonly word: string;
  readonly known: boolean;
  readonly own: boolean;
}

const WEIGHT_OF_EXTRA_WORD = 0.6;
const WEIGHT_OF_EXTRA_GROUP_WORD = 0.2;
const WEIGHT_OF_EXTRA_QUESTION_WORD = 0.25;
const WEIGHT_OF_FILLER = 0;

/** The heading in small letters, with wordings of several words put into one; line breaks stay. */
function plainHeading(text: string): string {
  let plain = withoutAsking(text)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[’‘`']/g, "")
    .replace(/[_\t]+/g, " ");
  for (const [phrase, word] of HEADING_PHRASES) plain = plain.replace(phrase, word);
  return plain;
}

function wordsOf(text: string, own: boolean): Word[] {
  const plain = plainHeading(text).replace(/#/g, " number ").replace(/\$/g, " dollars ").replace(/%/g, " percent ");
  const words: Word[] = [];
  for (const raw of plain.split(/[^\p{L}\p{N}]+/u)) {
    if (raw === "" || FILLER_WORDS.has(raw)) continue;
    const exact = HEADING_WORDS.get(raw);
    const word = exact ?? (PATTERN_WORDS.has(raw) ? raw : nearestHeadingWord(raw));
    const known = word !== null;
    if (!words.some((other) => other.word === (word ?? raw))) words.push({ word: word ?? raw, known, own });
  }
  return words;
}

function patternScore(pattern: HeadingPattern, words: readonly Word[], weightOfExtra: number): number {
  const used = new Set<number>();
  let ownMatches = 0;
  for (const choices of pattern.words) {
    const index = words.findIndex((word, at) => !used.has(at) && choices.includes(word.word));
    if (index < 0) return 0;
    used.add(index);
    if (words[index]?.own) ownMatches += 1;
  }
  if (ownMatches === 0) return 0;
  // "Used" under "Initial auth" is no pair: both words of a pair stand in the heading itself.
  if (pattern.meaning === "unitsUsedOfAuthorized" && ownMatches < pattern.words.length) return 0;
  let extra = WEIGHT_OF_FILLER;
  words.forEach((word, at) => {
    if (!used.has(at)) extra += word.own ? weightOfExtra : WEIGHT_OF_EXTRA_GROUP_WORD;
  });
  const matched = pattern.words.length;
  return (pattern.strength * matched) / (matched + extra);
}

function scoreWords(words: readonly Word[], weightOfExtra = WEIGHT_OF_EXTRA_WORD): Map<Meaning, number> {
  const scores = new Map<Meaning, number>();
  if (words.length === 0) return scores;
  for (const pattern of HEADING_PATTERNS) {
    const score = patternScore(pattern, words, weightOfExtra);
    if (score > (scores.get(pattern.meaning) ?? 0)) scores.set(pattern.meaning, score);
  }
  return scores;
}

function best(scores: ReadonlyMap<Meaning, number>): [Meaning, number] | null {
  let top: [Meaning, number] | null = null;
  for (const entry of scores) if (top === null || entry[1] > top[1]) top = entry;
  return top;
}

/** A measure in brackets: "(15 min)", "(per 15-min unit)", "(days)". */
const MEASURE =
  /^\W*(?:per\s+|in\s+|x\s*)?\d*\s*-?\s*(?:min(?:ute)?s?|hrs?|hours?|days?|units?|visits?|sessions?|usd|\$|%|percent)(?:\s+(?:units?|each|increments?))?\W*$/;

function partsOf(text: string, group: readonly Word[]): Meaning[] {
  // "AUTH - VISITS - DATES", "Patient   dob": dashes between three words or a wide gap part a heading as a slash does.
  const dashed = text.split(/\s[-–—]\s/).length >= 3 ? text.replace(/\s[-–—]\s/g, " / ") : text;
  const spaced = dashed.trim().replace(/(?<=[\p{L}\d]) {2,}(?=[\p{L}#])/gu, " / ");
  // What stands in brackets within a heading does not part it: "Units (15 min) used".
  const plain = plainHeading(spaced);
  const inside = [...plain.matchAll(/\(([^()]*)\)/g)]
    .map((match) => match[1] ?? "")
    .filter((words) => !MEASURE.test(words));
  const pieces = [plain.replace(/\([^()]*\)/g, " "), ...inside]
    .join("/")
    .split(/\s*(?:\/\/|->|[/&+,;|()>→\n]|\band\b)\s*/)
    .filter((piece) => /\p{L}|#|\$/u.test(piece));
  if (pieces.length < 2) return [];
  const meanings: Meaning[] = [];
  for (const piece of pieces) {
    if (/^\s*(?:not|no|except|excl\w*|other than|unless|if|e\.?g)\b/.test(piece)) continue;
    const members = /^\W*(?:mbr|member|memb|subscriber|sub|policy|card|insured)s?\W*$/.test(piece);
    const top: [Meaning, number] | null = members
      ? ["memberId", 0.8]
      : best(scoreWords([...group, ...wordsOf(piece, true)]));
    const spans =
      /^\W*(?:dates?|window|span|period|valid|good)\W*$/i.test(piece) &&
      (meanings.includes("authNumber") || meanings.includes("unitsAuthorized"));
    if (spans && !meanings.includes("authSpan")) meanings.push("authSpan");
    if (spans || top === null || top[1] < 0.55) continue;
    if (!meanings.includes(top[0])) meanings.push(top[0]);
  }
  if (pieces.length === 2 && /->|[>→]/.test(plain)) {
    // "sent > back", "fax → reply": the day of the request, then that of the answer.
    const [first, second] = pieces.map((piece) => best(scoreWords([...group, ...wordsOf(piece, true)]))?.[0]);
    const answers = second === "outcome" || second === "decided" || second === "reply";
    if (answers && (first === "submitted" || first === "request" || /\bfax|\bsent|\bout\b|\bask/.test(pieces[0] ?? "")))
      return ["submitted", "decided"];
  }
  const names: readonly Meaning[] = ["patient", "patientFirst", "patientLast"];
  if (meanings.every((meaning) => names.includes(meaning))) return [];
  return meanings.length >= 2 ? meanings : [];
}

const cache = new Map<string, HeadingReading>();

/**
 * Reads a heading by its words; `group` is the heading above it in a two-row header.
 * The words alone decide nothing: the column's cells are weighed against them.
 *
 * @example "Auth'd Units" scores 1 for unitsAuthorized; "Dt" under "DETERMINATION" scores 1 for decided
 */
export function readHeading(text: string, group = ""): HeadingReading {
  const key = `${group}\u0000${text}`;
  const known = cache.get(key);
  if (known) return known;
  const own = wordsOf(text, true);
  const above = wordsOf(group, false).filter(
    (word) => word.word !== "initiated" && word.word !== "first" && !own.some((other) => other.word === word.word),
  );
  const asks = isQuestion(text);
  const weightOfExtra = asks ? WEIGHT_OF_EXTRA_QUESTION_WORD : WEIGHT_OF_EXTRA_WORD;
  const scores = scoreWords(own, weightOfExtra);
  for (const [meaning, score] of scores) scores.set(meaning, above.length > 0 ? score * 0.9 : score);
  if (above.length > 0) {
    for (const [meaning, score] of scoreWords([...above, ...own], weightOfExtra)) {
      if (score > (scores.get(meaning) ?? 0)) scores.set(meaning, score);
    }
  }
  const whole = best(scores);
  const perUnit =
    /^\s*[$#%€£]\s*\//.test(text) ||
    /\/\s*(?:unit|u|hr|hour|day|d|session|sess|visit|pc|pcs|piece|ea|each|fraction|mg|hr or visit)\s*$/i.test(text);
  const parts = perUnit || (asks && !/\band\b/i.test(text)) ? [] : partsOf(text, above);
  const reading = {
    scores,
    parts:
      whole !== null && whole[1] >= 0.99 && (parts.length < 3 || text.length < 24) && isPair(whole[0]) ? [] : parts,
    known: own.length === 0 ? 0 : own.filter((word) => word.known).length / own.length,
  };
  if (cache.size > 50_000) cache.clear();
  cache.set(key, reading);
  return reading;
}

/** Meanings that already stand for a pair of things in one cell. */
function isPair(meaning: Meaning): boolean {
  return meaning === "authSpan" || meaning === "unitsUsedOfAuthorized" || meaning === "contact";
}
