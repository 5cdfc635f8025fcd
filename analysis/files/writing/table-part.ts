import type { TablePlan } from "../../../sca/ledger/workbook-plan.ts";
import { TABLE_STYLE } from "./looks.ts";
import { type Area, areaText, retarget } from "./sheet-reference.ts";
import { attributeText, escapeXml } from "./xml-text.ts";

/** What a table keeps from an earlier run: slicers and pivots know it by these numbers. */
export interface TableIdentity {
  readonly id: number;
  readonly columnIds: ReadonlyMap<string, number>;
}

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

/** Numbers the columns: those that an earlier run knew keep theirs. */
function columnIds(table: TablePlan, known: ReadonlyMap<string, number> | undefined): number[] {
  let next = Math.max(0, ...(known?.values() ?? [])) + 1;
  const used = new Set<number>();
  return table.columns.map(({ heading }) => {
    const kept = known?.get(heading.toLowerCase());
    const id = kept !== undefined && !used.has(kept) ? kept : next++;
    used.add(id);
    return id;
  });
}

/** The part of a native Excel table. Headings stand word for word in its sheet, as Excel demands. */
export function tableXml(table: TablePlan, identity: TableIdentity, actualNames: ReadonlyMap<string, string>): string {
  const area = areaText(tableArea(table));
  const ids = columnIds(table, identity.columnIds);
  const columns = table.columns.map(({ heading, formula }, index) => {
    const open = `<tableColumn id="${ids[index]}" name="${attributeText(heading)}"`;
    return formula === undefined
      ? `${open}/>`
      : `${open}><calculatedColumnFormula>${escapeXml(retarget(formula, actualNames))}</calculatedColumnFormula></tableColumn>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${identity.id}" name="${table.name}" displayName="${table.name}" ref="${area}" totalsRowShown="0"><autoFilter ref="${area}"/><tableColumns count="${columns.length}">${columns.join("")}</tableColumns><tableStyleInfo name="${TABLE_STYLE}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}
