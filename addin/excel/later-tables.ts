import type { LedgerTable } from "../../sca/ledger/ledger-table.ts";
import { LEDGER_TABLES } from "../../sca/ledger/ledger-tables.ts";
import { tablePlan } from "../../sca/ledger/table-plan.ts";
import { workbookNames } from "../../sca/ledger/workbook-names.ts";
import type { ColumnPlan, SheetPlan, WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import { columnRule } from "../../sca/workbook/column-rule.ts";
import { tableNamed } from "./find-row.ts";
import { type Survey, takenNamesOf } from "./survey.ts";

/** Tables that the formulas and conditions of a table speak of. */
function spokenOf({ columns, conditions }: LedgerTable): readonly LedgerTable[] {
  const said = [...columns.map(({ formula }) => formula ?? ""), ...conditions.map(({ when }) => when)].join(" ");
  return LEDGER_TABLES.filter(({ name }) => new RegExp(`\\b${name}\\[`).test(said));
}

/** The table and all that its formulas need, as far as the workbook has them not. */
function missingWith(table: LedgerTable, survey: Survey, found = new Set<LedgerTable>()): ReadonlySet<LedgerTable> {
  if (found.has(table) || tableNamed(survey, table.name) !== null) return found;
  found.add(table);
  for (const other of spokenOf(table)) missingWith(other, survey, found);
  return found;
}

/** Lists that need a range of their own come with the next full run. */
function withoutLongLists({ choices, ...column }: ColumnPlan): ColumnPlan {
  let isLong = false;
  columnRule({ ...column, ...(choices ? { choices } : {}) }, "1900", () => {
    isLong = true;
    return "";
  });
  return choices === undefined || isLong ? column : { ...column, choices };
}

/**
 * The sheets of a table that gets its sheet with its first rows, and of the tables that its formulas need; null where the
 * ledger declares no such table. A plan without sheets where the workbook has them all.
 *
 * @example planLaterTable("FollowUps", survey)?.sheets[0]?.name is "Follow-ups"
 */
export function planLaterTable(name: string, survey: Survey): WorkbookPlan | null {
  const declared = LEDGER_TABLES.find((table) => table.name === name);
  if (declared === undefined) return null;
  const names = workbookNames(takenNamesOf(survey), undefined);
  const sheets = [...missingWith(declared, survey)].map((table): SheetPlan => {
    const plan = tablePlan(table, [], { row: 1, column: 1 }, undefined, names);
    return {
      name: names.sheet(table.sheet),
      cells: [],
      tables: [{ ...plan, columns: plan.columns.map(withoutLongLists) }],
      freeze: { row: 2, column: 2 },
      landscape: true,
    };
  });
  return { sheets, names: [] };
}
