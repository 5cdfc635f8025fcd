import { type Area, bounding, MOST_COLUMNS, MOST_ROWS, overlap } from "../model/area.ts";
import type { RangeModel } from "../model/range.ts";
import { invalidArgument, itemNotFound } from "../rich-api/host-error.ts";
import { type Arguments, type HostObject, type HostType, host } from "../rich-api/host-object.ts";

type Methods = { readonly [name: string]: (range: RangeModel, args: Arguments) => HostObject | null };

/** A range given as an argument: the object itself or its address. */
function otherRange(range: RangeModel, args: Arguments, type: HostType<RangeModel>): RangeModel {
  const object = args.object(0);
  if (object !== null) {
    const other = object.as(type);
    if (other === null || other.sheet !== range.sheet) throw invalidArgument();
    return other;
  }
  const place = range.workbook.place(args.text(0), range.sheet);
  if (place.sheet !== range.sheet) throw invalidArgument();
  return range.to(place.area);
}

/** Rows or columns beside the range: `count` of them; a negative count looks the other way (`getColumnsAfter` in the reference). */
function beside(area: Area, along: "rows" | "columns", side: 1 | -1, count: number): Area {
  const [at, size] = along === "rows" ? (["row", "rows"] as const) : (["column", "columns"] as const);
  const towards = count < 0 ? -side : side;
  const length = Math.abs(count);
  return { ...area, [at]: towards > 0 ? area[at] + area[size] : area[at] - length, [size]: length };
}

/** The block of filled cells around a range, bounded by blank rows and columns (`Range.getSurroundingRegion`). */
function surroundingRegion({ sheet, area }: RangeModel): Area {
  let region = area;
  for (let grown = true; grown; ) {
    grown = false;
    const wider: Area = {
      row: Math.max(0, region.row - 1),
      column: Math.max(0, region.column - 1),
      rows: 0,
      columns: 0,
    };
    const around = {
      ...wider,
      rows: Math.min(MOST_ROWS, region.row + region.rows + 1) - wider.row,
      columns: Math.min(MOST_COLUMNS, region.column + region.columns + 1) - wider.column,
    };
    const used = sheet.cells.used(around);
    const next = used === null ? region : bounding(region, used);
    if (next.rows !== region.rows || next.columns !== region.columns) grown = true;
    region = next;
  }
  return region;
}

/** The methods of `Excel.Range` that lead to another range. `type` is the range's own type. */
export function rangeNavigation(type: HostType<RangeModel>): Methods {
  const to = (range: RangeModel, area: Area) => host(type, range.to(area));
  const used = ({ sheet, area }: RangeModel, args: Arguments) => sheet.used(area, args.flag(0));
  return {
    getAbsoluteResizedRange: (range, args) => to(range, { ...range.area, rows: args.whole(0), columns: args.whole(1) }),
    getBoundingRect: (range, args) => to(range, bounding(range.area, otherRange(range, args, type).area)),
    getCell: (range, args) => {
      const { row, column } = range.area;
      return to(range, { row: row + args.whole(0), column: column + args.whole(1), rows: 1, columns: 1 });
    },
    getColumn: (range, args) => {
      const at = args.whole(0);
      if (at < 0 || at >= range.area.columns) throw invalidArgument();
      return to(range, { ...range.area, column: range.area.column + at, columns: 1 });
    },
    getColumnsAfter: (range, args) => to(range, beside(range.area, "columns", 1, args.whole(0, 1))),
    getColumnsBefore: (range, args) => to(range, beside(range.area, "columns", -1, args.whole(0, 1))),
    getEntireColumn: (range) => to(range, { ...range.area, row: 0, rows: MOST_ROWS }),
    getEntireRow: (range) => to(range, { ...range.area, column: 0, columns: MOST_COLUMNS }),
    getIntersection: (range, args) => {
      const shared = overlap(range.area, otherRange(range, args, type).area);
      if (shared === null) throw itemNotFound();
      return to(range, shared);
    },
    getIntersectionOrNullObject: (range, args) => {
      const shared = overlap(range.area, otherRange(range, args, type).area);
      return shared === null ? null : to(range, shared);
    },
    getLastCell: (range) => {
      const { row, column, rows, columns } = range.area;
      return to(range, { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 });
    },
    getLastColumn: (range) =>
      to(range, { ...range.area, column: range.area.column + range.area.columns - 1, columns: 1 }),
    getLastRow: (range) => to(range, { ...range.area, row: range.area.row + range.area.rows - 1, rows: 1 }),
    getOffsetRange: (range, args) => {
      const { area } = range;
      return to(range, { ...area, row: area.row + args.whole(0), column: area.column + args.whole(1) });
    },
    getResizedRange: (range, args) => {
      const { area } = range;
      return to(range, { ...area, rows: area.rows + args.whole(0), columns: area.columns + args.whole(1) });
    },
    getRow: (range, args) => {
      const at = args.whole(0);
      if (at < 0 || at >= range.area.rows) throw invalidArgument();
      return to(range, { ...range.area, row: range.area.row + at, rows: 1 });
    },
    getRowsAbove: (range, args) => to(range, beside(range.area, "rows", -1, args.whole(0, 1))),
    getRowsBelow: (range, args) => to(range, beside(range.area, "rows", 1, args.whole(0, 1))),
    getSurroundingRegion: (range) => to(range, surroundingRegion(range)),
    getUsedRange: (range, args) => {
      const area = used(range, args);
      return to(range, area ?? { ...range.area, rows: 1, columns: 1 });
    },
    getUsedRangeOrNullObject: (range, args) => {
      const area = used(range, args);
      return area === null ? null : to(range, area);
    },
  };
}
