import { ADD_IN } from "../model/events.ts";
import { putHeading } from "../model/headings.ts";
import { sameName } from "../model/object-name.ts";
import { RangeModel } from "../model/range.ts";
import type { TableModel } from "../model/table.ts";
import { addColumn, addRows, deleteRows } from "../model/table-changes.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { invalidArgument } from "../rich-api/host-error.ts";
import { collectionMethods, type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { RANGE } from "./range.ts";

export interface PlacedTable {
  readonly workbook: WorkbookModel;
  readonly table: TableModel;
}

/** A column by its id: the client asks for it again by that, after it moved or got another heading. */
interface PlacedColumn extends PlacedTable {
  readonly id: number;
}

interface PlacedRow extends PlacedTable {
  readonly index: number;
}

function indexOf({ table, id }: PlacedColumn): number {
  const index = table.columnIds.indexOf(id);
  if (index < 0) throw invalidArgument();
  return index;
}

function columnRange(placed: PlacedColumn, part: "all" | "body" | "header"): RangeModel {
  const { workbook, table } = placed;
  const all = table.column(indexOf(placed));
  const area =
    part === "all" ? all : part === "header" ? { ...all, rows: 1 } : { ...table.body, column: all.column, columns: 1 };
  return new RangeModel(workbook, table.sheet, area);
}

const values = RANGE.scalars?.["values"];

const COLUMN: HostType<PlacedColumn> = {
  name: "TableColumn",
  id: { member: "Id", of: ({ id }) => String(id) },
  scalars: {
    id: { get: ({ id }) => id },
    index: { get: indexOf },
    name: {
      get: (placed) => placed.table.headings[indexOf(placed)] ?? "",
      set: (placed, name) => {
        if (typeof name !== "string") throw invalidArgument();
        placed.workbook.assertEditable(placed.table.sheet, placed.table.header);
        putHeading(placed.workbook, placed.table, indexOf(placed), name);
      },
    },
    values: {
      get: (placed) => values?.get(columnRange(placed, "all")) ?? null,
      set: (placed, input) => values?.set?.(columnRange(placed, "all"), input),
    },
  },
  methods: {
    getDataBodyRange: (placed) => host(RANGE, columnRange(placed, "body")),
    getHeaderRowRange: (placed) => host(RANGE, columnRange(placed, "header")),
    getRange: (placed) => host(RANGE, columnRange(placed, "all")),
  },
};

function columns({ workbook, table }: PlacedTable): readonly HostObject[] {
  return table.columnIds.map((id) => host(COLUMN, { workbook, table, id }));
}

function findColumn(placed: PlacedTable, key: WireValue): HostObject | null {
  const { table } = placed;
  const at =
    typeof key === "number"
      ? table.columnIds.indexOf(key)
      : table.headings.findIndex((heading) => sameName(heading, String(key)));
  const byId = at < 0 ? table.columnIds.findIndex((id) => String(id) === key) : at;
  return columns(placed)[byId] ?? null;
}

/** `Excel.TableColumnCollection`: found by heading or id. */
export const COLUMNS: HostType<PlacedTable> = {
  name: "TableColumnCollection",
  items: columns,
  find: findColumn,
  scalars: { count: { get: ({ table }) => table.columnIds.length } },
  methods: {
    ...collectionMethods(columns, findColumn),
    add: ({ workbook, table }, args) => {
      const index = args.given(0) ? args.whole(0) : null;
      const name = args.given(2) ? args.text(2) : null;
      const at = addColumn(workbook, table, { index, values: args.raw(1), name }, ADD_IN);
      return host(COLUMN, { workbook, table, id: table.columnIds[at] ?? 0 });
    },
  },
};

function rowRange({ workbook, table, index }: PlacedRow): RangeModel {
  const { body } = table;
  if (index < 0 || index >= body.rows) throw invalidArgument();
  return new RangeModel(workbook, table.sheet, { ...body, row: body.row + index, rows: 1 });
}

const ROW: HostType<PlacedRow> = {
  name: "TableRow",
  scalars: {
    index: { get: ({ index }) => index },
    values: {
      get: (row) => values?.get(rowRange(row)) ?? null,
      set: (row, input) => values?.set?.(rowRange(row), input),
    },
  },
  methods: {
    delete: ({ workbook, table, index }) => deleteRows(workbook, table, index, 1, ADD_IN),
    getRange: (row) => host(RANGE, rowRange(row)),
  },
};

function rows({ workbook, table }: PlacedTable): readonly HostObject[] {
  return Array.from({ length: table.body.rows }, (_, index) => host(ROW, { workbook, table, index }));
}

/** `Excel.TableRowCollection`. Rows have no key: they are found by place. */
export const ROWS: HostType<PlacedTable> = {
  name: "TableRowCollection",
  items: rows,
  scalars: { count: { get: ({ table }) => table.body.rows } },
  methods: {
    add: ({ workbook, table }, args) => {
      const index = args.given(0) ? args.whole(0) : null;
      return host(ROW, { workbook, table, index: addRows(workbook, table, index, args.raw(1), ADD_IN) });
    },
    getCount: ({ table }) => table.body.rows,
    getItemAt: ({ workbook, table }, args) => {
      const index = args.whole(0);
      if (index < 0 || index >= table.body.rows) throw invalidArgument();
      return host(ROW, { workbook, table, index });
    },
  },
};
