import { plainText } from "../rates/plain-text.ts";
import { isModifier } from "./modifiers.ts";

/** The modifiers of a cell, and what of it is none. */
export interface CellModifiers {
  readonly modifiers: string[];
  /** Words that are no modifiers, as written; empty when the cell was read whole. */
  readonly rest: string[];
}

/**
 * Reads a cell of a column of modifiers: "HM", "GN HQ", "25, 59", "-RT", "HM/GT", "mod 95". A number cell's text may have lost its zero or gained ".0".
 *
 * @example modifiersInCell("GN HQ") is { modifiers: ["GN", "HQ"], rest: [] }
 */
export function modifiersInCell(text: string): CellModifiers {
  const modifiers: string[] = [];
  const rest: string[] = [];
  const plain = plainText(text).replace(/(\d)\.0+\b/g, "$1");
  for (const match of plain.matchAll(/[a-z0-9]+/g)) {
    const word = match[0].toUpperCase();
    if (/^(?:MODS?|MODIFIERS?|NONE|NA|N|A|AND|NO)$/.test(word)) continue;
    if (isModifier(word)) {
      if (!modifiers.includes(word)) modifiers.push(word);
    } else if (
      text.slice(match.index, match.index + match[0].length) === word &&
      /^(?:[A-Z0-9]{2}){2,4}$/.test(word) &&
      [...word.matchAll(/../g)].every(([pair]) => isModifier(pair))
    ) {
      for (const [pair] of word.matchAll(/../g)) if (!modifiers.includes(pair)) modifiers.push(pair);
    } else rest.push(text.slice(match.index, match.index + match[0].length));
  }
  return { modifiers, rest };
}
