import { HostError, NotModelled } from "../rich-api/host-error.ts";
import { announceChange, type ChangeType } from "./announce.ts";
import { type Area, covers, MOST_COLUMNS, MOST_ROWS, overlap } from "./area.ts";
import { fillCalculated } from "./calculated-columns.ts";
import { type CellShift, shiftedArea } from "./cell-shift.ts";
import type { Actor } from "./events.ts";
import { withCellsShifted } from "./formula-text.ts";
import { rewriteFormulas } from "./headings.ts";
import type { SheetModel } from "./sheet.ts";
import type { WorkbookModel } from "./workbook.ts";

function changeOf({ kind, along, area }: CellShift): { readonly type: ChangeType; readonly direction: string } {
  const whole = along === "rows" ? area.columns === MOST_COLUMNS : area.rows === MOST_ROWS;
  if (kind === "insert") {
    if (whole) return { type: along === "rows" ? "RowInserted" : "ColumnInserted", direction: "None" };
    return { type: "CellInserted", direction: along === "rows" ? "ShiftCellDown" : "ShiftCellRight" };
  }
  if (whole) return { type: along === "rows" ? "RowDeleted" : "ColumnDeleted", direction: "None" };
  return { type: "CellDeleted", direction: along === "rows" ? "ShiftCellUp" : "ShiftCellLeft" };
}

/**
 * Puts cells in or takes them out (`Range.insert`, `Range.delete`): what is behind moves, and with it tables, names,
 * merges, validations, conditional formats, kept ranges, and the addresses in formulas. A table that would be torn apart,
 * or lose its headings alone, is InsertDeleteConflict.
 */
export function moveCells(workbook: WorkbookModel, sheet: SheetModel, shift: CellShift, actor: Actor): void {
  const option = `allow${shift.kind === "insert" ? "Insert" : "Delete"}${shift.along === "rows" ? "Rows" : "Columns"}`;
  workbook.assertEditable(sheet, shift.area, option);
  const tables = workbook.tables.filter((table) => table.sheet === sheet);
  const areas = tables.map((table) => shiftedArea(shift, table.area, true));
  for (const [at, table] of tables.entries()) {
    if (shift.kind !== "delete" || areas[at] === null) continue;
    if (shift.along === "columns" && overlap(table.area, shift.area))
      throw new NotModelled("deleting columns of a table by Range.delete()");
    if (overlap(table.header, shift.area) !== null) {
      throw new HostError("InsertDeleteConflict", "The insert or delete operation attempted resulted in a conflict.");
    }
    if (covers(shift.area, table.body)) throw new NotModelled("deleting all rows of a table by Range.delete()");
  }
  if (shift.kind === "insert" && shift.along === "columns" && tables.some((table) => splits(table.area, shift.area))) {
    throw new NotModelled("inserting columns into a table by Range.insert()");
  }
  sheet.shift(shift);
  for (const [at, table] of tables.entries()) {
    const area = areas[at] ?? null;
    if (area === null) workbook.tables.splice(workbook.tables.indexOf(table), 1);
    else table.area = area;
    if (shift.kind === "insert" && shift.along === "rows" && area !== null) {
      const inserted = overlap(table.body, shift.area);
      if (inserted !== null) fillCalculated(table, inserted.row, inserted.rows);
    }
  }
  for (const item of workbook.names) {
    if (!("sheet" in item.refersTo) || item.refersTo.sheet !== sheet) continue;
    const area = shiftedArea(shift, item.refersTo.area);
    item.refersTo = area === null ? { formula: "=#REF!" } : { sheet, area };
  }
  rewriteFormulas(workbook, (formula, onSheet) => withCellsShifted(formula, onSheet, shift, sheet.name));
  for (const mover of workbook.movers) {
    const range = mover.deref();
    if (range === undefined) workbook.movers.delete(mover);
    else if (range.sheet === sheet && range.area !== null) range.area = shiftedArea(shift, range.area);
  }
  const { type, direction } = changeOf(shift);
  announceChange(workbook, sheet, shift.area, type, actor, { shiftDirection: direction });
}

function splits(table: Area, inserted: Area): boolean {
  return (
    inserted.column > table.column &&
    inserted.column < table.column + table.columns &&
    overlap(table, { ...inserted, columns: MOST_COLUMNS - inserted.column }) !== null
  );
}
