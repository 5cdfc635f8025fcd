import { isLookAlike } from "./look-alikes.ts";
import { type DirectoryEntry, LONGEST_NAME, payerDirectory } from "./payer-directory.ts";
import { PRODUCT_WORDS } from "./payer-words.ts";
import { editsAllowed, spellingDistance } from "./spelling-distance.ts";
import { nameKey, type Token } from "./wording.ts";

/** What the words around a payer's name say of it. */
export type PayerRole = "previous" | "secondary" | "behind" | "plain";

/** A payer's name at its place among the tokens. */
export interface NamedPayer {
  readonly from: number;
  readonly to: number;
  readonly entry: DirectoryEntry;
  readonly misspelt: boolean;
  readonly role: PayerRole;
}

const INSIDE_NAMES = new Set(["/", "&", "|", "-", ".", "+", "(", ")"]);
const PREVIOUS_BEFORE = /^(?:was|were|formerly|fka|prev|previous|previously|old|prior|ex|former|left|lost|before|not)$/;
const PREVIOUS_AFTER = /^(?:til|till|until|ended|termed|terminated|expired|before|previously|lapsed|old)$/;
const SECONDARY = /^(?:sec|second|secondary|2nd|2ndary|secondly|tertiary|cob)$/;
const BEHIND = /^(?:for|behalf|by|via|thru|through)$/;

/** Every known payer's name in the tokens, longest first from left to right. Misspellings only where `spelling` is asked for. */
export function namedPayers(tokens: readonly Token[], spelling: boolean): NamedPayer[] {
  const directory = payerDirectory();
  const named: NamedPayer[] = [];
  for (let from = 0; from < tokens.length; ) {
    const found = nameAt(tokens, from, directory) ?? (spelling ? misspeltNameAt(tokens, from) : null);
    if (found === null) {
      from++;
      continue;
    }
    named.push({ ...found, role: roleOf(tokens, found.from, found.to) });
    from = found.to;
  }
  return named;
}

/**
 * A name that only seems to be there because a word before it is misspelt ("Idependence Blue Cross" is not "Blue Cross"):
 * where the words around a name are together nearly a longer name, that one stands.
 */
export function widened(tokens: readonly Token[], named: NamedPayer): NamedPayer {
  let first = named.from;
  while (first > 0 && first > named.from - 6 && joins(tokens[first - 1])) first--;
  let last = named.to;
  while (last < tokens.length && last < named.to + 6 && joins(tokens[last])) last++;
  let best = named;
  for (let from = first; from <= named.from; from++) {
    for (let to = last; to >= named.to; to--) {
      if (to - from <= best.to - best.from) continue;
      const words = tokens.slice(from, to).map((token) => token.word);
      const near = nearestName(nameKey(words.join("")));
      if (near !== null) best = { ...named, from, to, entry: near.entry, misspelt: true };
    }
  }
  return best;
}

function joins(token: Token | undefined): boolean {
  if (token?.kind !== "word") return false;
  if (/^(?:of|fo|f|o|and|north|south|west|new)$/.test(token.word)) return true;
  return token.word.length > 2 && !PRODUCT_WORDS.has(token.word);
}

type Place = Omit<NamedPayer, "role">;

function nameAt(tokens: readonly Token[], from: number, directory: ReadonlyMap<string, DirectoryEntry>): Place | null {
  if (!mayBeNamed(tokens[from])) return null;
  let key = "";
  let best: Place | null = null;
  let names = 0;
  for (let to = from; to < tokens.length && names < LONGEST_NAME; to++) {
    const token = tokens[to];
    if (token === undefined) break;
    if (token.kind === "mark") {
      if (!INSIDE_NAMES.has(token.word)) break;
      continue;
    }
    if (!mayBeNamed(token)) break;
    names++;
    key += nameKey(token.word);
    const entry = directory.get(key);
    // "medical" is a word; Medi-Cal in one piece has to be all that the cell says.
    if (key === "medical" && from === to && tokens.length > 1) continue;
    if (entry !== undefined && lettersAreAState(tokens, from, to, entry)) {
      best = { from, to: to + 1, entry, misspelt: false };
    }
  }
  return best;
}

function mayBeNamed(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== "mark" && !token.word.includes("@") && !token.word.includes("://");
}

/** "BCBS IN" is Indiana, "BCBS in network" is not: two letters that stand alone have to be meant as a state. */
function lettersAreAState(tokens: readonly Token[], from: number, to: number, entry: DirectoryEntry): boolean {
  const letters = entry.letters?.toLowerCase();
  if (letters === undefined || from === to) return true;
  const at = tokens[to]?.word === letters ? to : from;
  const token = tokens[at];
  if (token?.word !== letters) return true;
  const wholeText = tokens.every((other, index) => (index >= from && index <= to) || other.kind === "mark");
  if (wholeText) return true;
  if (!token.capitals) return letters.length === 2 && tokens[at - 1]?.word === "of";
  if (at !== to) return true;
  const next = tokens[to + 1];
  if (next === undefined || next.leads) return letters !== "id" || !/^[#:]$/.test(next?.word ?? "");
  if (letters === "id") return next.kind === "word";
  if (letters === "ok") return next.kind !== "number";
  if (letters === "in") return !/^(?:network|ntwk|net|ntk)$/.test(next.word);
  if (letters === "or") return nameAt(tokens, to + 1, payerDirectory()) === null;
  return true;
}

const nearNames = new Map<string, string | null>();
let keysByLength: ReadonlyMap<number, readonly string[]> | null = null;

/** The one known spelling that a misspelt name can only be, by `nameKey`; null when none or several payers are as near. */
export function nearestName(key: string): { readonly entry: DirectoryEntry; readonly distance: number } | null {
  const directory = payerDirectory();
  if (key.length < 5 || key.length > 50 || /\d{3}/.test(key)) return null;
  let near = nearNames.get(key);
  if (near === undefined) {
    near = searchNearest(key, directory);
    if (nearNames.size < 5000) nearNames.set(key, near);
  }
  const entry = near === null ? undefined : directory.get(near);
  return near === null || entry === undefined ? null : { entry, distance: spellingDistance(key, near) };
}

/** Names are told apart by single letters more often than words are: a second slip only in very long ones. */
function slipsAllowed(letters: number): number {
  return Math.min(editsAllowed(letters), letters < 16 ? 1 : 2);
}

function searchNearest(key: string, directory: ReadonlyMap<string, DirectoryEntry>): string | null {
  if (keysByLength === null) {
    const byLength = new Map<number, string[]>();
    for (const known of directory.keys()) byLength.set(known.length, [...(byLength.get(known.length) ?? []), known]);
    keysByLength = byLength;
  }
  const limit = slipsAllowed(key.length);
  let best: string | null = null;
  let least = limit + 1;
  let tie = false;
  for (let length = key.length - limit; length <= key.length + limit; length++) {
    for (const known of keysByLength.get(length) ?? []) {
      const own = Math.min(limit, slipsAllowed(known.length));
      const alike = key[0] === known[0] || (key[0] === known[1] && key[1] === known[0]);
      if (!alike || own === 0) continue;
      const distance = spellingDistance(key, known, Math.min(own, least));
      if (distance > own || distance > least) continue;
      const other = best !== null && directory.get(best)?.payers[0] !== directory.get(known)?.payers[0];
      if (distance < least) tie = false;
      else if (other) tie = true;
      if (distance < least || best === null) best = known;
      least = distance;
    }
  }
  return tie ? null : best;
}

function misspeltNameAt(tokens: readonly Token[], from: number): Place | null {
  const token = tokens[from];
  if (token === undefined || token.kind !== "word" || isLookAlike(token.word) || PRODUCT_WORDS.has(token.word))
    return null;
  let key = "";
  let best: Place | null = null;
  for (let to = from; to < tokens.length && to < from + 8; to++) {
    const next = tokens[to];
    if (next?.kind !== "word") break;
    key += nameKey(next.word);
    const near = nearestName(key);
    if (near !== null) best = { from, to: to + 1, entry: near.entry, misspelt: true };
  }
  return best;
}

function roleOf(tokens: readonly Token[], from: number, to: number): PayerRole {
  for (let index = from - 1; index >= 0 && index >= from - 3; index--) {
    const token = tokens[index];
    if (token === undefined || /^[,;/()]$/.test(token.word)) break;
    if (PREVIOUS_BEFORE.test(token.word)) return "previous";
    if (SECONDARY.test(token.word)) return "secondary";
    if (BEHIND.test(token.word)) return "behind";
    if (/^(?:now|current|currently|new|to|primary)$/.test(token.word)) return "plain";
  }
  // "Carelon? no – Wellcare": asked and answered.
  if (tokens[to]?.word === "?" && tokens[to + 1]?.word === "no") return "previous";
  for (let index = to; index < to + 3; index++) {
    const token = tokens[index];
    if (token === undefined || /^[,;/)]$/.test(token.word)) break;
    if (PREVIOUS_AFTER.test(token.word)) return "previous";
    if (SECONDARY.test(token.word)) return "secondary";
  }
  return "plain";
}
