import { MOST_COLUMNS, MOST_ROWS } from "../model/area.ts";
import { RangeModel } from "../model/range.ts";
import { HostError, invalidOperation } from "../rich-api/host-error.ts";
import { type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";
import type { PlacedSheet } from "./chart.ts";
import { RANGE } from "./range.ts";

function freeze({ workbook, sheet }: PlacedSheet, rows: number, columns: number): void {
  workbook.assertWritable();
  sheet.frozen = rows === 0 && columns === 0 ? null : { rows, columns };
}

/** `Excel.WorksheetFreezePanes` (ExcelApi 1.7): what is frozen counts from the top and the left edge of the sheet. */
export const FREEZE_PANES: HostType<PlacedSheet> = {
  name: "WorksheetFreezePanes",
  methods: {
    freezeAt: (at, args) => {
      const range = args.object(0)?.as(RANGE) ?? null;
      const area = range?.area ?? at.workbook.place(args.text(0), at.sheet).area;
      freeze(at, area.row + area.rows, area.column + area.columns);
    },
    freezeColumns: (at, args) => freeze(at, 0, args.whole(0, 1)),
    freezeRows: (at, args) => freeze(at, args.whole(0, 1), 0),
    getLocationOrNullObject: ({ workbook, sheet }) => {
      if (sheet.frozen === null) return null;
      // Rows alone are whole rows, columns alone whole columns.
      const { rows, columns } = sheet.frozen;
      const area = { row: 0, column: 0, rows: rows || MOST_ROWS, columns: columns || MOST_COLUMNS };
      return host(RANGE, new RangeModel(workbook, sheet, area));
    },
    unfreeze: (at) => freeze(at, 0, 0),
  },
};

/** `Excel.WorksheetProtection`. A wrong password is BadPassword, protecting twice InvalidOperation. */
export const PROTECTION: HostType<PlacedSheet> = {
  name: "WorksheetProtection",
  scalars: {
    options: { get: ({ sheet }) => sheet.protection?.options ?? null },
    protected: { get: ({ sheet }) => sheet.protection !== null },
  },
  methods: {
    protect: ({ workbook, sheet }, args) => {
      workbook.assertWritable();
      if (sheet.protection !== null) throw invalidOperation();
      const options = (args.raw(0) ?? {}) as { readonly [option: string]: WireValue };
      sheet.protection = { options, password: args.given(1) ? args.text(1) : null };
    },
    unprotect: ({ workbook, sheet }, args) => {
      workbook.assertWritable();
      const password = sheet.protection?.password ?? null;
      if (password !== null && password !== args.raw(0)) {
        throw new HostError("BadPassword", "The password you supplied is incorrect.");
      }
      sheet.protection = null;
    },
  },
};
