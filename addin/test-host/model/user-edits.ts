import type { WireValue } from "../rich-api/wire.ts";
import { select } from "./announce.ts";
import { CO_AUTHOR, USER } from "./events.ts";
import { moveCells } from "./moving-cells.ts";
import { deleteSheet, renameSheet } from "./sheet-changes.ts";
import { addRows } from "./table-changes.ts";
import { applyFilter } from "./table-filter.ts";
import type { CellValue } from "./typed-input.ts";
import type { Place, WorkbookModel } from "./workbook.ts";
import { writeCells } from "./writing.ts";

/** Who edits: the person at this computer, or a co-author in the same file. */
export type Person = "user" | "co-author";

/** What people do in the workbook while the add-in is open. Events go out at once, as Excel's do. */
export class UserEdits {
  readonly #workbook: WorkbookModel;

  constructor(workbook: WorkbookModel) {
    this.#workbook = workbook;
  }

  #place(sheet: string, address: string): Place {
    const found = this.#workbook.sheet(sheet);
    if (found === null) throw new Error(`the workbook has no sheet ${sheet}`);
    return this.#workbook.place(address, found);
  }

  /**
   * Types a value, or pastes a 2D array with its corner at the address. What is refused to an add-in, such as a locked
   * cell, is refused to a person. Validation does not hold typing back here.
   *
   * @example user.typeInto("Cases", "F12", "approved", "co-author")
   */
  typeInto(sheet: string, address: string, input: WireValue, person: Person = "user"): void {
    const { sheet: at, area } = this.#place(sheet, address);
    writeCells(this.#workbook, at, area, input, person === "user" ? USER : CO_AUTHOR);
    this.#workbook.events.flush();
  }

  /** Selects cells, and the sheet with them. */
  select(sheet: string, address: string): void {
    const { sheet: at, area } = this.#place(sheet, address);
    select(this.#workbook, at, area);
    this.#workbook.events.flush();
  }

  /** Puts in whole rows above the address's first row. */
  insertRows(sheet: string, address: string, person: Person = "user"): void {
    this.#moveRows("insert", sheet, address, person);
  }

  /** Takes out whole rows. */
  deleteRows(sheet: string, address: string, person: Person = "user"): void {
    this.#moveRows("delete", sheet, address, person);
  }

  #moveRows(kind: "insert" | "delete", sheet: string, address: string, person: Person): void {
    const { sheet: at, area } = this.#place(sheet, address);
    const rows = { row: area.row, rows: area.rows, column: 0, columns: 16_384 };
    moveCells(this.#workbook, at, { kind, along: "rows", area: rows }, person === "user" ? USER : CO_AUTHOR);
    this.#workbook.events.flush();
  }

  /** Adds a row at the end of a table, one value a column; null leaves a cell to its column's formula. */
  addTableRow(table: string, values: readonly WireValue[], person: Person = "user"): void {
    const found = this.#workbook.table(table);
    if (found === null) throw new Error(`the workbook has no table ${table}`);
    addRows(this.#workbook, found, null, [values], person === "user" ? USER : CO_AUTHOR);
    this.#workbook.events.flush();
  }

  /** Filters a table by a word in one of its columns. */
  filter(table: string, heading: string, word: string): void {
    const found = this.#workbook.table(table);
    if (found === null) throw new Error(`the workbook has no table ${table}`);
    found.filter = { heading, word };
    applyFilter(found);
  }

  renameSheet(sheet: string, name: string): void {
    renameSheet(this.#workbook, this.#place(sheet, "A1").sheet, name);
  }

  deleteSheet(sheet: string): void {
    deleteSheet(this.#workbook, this.#place(sheet, "A1").sheet, USER);
    this.#workbook.events.flush();
  }

  /** Stores a formula's result, as if Excel had computed it; it holds until the formula is written again. */
  compute(sheet: string, address: string, result: CellValue): void {
    const { sheet: at, area } = this.#place(sheet, address);
    const content = at.cells.at(area.row, area.column);
    if (content?.formula === undefined) throw new Error(`${sheet}!${address} holds no formula`);
    at.cells.put(area.row, area.column, { formula: content.formula, value: result });
  }

  /** Protects a sheet, as the user does in the ribbon. */
  protect(sheet: string): void {
    this.#place(sheet, "A1").sheet.protection = { options: {}, password: null };
  }
}
