import { type CalendarDate, dayFromSerial } from "../values/calendar-date.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** A row of a ledger table by heading; a heading that is absent is a blank cell. */
export type LedgerRow = Map<string, PlanValue>;

/** True for a cell without content; a text of no characters counts as blank, as in a formula. */
export function isBlank(value: PlanValue | undefined): boolean {
  return value === undefined || value === null || value === "";
}

/** The cell's text as a formula's `&""` gives it: blank is "", a day is its serial's stand-in, the ISO day. */
export function textIn(row: LedgerRow | undefined, heading: string): string {
  return plainText(row?.get(heading));
}

/** One spelling for each value: ISO day, shortest number, TRUE or FALSE, the text itself; blank is "". */
export function plainText(value: PlanValue | undefined): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.day : String(value);
}

/** The number in a cell; null for text, days, blanks. */
export function numberIn(row: LedgerRow | undefined, heading: string): number | null {
  const value = row?.get(heading);
  return typeof value === "number" ? value : null;
}

/** The day in a cell, also where Excel kept it as a plain number; null for anything else. */
export function dayIn(row: LedgerRow | undefined, heading: string): CalendarDate | null {
  const value = row?.get(heading);
  if (typeof value === "number") return dayFromSerial(value, "1900");
  return typeof value === "object" && value !== null ? value.day : null;
}

/** Equal as Excel's `=` compares texts: without regard to case. */
export function sameText(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** The sum of a column's numbers; blank where there are none. */
export function sumOf(rows: readonly LedgerRow[], heading: string): number | "" {
  const numbers = rows.map((row) => numberIn(row, heading)).filter((number) => number !== null);
  return numbers.length === 0 ? "" : numbers.reduce((sum, number) => sum + number, 0);
}
