import { markOf } from "../../sca/workbook/ledger-mark.ts";
import { freeSheetName } from "../../sca/workbook/sheet-name.ts";
import { type Area, areaText, fixedReference } from "../../sca/workbook/sheet-reference.ts";
import { applyLook } from "./apply-looks.ts";
import { cellInput } from "./cell-input.ts";
import { type CellInput, forAll, rangeOf } from "./excel-range.ts";
import type { NativeChart } from "./excel-workbook.ts";
import { refuseLockedSheet } from "./find-row.ts";
import { type Survey, surveyWorkbook } from "./survey.ts";
import { CALL_BYTES, WriteQueue } from "./write-queue.ts";

const TYPES = { bar: "BarClustered", column: "ColumnClustered", line: "LineMarkers" } as const;
/** Rows that a chart takes beside its figures. */
const TALL = 18;
/** Columns that a chart takes. */
const WIDE = 8;

/** Where one chart's words, figures and picture go. */
interface ChartPlace {
  readonly top: number;
  readonly figures: Area;
  readonly picture: Area;
}

function placesOf(charts: readonly NativeChart[]): readonly ChartPlace[] {
  const left = Math.max(2, ...charts.map(({ headings }) => headings.length)) + 2;
  let top = 1;
  return charts.map(({ headings, rows }) => {
    const figures = { top: top + 2, left: 1, bottom: top + 2 + Math.max(1, rows.length), right: headings.length };
    const picture = { top: top + 2, left, bottom: top + 2 + TALL, right: left + WIDE };
    const place = { top, figures, picture };
    top = Math.max(figures.bottom, picture.bottom) + 3;
    return place;
  });
}

function figuresOf({ headings, rows }: NativeChart): CellInput[][] {
  const blank = headings.map(() => null);
  const lines = rows.length === 0 ? [blank] : rows;
  return [headings, ...lines].map((line) => line.map((value) => cellInput(value, false, "1900")));
}

function drawChart(sheet: Excel.Worksheet, chart: NativeChart, { figures, picture }: ChartPlace): void {
  const drawn = sheet.charts.add(TYPES[chart.kind], rangeOf(sheet, figures), "Columns");
  drawn.name = chart.title;
  drawn.title.text = chart.title;
  const { categoryAxis, valueAxis } = drawn.axes;
  const [category, value, ...others] = chart.headings;
  if (category !== undefined) categoryAxis.title.text = category;
  if (value !== undefined && others.length === 0) valueAxis.title.text = value;
  // Bars grow from the bottom: turned round, the first row of figures is on top.
  if (chart.kind === "bar") categoryAxis.reversePlotOrder = true;
  valueAxis.numberFormat = chart.format;
  drawn.legend.visible = others.length > 0;
  drawn.setPosition(
    areaText({ ...picture, bottom: picture.top, right: picture.left }),
    areaText({ ...picture, top: picture.bottom, left: picture.right }),
  );
}

async function writeChart(
  sheet: Excel.Worksheet,
  chart: NativeChart,
  place: ChartPlace,
  queue: WriteQueue,
): Promise<void> {
  const { top, figures } = place;
  await queue.room(CALL_BYTES * 30 + chart.rows.length * chart.headings.length * 40);
  const title = { top, left: 1, bottom: top, right: 1 };
  const words = { ...title, top: top + 1, bottom: top + 1 };
  rangeOf(sheet, title).values = [[cellInput(chart.title, false, "1900")]];
  applyLook(rangeOf(sheet, title), "title", 11);
  // Charts have no alternative text in the sets that we use: what the chart says stands as a sentence above it.
  rangeOf(sheet, words).values = [[cellInput(chart.altText, false, "1900")]];
  applyLook(rangeOf(sheet, words), "subtitle", 11);
  rangeOf(sheet, { ...figures, top: figures.top + 1, left: 2 }).numberFormat = forAll(chart.format);
  rangeOf(sheet, figures).values = figuresOf(chart);
  applyLook(rangeOf(sheet, { ...figures, bottom: figures.top }), "heading", 11);
  drawChart(sheet, chart, place);
}

function sheetNameFor(survey: Survey, wanted: string): { readonly name: string; readonly isNew: boolean } {
  const key = markOf(wanted).toLowerCase();
  const marked = survey.ledger.find((found) => markOf(found.key).toLowerCase() === key);
  if (marked !== undefined) return { name: marked.sheet.name, isNew: false };
  return {
    name: freeSheetName(
      wanted,
      survey.sheets.map(({ name }) => name),
    ),
    isNew: true,
  };
}

/**
 * Adds or renews a sheet with native charts: the figures of each stand beside it, with its words above. Four round trips
 * at most, whatever the charts. The user's sheets stay: a sheet of hers of that name lets ours be called "… (2)".
 */
export async function writeCharts(
  context: Excel.RequestContext,
  wanted: string,
  charts: readonly NativeChart[],
): Promise<void> {
  const survey = await surveyWorkbook(context);
  const { name, isNew } = sheetNameFor(survey, wanted);
  refuseLockedSheet(survey, name);
  const queue = new WriteQueue(context);
  const { worksheets, names } = context.workbook;
  const old = isNew ? [] : await oldCharts(context, name);
  await queue.room(CALL_BYTES * (6 + old.length));
  const sheet = isNew ? worksheets.add(name) : worksheets.getItem(name);
  for (const chart of old) chart.delete();
  if (!isNew) sheet.getRange().clear("All");
  sheet.showGridlines = false;
  const places = placesOf(charts);
  for (const [at, chart] of charts.entries()) {
    const place = places[at];
    if (place !== undefined) await writeChart(sheet, chart, place, queue);
  }
  const mark = markOf(wanted);
  const whole = `=${fixedReference(name, { top: 1, left: 1, bottom: places.at(-1)?.picture.bottom ?? 1, right: 1 })}`;
  if (survey.names.some((known) => known.name.toLowerCase() === mark.toLowerCase()))
    names.getItem(mark).formula = whole;
  else names.add(mark, whole);
  sheet.activate();
  await queue.send();
}

async function oldCharts(context: Excel.RequestContext, sheet: string): Promise<readonly Excel.Chart[]> {
  const charts = context.workbook.worksheets.getItem(sheet).charts.load("items/name");
  await context.sync();
  return charts.items;
}
