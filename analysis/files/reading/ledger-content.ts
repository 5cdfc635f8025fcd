import { type FlawedCell, flawFinder } from "../../../sca/ledger/cell-flaw.ts";
import { knownHeadings } from "../../../sca/ledger/known-headings.ts";
import { keyOf } from "../../../sca/ledger/ledger-gaps.ts";
import { LEDGER_TABLES } from "../../../sca/ledger/ledger-tables.ts";
import { NAME_PREFIX } from "../../../sca/ledger/read-ledger.ts";
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
  flaws.push(...rowsUnder(table, grid));
  return { name: table.name, sheet: table.sheet, headings, rows, ...(flaws.length === 0 ? {} : { flaws }) };
}

/** Rows that were put right under one of the ledger's tables, as a program does that does not know of tables. */
function rowsUnder({ name, area, headings, totalsRows }: WorkbookTable, grid: Grid): CellFlaw[] {
  const declared = declaredTable(name);
  if (declared === undefined || totalsRows > 0) return [];
  const known = knownHeadings(headings, declared.columns);
  const at = [known.indexOf("Case id"), known.indexOf(keyOf(declared.name))].find((place) => place >= 0);
  if (at === undefined) return [];
  const below = new Map(grid.rows.map(({ row, cells }) => [row, cells]));
  const flaws: CellFlaw[] = [];
  for (let row = area.bottom + 1; ; row++) {
    const found =
      below
        .get(row)
        ?.find(({ column }) => column === area.left + at)
        ?.text.trim() ?? "";
    if (found === "") return flaws;
    flaws.push({ row: -1, heading: "", kind: "under-table", found });
  }
}

function declaredTable(name: string) {
  return LEDGER_TABLES.find((table) => table.name === name || `${NAME_PREFIX}${table.name}` === name);
}

/** The table of the ledger whose rows stand on a sheet of its name with their headings, though it is no table any more. */
function bareTable({ sheet, rows }: Grid): string | null {
  const declared = LEDGER_TABLES.find((table) => table.sheet === sheet);
  const headings = knownHeadings(rows[0]?.cells.map(({ text }) => text) ?? [], declared?.columns ?? []);
  const known = new Set(declared?.columns.map(({ heading }) => heading));
  const shared = headings.filter((heading) => known.has(heading)).length;
  return declared !== undefined && headings.includes(keyOf(declared.name)) && shared * 2 >= known.size
    ? declared.name
    : null;
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
  const isLedger = declared.some(({ name }) => declaredTable(name) !== undefined);
  const bareSheets = new Set(
    isLedger ? LEDGER_TABLES.map(({ sheet }) => sheet).filter((sheet) => !wanted.has(sheet)) : [],
  );
  const budget = new ReadingBudget();
  const grids = new Map<string, Grid>();
  for (const sheet of workbook.sheets) {
    if (wanted.has(sheet.name) || bareSheets.has(sheet.name)) grids.set(sheet.name, readSheet(workbook, sheet, budget));
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
  const bare = [...bareSheets].flatMap((sheet) => {
    const grid = grids.get(sheet);
    return (grid === undefined ? null : bareTable(grid)) ?? [];
  });
  return { tables, named, ...(bare.length === 0 ? {} : { bare }) };
}
