import type { Look, SheetPlan, TablePlan } from "../../../sca/ledger/workbook-plan.ts";
import { columnLetters } from "../../../sca/tracker/grid.ts";
import { APPEARANCES } from "../../../sca/workbook/looks.ts";
import { areaText } from "../../../sca/workbook/sheet-reference.ts";
import { type CellContent, type CellSetting, cellXml, EXCEL_LIMITS } from "./cell-xml.ts";
import type { LooseCell } from "./earlier-sheet.ts";

interface SheetRow {
  readonly cells: { readonly column: number; readonly xml: string }[];
  /** In points; 0 where the usual height will do. */
  height: number;
}

/** The rows of a sheet as XML, and the block of cells that they fill. */
export interface SheetRows {
  /** Piece by piece: with its formulas a large sheet is longer than a string can be. */
  readonly xml: Iterable<string>;
  readonly dimension: string;
}

/** Room that the filter's button takes from a heading, in characters. */
const BUTTON = 3;
const TALLEST = 409;

/**
 * The cells of a sheet in the order of the file: what the plan places, its tables, and what the user put beside them.
 * Throws where two of them share a cell: our own mistake. `widths` are the columns' widths in characters.
 */
export function sheetRows(
  plan: SheetPlan,
  looseCells: readonly LooseCell[],
  widths: ReadonlyMap<number, number>,
  setting: CellSetting,
): SheetRows {
  const rows = new Map<number, SheetRow>();
  const rowAt = (row: number, column: number): SheetRow => {
    if (row < 1 || column < 1 || row > EXCEL_LIMITS.rows || column > EXCEL_LIMITS.columns) {
      throw new Error(`no cell at row ${row}, column ${column}`);
    }
    const found = rows.get(row) ?? { cells: [], height: 0 };
    rows.set(row, found);
    return found;
  };
  const put = (
    row: number,
    column: number,
    content: CellContent,
    look?: Look,
    room = widths.get(column) ?? 9,
  ): void => {
    const xml = cellXml(row, column, content, look, setting);
    if (xml === "") return;
    const found = rowAt(row, column);
    found.cells.push({ column, xml });
    found.height = Math.max(found.height, heightOf(content, look, room, setting.styles.pointSize));
  };
  for (const { row, column, value, look, link } of plan.cells) {
    put(row, column, value, look ?? (link ? "link" : undefined));
  }
  for (const table of plan.tables) putTable(table, widths, put);
  for (const { row, column, xml } of looseCells) rowAt(row, column).cells.push({ column, xml });
  return inOrder(plan.name, rows);
}

function putTable(
  { row: top, column: left, columns, rows }: TablePlan,
  widths: ReadonlyMap<number, number>,
  put: (row: number, column: number, content: CellContent, look?: Look, room?: number) => void,
): void {
  columns.forEach(({ heading }, index) => {
    put(top, left + index, heading, "heading", (widths.get(left + index) ?? 9) - BUTTON);
  });
  const body = rows.length > 0 ? rows : [columns.map(() => null)];
  body.forEach((values, index) => {
    columns.forEach(({ look, formula }, place) => {
      const value = values[place] ?? null;
      put(top + 1 + index, left + place, formula === undefined ? value : { formula, result: value }, look);
    });
  });
}

/**
 * How tall a cell wants its row, in points: an estimate on the generous side, for programs that do not fit rows to their
 * text by themselves. Excel fits a row anew when someone edits it.
 */
function heightOf(content: CellContent, look: Look | undefined, room: number, pointSize: number): number {
  const { wrap, larger } = APPEARANCES[look ?? "text"];
  const line = Math.ceil((pointSize + (larger ?? 0)) * 1.36);
  const text = typeof content === "string" && wrap ? content : "";
  const needed = text.split("\n").reduce((sum, part) => sum + linesOf(part.length, room), 0);
  // A heading breaks between its words only.
  const lines = look === "heading" ? Math.min(needed, text.split(" ").length) : needed;
  if (lines === 1 && !larger) return 0;
  return Math.min(TALLEST, lines * line + (look === "heading" ? 3 : 0));
}

/** A letter is a little narrower than the digits that a width counts in; a broken line loses part of a word. */
function linesOf(letters: number, room: number): number {
  const needed = letters * 0.95;
  return needed <= room ? 1 : Math.ceil(needed / Math.max(1, room - 3));
}

function inOrder(sheet: string, rows: ReadonlyMap<number, SheetRow>): SheetRows {
  let [left, right]: [number, number] = [EXCEL_LIMITS.columns, 1];
  const order = [...rows].sort(([a], [b]) => a - b);
  for (const [row, { cells }] of order) {
    cells.sort((a, b) => a.column - b.column);
    const double = cells.find(({ column }, index) => column === cells[index + 1]?.column);
    if (double) throw new Error(`sheet ${sheet} has two cells at ${columnLetters(double.column)}${row}`);
    left = Math.min(left, cells[0]?.column ?? left);
    right = Math.max(right, cells.at(-1)?.column ?? right);
  }
  const [top, bottom] = [order[0]?.[0], order.at(-1)?.[0]];
  const filled = top === undefined || bottom === undefined ? "A1" : areaText({ top, left, bottom, right });
  return { xml: pieces(order), dimension: `<dimension ref="${filled}"/>` };
}

function* pieces(order: readonly (readonly [number, SheetRow])[]): Iterable<string> {
  yield "<sheetData>";
  for (const [row, { cells, height }] of order) {
    yield `<row r="${row}"${height > 0 ? ` ht="${height}"` : ""}>${cells.map((cell) => cell.xml).join("")}</row>`;
  }
  yield "</sheetData>";
}
