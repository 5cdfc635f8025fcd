import type { SheetPlan } from "../ledger/workbook-plan.ts";
import { keyOf } from "./ledger-mark.ts";
import { checkSheetName, freeSheetName } from "./sheet-name.ts";

/** A sheet of an earlier run, as the workbook has it now. */
export interface EarlierSheet {
  /** The part of its mark that says which of the plan's sheets it is. */
  readonly key: string;
  readonly sheet: { readonly name: string };
  readonly tables: readonly { readonly name: string }[];
}

/** A sheet of the plan and where it goes. */
export interface SheetPlace<Earlier extends EarlierSheet> {
  readonly plan: SheetPlan;
  /** The name it has in the workbook: the plan's, unless the user renamed the sheet or has one of that name. */
  readonly name: string;
  /** The same sheet of an earlier run. */
  readonly earlier: Earlier | null;
}

/** The sheet of an earlier run that this plan writes anew: by its mark, or else by the tables on it. */
function earlierOf<Earlier extends EarlierSheet>(
  plan: SheetPlan,
  plans: readonly SheetPlan[],
  ledger: readonly Earlier[],
): Earlier | null {
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
 * Gives each sheet of the plan its place beside the sheets of those names. `taken` are the names of all sheets of the
 * workbook, `ledger` the sheets of an earlier run that are free to be written anew. Throws where the plan is wrong.
 *
 * @example placePlans([cases], ["Log", "Cases"], []) places it on the new sheet "Cases (2)"
 */
export function placePlans<Earlier extends EarlierSheet>(
  plans: readonly SheetPlan[],
  taken: readonly string[],
  ledger: readonly Earlier[],
): SheetPlace<Earlier>[] {
  const names = [...taken];
  const used = new Set<Earlier>();
  const keys = new Set<string>();
  return plans.map((plan) => {
    checkSheetName(plan.name);
    const key = keyOf(plan.name).toLowerCase();
    if (keys.has(key)) throw new Error(`the plan has two sheets "${plan.name}"`);
    keys.add(key);
    const earlier = earlierOf(plan, plans, ledger);
    if (earlier && !used.has(earlier)) {
      used.add(earlier);
      return { plan, name: earlier.sheet.name, earlier };
    }
    const name = freeSheetName(plan.name, names);
    names.push(name);
    return { plan, name, earlier: null };
  });
}

/** What else of the workbook has a name. */
export interface NamedThings {
  readonly tables: readonly { readonly name: string; readonly sheet: string }[];
  /** Names of the whole workbook. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

/**
 * The sentence for a table of the plan that stands elsewhere in the workbook already, or whose name a cell has; null where
 * all names are free.
 */
export function takenTable(places: readonly SheetPlace<EarlierSheet>[], { tables, names }: NamedThings): string | null {
  const seen = new Set<string>();
  for (const { plan, name: sheet } of places) {
    for (const { name } of plan.tables) {
      const key = name.toLowerCase();
      if (seen.has(key)) throw new Error(`the plan has two tables "${name}"`);
      seen.add(key);
      const found = tables.find((table) => table.name.toLowerCase() === key);
      const isOurs = places.some(({ earlier }) => earlier?.sheet.name === found?.sheet);
      if (found && !isOurs) {
        return `The workbook has a table "${found.name}" on the sheet "${found.sheet}"; the ledger needs that name for its table on the sheet "${sheet}". If the table is the ledger's, move it back to its sheet; if it is yours, give it another name (Table Design > Table Name). Nothing was changed.`;
      }
      const cell = names.find((named) => named.name.toLowerCase() === key);
      if (cell) {
        return `The workbook calls the cells ${cell.refersTo} "${cell.name}"; the ledger needs that name for a table. Give the cells another name (Formulas > Name Manager). Nothing was changed.`;
      }
    }
  }
  return null;
}
