import { UsageProblem } from "../commands/arguments.ts";
import { SLICE_KEYS, type SliceKey } from "../frames/case-frame.ts";
import { inWords } from "../report/figures.ts";

/** What each key is called in a sentence. */
const SENTENCE_WORDS: Readonly<Record<SliceKey, string>> = {
  payer: "payer",
  trigger: "trigger",
  level: "level of care",
  family: "code family",
  quarter: "quarter",
  owner: "owner",
};

/** The heading of a key's column. @example keyHeading("level") is "level_of_care" */
export function keyHeading(key: SliceKey): string {
  return SENTENCE_WORDS[key].replaceAll(" ", "_");
}

/** Keys in a sentence. @example keyWords(["payer", "level"]) is "payer and level of care" */
export function keyWords(keys: readonly SliceKey[]): string {
  return inWords(keys.map((key) => SENTENCE_WORDS[key]));
}

/**
 * Reads what `--by` says; null where it is not given, none for the whole ledger. Throws a UsageProblem for a word that is
 * not known or stands twice.
 *
 * @example sliceKeys("payer, level-of-care") is ["payer", "level"]
 */
export function sliceKeys(by: string | undefined): readonly SliceKey[] | null {
  if (by === undefined) return null;
  const words = by
    .split(",")
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== "");
  if (words.length === 1 && words[0] === "all") return [];
  const keys = words.map((word) => keyOf(word) ?? unknown(word));
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw new UsageProblem(`--by names ${twice} twice. Name each once.`);
  if (keys.length === 0) throw new UsageProblem(`--by needs a word. ${ACCEPTED}`);
  return keys;
}

const ACCEPTED = `Accepted: ${SLICE_KEYS.join(", ")}, several with commas between (payer,trigger), or all.`;

function keyOf(word: string): SliceKey | undefined {
  const plain = word.replaceAll(/[-_ ]+/g, " ");
  return SLICE_KEYS.find((key) => key === plain || SENTENCE_WORDS[key] === plain);
}

function unknown(word: string): never {
  throw new UsageProblem(`--by "${word}" is not known here. ${ACCEPTED}`);
}
