import type { TablePlan } from "../ledger/workbook-plan.ts";
import type { Area } from "./sheet-reference.ts";

/** All cells of a table, its heading row included. A table without rows has one blank row. */
export function tableArea({ row, column, columns, rows }: TablePlan): Area {
  return { top: row, left: column, bottom: row + Math.max(1, rows.length), right: column + columns.length - 1 };
}

/**
 * Throws where Excel would have to repair the table: our own mistake in the plan, not the user's.
 * Rules: ECMA-376 Part 1, 18.5.1; names that look like a cell address are refused by Excel.
 */
export function checkTable({ name, columns, rows, conditions }: TablePlan): void {
  if (!/^[A-Za-z_][A-Za-z0-9_.]{0,250}$/.test(name) || /^(?:[A-Z]{1,3}\d{1,7}|[RC]|R\d*C\d*)$/i.test(name)) {
    throw new Error(`"${name}" cannot name a table`);
  }
  if (columns.length === 0) throw new Error(`table ${name} has no columns`);
  const seen = new Set<string>();
  for (const { heading } of columns) {
    if (heading === "" || heading !== heading.trim() || heading.length > 255 || /[[\]#'@\n\r\t]/.test(heading)) {
      throw new Error(`"${heading}" cannot head a column of table ${name}`);
    }
    if (seen.has(heading.toLowerCase())) throw new Error(`table ${name} has two columns "${heading}"`);
    seen.add(heading.toLowerCase());
  }
  rows.forEach((row, index) => {
    if (row.length !== columns.length) throw new Error(`row ${index + 1} of table ${name} has ${row.length} cells`);
  });
  for (const { column } of conditions) {
    if (!seen.has(column.toLowerCase())) throw new Error(`table ${name} has no column "${column}"`);
  }
}
