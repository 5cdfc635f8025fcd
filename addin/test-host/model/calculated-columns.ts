import { NotModelled } from "../rich-api/host-error.ts";
import { type Area, overlap } from "./area.ts";
import type { CellContent } from "./cell-store.ts";
import type { TableModel } from "./table.ts";

/** A relative address such as B2, which would have to change from row to row. */
const RELATIVE = /(?<![\p{L}\p{N}_.$[!'])\$?[A-Z]{1,3}[1-9]\d*(?![\p{L}\p{N}_.(\]])/u;

function fillable(formula: string): string {
  const bare = formula.replace(/"[^"]*"/g, "").replace(/\[(?:[^[\]]|\[[^\]]*\])*\]/g, "");
  if (RELATIVE.test(bare)) throw new NotModelled(`filling ${formula} down a table's column: use [@Heading] or $ in it`);
  return formula;
}

/**
 * Excel fills a formula that is written into a table's column over the whole column, through the API as well: formulas
 * that differ from row to row all become the last one ("Use calculated columns in an Excel table", Microsoft Support;
 * OfficeDev/office-js issues 2093, by design, 5909 and 6745). Constants that stand in the column prevent it.
 */
export function spreadFormulas(table: TableModel, written: Area): void {
  const { body, sheet } = table;
  const inside = overlap(body, written);
  if (inside === null) return;
  for (let column = inside.column; column < inside.column + inside.columns; column++) {
    const id = table.columnIds[column - body.column] ?? 0;
    const before = table.calculated.get(id);
    const cells: (CellContent | undefined)[] = [];
    for (let row = body.row; row < body.row + body.rows; row++) cells.push(sheet.cells.at(row, column));
    const new_ = cells.slice(inside.row - body.row, inside.row - body.row + inside.rows);
    const last = new_.findLast((content) => content?.formula !== undefined)?.formula;
    if (last === undefined) {
      if (cells.every((content) => content?.formula === undefined)) table.calculated.delete(id);
      continue;
    }
    const blocked = cells.some((content, at) => {
      const isNew = at >= inside.row - body.row && at < inside.row - body.row + inside.rows;
      if (content === undefined) return false;
      return content.formula === undefined || (!isNew && before !== undefined && content.formula !== before);
    });
    if (blocked) continue;
    table.calculated.set(id, last);
    if (cells.every((content) => content?.formula === last)) continue;
    const formula = fillable(last);
    for (let row = body.row; row < body.row + body.rows; row++) sheet.cells.put(row, column, { formula, value: null });
  }
}

/** Gives new rows of a table the formulas of its calculated columns, where nothing was written. */
export function fillCalculated(table: TableModel, firstRow: number, rows: number): void {
  for (const [at, id] of table.columnIds.entries()) {
    const formula = table.calculated.get(id);
    if (formula === undefined) continue;
    for (let row = firstRow; row < firstRow + rows; row++) {
      const column = table.area.column + at;
      if (table.sheet.cells.at(row, column) === undefined) {
        table.sheet.cells.put(row, column, { formula: fillable(formula), value: null });
      }
    }
  }
}

/** Takes columns whose cells all hold the same formula as calculated: for a table that is laid over existing cells. */
export function recogniseCalculated(table: TableModel): void {
  const { body, sheet } = table;
  for (const [at, id] of table.columnIds.entries()) {
    const first = sheet.cells.at(body.row, body.column + at)?.formula;
    if (first === undefined) continue;
    let same = true;
    for (let row = body.row + 1; row < body.row + body.rows && same; row++) {
      same = sheet.cells.at(row, body.column + at)?.formula === first;
    }
    if (same) table.calculated.set(id, first);
  }
}
