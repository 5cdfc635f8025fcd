import type { WireValue } from "../rich-api/wire.ts";
import { addressOfArea, quotedSheet } from "./area.ts";
import { CELL_DEFAULTS, type Visibility } from "./sheet.ts";
import type { CellValue } from "./typed-input.ts";
import type { WorkbookModel } from "./workbook.ts";

/** A cell: its formula in the file form without "=", or its value. */
export type ContentCell = { readonly formula: string } | { readonly value: CellValue };

export interface ContentSheet {
  readonly name: string;
  readonly visibility: Visibility;
  /** RRGGBB, or "". */
  readonly tabColour: string;
  /** By address: "B2". */
  readonly cells: ReadonlyMap<string, ContentCell>;
  /** What was written of each cell's looks, by address and by the store's names; defaults are left out. */
  readonly looks: ReadonlyMap<string, ReadonlyMap<string, WireValue>>;
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  readonly orientation: string;
  readonly validations: readonly {
    readonly area: string;
    readonly rule: WireValue;
    readonly prompt: WireValue;
    readonly errorAlert: WireValue;
  }[];
  /** In the order of their priority. */
  readonly conditions: readonly {
    readonly area: string;
    readonly type: string;
    readonly settings: { readonly [path: string]: WireValue };
  }[];
}

export interface ContentTable {
  readonly name: string;
  readonly sheet: string;
  readonly area: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ContentCell[])[];
  /** Formulas of calculated columns without "=", by heading. */
  readonly calculated: ReadonlyMap<string, string>;
}

/** A whole workbook as plain data: to compare with what the file writer makes, and to write to a file. */
export interface WorkbookContent {
  readonly sheets: readonly ContentSheet[];
  readonly tables: readonly ContentTable[];
  /** What each defined name stands for, without "=": "Settings!$B$2". */
  readonly names: ReadonlyMap<string, string>;
}

/** Looks of at most so many cells are told: a sheet's used range is far smaller. */
const MOST_LOOKS = 2_000_000;

/**
 * What the workbook holds.
 *
 * @example workbookContent(workbook).tables.find(({ name }) => name === "Cases")?.headings
 */
export function workbookContent(workbook: WorkbookModel): WorkbookContent {
  const sheets = workbook.sheets.map((sheet): ContentSheet => {
    const cells = new Map<string, ContentCell>();
    const placed = [...sheet.cells.all()].sort((a, b) => a.row - b.row || a.column - b.column);
    for (const { row, column, content } of placed) {
      const address = addressOfArea({ row, column, rows: 1, columns: 1 });
      cells.set(
        address,
        content.formula === undefined ? { value: content.value } : { formula: content.formula.slice(1) },
      );
    }
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      tabColour: sheet.tabColor.replace("#", ""),
      cells,
      looks: looksOf(sheet),
      frozen: sheet.frozen,
      orientation: sheet.orientation,
      validations: sheet.validations.map(({ area, rule, prompt, errorAlert }) => {
        return { area: addressOfArea(area), rule, prompt, errorAlert };
      }),
      conditions: sheet.conditions.map(({ area, type, settings }) => {
        return { area: addressOfArea(area), type, settings: Object.fromEntries(settings) };
      }),
    };
  });
  const tables = workbook.tables.map((table): ContentTable => {
    const { body, headings, sheet } = table;
    const rows = Array.from({ length: body.rows }, (_, down) =>
      headings.map((__, right): ContentCell => {
        const content = sheet.cells.at(body.row + down, body.column + right);
        return content?.formula === undefined ? { value: content?.value ?? "" } : { formula: content.formula.slice(1) };
      }),
    );
    const calculated = new Map<string, string>();
    for (const [at, id] of table.columnIds.entries()) {
      const formula = table.calculated.get(id);
      if (formula !== undefined) calculated.set(headings[at] ?? "", formula.slice(1));
    }
    return { name: table.name, sheet: sheet.name, area: addressOfArea(table.area), headings, rows, calculated };
  });
  const names = workbook.names.map(({ name, refersTo }): [string, string] => {
    if (!("sheet" in refersTo)) return [name, refersTo.formula.slice(1)];
    const address = addressOfArea(refersTo.area).replace(/[A-Z]+|\d+/g, "$$$&");
    return [name, `${quotedSheet(refersTo.sheet.name)}!${address}`];
  });
  return { sheets, tables, names: new Map(names) };
}

function looksOf(sheet: WorkbookModel["sheets"][number]): ReadonlyMap<string, ReadonlyMap<string, WireValue>> {
  const looks = new Map<string, ReadonlyMap<string, WireValue>>();
  const used = sheet.used();
  if (used === null || used.rows * used.columns > MOST_LOOKS) return looks;
  for (let row = used.row; row < used.row + used.rows; row++) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      const given = [...sheet.formats.ofCell(row, column)].filter(([name, value]) => value !== CELL_DEFAULTS.get(name));
      if (given.length > 0) looks.set(addressOfArea({ row, column, rows: 1, columns: 1 }), new Map(given));
    }
  }
  return looks;
}
