import { plainText } from "./plain-text.ts";

/** One word, number or sign of a text. Words and signs are in small letters; a number has its value. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: "word" | "number" | "sign";
  /** Set for a number: what its digits say, before a "k" or a percent sign. */
  readonly value?: number;
  /** White space stands before it. */
  readonly spaced: boolean;
}

const TOKEN =
  /(?<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[½¼¾]?|\.\d+|[½¼¾])|(?<word>\p{L}[\p{L}\p{M}]*(?:[.&'](?=\p{L})\p{L}+)*)|(?<sign>\S)/gu;
const FRACTIONS: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

function numberOf(text: string): number {
  const last = text.at(-1) ?? "";
  const part = FRACTIONS[last];
  const digits = (part === undefined ? text : text.slice(0, -1)).replaceAll(",", "");
  return (digits === "" ? 0 : Number(digits)) + (part ?? 0);
}

/**
 * A text cut into words, numbers and signs. Line breaks are kept as the sign "\n".
 *
 * @example wordsOf("MCR+40%") has the texts "mcr", "+", "40", "%"
 */
export function wordsOf(text: string): Token[] {
  const plain = plainText(text);
  const tokens: Token[] = [];
  let before = 0;
  const push = (kind: Token["kind"], start: number, word: string, value?: number): void => {
    const spaced = start > before;
    before = start + word.length;
    tokens.push({ start, end: before, text: word, kind, spaced, ...(value === undefined ? {} : { value }) });
  };
  for (const match of plain.matchAll(TOKEN)) {
    for (let at = plain.indexOf("\n", before); at !== -1 && at < match.index; at = plain.indexOf("\n", before)) {
      push("sign", at, "\n");
    }
    const groups = match.groups ?? {};
    if (groups["number"] !== undefined) push("number", match.index, match[0], numberOf(match[0]));
    else push(groups["word"] === undefined ? "sign" : "word", match.index, match[0]);
  }
  return tokens;
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let older: number[] = previous;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
    }
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/**
 * Whether a word is another one misspelt by one letter (added, lost, changed or swapped with its neighbour).
 * Words under six letters are never misspelt: too many real words stand that near.
 *
 * @example isMisspelt("medcare", "medicare") is true; isMisspelt("medicaid", "medicare") is false
 */
export function isMisspelt(word: string, meant: string): boolean {
  if (meant.length < 6 || Math.abs(word.length - meant.length) > 1 || word[0] !== meant[0]) return false;
  return distance(word, meant) === 1;
}
