import { invalidArgument, NotModelled, wrongDimensions } from "../rich-api/host-error.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { announceChange } from "./announce.ts";
import { type Area, overlap } from "./area.ts";
import { fillCalculated, spreadFormulas } from "./calculated-columns.ts";
import type { CellContent } from "./cell-store.ts";
import type { Actor } from "./events.ts";
import { fileForm, isAccepted } from "./formula-text.ts";
import { putHeading, settleHeadings } from "./headings.ts";
import type { SheetModel } from "./sheet.ts";
import { type CellValue, typedInput } from "./typed-input.ts";
import type { WorkbookModel } from "./workbook.ts";

/** More cells at once than any test needs; Excel itself refuses or takes minutes. */
const MOST_CELLS = 5_000_000;
/** "Excel specifications and limits": total number of characters that a cell can contain. */
const LONGEST_TEXT = 32_767;

interface Entry {
  readonly row: number;
  readonly column: number;
  /** null empties the cell. */
  readonly content: CellContent | null;
  readonly numberFormat?: string;
}

/**
 * One value for each cell of an area: a 2D array of the same size, or a single value for all ("Set and get range values,
 * text, or formulas"). Another size is InvalidArgument.
 */
export function gridOf(input: WireValue, area: Area): (row: number, column: number) => WireValue {
  if (area.rows * area.columns > MOST_CELLS) throw new NotModelled(`writing ${area.rows * area.columns} cells`);
  if (!Array.isArray(input)) return () => input;
  const rows = input as readonly WireValue[];
  if (rows.length !== area.rows) throw wrongDimensions();
  for (const row of rows) if (!Array.isArray(row) || row.length !== area.columns) throw wrongDimensions();
  return (row, column) => (rows[row] as readonly WireValue[])[column] ?? null;
}

function entryOf(
  workbook: WorkbookModel,
  sheet: SheetModel,
  row: number,
  column: number,
  input: WireValue,
): Entry | null {
  if (input === null) return null; // "null input … is ignored": the cell stays
  if (typeof input === "object") throw invalidArgument();
  if (input === "") return { row, column, content: null };
  const typed = typedInput(input, sheet.numberFormat(row, column), workbook.year);
  if (typed.kind === "refused") throw invalidArgument();
  if (typed.kind === "value") {
    if (typeof typed.value === "string" && typed.value.length > LONGEST_TEXT) throw invalidArgument();
    const format = sheet.numberFormat(row, column) === "General" ? typed.numberFormat : undefined;
    return { row, column, content: { value: typed.value }, ...(format === undefined ? {} : { numberFormat: format }) };
  }
  const ownTable = workbook.tableAt(sheet, row, column)?.name ?? null;
  const formula = fileForm(typed.formula, ownTable);
  const columnsOf = (name: string) => workbook.table(name)?.headings ?? null;
  if (!isAccepted(formula, { ownTable, columnsOf, hasSheet: (name) => workbook.sheet(name) !== null }))
    throw invalidArgument();
  return { row, column, content: { formula, value: null } };
}

/**
 * Writes values or formulas as if each were typed. Nothing is written where one of them is refused. Headings stay text,
 * tables grow by what is written right below or beside them, formulas spread down their column of a table.
 */
export function writeCells(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: Area,
  input: WireValue,
  actor: Actor,
): void {
  workbook.assertEditable(sheet, area);
  const single = area.rows * area.columns === 1;
  const before = single ? shownValue(workbook, sheet, area) : "";
  if (!placeCells(workbook, sheet, area, input)) return;
  growTables(workbook, sheet, area);
  for (const table of workbook.tables) if (table.touches(sheet, area)) spreadFormulas(table, area);
  const cell = single ? { before, after: shownValue(workbook, sheet, area) } : undefined;
  announceChange(workbook, sheet, area, "RangeEdited", actor, { cell });
}

/** Puts values in without what follows from a write: no table grows, no formula spreads, nobody is told. */
export function placeCells(workbook: WorkbookModel, sheet: SheetModel, area: Area, input: WireValue): boolean {
  const grid = gridOf(input, area);
  const entries: Entry[] = [];
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const entry = entryOf(workbook, sheet, area.row + row, area.column + column, grid(row, column));
      if (entry !== null) entries.push(entry);
    }
  }
  const tables = workbook.tables.filter((table) => table.sheet === sheet);
  for (const { row, column, content, numberFormat } of entries) {
    if (numberFormat !== undefined)
      sheet.formats.put("numberFormat", { row, column, rows: 1, columns: 1 }, numberFormat);
    const table = tables.find(({ header }) => overlap(header, { row, column, rows: 1, columns: 1 }) !== null);
    if (table === undefined) sheet.cells.put(row, column, content);
    else putHeading(workbook, table, column - table.area.column, headingText(content));
  }
  return entries.length > 0;
}

function headingText(content: CellContent | null): string {
  if (content?.formula !== undefined) throw new NotModelled("a formula in a table's heading");
  return content === null ? "" : String(content.value);
}

/** For an event's details: a formula's result that nobody knows is told as empty. */
function shownValue(workbook: WorkbookModel, sheet: SheetModel, { row, column }: Area): CellValue {
  const content = sheet.cells.at(row, column);
  return content?.formula !== undefined && content.value === null && workbook.evaluate === null
    ? ""
    : workbook.valueOf(sheet, row, column, content);
}

/** "Include new rows and columns in table" (AutoCorrect, Microsoft Support): what is written at a table's edge joins it. */
function growTables(workbook: WorkbookModel, sheet: SheetModel, area: Area): void {
  if (sheet.cells.isEmpty(area)) return;
  for (const table of workbook.tables) {
    if (table.sheet !== sheet) continue;
    const { row, column, rows, columns } = table.area;
    const below =
      area.row === row + rows &&
      !table.showTotals &&
      area.column >= column &&
      area.column + area.columns <= column + columns;
    const beside = area.column === column + columns && area.row >= row && area.row + area.rows <= row + rows;
    const grown = below
      ? { ...table.area, rows: rows + area.rows }
      : { ...table.area, columns: columns + area.columns };
    if ((!below && !beside) || workbook.tables.some((other) => other !== table && other.touches(sheet, grown)))
      continue;
    table.area = grown;
    for (let count = columns; count < grown.columns; count++) table.columnIds.push(table.newColumnId());
    if (beside) settleHeadings(table);
    else fillCalculated(table, area.row, area.rows);
  }
}
