import { announceChange, select, valueType } from "../model/announce.ts";
import { addressOfArea, MOST_COLUMNS, MOST_ROWS, overlap, quotedSheet } from "../model/area.ts";
import type { CellContent } from "../model/cell-store.ts";
import { ADD_IN } from "../model/events.ts";
import { shownForm } from "../model/formula-text.ts";
import { moveCells } from "../model/moving-cells.ts";
import type { RangeModel } from "../model/range.ts";
import { CELL_DEFAULTS } from "../model/sheet.ts";
import { gridOf, placeCells, writeCells } from "../model/writing.ts";
import { invalidArgument, NotModelled } from "../rich-api/host-error.ts";
import { type Arguments, type HostType, host, type Scalar } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { getProperties, setCellProperties, setLineProperties } from "./cell-properties.ts";
import { CONDITIONAL_FORMATS } from "./conditional-format.ts";
import { DATA_VALIDATION } from "./data-validation.ts";
import { displayText } from "./display-text.ts";
import { tablesIn, worksheetOf } from "./late-binding.ts";
import { RANGE_AREAS } from "./range-areas.ts";
import { formatScalar, RANGE_FORMAT } from "./range-format.ts";
import { rangeNavigation } from "./range-navigation.ts";
import { RANGE_SORT } from "./range-sort.ts";

/** "The range of a single read is limited to five million cells": "Resource limits and performance optimization". */
const MOST_CELLS_READ = 5_000_000;

type ReadCell = (row: number, column: number, content: CellContent | undefined) => WireValue;

function eachCell(range: RangeModel, read: ReadCell): WireValue {
  const { row, column, rows, columns } = range.area;
  if (rows * columns > MOST_CELLS_READ) throw new NotModelled(`reading ${rows * columns} cells at once`);
  const { cells } = range.sheet;
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, right) =>
      read(row + down, column + right, cells.at(row + down, column + right)),
    ),
  );
}

function valueAt({ workbook, sheet }: RangeModel, ...[row, column, content]: Parameters<ReadCell>) {
  return workbook.valueOf(sheet, row, column, content);
}

const write: Scalar<RangeModel>["set"] = ({ workbook, sheet, area }, input) => {
  writeCells(workbook, sheet, area, input, ADD_IN);
};

function putNumberFormats({ workbook, sheet, area }: RangeModel, input: WireValue): void {
  workbook.assertEditable(sheet, area, "allowFormatCells");
  if (typeof input === "string") {
    sheet.formats.put("numberFormat", area, input);
    return;
  }
  const grid = gridOf(input, area);
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const format = grid(row, column);
      if (format === null) continue;
      if (typeof format !== "string") throw invalidArgument();
      const cell = { row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
      if (sheet.numberFormat(cell.row, cell.column) !== format)
        sheet.formats.put("numberFormat", cell, format || "General");
    }
  }
}

/** A link shows the text given with it, else what the cell shows, else its own target; it is blue and underlined. */
function putHyperlink({ workbook, sheet, area }: RangeModel, link: WireValue): void {
  workbook.assertEditable(sheet, area, "allowInsertHyperlinks");
  if (link === null || typeof link !== "object" || Array.isArray(link)) throw invalidArgument();
  const { address, documentReference, textToDisplay } = link as { readonly [member: string]: WireValue };
  const target = address ?? documentReference;
  if (typeof target !== "string") throw invalidArgument();
  sheet.formats.put("hyperlink", area, link);
  sheet.formats.put("font.color", area, "#0563C1");
  sheet.formats.put("font.underline", area, "Single");
  if (typeof textToDisplay === "string") placeCells(workbook, sheet, area, textToDisplay);
  else if (sheet.cells.isEmpty(area)) placeCells(workbook, sheet, area, target);
}

function clear({ workbook, sheet, area }: RangeModel, applyTo: string): void {
  if (!["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"].includes(applyTo)) throw invalidArgument();
  workbook.assertEditable(sheet, area, applyTo === "Formats" ? "allowFormatCells" : undefined);
  if (applyTo === "All" || applyTo === "Contents") {
    if (workbook.tables.some((table) => table.sheet === sheet && overlap(table.header, area) !== null)) {
      throw new NotModelled("Range.clear() over a table's headings");
    }
    for (const { row, column } of [...sheet.cells.in(area)]) sheet.cells.put(row, column, null);
    announceChange(workbook, sheet, area, "RangeEdited", ADD_IN);
  }
  const lines = ["columnWidth", "rowHeight", "columnHidden", "rowHidden"];
  if (applyTo === "All" || applyTo === "Formats") {
    sheet.formats.clear(area, CELL_DEFAULTS, applyTo === "Formats" ? [...lines, "hyperlink"] : lines);
  }
  if (applyTo.endsWith("Hyperlinks")) sheet.formats.put("hyperlink", area, null);
}

function directed(args: Arguments, [down, right]: readonly [string, string]): "rows" | "columns" {
  const direction = args.text(0);
  if (direction !== down && direction !== right) throw invalidArgument();
  return direction === down ? "rows" : "columns";
}

/** `Excel.Range`. */
export const RANGE: HostType<RangeModel> = {
  name: "Range",
  kept: true,
  scalars: {
    address: { get: ({ sheet, area }) => `${quotedSheet(sheet.name)}!${addressOfArea(area)}` },
    cellCount: { get: ({ area: { rows, columns } }) => (rows * columns > 2_147_483_647 ? -1 : rows * columns) },
    columnCount: { get: ({ area }) => area.columns },
    columnHidden: formatScalar("columnHidden"),
    columnIndex: { get: ({ area }) => area.column },
    formulas: {
      get: (range) =>
        eachCell(range, (row, column, content) => {
          if (content?.formula === undefined) return content?.value ?? "";
          return shownForm(content.formula, range.workbook.tableAt(range.sheet, row, column)?.name ?? null);
        }),
      set: write,
    },
    hyperlink: { get: ({ sheet, area }) => sheet.formats.uniform("hyperlink", area, null) ?? null, set: putHyperlink },
    isEntireColumn: { get: ({ area }) => area.rows === MOST_ROWS },
    isEntireRow: { get: ({ area }) => area.columns === MOST_COLUMNS },
    numberFormat: {
      get: (range) => eachCell(range, (row, column) => range.sheet.numberFormat(row, column)),
      set: putNumberFormats,
    },
    rowCount: { get: ({ area }) => area.rows },
    rowHidden: formatScalar("rowHidden"),
    rowIndex: { get: ({ area }) => area.row },
    text: {
      get: (range) =>
        eachCell(range, (row, column, content) =>
          displayText(
            valueAt(range, row, column, content),
            range.sheet.numberFormat(row, column),
            range.workbook.dateSystem,
          ),
        ),
    },
    valueTypes: { get: (range) => eachCell(range, (...cell) => valueType(valueAt(range, ...cell))) },
    values: { get: (range) => eachCell(range, (...cell) => valueAt(range, ...cell)), set: write },
  },
  navigations: {
    conditionalFormats: (range) => host(CONDITIONAL_FORMATS, range),
    dataValidation: (range) => host(DATA_VALIDATION, range),
    format: (range) => host(RANGE_FORMAT, range),
    sort: (range) => host(RANGE_SORT, range),
    worksheet: (range) => worksheetOf(range),
  },
  get methods() {
    return METHODS;
  },
};

const METHODS: NonNullable<HostType<RangeModel>["methods"]> = {
  ...rangeNavigation(RANGE),
  /** Sent by the client before it splits a large write into pieces of one request. */
  _ValidateArraySize: ({ area }, args) => {
    if (args.whole(0) !== area.rows || args.whole(1) !== area.columns) throw invalidArgument();
  },
  clear: (range, args) => clear(range, args.given(0) ? args.text(0) : "All"),
  delete: ({ workbook, sheet, area }, args) => {
    moveCells(workbook, sheet, { kind: "delete", along: directed(args, ["Up", "Left"]), area }, ADD_IN);
  },
  getCellProperties: (range, args) => getProperties(range, "Cell", args.raw(0)),
  getColumnProperties: (range, args) => getProperties(range, "Column", args.raw(0)),
  getMergedAreasOrNullObject: (range) => {
    const merged = range.sheet.merges
      .filter((merge) => overlap(merge, range.area) !== null)
      .map((merge) => range.to(merge));
    return merged.length === 0
      ? null
      : host(RANGE_AREAS, { ranges: merged, hosted: merged.map((merge) => host(RANGE, merge)) });
  },
  getRowProperties: (range, args) => getProperties(range, "Row", args.raw(0)),
  getTables: (range) => tablesIn(range),
  insert: (range, args) => {
    const { area } = range;
    moveCells(range.workbook, range.sheet, { kind: "insert", along: directed(args, ["Down", "Right"]), area }, ADD_IN);
    return host(RANGE, range.to(area));
  },
  select: ({ workbook, sheet, area }) => select(workbook, sheet, area),
  setCellProperties: (range, args) => setCellProperties(range, args.raw(0)),
  setColumnProperties: (range, args) => setLineProperties(range, "columns", args.raw(0)),
  setRowProperties: (range, args) => setLineProperties(range, "rows", args.raw(0)),
};
