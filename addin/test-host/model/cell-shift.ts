import { HostError } from "../rich-api/host-error.ts";
import { type Area, covers, MOST_COLUMNS, MOST_ROWS, overlap } from "./area.ts";

/** Cells put in or taken out; the cells behind them, in the same columns or rows, move. */
export interface CellShift {
  readonly kind: "insert" | "delete";
  readonly along: "rows" | "columns";
  readonly area: Area;
}

/** Everything behind the area that moves, the area itself included. */
export function movedBand({ along, area }: CellShift): Area {
  return along === "rows" ? { ...area, rows: MOST_ROWS - area.row } : { ...area, columns: MOST_COLUMNS - area.column };
}

/** Where one cell goes, or null where it is deleted. */
export function shiftedCell(
  shift: CellShift,
  row: number,
  column: number,
): { readonly row: number; readonly column: number } | null {
  const { area, along, kind } = shift;
  const cell = { row, column, rows: 1, columns: 1 };
  if (overlap(movedBand(shift), cell) === null) return cell;
  if (kind === "delete" && covers(area, cell)) return null;
  const by = (along === "rows" ? area.rows : area.columns) * (kind === "insert" ? 1 : -1);
  return along === "rows" ? { row: row + by, column } : { row, column: column + by };
}

/**
 * Where an area goes: it moves, grows or shrinks; null where all of it is deleted. Excel refuses to cut an area in two;
 * so does this, with InsertDeleteConflict ("Error handling with the Excel JavaScript API"), where `whole` is set: tables.
 */
export function shiftedArea(shift: CellShift, area: Area, whole = false): Area | null {
  const band = movedBand(shift);
  const touched = overlap(band, area);
  if (touched === null) return area;
  const across = shift.along === "rows" ? touched.columns === area.columns : touched.rows === area.rows;
  if (!across) {
    if (whole)
      throw new HostError("InsertDeleteConflict", "The insert or delete operation attempted resulted in a conflict.");
    return area; // Excel splits such an area; what stays is the part that the workbook still shows in place
  }
  const [start, length] = shift.along === "rows" ? [area.row, area.rows] : [area.column, area.columns];
  const [at, count] =
    shift.along === "rows" ? [shift.area.row, shift.area.rows] : [shift.area.column, shift.area.columns];
  const span = shift.kind === "insert" ? inserted(start, length, at, count) : deleted(start, length, at, count);
  if (span === null) return null;
  const most = shift.along === "rows" ? MOST_ROWS : MOST_COLUMNS;
  const [from, size] = [span[0], Math.min(span[1], most - span[0])];
  return shift.along === "rows" ? { ...area, row: from, rows: size } : { ...area, column: from, columns: size };
}

function inserted(start: number, length: number, at: number, count: number): readonly [number, number] {
  return at <= start ? [start + count, length] : at < start + length ? [start, length + count] : [start, length];
}

function deleted(start: number, length: number, at: number, count: number): readonly [number, number] | null {
  const end = start + length;
  const lost = Math.max(0, Math.min(end, at + count) - Math.max(start, at));
  if (lost === length) return null;
  const before = Math.max(0, Math.min(start, at + count) - at);
  return [start - before, length - lost];
}
