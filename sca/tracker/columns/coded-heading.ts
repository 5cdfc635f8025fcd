import { findCodes } from "../codes/find-codes.ts";

/** A column whose heading names the code that its figures are for ("97153 units approved"). */
export interface CodedHeading {
  readonly code: string;
  readonly modifiers: readonly string[];
  /** The heading and its group without the code. */
  readonly text: string;
  readonly group: string;
}

/**
 * The one procedure code that a heading, or the heading above it, names; null where it names none or several.
 *
 * @example "97153" under "Units approved" is the code 97153 with the text "Units approved"
 */
export function codedHeading(text: string, group: string): CodedHeading | null {
  for (const [own, other] of [
    [text, group],
    [group, text],
  ] as const) {
    const codes = findCodes(own, { expect: "codes" }).filter((code) => code.kind === "cpt" || code.kind === "hcpcs");
    const [code] = codes;
    if (codes.length !== 1 || code === undefined || code.range) continue;
    const rest = `${own.slice(0, code.start)} ${own.slice(code.end)}`.replace(/[\s:–—-]+/g, " ").trim();
    const inOwn = own === text;
    if (rest === "") return { code: code.code, modifiers: code.modifiers, text: other, group: "" };
    return { code: code.code, modifiers: code.modifiers, text: inOwn ? rest : other, group: inOwn ? other : rest };
  }
  return null;
}
