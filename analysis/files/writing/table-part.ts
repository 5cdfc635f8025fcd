import type { TablePlan } from "../../../sca/ledger/workbook-plan.ts";
import { TABLE_STYLE } from "../../../sca/workbook/looks.ts";
import { areaText, retarget } from "../../../sca/workbook/sheet-reference.ts";
import { tableArea } from "../../../sca/workbook/table-area.ts";
import { attributeText, escapeXml } from "./xml-text.ts";

/** What a table keeps from an earlier run: slicers and pivots know it by these numbers. */
export interface TableIdentity {
  readonly id: number;
  readonly columnIds: ReadonlyMap<string, number>;
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
