import type { Stretch } from "./sentences.ts";

const QUOTED = /["“„][^"“”\n]{1,160}["”]/g;

/** The text with these places blanked out, so that what they say is not read again; offsets stay true. */
export function without(text: string, places: readonly Stretch[]): string {
  let result = text;
  for (const { start, end } of places) result = result.slice(0, start) + " ".repeat(end - start) + result.slice(end);
  return result;
}

/** Words in quotation marks are somebody else's ("IOP level of care is adequate"): where they stand. */
export function quotedPlaces(text: string): Stretch[] {
  return [...text.matchAll(QUOTED)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => text.slice(start, end).split(/\s+/).length >= 4);
}

/** Where brackets open and close, innermost first. */
export function bracketsIn(text: string): Stretch[] {
  const open: number[] = [];
  const found: Stretch[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(" || text[at] === "[") open.push(at);
    else if (text[at] === ")" || text[at] === "]") {
      const start = open.pop();
      if (start !== undefined) found.push({ start, end: at + 1 });
    }
  }
  return found;
}
