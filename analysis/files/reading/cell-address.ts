import type { Merge } from "../../../sca/tracker/grid.ts";

/** What a sheet can hold at most, since Excel 2007. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** A place on a sheet; either number is 0 where the address does not tell it. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Reads an address such as "C14" or "$C$14", in a loop rather than by a pattern: it runs for every cell of a file.
 *
 * @example placeOf("C14") is { row: 14, column: 3 }
 */
export function placeOf(address: string): Place {
  let row = 0;
  let column = 0;
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (code >= 97 && code <= 122) column = column * 26 + code - 96;
    else if (code >= 48 && code <= 57) row = row * 10 + code - 48;
    else if (code !== 36) return { row: 0, column: 0 };
  }
  return row <= LAST_ROW && column <= LAST_COLUMN ? { row, column } : { row: 0, column: 0 };
}

/**
 * Reads an area such as "A1:C3", or one cell as an area of its own. Null where it is neither.
 *
 * @example areaOf("B2:A1") is { top: 1, left: 1, bottom: 2, right: 2 }
 */
export function areaOf(range: string): Merge | null {
  const [first = "", second = first] = range.split(":");
  const from = placeOf(first);
  const to = placeOf(second);
  if (from.row === 0 || from.column === 0 || to.row === 0 || to.column === 0) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
