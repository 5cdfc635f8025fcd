import { type Area, addressOfArea, quotedSheet } from "../model/area.ts";
import type { RangeModel } from "../model/range.ts";
import { CELL_DEFAULTS } from "../model/sheet.ts";
import { gridOf } from "../model/writing.ts";
import { invalidArgument, NotModelled } from "../rich-api/host-error.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { putFormat } from "./range-format.ts";

type Tree = { readonly [name: string]: WireValue };

function isTree(value: WireValue | undefined): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The store's name of a property: "format.fill.color" is "fill.color" there, "format.borders.top.style" is "border.EdgeTop.style". */
function storedName(path: string): string {
  const border = /^format\.borders\.(bottom|left|right|top)\.(color|style)$/.exec(path);
  if (border === null) return path.replace(/^format\./, "");
  const [, side = "", member = ""] = border;
  return `border.Edge${side.charAt(0).toUpperCase()}${side.slice(1)}.${member}`;
}

/** Whether cells have a property of that name; lines around them are kept without a default of their own. */
function isKnown(name: string): boolean {
  return CELL_DEFAULTS.has(name) || name.startsWith("border.");
}

const SIDES = ["bottom", "left", "right", "top"];

/** What the options ask for, as paths; only what is true counts. Lines are asked for once and told for each side. */
function wantedPaths(options: Tree, path = ""): readonly string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (isTree(value)) return wantedPaths(value, `${path}${name}.`);
    if (value !== true) return [];
    return path === "format.borders." ? SIDES.map((side) => `${path}${side}.${name}`) : [path + name];
  });
}

/** Builds the tree of one cell's properties; the paths are the same for all cells, so that they are taken apart once. */
function propertyReader({ sheet }: RangeModel, paths: readonly string[], type: string) {
  const wanted = paths.map((path) => {
    const name = storedName(path);
    if (path !== "address" && !isKnown(name)) throw new NotModelled(`${type}.${path}`);
    const steps = path.split(".");
    return { name, inner: steps.slice(0, -1), last: steps.at(-1) ?? "" };
  });
  return (row: number, column: number, rows = 1, columns = 1): WireValue => {
    const result: { [name: string]: WireValue } = {};
    for (const { name, inner, last } of wanted) {
      let into = result;
      for (const step of inner) {
        into[step] ??= {};
        into = into[step] as { [name: string]: WireValue };
      }
      const cell = { row, column, rows, columns };
      into[last] =
        name === "address" ? `${quotedSheet(sheet.name)}!${addressOfArea(cell)}` : sharedLook(sheet, name, cell);
    }
    return result;
  };
}

/** What the cells of a line look like; "For properties that are not consistent across each cell within a given row, null will be returned." */
function sharedLook(sheet: RangeModel["sheet"], name: string, { row, column, rows, columns }: Area): WireValue {
  const first = sheet.look(name, row, column);
  if (first === null && name.startsWith("border.")) return name.endsWith("style") ? "None" : "#000000";
  for (let down = 0; down < rows; down++) {
    for (let right = 0; right < columns; right++) {
      if (sheet.look(name, row + down, column + right) !== first) return null;
    }
  }
  return first;
}

/**
 * `Range.getCellProperties`, `getRowProperties`, `getColumnProperties` (ExcelApi 1.9): one object a cell, row or column
 * with what was asked for. "Get cell properties" in "Work with cells using the Excel JavaScript API".
 */
export function getProperties(range: RangeModel, kind: "Cell" | "Row" | "Column", options: WireValue): WireValue {
  if (!isTree(options)) throw invalidArgument();
  const paths = wantedPaths(options);
  const { row, column, rows, columns } = range.area;
  const read = propertyReader(range, paths, `${kind}Properties`);
  const at = (down: number, right: number) => read(row + down, column + right);
  if (kind === "Row") return Array.from({ length: rows }, (_, down) => read(row + down, column, 1, columns));
  if (kind === "Column") return Array.from({ length: columns }, (_, right) => read(row, column + right, rows, 1));
  return Array.from({ length: rows }, (_, down) => Array.from({ length: columns }, (__, right) => at(down, right)));
}

function putTree(range: RangeModel, tree: Tree, path = ""): void {
  for (const [name, value] of Object.entries(tree)) {
    const full = path + name;
    if (isTree(value) && full !== "hyperlink") putTree(range, value, `${full}.`);
    else if (CELL_DEFAULTS.has(storedName(full))) putFormat(range, storedName(full), value);
    else if (isKnown(storedName(full))) range.sheet.formats.put(storedName(full), range.area, value);
    else throw new NotModelled(`SettableCellProperties.${full}`);
  }
}

/** `Range.setCellProperties` (ExcelApi 1.9): a 2D array of the range's size; an empty object leaves the cell as it is. */
export function setCellProperties(range: RangeModel, input: WireValue): void {
  const grid = gridOf(input, range.area);
  const { row, column, rows, columns } = range.area;
  for (let down = 0; down < rows; down++) {
    for (let right = 0; right < columns; right++) {
      const tree = grid(down, right);
      if (!isTree(tree)) throw invalidArgument();
      putTree(range.to({ row: row + down, column: column + right, rows: 1, columns: 1 }), tree);
    }
  }
}

/** `Range.setRowProperties` and `setColumnProperties` (ExcelApi 1.9): one object a row or column. */
export function setLineProperties(range: RangeModel, along: "rows" | "columns", input: WireValue): void {
  const { area } = range;
  if (!Array.isArray(input) || input.length !== area[along]) throw invalidArgument();
  for (const [at, tree] of input.entries()) {
    if (!isTree(tree as WireValue)) throw invalidArgument();
    const line =
      along === "rows" ? { ...area, row: area.row + at, rows: 1 } : { ...area, column: area.column + at, columns: 1 };
    putTree(range.to(line), tree as Tree);
  }
}
