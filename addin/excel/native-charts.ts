import { columnLetters } from "../../sca/tracker/grid.ts";
import { MARK_COMMENT, markOf } from "../../sca/workbook/ledger-mark.ts";
import { freeSheetName } from "../../sca/workbook/sheet-name.ts";
import { type Area, areaText, fixedReference } from "../../sca/workbook/sheet-reference.ts";
import { setUpPage, widthInPoints } from "./apply-layout.ts";
import { applyLook } from "./apply-looks.ts";
import { cellInput } from "./cell-input.ts";
import { type CellInput, forAll, rangeOf } from "./excel-range.ts";
import { type NativeChart, WorkbookProblem } from "./excel-workbook.ts";
import { refuseLockedSheet } from "./find-row.ts";
import { type Survey, surveyWorkbook } from "./survey.ts";
import { CALL_BYTES, WriteQueue } from "./write-queue.ts";

const TYPES = { bar: "BarClustered", column: "ColumnClustered", line: "LineMarkers" } as const;
/** Rows that a chart takes beside its figures. */
const TALL = 18;
/** Columns that a chart takes. */
const WIDE = 8;
/** Characters of a figure's column, and the most that a payer with its count takes. */
const FIGURE_WIDTH = 16;
const LABEL_WIDTH = 48;
/** How a later run tells our charts from the user's on the same sheet; Excel shows and reads out a chart's name. */
const OURS = "SCA Ledger: ";

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
  drawn.name = OURS + chart.title;
  drawn.title.text = chart.title;
  const { categoryAxis, valueAxis } = drawn.axes;
  const [category = "", value = "", ...others] = chart.headings;
  categoryAxis.title.text = category;
  valueAxis.title.text = others.length === 0 ? value : chart.title;
  for (const { title } of [categoryAxis, valueAxis]) title.visible = true;
  // Bars grow from the bottom: turned round, the first row of figures is on top.
  if (chart.kind === "bar") categoryAxis.reversePlotOrder = true;
  valueAxis.numberFormat = chart.format;
  drawn.dataLabels.showValue = true;
  drawn.dataLabels.numberFormat = chart.format;
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
  // Office.js gives a chart no alternative text (`Shape.altTextDescription` is for pictures and drawn shapes; charts are
  // not among `Worksheet.shapes`): what the chart says stands as a sentence above it, its figures beside it.
  rangeOf(sheet, words).values = [[cellInput(chart.altText, false, "1900")]];
  applyLook(rangeOf(sheet, words), "subtitle", 11);
  rangeOf(sheet, { ...figures, top: figures.top + 1, left: 2 }).numberFormat = forAll(chart.format);
  rangeOf(sheet, figures).values = figuresOf(chart);
  applyLook(rangeOf(sheet, { ...figures, bottom: figures.top }), "heading", 11);
  drawChart(sheet, chart, place);
}

interface ChartSheet {
  readonly name: string;
  /** What the last run wrote there; null for a new sheet. */
  readonly areas: readonly Area[] | null;
}

function chartSheet(survey: Survey, wanted: string): ChartSheet {
  const key = markOf(wanted).toLowerCase();
  const marked = survey.ledger.find((found) => markOf(found.key).toLowerCase() === key);
  if (marked !== undefined) return { name: marked.sheet.name, areas: marked.areas };
  const taken = survey.sheets.map(({ name }) => name);
  return { name: freeSheetName(wanted, taken), areas: null };
}

function refuseLockedWorkbook(survey: Survey, { name, areas }: ChartSheet): void {
  refuseLockedSheet(survey, name);
  if (areas !== null || !survey.isStructureProtected) return;
  throw new WorkbookProblem(
    "structure-protected",
    `The structure of this workbook is protected: the sheet "${name}" cannot be added. Take the protection off (Review > Protect Workbook) and try again. Nothing was written.`,
  );
}

/** Our charts of an earlier run. */
async function oldCharts(context: Excel.RequestContext, sheet: string): Promise<readonly Excel.Chart[]> {
  const charts = context.workbook.worksheets.getItem(sheet).charts.load("items/name");
  await context.sync();
  return charts.items.filter(({ name }) => name.startsWith(OURS));
}

function applyWidths(sheet: Excel.Worksheet, charts: readonly NativeChart[]): void {
  const labels = charts.flatMap(({ rows }) => rows.map(([label]) => String(label ?? "").length));
  const widest = Math.max(...charts.map(({ headings }) => headings.length), 1);
  sheet.getRange("A:A").format.columnWidth = widthInPoints(Math.min(LABEL_WIDTH, Math.max(FIGURE_WIDTH, ...labels)));
  if (widest < 2) return;
  sheet.getRange(`B:${columnLetters(widest)}`).format.columnWidth = widthInPoints(FIGURE_WIDTH);
}

/**
 * Adds or renews a sheet with native charts: the figures of each stand beside it, with its words above. Four round trips
 * at most, whatever the charts. The user's sheets stay: a sheet of hers of that name lets ours be called "… (2)"; on ours,
 * what she wrote or drew beside our cells and charts stays too. Answers with the name of the sheet.
 */
export async function writeCharts(
  context: Excel.RequestContext,
  wanted: string,
  charts: readonly NativeChart[],
): Promise<string> {
  const survey = await surveyWorkbook(context);
  const target = chartSheet(survey, wanted);
  refuseLockedWorkbook(survey, target);
  const { name, areas } = target;
  const isHidden = survey.sheets.some((listed) => listed.name === name && listed.isHidden);
  const queue = new WriteQueue(context);
  const { worksheets, names } = context.workbook;
  const old = areas === null ? [] : await oldCharts(context, name);
  await queue.room(CALL_BYTES * (20 + old.length));
  const sheet = areas === null ? worksheets.add(name) : worksheets.getItem(name);
  for (const chart of old) chart.delete();
  for (const area of areas ?? []) rangeOf(sheet, area).clear("All");
  sheet.showGridlines = false;
  applyWidths(sheet, charts);
  if (areas === null) setUpPage(sheet.pageLayout, { orientation: "landscape", pagesWide: 1 });
  const places = placesOf(charts);
  for (const [at, chart] of charts.entries()) {
    const place = places[at];
    if (place !== undefined) await writeChart(sheet, chart, place, queue);
  }
  const mark = markOf(wanted);
  const right = Math.max(1, ...places.map(({ figures }) => figures.right));
  const bottom = places.at(-1)?.picture.bottom ?? 1;
  const whole = `=${fixedReference(name, { top: 1, left: 1, bottom, right })}`;
  if (survey.names.some((known) => known.name.toLowerCase() === mark.toLowerCase()))
    names.getItem(mark).formula = whole;
  else names.add(mark, whole, MARK_COMMENT);
  if (isHidden) sheet.visibility = "Visible";
  sheet.activate();
  await queue.send();
  return name;
}
