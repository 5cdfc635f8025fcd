import type { SheetPlan } from "../ledger/workbook-plan.ts";
import { plannedAreas } from "./planned-areas.ts";
import { fixedReference } from "./sheet-reference.ts";

/**
 * How a later run knows the ledger's sheets: for each a name of the workbook, `SCALedger_Cases`, that refers to the cells we
 * wrote. Spreadsheet programs keep such names and follow them when a sheet is renamed or moved.
 */
const MARK = "SCALedger_";

/** Ranges of words for validation lists that are too long for the rule itself. */
export const LIST_NAME = "SCALedgerList_";

/** The mark of a sheet of the plan: `markOf("Payers & rates")` is "SCALedger_Payers___rates". */
export function markOf(sheet: string): string {
  return MARK + keyOf(sheet);
}

/** What marks a sheet of the plan, apart from the common beginning; letter case does not count. */
export function keyOf(sheet: string): string {
  return sheet.replace(/[^A-Za-z0-9_]/g, "_");
}

/** True for the name of a mark, whether or not it still refers to a sheet. */
export function isMark(name: string): boolean {
  return name.toLowerCase().startsWith(MARK.toLowerCase());
}

/** The part of a mark that says which of the plan's sheets it is. */
export function keyOfMark(name: string): string {
  return name.slice(MARK.length);
}

/** A name whose cells were deleted. */
export function isBroken(refersTo: string): boolean {
  return refersTo.includes("#REF!");
}

/** The most that Excel holds in a name's formula. */
const LONGEST = 8000;

/** The cells that a mark refers to: what the plan fills, or all from A1 on where that would be too much to say. */
export function markedCells(plan: SheetPlan, sheet: string): string {
  const areas = plannedAreas(plan);
  const text = areas.map((area) => fixedReference(sheet, area)).join(",");
  if (text !== "" && text.length <= LONGEST) return text;
  const [bottom, right] = [
    Math.max(1, ...areas.map((area) => area.bottom)),
    Math.max(1, ...areas.map((area) => area.right)),
  ];
  return fixedReference(sheet, { top: 1, left: 1, bottom, right });
}

/** Beside each mark, for people who find it in the list of names. */
export const MARK_COMMENT = "Written by SCA Ledger: by this name it finds its sheet again.";
