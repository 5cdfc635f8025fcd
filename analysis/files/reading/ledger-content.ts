import { type FlawedCell, flawFinder } from "../../../sca/ledger/cell-flaw.ts";
import type { CellFlaw, LedgerContent, PlanValue, TableContent } from "../../../sca/ledger/workbook-plan.ts";
import type { Cell, Grid } from "../../../sca/tracker/grid.ts";
import { type Place, placeOf } from "./cell-address.ts";
import { recogniseFile } from "./file-kind.ts";
import { ReadingBudget } from "./reading-budget.ts";
import { readSheet } from "./sheet-reader.ts";
import { readWorkbookParts } from "./workbook-parts.ts";
import { tablesOfPackage, type WorkbookTable } from "./workbook-tables.ts";

/** A cell's value as Excel saved it. Errors and formulas without a result are no value. */
function savedValue(cell: Cell | undefined): PlanValue {
  if (cell === undefined || cell.uncomputed || cell.kind === "error") return null;
  if (cell.kind === "boolean") return cell.text === "TRUE";
  if (cell.kind === "date" && cell.day !== undefined) return { day: cell.day };
  if (cell.kind === "number") return cell.number ?? null;
  return cell.text === "" ? null : cell.text;
}

/** What of a cell tells whether something is amiss with it. */
function flawedCell(cell: Cell, row: number, heading: string): FlawedCell {
  const { kind, text, number, formula, format = "General" } = cell;
  const value = cell.uncomputed ? null : kind === "number" && number !== undefined ? number : text;
  return { row, heading, value, isError: kind === "error", formula, format };
}

function tableContent(table: WorkbookTable, grid: Grid, budget: ReadingBudget): TableContent {
  const { area, headings } = table;
  const first = area.top + table.headingRows;
  const last = area.bottom - table.totalsRows;
  const rows: PlanValue[][] = [];
  const flaws: CellFlaw[] = [];
  const flawOf = flawFinder(table.name);
  for (let row = first; row <= last; row++) {
    budget.meetCell();
    rows.push([]);
  }
  for (const { row, cells } of grid.rows) {
    const values = rows[row - first];
    if (values === undefined) continue;
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    for (const [at, heading] of headings.entries()) {
      const cell = byColumn.get(area.left + at);
      values.push(savedValue(cell));
      const flaw = cell === undefined ? null : flawOf(flawedCell(cell, row - first, heading));
      if (flaw !== null) flaws.push(flaw);
    }
  }
  for (const values of rows) while (values.length < headings.length) values.push(null);
  return { name: table.name, sheet: table.sheet, headings, rows, ...(flaws.length === 0 ? {} : { flaws }) };
}

interface NamedPlace extends Place {
  readonly sheet: string;
}

/** "'My sheet'!$B$3" or "Settings!$B$3:$B$20" as its first cell; null for formulas and names that broke. */
function namedPlace(refersTo: string): NamedPlace | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!()\s]+))!(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?$/.exec(
    refersTo,
  );
  if (match === null) return null;
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? "", ...placeOf(match[3] ?? "") };
}

/**
 * What an .xlsx workbook holds of an earlier ledger, or of any tables: each by name with its rows as Excel saved them, and
 * the cells that have a name (the first cell, where a name stands for several). Sheets without either are not read.
 * Null where the bytes are no .xlsx workbook; throws a UserProblem where it is a damaged or protected one.
 *
 * @example readLedgerContent(bytes)?.tables.get("Cases")?.rows.length
 */
export function readLedgerContent(bytes: Uint8Array): LedgerContent | null {
  const content = recogniseFile(bytes);
  if (content.kind !== "workbook") return null;
  const workbook = readWorkbookParts(content.pkg);
  const declared = tablesOfPackage(content.pkg);
  const places = new Map<string, NamedPlace>();
  for (const [name, refersTo] of workbook.names) {
    const place = namedPlace(refersTo);
    if (place !== null) places.set(name, place);
  }
  const wanted = new Set([...declared, ...places.values()].map(({ sheet }) => sheet));
  const budget = new ReadingBudget();
  const grids = new Map<string, Grid>();
  for (const sheet of workbook.sheets) {
    if (wanted.has(sheet.name)) grids.set(sheet.name, readSheet(workbook, sheet, budget));
  }
  const tables = new Map<string, TableContent>();
  for (const table of declared) {
    const grid = grids.get(table.sheet);
    if (grid !== undefined) tables.set(table.name, tableContent(table, grid, budget));
  }
  const rows = new Map(
    [...grids].map(([sheet, grid]) => [sheet, new Map(grid.rows.map((row) => [row.row, row.cells]))]),
  );
  const named = new Map<string, PlanValue>();
  for (const [name, { sheet, row, column }] of places) {
    const cells = rows.get(sheet)?.get(row);
    named.set(name, savedValue(cells?.find((cell) => cell.column === column)));
  }
  return { tables, named };
}
