import { bluePlansByKey } from "./blue-plans.ts";
import { OTHER_PAYERS } from "./other-payers.ts";
import { PAYER_NAMES } from "./payer-names.ts";
import { RISKY_NAMES } from "./payer-words.ts";
import { nameKey, wordsOf } from "./wording.ts";

/** What one spelling of a payer's name stands for. */
export interface DirectoryEntry {
  /** The payers it can be, the likeliest first: more than one only where licensees share a state. */
  readonly payers: readonly string[];
  /** The spelling as the directory has it; null when it is put together from a brand and a state. */
  readonly spelling: string | null;
  readonly how: "exact" | "alias" | "abbreviation";
  /** Also an ordinary word or a person's name. */
  readonly risky: boolean;
  /** The two letters of a state at its end, which may be a word of their own. */
  readonly letters?: string;
  /** A payer without a canonical name: it keeps the name as written. */
  readonly asWritten?: true;
}

/** Most tokens that one name has. */
export const LONGEST_NAME = 9;

let built: ReadonlyMap<string, DirectoryEntry> | null = null;

/** Every known spelling of every payer, by `nameKey`. */
export function payerDirectory(): ReadonlyMap<string, DirectoryEntry> {
  built ??= build();
  return built;
}

function build(): ReadonlyMap<string, DirectoryEntry> {
  const directory = new Map<string, DirectoryEntry>();
  for (const name of OTHER_PAYERS) {
    const key = nameKey(name);
    directory.set(key, { payers: [name], spelling: name, how: "exact", risky: RISKY_NAMES.has(key), asWritten: true });
  }
  for (const [key, plan] of bluePlansByKey()) {
    const letters = plan.letters === undefined ? {} : { letters: plan.letters };
    directory.set(key, { payers: plan.payers, spelling: null, how: "alias", risky: false, ...letters });
  }
  for (const [payer, aliases] of Object.entries(PAYER_NAMES)) {
    for (const alias of aliases.split(" | ")) {
      const key = nameKey(alias);
      if (key === "") continue;
      const how = key.length <= 5 && alias === alias.toUpperCase() ? "abbreviation" : "alias";
      directory.set(key, { payers: [payer], spelling: alias, how, risky: RISKY_NAMES.has(key) });
    }
  }
  for (const payer of Object.keys(PAYER_NAMES)) {
    const key = nameKey(payer);
    directory.set(key, { payers: [payer], spelling: payer, how: "exact", risky: RISKY_NAMES.has(key) });
  }
  return directory;
}

let names: readonly { readonly words: readonly string[]; readonly key: string; readonly payer: string }[] | null = null;

/** Names of two words and more, word by word, to compare abbreviated words with. */
export function namesWordByWord(): NonNullable<typeof names> {
  names ??= [...payerDirectory()].flatMap(([key, entry]) => {
    const words = entry.spelling === null ? [] : wordsOf(entry.spelling);
    return words.length > 1 && entry.payers[0] !== undefined ? [{ words, key, payer: entry.payers[0] }] : [];
  });
  return names;
}
