import type { SheetPlan } from "../../../sca/ledger/workbook-plan.ts";
import { placePlans, type SheetPlace, takenTable } from "../../../sca/workbook/sheet-places.ts";
import { UserProblem } from "../../user-problem.ts";
import type { LedgerSheet } from "./ledger-marks.ts";
import type { WorkbookFile } from "./workbook-file.ts";

/** A sheet of the plan and the place that it takes in the workbook. */
export interface PlacedSheet extends SheetPlace<LedgerSheet> {
  readonly part: string;
  /** Counted from 0 in the workbook's order. New sheets come last, so that the places of the user's stay. */
  readonly index: number;
}

/**
 * Gives each sheet of the plan its place among `placed` and the workbook's own sheets.
 */
export function placeSheets(
  file: WorkbookFile,
  plans: readonly SheetPlan[],
  ledger: readonly LedgerSheet[],
  placed: readonly PlacedSheet[] = [],
): PlacedSheet[] {
  const taken = [...file.sheets, ...placed].map(({ name }) => name);
  let next = file.sheets.length + placed.filter(({ earlier }) => !earlier).length;
  const used = new Set(placed.map(({ earlier }) => earlier?.sheet.index));
  const free = ledger.filter(({ sheet }) => !used.has(sheet.index));
  return placePlans(plans, taken, free).map((place) => {
    if (place.earlier !== null) {
      const { part, index } = place.earlier.sheet;
      return { ...place, part, index };
    }
    const part = file.package.freshName((number) => `${file.folder}worksheets/sheet${number}.xml`);
    return { ...place, part, index: next++ };
  });
}

/** Throws a UserProblem where a table of the plan stands elsewhere in the workbook already, or a cell has its name. */
export function refuseTakenTables(file: WorkbookFile, placed: readonly PlacedSheet[]): void {
  const names = file.names.filter(({ sheetIndex }) => sheetIndex === null);
  const sentence = takenTable(placed, { tables: file.tables, names });
  if (sentence !== null) throw new UserProblem("table-name-taken", sentence);
}
