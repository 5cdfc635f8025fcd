import { RangeModel } from "../model/range.ts";
import { invalidArgument, NotModelled } from "../rich-api/host-error.ts";
import { type HostObject, type HostType, host, type Scalar } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";
import type { PlacedSheet } from "./chart.ts";
import { RANGE } from "./range.ts";
import { bagType } from "./setting-bag.ts";

const MARGINS = ["bottom", "footer", "header", "left", "right", "top"] as const;
/** Points of a unit: `Excel.PrintMarginUnit`. */
const POINTS: { readonly [unit: string]: number } = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

const HEADER_FOOTER = {
  centerFooter: "",
  centerHeader: "",
  leftFooter: "",
  leftHeader: "",
  rightFooter: "",
  rightHeader: "",
};

/** `Excel.HeaderFooterGroup`: words and codes are kept as they are written; "&A" is the sheet, "&P" the page. */
const HEADERS_FOOTERS = bagType({
  type: "HeaderFooterGroup",
  scalars: { state: "Default", useSheetMargins: true, useSheetScale: true },
  inner: { defaultForAllPages: { type: "HeaderFooter", scalars: HEADER_FOOTER } },
});

function margin(name: (typeof MARGINS)[number]): Scalar<PlacedSheet> {
  return {
    get: ({ sheet }) => sheet.margins[name] ?? null,
    set: ({ workbook, sheet }, value) => {
      if (typeof value !== "number" || value < 0) throw invalidArgument();
      workbook.assertWritable();
      sheet.margins = { ...sheet.margins, [name]: value };
    },
  };
}

function setMargins({ workbook, sheet }: PlacedSheet, unit: string, options: WireValue): void {
  const points = POINTS[unit];
  if (points === undefined || options === null || typeof options !== "object" || Array.isArray(options)) {
    throw invalidArgument();
  }
  workbook.assertWritable();
  for (const [name, value] of Object.entries(options)) {
    if (!MARGINS.some((known) => known === name) || typeof value !== "number") throw invalidArgument();
    sheet.margins = { ...sheet.margins, [name]: value * points };
  }
}

/** The lines that repeat on each page, "$1:$1", as a range of whole rows or columns. */
function titles({ workbook, sheet }: PlacedSheet, lines: string): HostObject | null {
  return lines === "" ? null : host(RANGE, new RangeModel(workbook, sheet, workbook.place(lines, sheet).area));
}

function lines(text: WireValue, pattern: RegExp): string {
  if (typeof text !== "string") throw invalidArgument();
  if (text === "") throw new NotModelled("taking the print titles off");
  if (!pattern.test(text)) throw invalidArgument();
  return text;
}

/** `Excel.PageLayout` (ExcelApi 1.9): kept as it was written; margins are in points. */
export const PAGE_LAYOUT: HostType<PlacedSheet> = {
  name: "PageLayout",
  scalars: {
    ...Object.fromEntries(MARGINS.map((name) => [`${name}Margin`, margin(name)])),
    orientation: {
      get: ({ sheet }) => sheet.orientation,
      set: ({ workbook, sheet }, value) => {
        if (value !== "Portrait" && value !== "Landscape") throw invalidArgument();
        workbook.assertWritable();
        sheet.orientation = value;
      },
    },
    zoom: {
      get: ({ sheet }) => sheet.zoom,
      set: ({ workbook, sheet }, value) => {
        workbook.assertWritable();
        sheet.zoom = value;
      },
    },
  },
  navigations: {
    headersFooters: ({ workbook, sheet }) =>
      host(HEADERS_FOOTERS, { settings: sheet.headersFooters, check: () => workbook.assertWritable() }),
  },
  methods: {
    getPrintTitleColumnsOrNullObject: (at) => titles(at, at.sheet.printTitleColumns),
    getPrintTitleRowsOrNullObject: (at) => titles(at, at.sheet.printTitleRows),
    setPrintMargins: (at, args) => setMargins(at, args.text(0), args.raw(1)),
    setPrintTitleColumns: ({ workbook, sheet }, args) => {
      workbook.assertWritable();
      sheet.printTitleColumns = lines(args.raw(0), /^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$/);
    },
    setPrintTitleRows: ({ workbook, sheet }, args) => {
      workbook.assertWritable();
      sheet.printTitleRows = lines(args.raw(0), /^\$?\d+:\$?\d+$/);
    },
  },
};
