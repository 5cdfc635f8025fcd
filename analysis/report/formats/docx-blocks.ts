import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { ChartRun } from "docx/charts";
import type {
  ChartBlock,
  FiguresBlock,
  NativeBars,
  ReportBlock,
  TableBlock,
  TableCell as TableCellOfReport,
  Text,
} from "../document/report-document.ts";
import type { DrawChart } from "./chart-png.ts";
import { STYLE } from "./docx-styles.ts";
import { HINT_WORDS } from "./html.ts";
import { BAR_FORMATS, columnWidths, OFFICE_COLOURS, OFFICE_FONT, SERIES_COLOURS } from "./office-look.ts";

/** Width of the text on Letter paper with margins of an inch, in twentieths of a point. */
export const TEXT_WIDTH = 9360;
const TEXT_PIXELS = 624;
/** A letter of a table's text, in twentieths of a point. */
const LETTER = 102;
export const LISTS = { numbered: "numbered", bullets: "bullets" } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;

/** What a Word section holds. */
export type DocxChild = Paragraph | Table;

/** A block of the report in Word's parts; `list` tells numbered lists apart, each of which begins at 1. */
export async function docxBlock(block: ReportBlock, draw: DrawChart, list: number): Promise<DocxChild[]> {
  switch (block.kind) {
    case "paragraph":
      return [new Paragraph({ children: runs(block.text) })];
    case "finding": {
      const hint = new TextRun({ text: `${HINT_WORDS} `, bold: true, color: OFFICE_COLOURS.warning });
      const children = [...(block.isHint ? [hint] : []), ...runs(block.text)];
      return [new Paragraph({ style: STYLE.finding, children })];
    }
    case "list": {
      const numbering = { reference: block.isNumbered ? LISTS.numbered : LISTS.bullets, level: 0, instance: list };
      return block.items.map((item) => new Paragraph({ numbering, children: runs(item) }));
    }
    case "figures":
      return figuresParts(block);
    case "table":
      return tableParts(block);
    case "chart":
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(block.title)] }),
        ...(await pictureParts(block, draw)),
        ...tableParts(block.table),
      ];
  }
}

/** The runs of a text. */
export function runs(text: Text): TextRun[] {
  return text.map((run) =>
    typeof run === "string" ? new TextRun(run) : new TextRun({ text: run.strong, bold: true }),
  );
}

async function pictureParts(chart: ChartBlock, draw: DrawChart): Promise<Paragraph[]> {
  const altText = { name: chart.title, title: chart.title, description: chart.alternative };
  const bars = chart.bars === null ? null : barChart(chart.bars, altText);
  if (bars !== null) return [new Paragraph({ style: STYLE.picture, keepNext: true, children: [bars] })];
  const picture = await draw(chart);
  if (picture === null) return [];
  const scale = Math.min(1, TEXT_PIXELS / picture.width);
  const transformation = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const image = new ImageRun({
    type: "svg",
    data: new TextEncoder().encode(picture.svg),
    fallback: { type: "png", data: picture.png },
    transformation,
    altText,
  });
  return [new Paragraph({ style: STYLE.picture, keepNext: true, children: [image] })];
}

/** Bars that Word draws itself, with their figures behind "Edit data"; null where there is none to draw. */
function barChart(bars: NativeBars, altText: { name: string; title: string; description: string }): ChartRun | null {
  if (bars.names.length === 0 || bars.series.length === 0) return null;
  const numberFormat = BAR_FORMATS[bars.format];
  const height = Math.min(620, 60 + bars.names.length * (10 + 15 * bars.series.length));
  const small = { size: 9, color: OFFICE_COLOURS.quiet };
  return new ChartRun({
    type: "bar",
    categories: bars.names,
    series: bars.series.map(({ name, values }, at) => ({
      name,
      values,
      color: SERIES_COLOURS[at % SERIES_COLOURS.length] ?? OFFICE_COLOURS.accent,
    })),
    // Office draws the first name at the bottom; ours stands on top.
    categoryAxis: { reverseOrder: true, font: { size: 9, color: OFFICE_COLOURS.ink } },
    valueAxis: { minimum: 0, numberFormat, font: small, visible: false, gridlines: false },
    dataLabels: { value: true, numberFormat, font: { size: 9, color: OFFICE_COLOURS.ink } },
    legend: bars.series.length > 1 ? { position: "bottom", font: small } : false,
    gapWidth: 45,
    font: { name: OFFICE_FONT },
    chartArea: { fill: "none", border: "none" },
    transformation: { width: TEXT_PIXELS, height },
    altText,
  });
}

function figuresParts({ figures }: FiguresBlock): DocxChild[] {
  const across = Math.min(4, Math.max(1, figures.length));
  const width = Math.floor(TEXT_WIDTH / across);
  const rows: TableRow[] = [];
  for (let at = 0; at < figures.length; at += across) {
    const cells = Array.from({ length: across }, (_, place) => {
      const figure = figures[at + place];
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        margins: { top: 60, bottom: 120, left: 0, right: 160 },
        borders: { ...NO_BORDERS, top: { style: BorderStyle.SINGLE, size: 6, color: OFFICE_COLOURS.line } },
        children: [
          new Paragraph({ style: STYLE.figure, keepNext: true, children: [new TextRun(figure?.value ?? "")] }),
          new Paragraph({ style: STYLE.figureLabel, children: [new TextRun(figure?.label ?? "")] }),
        ],
      });
    });
    rows.push(new TableRow({ cantSplit: true, children: cells }));
  }
  if (rows.length === 0) return [];
  return [tableOf(rows, Array<number>(across).fill(width)), gap()];
}

function tableParts(table: TableBlock): DocxChild[] {
  const widths = columnWidths(table, TEXT_WIDTH, LETTER);
  const head = table.columns.map(({ heading }): TableCellOfReport => ({ text: heading }));
  const rows = [
    rowOf(head, table, widths, "head"),
    ...table.rows.map((row) => rowOf(row, table, widths, "body")),
    ...(table.total === null ? [] : [rowOf(table.total, table, widths, "total")]),
  ];
  return [
    new Paragraph({ style: STYLE.caption, children: [new TextRun(table.caption)] }),
    tableOf(rows, widths),
    gap(),
  ];
}

function tableOf(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
  });
}

function rowOf(
  cells: readonly TableCellOfReport[],
  { columns }: TableBlock,
  widths: readonly number[],
  part: "head" | "body" | "total",
): TableRow {
  const { line, grid, quiet, ink } = OFFICE_COLOURS;
  const below = { style: BorderStyle.SINGLE, size: part === "head" ? 6 : 4, color: part === "head" ? line : grid };
  const above = part === "total" ? { style: BorderStyle.SINGLE, size: 6, color: line } : NONE;
  return new TableRow({
    tableHeader: part === "head",
    cantSplit: true,
    children: columns.map(({ align }, at) => {
      const text = new TextRun({
        text: cells[at]?.text ?? "",
        bold: part !== "body",
        color: part === "head" ? quiet : ink,
      });
      return new TableCell({
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
        margins: { top: 50, bottom: 50, left: at === 0 ? 0 : 80, right: 40 },
        verticalAlign: part === "head" ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
        borders: { ...NO_BORDERS, bottom: below, top: above },
        children: [
          new Paragraph({
            style: STYLE.cell,
            keepNext: part === "head",
            alignment: align === "figures" && at > 0 ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: [text],
          }),
        ],
      });
    }),
  });
}

/** Word glues a table to whatever stands behind it. */
function gap(): Paragraph {
  return new Paragraph({ style: STYLE.cell, children: [] });
}
