import type { WireValue } from "../rich-api/wire.ts";
import { areaAt } from "./area.ts";
import type { CellContent } from "./cell-store.ts";
import { serialOfDay } from "./typed-input.ts";
import { WorkbookModel } from "./workbook.ts";

/** A cell as it stands in the user's file: nothing is typed, so that nothing is read into it. */
export type SeedCell =
  | string
  | number
  | boolean
  | null
  | {
      readonly value?: string | number | boolean;
      /** A day, as YYYY-MM-DD: shown as m/d/yyyy unless a format is given. */
      readonly day?: string;
      /** With "=", in the file form; `value` is then its saved result. */
      readonly formula?: string;
      readonly numberFormat?: string;
      /** Further looks by the store's names: "fill.color", "font.strikethrough". */
      readonly looks?: { readonly [name: string]: WireValue };
      /** The text of the cell's comment. */
      readonly comment?: string;
    };

/** A sheet to begin with: rows of cells from A1. */
export interface SeedSheet {
  readonly name: string;
  readonly rows?: readonly (readonly SeedCell[])[];
  readonly hidden?: boolean;
  /** Areas such as "A1:C1". */
  readonly merges?: readonly string[];
  /** Whole rows or columns, such as "3:5" or "D:D". */
  readonly hiddenLines?: readonly string[];
}

/**
 * A workbook as a user has it open before the add-in does anything. Values stand as given: "00123" stays text.
 *
 * @example seedWorkbook([{ name: "SCA log", rows: [["Client", "Payer"], ["A. Ng", "Acme"]] }])
 */
export function seedWorkbook(sheets: readonly SeedSheet[]): WorkbookModel {
  const workbook = new WorkbookModel();
  for (const { name, rows = [], hidden, merges = [], hiddenLines = [] } of sheets) {
    const sheet = workbook.addSheet(name);
    sheet.merges = merges.map((address) => workbook.place(address, sheet).area);
    for (const lines of hiddenLines) {
      sheet.formats.put(/\d/.test(lines) ? "rowHidden" : "columnHidden", workbook.place(lines, sheet).area, true);
    }
    if (hidden) sheet.visibility = "Hidden";
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell === null) continue;
        const { numberFormat, comment, looks = {}, ...content } = typeof cell === "object" ? cell : { value: cell };
        const area = areaAt(row, column, 1, 1);
        const format = numberFormat ?? ("day" in content && content.day !== undefined ? "m/d/yyyy" : undefined);
        if (format !== undefined) sheet.formats.put("numberFormat", area, format);
        for (const [look, value] of Object.entries(looks)) sheet.formats.put(look, area, value);
        if (comment !== undefined) sheet.comments.push({ id: workbook.newId(), area, content: comment });
        sheet.cells.put(row, column, contentOf(content));
      }
    }
  }
  return workbook;
}

function contentOf(cell: { value?: string | number | boolean; day?: string; formula?: string }): CellContent | null {
  if (cell.formula !== undefined) return { formula: cell.formula, value: cell.value ?? null };
  if (cell.day === undefined) return cell.value === undefined ? null : { value: cell.value };
  const [year = 0, month = 0, day = 0] = cell.day.split("-").map(Number);
  const serial = serialOfDay(year, month, day);
  if (serial === null) throw new Error(`${cell.day} is no day that Excel knows`);
  return { value: serial };
}
