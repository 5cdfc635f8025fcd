import type { Cell } from "../grid.ts";
import type { ColumnMeaning } from "./column-meaning.ts";

function numberOf(cell: Cell | undefined): number | null {
  if (!cell) return null;
  if (cell.number !== undefined) return cell.number;
  const match = /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(cell.text);
  if (!match?.[1]) return null;
  return match[2] ? Number(match[1]) / 100 : Number(match[1]);
}

/** Whether the column holds what share of the authorized units is used or left, line by line. */
function isShare(column: ColumnMeaning, whole: ColumnMeaning, part: ColumnMeaning): boolean {
  const wholes = new Map(whole.column.cells.map((cell) => [cell.row, numberOf(cell)]));
  const parts = new Map(part.column.cells.map((cell) => [cell.row, numberOf(cell)]));
  let compared = 0;
  let agreeing = 0;
  for (const cell of column.column.cells) {
    const value = numberOf(cell);
    const all = wholes.get(cell.row);
    const some = parts.get(cell.row);
    if (value === null || all === null || all === undefined || all === 0 || some === null || some === undefined)
      continue;
    compared += 1;
    const share = some / all;
    if (Math.abs(value - share) < 0.011 || Math.abs(value / 100 - share) < 0.011) agreeing += 1;
  }
  return compared >= 2 && agreeing >= compared * 0.8;
}

const SUSPECTS = new Set(["rate", "ratePercent", "rateModel", "unitsUsedOfAuthorized"]);

/** Takes back the meaning of columns of percents that only work out how much of an authorization is used up. */
export function withoutShareColumns(columns: readonly ColumnMeaning[]): ColumnMeaning[] {
  const meaning = (name: string) =>
    columns.find((column) => column.meanings.length === 1 && column.meanings[0] === name);
  const whole = meaning("unitsAuthorized");
  const parts = [meaning("unitsUsed"), meaning("unitsLeft")].filter((part) => part !== undefined);
  if (!whole) return [...columns];
  return columns.map((column) => {
    if (
      column.meanings.length > 1 ||
      !SUSPECTS.has(column.meanings[0] ?? "") ||
      !parts.some((part) => part !== column && isShare(column, whole, part))
    )
      return column;
    return {
      ...column,
      meanings: ["other"],
      confidence: 0.9,
      reason: `"${column.column.text}": its cells work out the share of units used`,
    };
  });
}
