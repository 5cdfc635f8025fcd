import { findDates } from "../dates/find-dates.ts";
import type { Cell } from "../grid.ts";
import { readHeading } from "../headings/read-heading.ts";

/** One fact of a cell that packs several: its text without its label, and the label where it carries one. */
export interface PackedFact {
  readonly label: string | null;
  /** The cell with its text cut down to this fact. */
  readonly value: Cell;
}

const BETWEEN = /\s{2,}|\s*[|•·\t\n\r]+\s*/u;
const COLON = /^([\p{L}][\p{L}\p{N} .#/'’&()-]{0,28}?)\s*[:=]\s*(\S[\s\S]*)$/u;
const WORD_LABEL = /^(\p{L}[\p{L}.']{0,11}(?:\s?(?:#|no\.?|num(?:ber)?|id))?#?)\s+(\S.*)$/u;

function labelScore(label: string): number {
  const reading = readHeading(label);
  return Math.max(0, ...reading.scores.values(), reading.parts.length > 0 ? 0.7 : 0);
}

/** Labels without a colon are believed before a date, a number or a code only: "DOB 5/27/2021", "ID 00123", "grp 0714". */
function withoutColon(text: string): { label: string; rest: string } | null {
  const match = WORD_LABEL.exec(text);
  if (!match?.[1] || !match[2]) return null;
  if (labelScore(match[1]) < 0.6) return null;
  const data = /^[#]?(?=\S*\d)\S+/.test(match[2]) || findDates(match[2])[0]?.start === 0;
  return data ? { label: match[1], rest: match[2] } : null;
}

/**
 * The facts of a cell that sets several apart by wide spaces or bars, or null where it holds but one.
 *
 * @example "Ana Ruiz   DOB 5/27/2021   Ins: Magellan   ID 607114953" are a text without a label and three with one
 */
export function packedFacts(cell: Cell): PackedFact[] | null {
  const pieces = cell.text
    .trim()
    .split(BETWEEN)
    .map((piece) => piece.replace(/^[–—-]\s+/, "").trim())
    .filter((piece, index) => piece !== "" && !(index === 0 && /^(?:#|no\.?\s*)?\d{1,4}\s*[.):]?$/i.test(piece)));
  if (pieces.length === 0 || pieces[0] === cell.text.trim()) return null;
  const facts = pieces.map((piece): PackedFact => {
    const colon = COLON.exec(piece);
    if (colon?.[1] && colon[2] && labelScore(colon[1]) >= 0.6)
      return { label: colon[1].trim(), value: { ...cell, text: colon[2] } };
    const worded = withoutColon(piece);
    if (worded) return { label: worded.label, value: { ...cell, text: worded.rest } };
    return { label: null, value: { ...cell, text: piece } };
  });
  return facts;
}
