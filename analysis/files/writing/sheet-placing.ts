import type { SheetPlan } from "../../../sca/ledger/workbook-plan.ts";
import { keyOf } from "../../../sca/workbook/ledger-mark.ts";
import { checkSheetName, freeSheetName } from "../../../sca/workbook/sheet-name.ts";
import { UserProblem } from "../../user-problem.ts";
import type { LedgerSheet } from "./ledger-marks.ts";
import type { WorkbookFile } from "./workbook-file.ts";

/** A sheet of the plan and the place that it takes in the workbook. */
export interface PlacedSheet {
  readonly plan: SheetPlan;
  /** The name it has in the workbook: the plan's, unless the user renamed the sheet or has one of that name. */
  readonly name: string;
  readonly part: string;
  /** Counted from 0 in the workbook's order. New sheets come last, so that the places of the user's stay. */
  readonly index: number;
  /** The same sheet of an earlier run. */
  readonly earlier: LedgerSheet | null;
}

/** The sheet of an earlier run that this plan writes anew: by its mark, or else by the tables on it. */
function earlierOf(plan: SheetPlan, plans: readonly SheetPlan[], ledger: readonly LedgerSheet[]): LedgerSheet | null {
  const key = keyOf(plan.name).toLowerCase();
  const marked = ledger.find((found) => found.key.toLowerCase() === key);
  if (marked) return marked;
  const tables = new Set(plan.tables.map(({ name }) => name.toLowerCase()));
  const free = ledger.filter(
    (found) => !plans.some(({ name }) => keyOf(name).toLowerCase() === found.key.toLowerCase()),
  );
  return free.find((found) => found.tables.some(({ name }) => tables.has(name.toLowerCase()))) ?? null;
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
  const keys = new Set<string>();
  return plans.map((plan) => {
    checkSheetName(plan.name);
    const key = keyOf(plan.name).toLowerCase();
    if (keys.has(key)) throw new Error(`the plan has two sheets "${plan.name}"`);
    keys.add(key);
    const earlier = earlierOf(plan, plans, ledger);
    if (earlier && !used.has(earlier.sheet.index)) {
      used.add(earlier.sheet.index);
      return { plan, name: earlier.sheet.name, part: earlier.sheet.part, index: earlier.sheet.index, earlier };
    }
    const name = freeSheetName(plan.name, taken);
    taken.push(name);
    const part = file.package.freshName((number) => `${file.folder}worksheets/sheet${number}.xml`);
    return { plan, name, part, index: next++, earlier: null };
  });
}

/** Throws a UserProblem where a table of the plan stands elsewhere in the workbook already, or a cell has its name. */
export function refuseTakenTables(file: WorkbookFile, placed: readonly PlacedSheet[]): void {
  const seen = new Set<string>();
  for (const { plan, name: sheet } of placed) {
    for (const { name } of plan.tables) {
      const key = name.toLowerCase();
      if (seen.has(key)) throw new Error(`the plan has two tables "${name}"`);
      seen.add(key);
      const found = file.tables.find((table) => table.name.toLowerCase() === key);
      const isOurs = placed.some(({ earlier }) => earlier?.sheet.name === found?.sheet);
      if (found && !isOurs) {
        throw new UserProblem(
          "table-name-taken",
          `The workbook has a table "${name}" on the sheet "${found.sheet}"; the ledger needs that name for its table on the sheet "${sheet}". If the table is the ledger's, move it back to its sheet; if it is yours, give it another name (Table Design > Table Name). Nothing was changed.`,
        );
      }
      const cell = file.names.find((named) => named.sheetIndex === null && named.name.toLowerCase() === key);
      if (cell) {
        throw new UserProblem(
          "table-name-taken",
          `The workbook calls the cells ${cell.refersTo} "${cell.name}"; the ledger needs that name for a table. Give the cells another name (Formulas > Name Manager). Nothing was changed.`,
        );
      }
    }
  }
}
