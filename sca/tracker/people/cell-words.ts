/** A piece of a cell's text: a word of letters, a code with digits in it, one punctuation mark, or a line break. */
export interface CellWord {
  readonly kind: "word" | "code" | "mark" | "break";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** White space stands before it. */
  readonly spaced: boolean;
  /** A tab, two or more spaces or a line break stand before it: a hand-made column. */
  readonly gap: boolean;
}

const PIECE =
  /(?<break>[\r\n\v\u2028]+)|(?<code>\p{N}[\p{L}\p{N}]*(?:[.,:'’-][\p{N}\p{L}]+)*|\p{L}[\p{L}\p{M}]*\p{N}[\p{L}\p{N}]*)|(?<word>\p{L}[\p{L}\p{M}]*(?:['’‘`´\-–‐‑][\p{L}\p{M}]+)*\.?)|(?<mark>[^\s])/gu;

/**
 * Cuts a cell's text into words, codes, marks and line breaks, each with its place in the text.
 *
 * @example cellWords("O'Dell, Kofi (8yo)") holds the words "O'Dell" and "Kofi", the code "8yo", and the marks between
 */
export function cellWords(text: string): CellWord[] {
  const pieces: CellWord[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(PIECE)) {
    const { groups, index } = match;
    const kind = groups?.["break"] ? "break" : groups?.["code"] ? "code" : groups?.["word"] ? "word" : "mark";
    const between = text.slice(previousEnd, index);
    pieces.push({
      kind,
      text: match[0],
      start: index,
      end: index + match[0].length,
      spaced: between.length > 0,
      gap: between.length > 1 || between.includes("\t"),
    });
    previousEnd = index + match[0].length;
  }
  return pieces;
}
