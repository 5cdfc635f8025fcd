import type { WireValue } from "../rich-api/wire.ts";
import { type Area, bounding, covers, overlap, WHOLE_SHEET } from "./area.ts";
import { type CellShift, shiftedArea } from "./cell-shift.ts";
import { CellStore } from "./cell-store.ts";
import { FormatStore } from "./format-store.ts";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** A data validation on an area; the rule is what `DataValidation.rule` takes. */
export interface Validation {
  area: Area;
  rule: { readonly [kind: string]: WireValue };
  prompt: WireValue;
  errorAlert: WireValue;
  ignoreBlanks: boolean;
}

/** A conditional format; `settings` holds what was written, by path: "custom.rule.formula", "custom.format.font.color". */
export interface Condition {
  readonly id: string;
  area: Area;
  readonly type: string;
  stopIfTrue: boolean;
  readonly settings: Map<string, WireValue>;
}

/** A chart as a bag of what was written to it, by path: "title.text". */
export interface ChartModel {
  readonly id: string;
  name: string;
  readonly chartType: string;
  readonly seriesBy: string;
  readonly source: { readonly sheet: SheetModel; readonly area: Area };
  readonly settings: Map<string, WireValue>;
}

/** A comment on a cell, without replies. */
export interface CommentModel {
  readonly id: string;
  area: Area;
  content: string;
}

/** How an untouched cell looks. A cell without a fill reports white. */
export const CELL_DEFAULTS: ReadonlyMap<string, WireValue> = new Map<string, WireValue>([
  ["numberFormat", "General"],
  ["fill.color", "#FFFFFF"],
  ["font.bold", false],
  ["font.italic", false],
  ["font.color", "#000000"],
  ["font.name", "Calibri"],
  ["font.size", 11],
  ["font.strikethrough", false],
  ["font.underline", "None"],
  ["horizontalAlignment", "General"],
  ["verticalAlignment", "Bottom"],
  ["wrapText", false],
  ["indentLevel", 0],
  ["columnWidth", 48],
  ["rowHeight", 15],
  ["columnHidden", false],
  ["rowHidden", false],
  ["protection.locked", true],
  ["protection.formulaHidden", false],
  ["hyperlink", null],
]);

/** One worksheet: its cells, how they look, and what lies over them. */
export class SheetModel {
  readonly id: string;
  name: string;
  visibility: Visibility = "Visible";
  tabColor = "";
  showGridlines = true;
  orientation = "Portrait";
  zoom: WireValue = { scale: 100 };
  /** White edges of a printed page, in points: Excel's own "Normal". */
  margins: { readonly [side: string]: number } = {
    bottom: 54,
    footer: 21.6,
    header: 21.6,
    left: 50.4,
    right: 50.4,
    top: 54,
  };
  /** What stands above and below printed pages, by path: "defaultForAllPages.leftFooter". */
  readonly headersFooters = new Map<string, WireValue>();
  printTitleRows = "";
  printTitleColumns = "";
  readonly cells = new CellStore();
  readonly formats = new FormatStore();
  merges: Area[] = [];
  validations: Validation[] = [];
  /** The first has the highest priority; a new one comes first (`ConditionalFormatCollection.add`). */
  conditions: Condition[] = [];
  readonly charts: ChartModel[] = [];
  comments: CommentModel[] = [];
  /** Rows and columns that stay in view. */
  frozen: { readonly rows: number; readonly columns: number } | null = null;
  protection: { readonly password: string | null; readonly options: { readonly [option: string]: WireValue } } | null =
    null;

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  look(name: string, row: number, column: number): WireValue {
    return this.formats.at(name, row, column) ?? CELL_DEFAULTS.get(name) ?? null;
  }

  numberFormat(row: number, column: number): string {
    const format = this.look("numberFormat", row, column);
    return typeof format === "string" ? format : "General";
  }

  /** `Worksheet.getUsedRange`: cells with a value or a format; with `valuesOnly`, only those with a value. */
  used(within: Area = WHOLE_SHEET, valuesOnly = false): Area | null {
    let used = this.cells.used(within);
    if (valuesOnly) return used;
    for (const written of this.formats.written()) {
      const shared = overlap(written, within);
      if (shared !== null) used = used === null ? shared : bounding(used, shared);
    }
    return used;
  }

  /** The validation that a whole area has, where it has one. */
  validationOf(area: Area): Validation | undefined {
    return this.validations.find((validation) => covers(validation.area, area));
  }

  /** Moves all that stands on cells. Tables and names are the workbook's matter. */
  shift(shift: CellShift): void {
    this.cells.shift(shift);
    this.formats.shift(shift);
    this.merges = this.merges.flatMap((merge) => shiftedArea(shift, merge) ?? []);
    this.validations = moved(this.validations, shift);
    this.conditions = moved(this.conditions, shift);
    this.comments = moved(this.comments, shift);
  }
}

function moved<Placed extends { area: Area }>(placed: readonly Placed[], shift: CellShift): Placed[] {
  return placed.filter((item) => {
    const area = shiftedArea(shift, item.area);
    if (area !== null) item.area = area;
    return area !== null;
  });
}
