import { HostError, invalidArgument, NotModelled } from "../rich-api/host-error.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { announceChange } from "./announce.ts";
import { type Area, areaAt, MOST_ROWS, overlap } from "./area.ts";
import { fillCalculated, recogniseCalculated, spreadFormulas } from "./calculated-columns.ts";
import { type Actor, EVENT, EVERYWHERE } from "./events.ts";
import { withTableGone, withTableRenamed } from "./formula-text.ts";
import { rewriteFormulas, settleHeadings } from "./headings.ts";
import { moveCells } from "./moving-cells.ts";
import { formulaName } from "./object-name.ts";
import type { SheetModel } from "./sheet.ts";
import { TableModel } from "./table.ts";
import type { WorkbookModel } from "./workbook.ts";
import { placeCells } from "./writing.ts";

function tellOfTable(workbook: WorkbookModel, type: number, table: TableModel, actor: Actor): void {
  const message = { source: actor.source, tableId: table.id, tableName: table.name, worksheetId: table.sheet.id };
  for (const target of [EVERYWHERE, table.sheet.id]) workbook.events.emit(type, target, message);
}

/**
 * Lays a table over cells (`TableCollection.add`). Without headings a row for them is put in; a table of headings alone
 * gets one blank row. Over another table or merged cells: MergedRangeConflict, with Excel's own sentence.
 */
export function addTable(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: Area,
  hasHeaders: boolean,
  actor: Actor,
): TableModel {
  workbook.assertEditable(sheet, area);
  if (
    workbook.tables.some((table) => table.touches(sheet, area)) ||
    sheet.merges.some((merge) => overlap(merge, area))
  ) {
    throw new HostError(
      "MergedRangeConflict",
      "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
    );
  }
  let covered = area;
  if (!hasHeaders) {
    moveCells(workbook, sheet, { kind: "insert", along: "rows", area: { ...area, rows: 1 } }, actor);
    covered = areaAt(area.row, area.column, area.rows + 1, area.columns);
  } else if (area.rows === 1) {
    const below = { ...area, row: area.row + 1 };
    if (!sheet.cells.isEmpty(below)) moveCells(workbook, sheet, { kind: "insert", along: "rows", area: below }, actor);
    covered = areaAt(area.row, area.column, 2, area.columns);
  }
  let number = 1;
  while (workbook.table(`Table${number}`) !== null || workbook.definedName(`Table${number}`) !== null) number++;
  const table = new TableModel(workbook.newId(), `Table${number}`, sheet, covered);
  table.hasInsertRow = hasHeaders && area.rows === 1;
  settleHeadings(table);
  workbook.tables.push(table);
  recogniseCalculated(table);
  tellOfTable(workbook, EVENT.tableAdded, table, actor);
  return table;
}

/** A name that another table or a defined name has is InvalidArgument (OfficeDev/office-js issue 551), as a bad one is. */
export function renameTable(workbook: WorkbookModel, table: TableModel, name: string): void {
  workbook.assertEditable(table.sheet, table.area);
  formulaName(name);
  const other = workbook.table(name);
  if ((other !== null && other !== table) || workbook.definedName(name) !== null) throw invalidArgument();
  const before = table.name;
  table.name = name;
  rewriteFormulas(workbook, (formula) => withTableRenamed(formula, before, name));
}

/**
 * `Table.resize` (ExcelApi 1.13): "The new range must overlap with the original table range and the headers (or the top of
 * the table) must be in the same row." New columns get headings, new rows the formulas of calculated columns.
 */
export function resizeTable(workbook: WorkbookModel, table: TableModel, sheet: SheetModel, area: Area): void {
  workbook.assertEditable(table.sheet, area);
  const fits =
    sheet === table.sheet && area.row === table.area.row && overlap(area, table.area) !== null && area.rows >= 2;
  if (!fits || workbook.tables.some((other) => other !== table && other.touches(sheet, area))) throw invalidArgument();
  if (table.showTotals) throw new NotModelled("resizing a table with a totals row: switch it off before");
  const before = table.area;
  const ids = Array.from({ length: area.columns }, (_, at) => {
    return table.columnIds[area.column + at - before.column] ?? table.newColumnId();
  });
  table.area = area;
  table.columnIds = ids;
  settleHeadings(table);
  const added = area.row + area.rows - (before.row + before.rows);
  if (added > 0) fillCalculated(table, before.row + before.rows, added);
}

/** `TableRowCollection.add`: at the end, or before the row with that index. Rows of another width are InvalidArgument. */
export function addRows(
  workbook: WorkbookModel,
  table: TableModel,
  index: number | null,
  input: WireValue,
  actor: Actor,
): number {
  const rows = rowsOf(table, input);
  const { body, sheet } = table;
  const at = index === null || index < 0 ? body.rows : index;
  if (at > body.rows) throw invalidArgument();
  if (table.hasInsertRow && sheet.cells.isEmpty(body))
    throw new NotModelled("TableRowCollection.add() on a table without data");
  const area = areaAt(body.row + at, body.column, rows.length, body.columns);
  workbook.assertEditable(sheet, area);
  const below = { ...body, row: body.row + at, rows: MOST_ROWS - body.row - at };
  if (at === body.rows && sheet.cells.isEmpty(below)) {
    table.area = { ...table.area, rows: table.area.rows + rows.length };
  } else {
    const before = table.area;
    moveCells(workbook, sheet, { kind: "insert", along: "rows", area }, actor);
    table.area = { ...before, rows: before.rows + rows.length };
  }
  placeCells(workbook, sheet, area, rows);
  fillCalculated(table, area.row, area.rows);
  spreadFormulas(table, area);
  announceChange(workbook, sheet, area, "RowInserted", actor);
  return at;
}

function rowsOf(table: TableModel, input: WireValue): readonly (readonly WireValue[])[] {
  if (input === null) return [table.columnIds.map(() => null)];
  if (!Array.isArray(input)) return [table.columnIds.map(() => input)];
  const rows = Array.isArray(input[0]) ? (input as readonly (readonly WireValue[])[]) : [input as readonly WireValue[]];
  if (rows.some((row) => !Array.isArray(row) || row.length !== table.columnIds.length)) throw invalidArgument();
  return rows;
}

/** Takes rows out of the body; cells below move up. The last row stays as a blank one. */
export function deleteRows(
  workbook: WorkbookModel,
  table: TableModel,
  first: number,
  count: number,
  actor: Actor,
): void {
  const { body, sheet } = table;
  if (first < 0 || count < 1 || first + count > body.rows) throw invalidArgument();
  const all = count === body.rows;
  table.hasInsertRow = all;
  workbook.assertEditable(sheet, body);
  for (const { row, column } of [...sheet.cells.in({ ...body, row: body.row + first, rows: count })])
    sheet.cells.put(row, column, null);
  const gone = { ...body, row: body.row + first + (all ? 1 : 0), rows: count - (all ? 1 : 0) };
  if (gone.rows > 0) moveCells(workbook, sheet, { kind: "delete", along: "rows", area: gone }, actor);
  else announceChange(workbook, sheet, { ...body, rows: 1 }, "RowDeleted", actor);
}

/** `TableColumnCollection.add` at the end: the heading from `name` or the first value, then one value a row. */
export function addColumn(
  workbook: WorkbookModel,
  table: TableModel,
  { index, values, name }: { readonly index: number | null; readonly values: WireValue; readonly name: string | null },
  actor: Actor,
): number {
  const at = table.columnIds.length;
  if (index !== null && index !== -1 && index !== at)
    throw new NotModelled("TableColumnCollection.add() in the middle");
  const area = { ...table.area, column: table.area.column + at, columns: 1 };
  if (!table.sheet.cells.isEmpty(area))
    throw new NotModelled("TableColumnCollection.add() beside cells that hold something");
  workbook.assertEditable(table.sheet, area);
  table.area = { ...table.area, columns: at + 1 };
  table.columnIds.push(table.newColumnId());
  settleHeadings(table);
  if (values !== null) placeCells(workbook, table.sheet, area, values);
  if (name !== null) placeCells(workbook, table.sheet, { ...area, rows: 1 }, name);
  spreadFormulas(table, area);
  announceChange(workbook, table.sheet, area, "ColumnInserted", actor);
  return at;
}

/** Takes the table away: `convert` leaves its cells as a plain range, else they are emptied (`Table.delete`). */
export function dropTable(
  workbook: WorkbookModel,
  table: TableModel,
  { convert }: { readonly convert: boolean },
  actor: Actor,
): void {
  workbook.assertEditable(table.sheet, table.area);
  if (convert && table.calculated.size > 0) throw new NotModelled("Table.convertToRange() with calculated columns");
  if (!convert)
    for (const { row, column } of [...table.sheet.cells.in(table.area)]) table.sheet.cells.put(row, column, null);
  workbook.tables.splice(workbook.tables.indexOf(table), 1);
  rewriteFormulas(workbook, (formula) => withTableGone(formula, table.name));
  tellOfTable(workbook, EVENT.tableDeleted, table, actor);
}
