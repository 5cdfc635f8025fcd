import type { Meaning } from "../headings/meaning.ts";
import type { ColumnMeaning } from "./column-meaning.ts";
import { countPair, ENOUGH, isOpenPair, orderOfHeading, orderOfRows } from "./count-pair.ts";

const COUNTS: ReadonlySet<Meaning> = new Set<Meaning>(["unitsAuthorized", "unitsUsed", "unitsUsedOfAuthorized"]);

/** Columns of counts whose cells are pairs of them ("20/12" under "Days"), with the figure that comes first. */
export function withPairs(columns: readonly ColumnMeaning[]): ColumnMeaning[] {
  const taken = (meaning: Meaning, but: ColumnMeaning) =>
    columns.some((other) => other !== but && other.meanings.includes(meaning) && other.profile.filled > 0);
  return columns.map((one) => {
    if (!one.meanings.every((meaning) => COUNTS.has(meaning)) || one.coded !== undefined || one.listed !== undefined)
      return one;
    const filled = one.column.cells.filter((cell) => cell.text.trim() !== "");
    const pairs = filled.filter((cell) => countPair(cell) !== null || isOpenPair(cell.text)).length;
    const named = orderOfHeading(`${one.column.group} ${one.column.text}`);
    const headed = one.meanings.length > 1 || one.meanings[0] === "unitsUsedOfAuthorized";
    const order = named ?? orderOfRows(one.column.cells);
    if (headed)
      return one.meanings.length > 1 && pairs === 0
        ? one
        : { ...one, meanings: ["unitsUsedOfAuthorized"], ...(order === null ? {} : { pair: order }) };
    if (order === null || pairs < ENOUGH || pairs < filled.length * 0.4) return one;
    if (taken("unitsUsed", one) && taken("unitsAuthorized", one)) return one;
    return {
      ...one,
      meanings: ["unitsUsedOfAuthorized"],
      pair: order,
      reason: `"${one.column.text}": its cells are pairs of what is authorized and used`,
    };
  });
}
