import type { WireValue } from "../rich-api/wire.ts";
import { type Area, addressOfArea, overlap } from "./area.ts";
import { type Actor, EVENT, EVERYWHERE } from "./events.ts";
import type { SheetModel } from "./sheet.ts";
import type { CellValue } from "./typed-input.ts";
import type { WorkbookModel } from "./workbook.ts";

/** `Excel.DataChangeType`. */
export type ChangeType =
  | "RangeEdited"
  | "RowInserted"
  | "RowDeleted"
  | "ColumnInserted"
  | "ColumnDeleted"
  | "CellInserted"
  | "CellDeleted";

/** Before and after, which Excel tells for a single cell only (`Excel.ChangedEventDetail`). */
export interface CellChange {
  readonly before: CellValue;
  readonly after: CellValue;
}

/** `Excel.RangeValueType` of a value. */
export function valueType(value: CellValue): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return /^#[A-Z/0!?]+$/.test(value) ? "Error" : "String";
}

/** Tells the handlers of `Worksheet.onChanged`, `Table.onChanged` and those of their collections. */
export function announceChange(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: Area,
  changeType: ChangeType,
  actor: Actor,
  { cell, shiftDirection = "None" }: { readonly cell?: CellChange | undefined; readonly shiftDirection?: string } = {},
): void {
  const referenceId = `event ${workbook.eventPlaces.size + 1}`;
  workbook.eventPlaces.set(referenceId, { sheet, area });
  const message: { readonly [member: string]: WireValue } = {
    ...actor,
    changeType,
    worksheetId: sheet.id,
    address: addressOfArea(area),
    referenceId,
    shiftDirection,
    ...(cell === undefined
      ? {}
      : {
          valueBefore: cell.before,
          valueAfter: cell.after,
          valueTypeBefore: valueType(cell.before),
          valueTypeAfter: valueType(cell.after),
        }),
  };
  for (const target of [sheet.id, EVERYWHERE]) workbook.events.emit(EVENT.worksheetChanged, target, message);
  for (const table of workbook.tables) {
    if (table.sheet !== sheet || overlap(table.area, area) === null) continue;
    for (const target of [table.id, EVERYWHERE]) {
      workbook.events.emit(EVENT.tableChanged, target, { ...message, tableId: table.id });
    }
  }
}

/** Moves the user's selection and tells `onSelectionChanged`. */
export function select(workbook: WorkbookModel, sheet: SheetModel, area: Area): void {
  workbook.activate(sheet);
  workbook.selection = area;
  const message = { worksheetId: sheet.id, address: addressOfArea(area) };
  for (const target of [sheet.id, EVERYWHERE]) {
    workbook.events.emit(EVENT.worksheetSelectionChanged, target, message);
  }
  for (const table of workbook.tables.filter((candidate) => candidate.sheet === sheet)) {
    const inside = overlap(table.area, area);
    workbook.events.emit(EVENT.tableSelectionChanged, table.id, {
      ...message,
      address: inside === null ? "" : addressOfArea(inside),
      isInsideTable: inside !== null,
      tableId: table.id,
    });
  }
}
