import type { DateSystem } from "../../../sca/values/calendar-date.ts";
import {
  accessDenied,
  invalidArgument,
  invalidOperation,
  itemAlreadyExists,
  NotModelled,
} from "../rich-api/host-error.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { type Area, addressOfArea, areaAt, parseAddress, quotedSheet, WHOLE_SHEET } from "./area.ts";
import type { CellContent } from "./cell-store.ts";
import { type Actor, EVENT, EVERYWHERE, EventOutbox } from "./events.ts";
import { sameName, sheetName } from "./object-name.ts";
import { SheetModel } from "./sheet.ts";
import type { TableModel } from "./table.ts";
import type { CellValue } from "./typed-input.ts";

/** A place in the workbook. */
export interface Place {
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** A defined name: a place, or a formula without one. */
export interface DefinedName {
  readonly name: string;
  refersTo: Place | { readonly formula: string };
  comment: string;
  visible: boolean;
}

/** Gives a formula's result; undefined where it does not know one. The host computes nothing by itself. */
export type Evaluate = (cell: {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
}) => CellValue | undefined;

/** A workbook as Excel holds it open: what the client's objects stand for. Rules are beside it, one concept a file. */
export class WorkbookModel {
  name = "Book1.xlsx";
  readonly sheets: SheetModel[] = [];
  readonly tables: TableModel[] = [];
  readonly names: DefinedName[] = [];
  readonly settings = new Map<string, WireValue>();
  readonly customXml = new Map<string, string>();
  readonly events = new EventOutbox();
  /** What an event handler's `getRange` finds, by the event's reference. */
  readonly eventPlaces = new Map<string, Place>();
  /** Opened for reading: nothing can be written. */
  readOnly = false;
  /** "Protect the structure of a workbook": sheets cannot be added, taken away, moved, hidden or renamed. */
  structureProtected = false;
  calculationMode = "Automatic";
  /** Sheets that an add-in asked to compute, in that order; nothing is computed here. */
  readonly computed: string[] = [];
  /** "Use 1904 date system" (File > Options > Advanced). What is typed as a day is counted from 1900 all the same. */
  dateSystem: DateSystem = "1900";
  /** The year of days that are typed without one. */
  year = 2026;
  evaluate: Evaluate | null = null;
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  readonly movers = new Set<WeakRef<{ area: Area | null; readonly sheet: SheetModel }>>();
  #active: SheetModel | null = null;
  #ids = 0;

  /** Ids look like Excel's and are the same on every run. */
  newId(): string {
    this.#ids += 1;
    return `{${this.#ids.toString(16).padStart(8, "0").toUpperCase()}-0000-4000-8000-000000000000}`;
  }

  get active(): SheetModel {
    const sheet = this.#active ?? this.sheets[0];
    if (sheet === undefined) throw new Error("a workbook has a sheet: add one with addSheet");
    return sheet;
  }

  activate(sheet: SheetModel): void {
    if (sheet.visibility !== "Visible") throw invalidOperation();
    const before = this.active;
    if (before === sheet) return;
    this.#active = sheet;
    this.selection = { row: 0, column: 0, rows: 1, columns: 1 };
    for (const [type, { id }] of [
      [EVENT.worksheetDeactivated, before] as const,
      [EVENT.worksheetActivated, sheet] as const,
    ]) {
      for (const target of [id, EVERYWHERE]) this.events.emit(type, target, { worksheetId: id });
    }
  }

  sheet(key: string): SheetModel | null {
    return this.sheets.find((sheet) => sameName(sheet.name, key) || sheet.id === key) ?? null;
  }

  table(key: string): TableModel | null {
    return this.tables.find((table) => sameName(table.name, key) || table.id === key) ?? null;
  }

  definedName(name: string): DefinedName | null {
    return this.names.find((item) => sameName(item.name, name)) ?? null;
  }

  tableAt(sheet: SheetModel, row: number, column: number): TableModel | null {
    return this.tables.find((table) => table.holds(sheet, row, column)) ?? null;
  }

  /** The next sheet, at the end and not active (`WorksheetCollection.add`). A second sheet of a name is ItemAlreadyExists. */
  addSheet(name?: string, actor?: Actor): SheetModel {
    this.assertStructureOpen();
    let wanted = name ?? "";
    for (let number = this.sheets.length + 1; wanted === "" || (name === undefined && this.sheet(wanted)); number++) {
      wanted = `Sheet${number}`;
    }
    sheetName(wanted);
    if (this.sheets.some((sheet) => sameName(sheet.name, wanted))) throw itemAlreadyExists();
    const sheet = new SheetModel(this.newId(), wanted);
    this.sheets.push(sheet);
    if (actor !== undefined) {
      this.events.emit(EVENT.worksheetAdded, EVERYWHERE, { worksheetId: sheet.id, source: actor.source });
    }
    return sheet;
  }

  /** Takes a sheet off the list; what else follows is `deleteSheet`'s matter. */
  removeSheet(sheet: SheetModel, next: SheetModel): void {
    if (this.active === sheet) this.#active = next;
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
  }

  /** Refuses any change to a workbook that is open for reading only. */
  assertWritable(): void {
    if (this.readOnly) throw accessDenied();
  }

  /** Refuses changes to the list of sheets where the workbook's structure is protected. */
  assertStructureOpen(): void {
    this.assertWritable();
    if (this.structureProtected) throw accessDenied();
  }

  /**
   * Refuses what sheet protection refuses: content of locked cells, and formats, rows, columns unless the option allows
   * them (`Excel.WorksheetProtectionOptions`). AccessDenied is the documented code.
   */
  assertEditable(sheet: SheetModel, area: Area, option?: string): void {
    this.assertWritable();
    if (sheet.protection === null) return;
    if (
      option !== undefined
        ? sheet.protection.options[option] === true
        : sheet.formats.uniform("protection.locked", area, true) === false
    )
      return;
    throw accessDenied();
  }

  /** A cell's value; a formula's is what `evaluate` or a stored result says, and NotModelled where neither does. */
  valueOf(sheet: SheetModel, row: number, column: number, content: CellContent | undefined): CellValue {
    if (content === undefined) return "";
    if (content.formula === undefined) return content.value;
    const address = addressOfArea({ row, column, rows: 1, columns: 1 });
    const value = content.value ?? this.evaluate?.({ sheet: sheet.name, address, formula: content.formula });
    if (value !== undefined && value !== null) return value;
    throw new NotModelled(
      `the value of ${quotedSheet(sheet.name)}!${address} (${content.formula}): formulas are not computed; give the workbook \`evaluate\` or the result with \`compute\``,
    );
  }

  /**
   * The place that an address or a name stands for, as `Worksheet.getRange` takes it: "B2", "Sheet2!A:C", a defined name,
   * a table's name. InvalidArgument where there is none.
   */
  place(reference: string, onSheet: SheetModel): Place {
    const text = reference.replace(/^=/, "");
    if (text === "") return { sheet: onSheet, area: WHOLE_SHEET };
    const bang = text.lastIndexOf("!");
    const named =
      bang < 0
        ? null
        : text
            .slice(0, bang)
            .replace(/^'(.*)'$/, "$1")
            .replaceAll("''", "'");
    const sheet = named === null ? onSheet : this.sheet(named);
    if (sheet === null) throw invalidArgument();
    const area = parseAddress(text.slice(bang + 1));
    if (area !== null) return { sheet, area: areaAt(area.row, area.column, area.rows, area.columns) };
    if (/[[\]]/.test(text)) throw new NotModelled(`getRange("${reference}")`);
    const name = this.definedName(text);
    if (name !== null && "sheet" in name.refersTo) return name.refersTo;
    const table = this.table(text);
    if (table !== null) return { sheet: table.sheet, area: table.body };
    throw invalidArgument();
  }
}
