import { WHOLE_SHEET } from "../model/area.ts";
import { ADD_IN, EVENT, EVERYWHERE } from "../model/events.ts";
import { RangeModel } from "../model/range.ts";
import type { SheetModel, Visibility } from "../model/sheet.ts";
import { deleteSheet, renameSheet, setVisibility } from "../model/sheet-changes.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { invalidArgument, invalidOperation, NotModelled } from "../rich-api/host-error.ts";
import { type Arguments, collectionMethods, type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { CHARTS, type PlacedSheet } from "./chart.ts";
import { COMMENTS } from "./comments.ts";
import { registrations } from "./event-registration.ts";
import { bindLate } from "./late-binding.ts";
import { PAGE_LAYOUT } from "./page-layout.ts";
import { RANGE } from "./range.ts";
import { colour } from "./range-format.ts";
import { FREEZE_PANES, PROTECTION } from "./sheet-view.ts";
import { TABLES, TABLES_IN_RANGE } from "./table.ts";

function range({ workbook, sheet }: PlacedSheet, args: Arguments): HostObject {
  const place = workbook.place(args.given(0) ? args.text(0) : "", sheet);
  // "The Worksheet.getRange method … the range on this sheet": a reference to another sheet is refused.
  if (place.sheet !== sheet) throw invalidArgument();
  return host(RANGE, new RangeModel(workbook, sheet, place.area));
}

function used({ workbook, sheet }: PlacedSheet, args: Arguments): HostObject | null {
  const area = sheet.used(WHOLE_SHEET, args.flag(0));
  return area === null ? null : host(RANGE, new RangeModel(workbook, sheet, area));
}

function move({ workbook, sheet }: PlacedSheet, position: WireValue): void {
  if (typeof position !== "number" || position < 0 || position >= workbook.sheets.length) throw invalidArgument();
  workbook.assertStructureOpen();
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  workbook.sheets.splice(position, 0, sheet);
}

/** `Excel.Worksheet`. */
export const WORKSHEET: HostType<PlacedSheet> = {
  name: "Worksheet",
  id: { member: "Id", of: ({ sheet }) => sheet.id },
  scalars: {
    id: { get: ({ sheet }) => sheet.id },
    name: {
      get: ({ sheet }) => sheet.name,
      set: ({ workbook, sheet }, name) => {
        if (typeof name !== "string") throw invalidArgument();
        renameSheet(workbook, sheet, name);
      },
    },
    position: { get: ({ workbook, sheet }) => workbook.sheets.indexOf(sheet), set: move },
    showGridlines: { get: ({ sheet }) => sheet.showGridlines, set: putGridlines },
    tabColor: {
      get: ({ sheet }) => sheet.tabColor,
      set: ({ workbook, sheet }, value) => {
        workbook.assertWritable();
        sheet.tabColor = value === "" ? "" : colour(value);
      },
    },
    visibility: {
      get: ({ sheet }) => sheet.visibility,
      set: ({ workbook, sheet }, value) => {
        if (!["Visible", "Hidden", "VeryHidden"].includes(String(value))) throw invalidArgument();
        setVisibility(workbook, sheet, value as Visibility);
      },
    },
    /** The client's own name for writing `showGridlines`. */
    gridlines: { get: ({ sheet }) => sheet.showGridlines, set: putGridlines },
  },
  navigations: {
    charts: (at) => host(CHARTS, at),
    comments: (at) => host(COMMENTS, at),
    freezePanes: (at) => host(FREEZE_PANES, at),
    pageLayout: (at) => host(PAGE_LAYOUT, at),
    protection: (at) => host(PROTECTION, at),
    tables: ({ workbook, sheet }) => host(TABLES, { workbook, sheet }),
  },
  methods: {
    ...registrations(
      {
        Activated: EVENT.worksheetActivated,
        DataChanged: EVENT.worksheetChanged,
        Deactivated: EVENT.worksheetDeactivated,
        SelectionChanged: EVENT.worksheetSelectionChanged,
      },
      ({ sheet }: PlacedSheet) => sheet.id,
      ({ workbook }) => workbook,
    ),
    activate: ({ workbook, sheet }) => workbook.activate(sheet),
    calculate: ({ workbook, sheet }, args) => {
      if (typeof args.raw(0) !== "boolean") throw invalidArgument();
      workbook.computed.push(sheet.name);
    },
    delete: ({ workbook, sheet }) => deleteSheet(workbook, sheet, ADD_IN),
    getCell: ({ workbook, sheet }, args) => {
      return host(
        RANGE,
        new RangeModel(workbook, sheet, { row: args.whole(0), column: args.whole(1), rows: 1, columns: 1 }),
      );
    },
    getNextOrNullObject: (at, args) => neighbour(at, 1, args.flag(0)),
    getPreviousOrNullObject: (at, args) => neighbour(at, -1, args.flag(0)),
    getRange: range,
    getRangeByIndexes: ({ workbook, sheet }, args) => {
      const area = { row: args.whole(0), column: args.whole(1), rows: args.whole(2), columns: args.whole(3) };
      return host(RANGE, new RangeModel(workbook, sheet, area));
    },
    getUsedRange: (at, args) =>
      used(at, args) ?? host(RANGE, new RangeModel(at.workbook, at.sheet, { row: 0, column: 0, rows: 1, columns: 1 })),
    getUsedRangeOrNullObject: used,
  },
};

function putGridlines({ workbook, sheet }: PlacedSheet, value: WireValue): void {
  workbook.assertWritable();
  sheet.showGridlines = value === true;
}

function neighbour({ workbook, sheet }: PlacedSheet, step: 1 | -1, visibleOnly: boolean): HostObject | null {
  for (let at = workbook.sheets.indexOf(sheet) + step; ; at += step) {
    const other = workbook.sheets[at];
    if (other === undefined) return null;
    if (!visibleOnly || other.visibility === "Visible") return host(WORKSHEET, { workbook, sheet: other });
  }
}

function items(workbook: WorkbookModel): readonly HostObject[] {
  return workbook.sheets.map((sheet) => host(WORKSHEET, { workbook, sheet }));
}

function placed(workbook: WorkbookModel, sheet: SheetModel | null | undefined): HostObject | null {
  return sheet ? host(WORKSHEET, { workbook, sheet }) : null;
}

function find(workbook: WorkbookModel, key: WireValue): HostObject | null {
  return placed(workbook, workbook.sheet(String(key)));
}

/** `Excel.WorksheetCollection`. */
export const WORKSHEETS: HostType<WorkbookModel> = {
  name: "WorksheetCollection",
  items,
  find,
  methods: {
    ...collectionMethods(items, find),
    ...registrations(
      {
        Activated: EVENT.worksheetActivated,
        Added: EVENT.worksheetAdded,
        DataChanged: EVENT.worksheetChanged,
        Deactivated: EVENT.worksheetDeactivated,
        Deleted: EVENT.worksheetDeleted,
        SelectionChanged: EVENT.worksheetSelectionChanged,
      },
      () => EVERYWHERE,
      (workbook: WorkbookModel) => workbook,
    ),
    add: (workbook, args) => placed(workbook, workbook.addSheet(args.given(0) ? args.text(0) : undefined, ADD_IN)),
    addFromBase64: () => {
      throw new NotModelled("WorksheetCollection.addFromBase64()");
    },
    getActiveWorksheet: (workbook) => placed(workbook, workbook.active),
    getCount: (workbook, args) => {
      return workbook.sheets.filter(({ visibility }) => !args.flag(0) || visibility === "Visible").length;
    },
    getFirst: (workbook, args) => {
      const found = workbook.sheets.find(({ visibility }) => !args.flag(0) || visibility === "Visible");
      if (found === undefined) throw invalidOperation();
      return placed(workbook, found);
    },
    getLast: (workbook, args) => {
      return placed(
        workbook,
        workbook.sheets.findLast(({ visibility }) => !args.flag(0) || visibility === "Visible"),
      );
    },
  },
};

bindLate({
  worksheet: ({ workbook, sheet }) => host(WORKSHEET, { workbook, sheet }),
  tables: ({ workbook, sheet, area }) => host(TABLES_IN_RANGE, { workbook, place: { sheet, area } }),
});
