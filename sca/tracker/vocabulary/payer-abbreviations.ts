import { namesWordByWord, payerDirectory } from "./payer-directory.ts";
import { nameKey, type Token } from "./wording.ts";

const SHORT_FORMS: Readonly<Record<string, string>> = {
  hlth: "health",
  hlt: "health",
  hlthcare: "healthcare",
  hltcare: "healthcare",
  hc: "healthcare",
  hp: "health plan",
  mut: "mutual",
  med: "medical",
  mtn: "mountain",
  comm: "community",
  cmty: "community",
  bh: "behavioral health",
  beh: "behavioral",
  ins: "insurance",
  assn: "association",
  svcs: "services",
  sys: "systems",
  ben: "benefit",
  admin: "administrators",
  univ: "university",
  natl: "national",
};

/**
 * The payer whose name a cell abbreviates word by word ("Harv Pilgrim", "Priority Hlth", "Prov HP"), or null when none or
 * several could be meant. The first word counts by its first three letters at least, or by its consonants in order.
 */
export function abbreviatedName(tokens: readonly Token[]): string | null {
  const words = tokens.filter((token) => token.kind === "word").map((token) => token.word);
  if (words.length < 2 || words.length > 6) return null;
  const expanded = words.map((word) => SHORT_FORMS[word] ?? word).join(" ");
  const direct = payerDirectory().get(nameKey(expanded));
  if (direct !== undefined && !direct.asWritten && direct.payers.length === 1) return direct.payers[0] ?? null;
  const parts = expanded.split(" ");
  const payers = new Set<string>();
  for (const name of namesWordByWord()) {
    if (name.words.length !== parts.length) continue;
    if (name.words.every((word, index) => shortens(parts[index] ?? "", word))) payers.add(name.payer);
  }
  const [only] = payers;
  return payers.size === 1 && only !== undefined ? only : null;
}

function shortens(short: string, word: string): boolean {
  if (short === word) return true;
  if (short.length < 3 || short.length >= word.length || short[0] !== word[0]) return false;
  if (word.startsWith(short)) return true;
  // "hlth", "mtn", "cmnty": the letters in order, none of them a vowel after the first.
  if (/[aeiou]/.test(short.slice(1))) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at++;
  return at === short.length;
}
