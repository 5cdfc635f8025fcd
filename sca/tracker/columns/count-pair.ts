import type { Cell } from "../grid.ts";

/** Which of two counts in a cell comes first. */
export type PairOrder = "authorizedThenUsed" | "usedOfAuthorized";

const PAIR = /^\s*(\d{1,5}(?:\.\d+)?)\s*(?:\/|\bof\b|\|)\s*(\d{1,5}(?:\.\d+)?)\s*[a-z]{0,8}\.?\s*$/i;
const USED = /\b(?:used?|utili[sz]ed|billed|seen|done|completed|compl|delivered|dlvd|attended|taken|burned|burnt)\b/i;
const GRANTED = /\b(?:auth\w*|appr\w*|ok'?d?|granted|given|cert\w*|total|of)\b/i;
/** So many cells make a habit. */
export const ENOUGH = 3;

/** A first count whose second is not known yet: "21/". */
export function isOpenPair(text: string): boolean {
  return /^\s*\d{1,5}\s*\/\s*[-–?_]*\s*$/.test(text);
}

/** The two counts that a cell holds, or null. */
export function countPair(cell: Cell): readonly [number, number] | null {
  const match = cell.kind === "text" ? PAIR.exec(cell.text) : null;
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** Which figure a heading of a pair names first: "Days appr/used" the authorized one, "used / auth" the used one; null where it names none. */
export function orderOfHeading(heading: string): PairOrder | null {
  const [used, granted] = [USED.exec(heading), GRANTED.exec(heading)];
  if (!used || !granted) return null;
  return granted.index < used.index && !/\bof\b/i.test(heading) ? "authorizedThenUsed" : "usedOfAuthorized";
}

/** Which figure comes first, by the rows: no more is used than was authorized. */
export function orderOfRows(cells: readonly Cell[]): PairOrder | null {
  const pairs = cells.map(countPair).filter((pair) => pair !== null);
  const falling = pairs.filter(([first, second]) => first > second).length;
  const rising = pairs.filter(([first, second]) => first < second).length;
  if (falling >= ENOUGH && rising <= falling * 0.1) return "authorizedThenUsed";
  return rising >= ENOUGH && falling <= rising * 0.1 ? "usedOfAuthorized" : null;
}
