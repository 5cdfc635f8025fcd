import { type CalendarDate, dayFromSerial, parseIsoDay, serialFromDay } from "../../sca/values/calendar-date.ts";
import { type CellProblem, missing, wrong } from "./cell-problem.ts";

/** Whether nothing stands in the cell: Excel hands over an empty cell as nothing, as an empty text, or as 0. */
export function isBlankCell(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

/**
 * The day in a cell, or what to put there. 0 is an empty cell: no ledger reaches the day before 1900. Text is read only
 * as 2026-02-28, which nobody can take for another day. Workbooks that count their days from 1900, as Excel does unless
 * told otherwise.
 *
 * @example dayIn(45658, "The last covered day") is "2025-01-01"; dayIn("7/4/25", …) is wrong: text, not a date
 */
export function dayIn(cell: unknown, name: string): CalendarDate | CellProblem {
  if (isBlankCell(cell) || cell === 0)
    return missing(`${name} is blank. Put a date there; until then there is no answer.`);
  const day =
    typeof cell === "number" ? dayFromSerial(cell, "1900") : typeof cell === "string" ? parseIsoDay(cell) : null;
  if (day !== null) return day;
  const found = typeof cell === "number" ? `${cell}, which is no date` : `“${shown(cell)}”, which is text and no date`;
  return wrong(`${name} is ${found}. A cell with a date, or text like 2026-02-28, is accepted.`);
}

/** A day as Excel keeps it: the cell needs a date format. */
export function serialOf(day: CalendarDate): number {
  return serialFromDay(day, "1900");
}

/**
 * The number in a cell, or what to put there. A blank is said, never taken for 0: whether 0 was meant, only a person knows.
 *
 * @example numberIn("", "Units used", 0) is missing: "Units used is blank. …"
 */
export function numberIn(cell: unknown, name: string, least: number, accepted = "A number"): number | CellProblem {
  const from = least === 0 ? "from 0 on" : `from ${least} on`;
  if (isBlankCell(cell))
    return missing(`${name} is blank. ${accepted} ${from} is accepted; until then there is no answer.`);
  if (typeof cell !== "number" || !Number.isFinite(cell)) {
    return wrong(`${name} is “${shown(cell)}”, which is no number. ${accepted} ${from} is accepted.`);
  }
  return cell >= least ? cell : wrong(`${name} is ${cell}. ${accepted} ${from} is accepted.`);
}

/** The text in a cell, blanks at the ends left off; a code typed as a number is its digits. */
export function textIn(cell: unknown): string {
  return isBlankCell(cell) ? "" : String(cell).trim();
}

function shown(cell: unknown): string {
  const text = String(cell);
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
