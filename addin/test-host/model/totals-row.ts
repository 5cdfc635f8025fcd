import { areaAt } from "./area.ts";
import type { Actor } from "./events.ts";
import { moveCells } from "./moving-cells.ts";
import type { TableModel } from "./table.ts";
import type { WorkbookModel } from "./workbook.ts";

/**
 * Switches a table's totals row ("Total the data in an Excel table", Microsoft Support): the first time it says Total and
 * sums or counts the last column; switched off it is emptied, and comes back as it was. What stands below moves down for
 * it, and stays there.
 */
export function switchTotals(workbook: WorkbookModel, table: TableModel, shown: boolean, actor: Actor): void {
  if (shown === table.showTotals) return;
  const { area, sheet } = table;
  workbook.assertEditable(sheet, area);
  const row = shown ? area.row + area.rows : area.row + area.rows - 1;
  const totals = areaAt(row, area.column, 1, area.columns);
  if (!shown) {
    table.totalsKept.clear();
    for (const [at, id] of table.columnIds.entries()) {
      const content = sheet.cells.at(row, area.column + at);
      if (content !== undefined) table.totalsKept.set(id, content);
      sheet.cells.put(row, area.column + at, null);
    }
    table.area = { ...area, rows: area.rows - 1 };
    table.showTotals = false;
    return;
  }
  if (!sheet.cells.isEmpty(totals)) {
    moveCells(workbook, sheet, { kind: "insert", along: "rows", area: totals }, actor);
  }
  table.area = { ...area, rows: area.rows + 1 };
  table.showTotals = true;
  if (table.totalsKept.size === 0) firstTotals(table);
  for (const [at, id] of table.columnIds.entries()) {
    sheet.cells.put(row, area.column + at, table.totalsKept.get(id) ?? null);
  }
}

function firstTotals(table: TableModel): void {
  const { body, columnIds, headings, name, sheet } = table;
  const first = columnIds[0] ?? 0;
  const last = columnIds.at(-1) ?? 0;
  const values = [...sheet.cells.in({ ...body, column: body.column + body.columns - 1, columns: 1 })];
  const kind = values.every(({ content }) => typeof content.value === "number") ? 109 : 103;
  if (first !== last) table.totalsKept.set(first, { value: "Total" });
  table.totalsKept.set(last, { formula: `=SUBTOTAL(${kind},${name}[${headings.at(-1)}])`, value: null });
}
