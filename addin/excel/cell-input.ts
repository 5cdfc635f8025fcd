import type { PlanValue } from "../../sca/ledger/workbook-plan.ts";
import { type DateSystem, serialFromDay } from "../../sca/values/calendar-date.ts";
import type { CellInput } from "./excel-range.ts";

/** No day, time or number that Excel reads is longer. */
const LONGEST_READ = 40;

/**
 * Whether Excel could take this text, typed into a cell that is not formatted as text, for something else: a formula, a
 * number, a day, a time, an error, TRUE. What begins with a letter and has no digit is a word.
 *
 * @example needsApostrophe("+1 555") and needsApostrophe("Mar 5") are true; needsApostrophe("approved") is false
 */
export function needsApostrophe(text: string): boolean {
  if (text === "") return false;
  if (!/^\p{L}/u.test(text)) return true;
  if (/^(?:true|false)\s*$/i.test(text)) return true;
  return text.length <= LONGEST_READ && /\p{N}/u.test(text);
}

/**
 * What to write so that the cell holds exactly the value. Text stays text whatever it begins with: in a cell formatted as
 * text ("@") as it is, elsewhere behind an apostrophe, which Excel keeps to itself ("Range.values" in the reference).
 *
 * @example cellInput("=1+1", false, "1900") is "'=1+1"; cellInput({ day: "2025-01-01" }, false, "1900") is 45658
 */
export function cellInput(value: PlanValue, isTextFormat: boolean, dateSystem: DateSystem): CellInput {
  if (value === null) return "";
  if (typeof value === "object") return serialFromDay(value.day, dateSystem);
  if (typeof value !== "string" || isTextFormat || !needsApostrophe(value)) return value;
  return `'${value}`;
}
