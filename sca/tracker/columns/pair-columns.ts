import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import type { ColumnMeaning } from "./assign-meanings.ts";

/** Which of two counts in a cell comes first. */
export type PairOrder = "authorizedThenUsed" | "usedOfAuthorized";

const PAIR = /^\s*(\d{1,5}(?:\.\d+)?)\s*(?:\/|\bof\b|\|)\s*(\d{1,5}(?:\.\d+)?)\s*[a-z]{0,8}\.?\s*$/i;
const COUNTS: ReadonlySet<Meaning> = new Set<Meaning>(["unitsAuthorized", "unitsUsed", "unitsUsedOfAuthorized"]);
const USED = /\b(?:used?|utili[sz]ed|billed|seen|done|completed|compl|delivered|dlvd|attended|taken|burned|burnt)\b/i;
const GRANTED = /\b(?:auth\w*|appr\w*|ok'?d?|granted|given|cert\w*|total|of)\b/i;
const ENOUGH = 3;

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

/** Columns of counts whose cells are pairs of them ("20/12" under "Days"), with the figure that comes first. */
export function withPairs(columns: readonly ColumnMeaning[]): ColumnMeaning[] {
  const taken = (meaning: Meaning, but: ColumnMeaning) => columns.some((other) => other !== but && other.meanings.includes(meaning) && other.profile.filled > 0);
  return columns.map((one) => {
    if (!one.meanings.every((meaning) => COUNTS.has(meaning)) || one.coded !== undefined || one.listed !== undefined) return one;
    const filled = one.column.cells.filter((cell) => cell.text.trim() !== "");
    const pairs = filled.filter((cell) => countPair(cell) !== null || isOpenPair(cell.text)).length;
    const named = orderOfHeading(`${one.column.group} ${one.column.text}`);
    const headed = one.meanings.length > 1 || one.meanings[0] === "unitsUsedOfAuthorized";
    const order = named ?? orderOfRows(one.column.cells);
    if (headed) return one.meanings.length > 1 && pairs === 0 ? one : { ...one, meanings: ["unitsUsedOfAuthorized"], ...(order === null ? {} : { pair: order }) };
    if (order === null || pairs < ENOUGH || pairs < filled.length * 0.4) return one;
    if (taken("unitsUsed", one) && taken("unitsAuthorized", one)) return one;
    return { ...one, meanings: ["unitsUsedOfAuthorized"], pair: order, reason: `"${one.column.text}": its cells are pairs of what is authorized and used` };
  });
}
