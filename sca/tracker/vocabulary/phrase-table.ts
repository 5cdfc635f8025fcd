import { isLookAlike } from "./look-alikes.ts";
import { nearestWord } from "./spelling-distance.ts";
import { type Token, tokensOf } from "./wording.ts";

/** A table of wordings: for every meaning, the phrases that say it. Marks in a phrase ("✔", "½") count as words. */
export interface PhraseTable<M> {
  readonly startingWith: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly meaning: M }[]>;
  readonly byFirstLetter: ReadonlyMap<string, readonly string[]>;
  readonly words: ReadonlySet<string>;
  readonly misspellings: Map<string, string | null>;
}

/** One phrase found in a text. */
export interface PhraseMention<M> {
  readonly meaning: M;
  /** The phrase as the table has it. */
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
  /** Index of the first token, and of the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** False when a word had to be read through a misspelling. */
  readonly exact: boolean;
}

/** Joins a table's phrases into a matcher. The phrases of one meaning may be given as one text, separated by "|". */
export function phraseTable<M>(entries: readonly (readonly [meaning: M, phrases: string])[]): PhraseTable<M> {
  const startingWith = new Map<string, { words: string[]; meaning: M }[]>();
  const words = new Set<string>();
  for (const [meaning, phrases] of entries) {
    for (const phrase of phrases.split("|")) {
      const ofPhrase = tokensOf(phrase).map((token) => token.word);
      const first = ofPhrase[0];
      if (first === undefined) continue;
      for (const word of ofPhrase) words.add(word);
      const list = startingWith.get(first) ?? [];
      list.push({ words: ofPhrase, meaning });
      startingWith.set(first, list);
    }
  }
  for (const list of startingWith.values()) list.sort((a, b) => b.words.length - a.words.length);
  const byFirstLetter = new Map<string, string[]>();
  for (const word of words) {
    // A swap of the first two letters is a common slip, so a word is listed under both.
    for (const letter of new Set([word.charAt(0), word.charAt(1)])) {
      byFirstLetter.set(letter, [...(byFirstLetter.get(letter) ?? []), word]);
    }
  }
  return { startingWith, byFirstLetter, words, misspellings: new Map() };
}

/**
 * Every phrase of the table in the tokens, longest first, from left to right, none overlapping. Words of five letters and
 * more are also read through a misspelling, unless what stands there is a known word of its own.
 */
export function findPhrases<M>(tokens: readonly Token[], table: PhraseTable<M>): PhraseMention<M>[] {
  const words = tokens.map((token) => (token.kind === "word" ? knownWord(token.word, table) : token.word));
  const mentions: PhraseMention<M>[] = [];
  for (let from = 0; from < tokens.length; ) {
    const first = words[from] ?? "";
    const entry = table.startingWith
      .get(first)
      ?.find((candidate) => candidate.words.every((word, offset) => words[from + offset] === word));
    if (entry === undefined) {
      from++;
      continue;
    }
    const to = from + entry.words.length;
    const exact = entry.words.every((word, offset) => tokens[from + offset]?.word === word);
    mentions.push({
      meaning: entry.meaning,
      phrase: entry.words.join(" "),
      start: tokens[from]?.start ?? 0,
      end: tokens[to - 1]?.end ?? 0,
      from,
      to,
      exact,
    });
    from = to;
  }
  return mentions;
}

function knownWord<M>(word: string, table: PhraseTable<M>): string {
  if (word.length < 4 || table.words.has(word) || isLookAlike(word)) return word;
  const known = table.misspellings.get(word);
  if (known !== undefined) return known ?? word;
  const near = nearestWord(word, table.byFirstLetter.get(word.charAt(0)) ?? []);
  if (table.misspellings.size < 5000) table.misspellings.set(word, near);
  return near ?? word;
}
