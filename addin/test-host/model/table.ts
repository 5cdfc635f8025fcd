import { type Area, overlap } from "./area.ts";
import type { CellContent } from "./cell-store.ts";
import type { SheetModel } from "./sheet.ts";

export const TABLE_SWITCHES = [
  "highlightFirstColumn",
  "highlightLastColumn",
  "showBandedColumns",
  "showBandedRows",
  "showFilterButton",
] as const;

/** A table on a sheet. Its headings are the cells of its first row. */
export class TableModel {
  readonly id: string;
  name: string;
  readonly sheet: SheetModel;
  area: Area;
  showTotals = false;
  /** Switched off by a person. Only that the heading row cannot be asked for then is modelled; the cells stay in place. */
  showHeaders = true;
  /** What the totals row held when it was switched off, by column id: Excel brings it back. */
  readonly totalsKept = new Map<number, CellContent>();
  /** True for the blank row of a table that was made of headings alone, or lost all its rows. */
  hasInsertRow = false;
  style = "TableStyleMedium2";
  /** What a person filters by: one column, whose cells have to say a word. Rows stay hidden by place until it is applied again. */
  filter: { readonly heading: string; readonly word: string } | null = null;
  readonly switches = new Map<string, boolean>([
    ["showBandedRows", true],
    ["showFilterButton", true],
  ]);
  /** Columns keep their id when they move or get another heading. */
  columnIds: number[];
  /** The formula of a calculated column, in its file form, by column id. */
  readonly calculated = new Map<number, string>();
  #nextColumnId: number;

  constructor(id: string, name: string, sheet: SheetModel, area: Area) {
    this.id = id;
    this.name = name;
    this.sheet = sheet;
    this.area = area;
    this.columnIds = Array.from({ length: area.columns }, (_, at) => at + 1);
    this.#nextColumnId = area.columns + 1;
  }

  newColumnId(): number {
    return this.#nextColumnId++;
  }

  get header(): Area {
    return { ...this.area, rows: 1 };
  }

  get body(): Area {
    return { ...this.area, row: this.area.row + 1, rows: this.area.rows - 1 - (this.showTotals ? 1 : 0) };
  }

  get totals(): Area | null {
    return this.showTotals ? { ...this.area, row: this.area.row + this.area.rows - 1, rows: 1 } : null;
  }

  /** The cells of one column, heading and totals included. */
  column(at: number): Area {
    return { ...this.area, column: this.area.column + at, columns: 1 };
  }

  get headings(): readonly string[] {
    return this.columnIds.map((_, at) => {
      return String(this.sheet.cells.at(this.area.row, this.area.column + at)?.value ?? "");
    });
  }

  touches(sheet: SheetModel, area: Area): boolean {
    return this.sheet === sheet && overlap(this.area, area) !== null;
  }

  holds(sheet: SheetModel, row: number, column: number): boolean {
    return this.touches(sheet, { row, column, rows: 1, columns: 1 });
  }
}
