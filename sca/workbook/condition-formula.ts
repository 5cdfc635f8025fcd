import type { TablePlan } from "../ledger/workbook-plan.ts";
import { columnLetters } from "../tracker/grid.ts";

/** A condition's formula for the first data row: `{Heading}` becomes `$C5`, so that each row looks at its own cells. */
export function conditionFormula(table: TablePlan, when: string): string {
  return when.replace(/\{([^{}]+)\}/g, (_found, heading: string) => {
    const index = table.columns.findIndex((column) => column.heading.toLowerCase() === heading.toLowerCase());
    if (index < 0) throw new Error(`table ${table.name} has no column "${heading}" for the condition ${when}`);
    return `$${columnLetters(table.column + index)}${table.row + 1}`;
  });
}
