import { findCodes } from "../codes/find-codes.ts";

/** Codes that a heading lists, in the order in which its cells list their figures ("$ (53/55/56)"). */
export interface ListedCodes {
  readonly codes: readonly string[];
  /** The heading without the list. */
  readonly text: string;
}

const ENDING = /^(?:\.{1,3}|…|-|x{1,3}|\*)?\s*(\d{2,3})$/i;
const LIST = /\(?\s*\b\d{2,5}(?:\s*[/,&|]\s*\d{2,5})+\b\s*\)?/;

/** The code whose last digits these are, among codes that the table names; null where none or several end so. */
export function withEnding(ending: string, family: readonly string[]): string | null {
  if (/^\d{5}$/.test(ending)) return ending;
  const known = [...new Set(family.filter((code) => code.endsWith(ending)))];
  if (known.length === 1) return known[0] ?? null;
  const stems = [
    ...new Set(family.filter((code) => /^\d{5}$/.test(code)).map((code) => code.slice(0, 5 - ending.length))),
  ];
  return known.length === 0 && stems.length === 1 ? `${stems[0]}${ending}` : null;
}

/** A heading that is only the end of a code, "..55" beside "97153": the whole code. */
export function endingHeading(text: string, family: readonly string[]): string | null {
  const ending = ENDING.exec(text.trim())?.[1];
  return ending === undefined || family.length === 0 ? null : withEnding(ending, family);
}

/** The codes named whole in headings: what shortened codes in other headings are the ends of. */
export function codesInHeadings(texts: readonly string[]): string[] {
  return [
    ...new Set(
      texts
        .flatMap((text) => findCodes(text, { expect: "codes" }))
        .filter((code) => code.kind === "cpt" || code.kind === "hcpcs")
        .map((code) => code.code),
    ),
  ];
}

/**
 * The codes that a heading lists, whole or by their last digits; null where it lists none, or a number that is no code here.
 *
 * @example "$ (53/55/56)" in a table with the heading "97153" lists 97153, 97155 and 97156
 */
export function listedCodes(text: string, family: readonly string[]): ListedCodes | null {
  const list = LIST.exec(text)?.[0];
  if (list === undefined) return null;
  const parts = [...list.matchAll(/\d{2,5}/g)].map((match) => match[0]);
  const own = parts.filter((part) => part.length === 5);
  const codes = parts.map((part) => withEnding(part, own.length > 0 ? own : family));
  if (codes.length < 2 || codes.some((code) => code === null || findCodes(code, { expect: "codes" }).length !== 1))
    return null;
  return { codes: codes.filter((code) => code !== null), text: text.replace(list, " ").trim() };
}
