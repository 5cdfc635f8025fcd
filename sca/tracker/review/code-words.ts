import type { CostSharing, Outcome, RateModel, Trigger } from "../tracked-case.ts";

/** A code of the domain and the words that stand for it wherever the manager reads: in the ledger and in questions. */
export interface WordList<Code extends string | boolean> {
  readonly words: readonly string[];
  /** The words for a code. */
  wordFor(code: Code): string;
  /** The code for words from a cell, whatever their case; null for anything else. */
  codeFor(word: unknown): Code | null;
}

/** Pairs of code and words as a list that is read in both directions. */
export function wordList<Code extends string | boolean>(pairs: readonly (readonly [Code, string])[]): WordList<Code> {
  const byCode = new Map(pairs);
  const asWritten = new Map(pairs.map(([code, word]) => [word, code]));
  const inSmallLetters = new Map(pairs.map(([code, word]) => [word.toLowerCase(), code]));
  return {
    words: pairs.map(([, word]) => word),
    wordFor: (code) => byCode.get(code) ?? String(code),
    codeFor: (word) =>
      typeof word === "string" ? (asWritten.get(word) ?? inSmallLetters.get(word.trim().toLowerCase()) ?? null) : null,
  };
}

export const OUTCOME_WORDS = wordList<Outcome>([
  ["approved", "Approved"],
  ["partiallyApproved", "Partially approved"],
  ["approvedOnAppeal", "Approved on appeal"],
  ["denied", "Denied"],
  ["pending", "Pending"],
  ["withdrawn", "Withdrawn"],
]);

export const TRIGGER_WORDS = wordList<Trigger>([
  ["networkGap", "No in-network provider available"],
  ["continuity", "Continuity of care"],
  ["specialty", "Specialty not in network"],
  ["geographic", "Distance"],
  ["costAlternative", "Avoids costlier care"],
  ["other", "Other"],
]);

export const MODEL_WORDS = wordList<RateModel>([
  ["percentOfMedicare", "Percent of Medicare"],
  ["percentOfBilled", "Percent of billed"],
  ["perDiem", "Per day"],
  ["caseRate", "Per case"],
  ["perUnit", "Per unit"],
]);

export const COST_SHARING_WORDS = wordList<CostSharing>([
  ["inNetwork", "In network"],
  ["outOfNetwork", "Out of network"],
]);

export const YES_NO_WORDS = wordList<boolean>([
  [true, "Yes"],
  [false, "No"],
]);
