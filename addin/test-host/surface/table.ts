import { ADD_IN, EVENT, EVERYWHERE } from "../model/events.ts";
import { RangeModel } from "../model/range.ts";
import type { SheetModel } from "../model/sheet.ts";
import { TABLE_SWITCHES } from "../model/table.ts";
import { addTable, dropTable, renameTable, resizeTable } from "../model/table-changes.ts";
import { applyFilter } from "../model/table-filter.ts";
import { switchTotals } from "../model/totals-row.ts";
import type { Place, WorkbookModel } from "../model/workbook.ts";
import { invalidArgument, itemNotFound, NotModelled } from "../rich-api/host-error.ts";
import {
  type Arguments,
  collectionMethods,
  type HostObject,
  type HostType,
  host,
  type Scalar,
} from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { registrations } from "./event-registration.ts";
import { worksheetOf } from "./late-binding.ts";
import { RANGE } from "./range.ts";
import { sortRows } from "./range-sort.ts";
import { COLUMNS, type PlacedTable, ROWS } from "./table-parts.ts";

/** A place given as a Range or as an address. */
export function placeGiven(workbook: WorkbookModel, args: Arguments, sheet: SheetModel): Place {
  const object = args.object(0);
  if (object === null) return workbook.place(args.text(0), sheet);
  const range = object.as(RANGE);
  if (range === null) throw invalidArgument();
  return range;
}

function part({ workbook, table }: PlacedTable, area: RangeModel["area"]): HostObject {
  return host(RANGE, new RangeModel(workbook, table.sheet, area));
}

function switches(): { readonly [name: string]: Scalar<PlacedTable> } {
  return Object.fromEntries(
    TABLE_SWITCHES.map((name) => [
      name,
      {
        get: ({ table }) => table.switches.get(name) ?? false,
        set: ({ workbook, table }, value) => {
          workbook.assertEditable(table.sheet, table.area, "allowFormatCells");
          table.switches.set(name, value === true);
        },
      } satisfies Scalar<PlacedTable>,
    ]),
  );
}

const TABLE_SORT: HostType<PlacedTable> = {
  name: "TableSort",
  methods: {
    apply: ({ workbook, table }, args) => {
      if (args.flag(1)) throw new NotModelled("TableSort.apply() with matchCase");
      sortRows(new RangeModel(workbook, table.sheet, table.body), table.body, args.raw(0));
    },
  },
};

/** `Excel.AutoFilter` of a table: only whether it hides rows. */
const AUTO_FILTER: HostType<PlacedTable> = {
  name: "AutoFilter",
  scalars: { isDataFiltered: { get: ({ table }) => table.filter !== null } },
};

/** `Excel.Table`. */
export const TABLE: HostType<PlacedTable> = {
  name: "Table",
  id: { member: "Id", of: ({ table }) => table.id },
  scalars: {
    ...switches(),
    id: { get: ({ table }) => table.id },
    name: {
      get: ({ table }) => table.name,
      set: ({ workbook, table }, name) => {
        if (typeof name !== "string") throw invalidArgument();
        renameTable(workbook, table, name);
      },
    },
    showHeaders: {
      get: ({ table }) => table.showHeaders,
      set: (_, value) => {
        if (value !== true) throw new NotModelled("a table without headings");
      },
    },
    showTotals: {
      get: ({ table }) => table.showTotals,
      set: ({ workbook, table }, value) => switchTotals(workbook, table, value === true, ADD_IN),
    },
    style: {
      get: ({ table }) => table.style,
      set: ({ workbook, table }, style) => {
        if (typeof style !== "string") throw invalidArgument();
        workbook.assertEditable(table.sheet, table.area, "allowFormatCells");
        table.style = style;
      },
    },
  },
  navigations: {
    autoFilter: (placed) => host(AUTO_FILTER, placed),
    columns: (placed) => host(COLUMNS, placed),
    rows: (placed) => host(ROWS, placed),
    sort: (placed) => host(TABLE_SORT, placed),
    worksheet: ({ workbook, table }) => worksheetOf(new RangeModel(workbook, table.sheet, table.area)),
  },
  methods: {
    ...registrations(
      { DataChanged: EVENT.tableChanged, SelectionChanged: EVENT.tableSelectionChanged },
      ({ table }: PlacedTable) => table.id,
      ({ workbook }) => workbook,
    ),
    convertToRange: (placed) => {
      const { area } = placed.table;
      dropTable(placed.workbook, placed.table, { convert: true }, ADD_IN);
      return part(placed, area);
    },
    delete: ({ workbook, table }) => dropTable(workbook, table, { convert: false }, ADD_IN),
    getDataBodyRange: (placed) => part(placed, placed.table.body),
    getHeaderRowRange: (placed) => {
      if (!placed.table.showHeaders) throw itemNotFound();
      return part(placed, placed.table.header);
    },
    getRange: (placed) => part(placed, placed.table.area),
    getTotalRowRange: (placed) => {
      if (placed.table.totals === null) throw itemNotFound();
      return part(placed, placed.table.totals);
    },
    reapplyFilters: ({ workbook, table }) => {
      workbook.assertEditable(table.sheet, table.area, "allowAutoFilter");
      applyFilter(table);
    },
    resize: ({ workbook, table }, args) => {
      const { sheet, area } = placeGiven(workbook, args, table.sheet);
      resizeTable(workbook, table, sheet, area);
    },
  },
};

/** Tables of the workbook, of one sheet, or those that touch a place. */
export interface TableScope {
  readonly workbook: WorkbookModel;
  readonly sheet?: SheetModel;
  readonly place?: Place;
}

function tables({ workbook, sheet, place }: TableScope): readonly HostObject[] {
  return workbook.tables
    .filter(
      (table) =>
        (sheet === undefined || table.sheet === sheet) &&
        (place === undefined || table.touches(place.sheet, place.area)),
    )
    .map((table) => host(TABLE, { workbook, table }));
}

function find(scope: TableScope, key: WireValue): HostObject | null {
  const table = scope.workbook.table(String(key));
  return table === null ? null : (tables(scope).find((item) => item.id()?.value === table.id) ?? null);
}

/** `Excel.TableScopedCollection`: what `Range.getTables` gives. */
export const TABLES_IN_RANGE: HostType<TableScope> = {
  name: "TableScopedCollection",
  items: tables,
  find,
  scalars: { count: { get: (scope) => tables(scope).length } },
  methods: collectionMethods(tables, find),
};

/** `Excel.TableCollection`. An address without a sheet speaks of the sheet of the collection, or of the active one. */
export const TABLES: HostType<TableScope> = {
  ...TABLES_IN_RANGE,
  name: "TableCollection",
  methods: {
    ...collectionMethods(tables, find),
    ...registrations(
      { Added: EVENT.tableAdded, DataChanged: EVENT.tableChanged, Deleted: EVENT.tableDeleted },
      ({ sheet }: TableScope) => sheet?.id ?? EVERYWHERE,
      ({ workbook }) => workbook,
    ),
    add: ({ workbook, sheet }, args) => {
      const place = placeGiven(workbook, args, sheet ?? workbook.active);
      if (sheet !== undefined && place.sheet !== sheet) throw invalidArgument();
      return host(TABLE, { workbook, table: addTable(workbook, place.sheet, place.area, args.flag(1), ADD_IN) });
    },
  },
};
