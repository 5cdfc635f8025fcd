import { invalidArgument } from "../rich-api/host-error.ts";

/** "Excel specifications and limits" (Microsoft Support): 1,048,576 rows by 16,384 columns. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** A rectangle of cells; `row` and `column` count from 0, as `Range.rowIndex` does. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An area that lies on the sheet, or InvalidArgument. */
export function areaAt(row: number, column: number, rows: number, columns: number): Area {
  const inside = row >= 0 && column >= 0 && rows >= 1 && columns >= 1;
  if (!inside || row + rows > MOST_ROWS || column + columns > MOST_COLUMNS) throw invalidArgument();
  return { row, column, rows, columns };
}

export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MOST_ROWS, columns: MOST_COLUMNS };

export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function columnNumber(name: string): number {
  return [...name.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * An address without a sheet, in any form that Excel takes: "B2", "$A$1:C9", "A:C", "3:5". Null where it is none.
 *
 * @example parseAddress("B2:C3") is { row: 1, column: 1, rows: 2, columns: 2 }
 */
export function parseAddress(address: string): Area | null {
  const match = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i.exec(address);
  if (match === null || address === "") return null;
  const [, fromColumn, fromRow, toColumn, toRow] = match;
  const ranged = address.includes(":");
  if (!ranged && (fromColumn === undefined || fromRow === undefined)) return null;
  if (
    ranged &&
    ((fromColumn === undefined) !== (toColumn === undefined) || (fromRow === undefined) !== (toRow === undefined))
  )
    return null;
  if (fromColumn === undefined && fromRow === undefined) return null;
  const left = fromColumn === undefined ? 0 : columnNumber(fromColumn);
  const right = toColumn === undefined ? (fromColumn === undefined ? MOST_COLUMNS - 1 : left) : columnNumber(toColumn);
  const top = fromRow === undefined ? 0 : Number(fromRow) - 1;
  const bottom = toRow === undefined ? (fromRow === undefined ? MOST_ROWS - 1 : top) : Number(toRow) - 1;
  if (Math.min(top, bottom) < 0 || Math.max(top, bottom) >= MOST_ROWS || Math.max(left, right) >= MOST_COLUMNS)
    return null;
  return {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
}

/**
 * An area's address without its sheet, as `Range.address` ends: whole columns and rows in their short form.
 *
 * @example addressOfArea({ row: 0, column: 0, rows: 1, columns: 2 }) is "A1:B1"
 */
export function addressOfArea(area: Area): string {
  const left = columnName(area.column);
  const right = columnName(area.column + area.columns - 1);
  if (area.columns === MOST_COLUMNS) return `${area.row + 1}:${area.row + area.rows}`;
  if (area.rows === MOST_ROWS) return `${left}:${right}`;
  const first = `${left}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${right}${area.row + area.rows}`;
}

/** A sheet's name as it stands before "!": in quotes where it is no plain word. */
export function quotedSheet(name: string): string {
  return /^[A-Za-z_][\w.]*$/.test(name) && parseAddress(name) === null ? name : `'${name.replaceAll("'", "''")}'`;
}

export function overlap(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** True where every cell of `inner` is in `outer`. */
export function covers(outer: Area, inner: Area): boolean {
  const shared = overlap(outer, inner);
  return shared !== null && shared.rows === inner.rows && shared.columns === inner.columns;
}

/** The smallest area that has both. */
export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** What is left of an area without another: up to four areas. */
export function without(area: Area, hole: Area): readonly Area[] {
  const shared = overlap(area, hole);
  if (shared === null) return [area];
  const bottom = shared.row + shared.rows;
  const right = shared.column + shared.columns;
  const parts: readonly Area[] = [
    { ...area, rows: shared.row - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { ...shared, column: area.column, columns: shared.column - area.column },
    { ...shared, column: right, columns: area.column + area.columns - right },
  ];
  return parts.filter(({ rows, columns }) => rows > 0 && columns > 0);
}
