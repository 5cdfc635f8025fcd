import { type Area, MOST_COLUMNS, MOST_ROWS } from "../model/area.ts";
import type { RangeModel } from "../model/range.ts";
import { CELL_DEFAULTS } from "../model/sheet.ts";
import { invalidArgument, NotModelled } from "../rich-api/host-error.ts";
import { type HostType, host, type Scalar } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";

/** Column widths belong to whole columns, row heights to whole rows. */
const WHOLE_COLUMNS = new Set(["columnWidth", "columnHidden"]);
const WHOLE_ROWS = new Set(["rowHeight", "rowHidden"]);
const COLOURS: { readonly [name: string]: string } = {
  black: "#000000",
  blue: "#0000FF",
  gray: "#808080",
  green: "#008000",
  orange: "#FFA500",
  red: "#FF0000",
  white: "#FFFFFF",
  yellow: "#FFFF00",
};
const WORDS: { readonly [name: string]: readonly string[] } = {
  horizontalAlignment: [
    "General",
    "Left",
    "Center",
    "Right",
    "Fill",
    "Justify",
    "CenterAcrossSelection",
    "Distributed",
  ],
  verticalAlignment: ["Top", "Center", "Bottom", "Justify", "Distributed"],
  "font.underline": ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"],
};

/** What sheet protection asks for this property: `Excel.WorksheetProtectionOptions`. */
function allowedBy(name: string): string {
  if (WHOLE_COLUMNS.has(name)) return "allowFormatColumns";
  return WHOLE_ROWS.has(name) ? "allowFormatRows" : "allowFormatCells";
}

function checked(name: string, value: WireValue): WireValue {
  const initial = CELL_DEFAULTS.get(name);
  if (/[cC]olor$/.test(name)) return colour(value);
  const words = WORDS[name];
  if (words !== undefined && !words.includes(String(value))) throw invalidArgument();
  if (typeof value !== typeof initial) throw invalidArgument();
  return value;
}

/** A colour as Excel gives it back: "#RRGGBB" in capitals. Of the HTML names the common ones are known. */
export function colour(value: WireValue): string {
  if (typeof value !== "string") throw invalidArgument();
  const hex = /^#?([0-9a-f]{6})$/i.exec(value);
  if (hex !== null) return `#${hex[1]?.toUpperCase()}`;
  const named = COLOURS[value.toLowerCase()];
  if (named === undefined) throw /^[a-z]+$/i.test(value) ? new NotModelled(`the colour "${value}"`) : invalidArgument();
  return named;
}

/** The area that a property reaches when it is written to this one. */
function reach(name: string, area: Area): Area {
  if (WHOLE_COLUMNS.has(name)) return { ...area, row: 0, rows: MOST_ROWS };
  return WHOLE_ROWS.has(name) ? { ...area, column: 0, columns: MOST_COLUMNS } : area;
}

/** Writes one property of cells, with sheet protection and value checked. */
export function putFormat({ workbook, sheet, area }: RangeModel, name: string, value: WireValue): void {
  workbook.assertEditable(sheet, area, allowedBy(name));
  sheet.formats.put(name, reach(name, area), checked(name, value));
}

/** The value that all cells share, or null: "If … are not uniform, null will be returned" (`RangeFormat` in the reference). */
export function sharedFormat({ sheet, area }: RangeModel, name: string): WireValue {
  return sheet.formats.uniform(name, area, CELL_DEFAULTS.get(name) ?? null) ?? null;
}

/** A property of the cells as the wire reads and writes it. */
export function formatScalar(name: string): Scalar<RangeModel> {
  return { get: (range) => sharedFormat(range, name), set: (range, value) => putFormat(range, name, value) };
}

function scalars(prefix: string, names: readonly string[]): { readonly [name: string]: Scalar<RangeModel> } {
  return Object.fromEntries(names.map((name) => [name, formatScalar(prefix + name)]));
}

const FILL: HostType<RangeModel> = {
  name: "RangeFill",
  scalars: scalars("fill.", ["color"]),
  methods: { clear: (range) => putFormat(range, "fill.color", "#FFFFFF") },
};

const FONT: HostType<RangeModel> = {
  name: "RangeFont",
  scalars: scalars("font.", ["bold", "color", "italic", "name", "size", "strikethrough", "underline"]),
};

const PROTECTION: HostType<RangeModel> = {
  name: "FormatProtection",
  scalars: scalars("protection.", ["formulaHidden", "locked"]),
};

interface Edge {
  readonly range: RangeModel;
  readonly edge: string;
}

const BORDER: HostType<Edge> = {
  name: "RangeBorder",
  scalars: Object.fromEntries(
    Object.entries({ color: "#000000", style: "None", weight: "Thin" }).map(([name, initial]) => [
      name,
      {
        get: ({ range, edge }) => range.sheet.formats.uniform(`border.${edge}.${name}`, range.area, initial) ?? null,
        set: ({ range, edge }, value) => {
          range.workbook.assertEditable(range.sheet, range.area, "allowFormatCells");
          range.sheet.formats.put(`border.${edge}.${name}`, range.area, name === "color" ? colour(value) : value);
        },
      } satisfies Scalar<Edge>,
    ]),
  ),
};

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"];

const BORDERS: HostType<RangeModel> = {
  name: "RangeBorderCollection",
  find: (range, edge) => (EDGES.includes(String(edge)) ? host(BORDER, { range, edge: String(edge) }) : null),
  methods: {
    getItem: (range, args) => {
      if (!EDGES.includes(args.text(0))) throw new NotModelled(`RangeBorderCollection.getItem("${args.text(0)}")`);
      return host(BORDER, { range, edge: args.text(0) });
    },
  },
};

/** `Excel.RangeFormat`. Borders are kept for the area as it was written, not edge by edge of each cell. */
export const RANGE_FORMAT: HostType<RangeModel> = {
  name: "RangeFormat",
  scalars: scalars("", [
    "columnWidth",
    "horizontalAlignment",
    "indentLevel",
    "rowHeight",
    "verticalAlignment",
    "wrapText",
  ]),
  navigations: {
    borders: (range) => host(BORDERS, range),
    fill: (range) => host(FILL, range),
    font: (range) => host(FONT, range),
    protection: (range) => host(PROTECTION, range),
  },
  methods: {
    // How wide a text is depends on the screen: the width stays as it is, and no test may count on it.
    autofitColumns: (range) => range.workbook.assertEditable(range.sheet, range.area, "allowFormatColumns"),
    autofitRows: (range) => range.workbook.assertEditable(range.sheet, range.area, "allowFormatRows"),
  },
};
