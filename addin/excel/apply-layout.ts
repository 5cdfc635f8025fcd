import { columnLetters } from "../../sca/tracker/grid.ts";
import { PAGE_FOOTER, PAGE_MARGINS, type PrintedPage, printedPage } from "../../sca/workbook/printed-page.ts";
import type { PreparedSheet } from "./prepare-plan.ts";
import { CALL_BYTES, type WriteQueue } from "./write-queue.ts";

/** Pixels of a digit of Calibri 11, in which a file's column widths count, and points of a pixel ("Range.format.columnWidth"). */
const DIGIT = 7;
const POINT = 0.75;
const WIDEST = 255;

/**
 * A column's width in points from the characters that a file says.
 *
 * @example widthInPoints(9.14) is 48, the width of an untouched column
 */
export function widthInPoints(characters: number): number {
  return Math.round(Math.min(WIDEST, characters) * DIGIT) * POINT;
}

/** Widths in characters by column; those of columns that stand there already are the user's to set. */
export function plannedWidths({ plan, tables, earlier }: PreparedSheet): ReadonlyMap<number, number> {
  const planned = new Map(earlier === null ? (plan.widths ?? []) : []);
  for (const { plan: table, existing } of tables) {
    for (const [at, { width }] of table.columns.entries()) {
      const column = table.column + at;
      if (existing !== null && at < existing.headings.length) continue;
      planned.set(column, Math.max(width, planned.get(column) ?? 0));
    }
  }
  return planned;
}

function applyWidths(sheet: Excel.Worksheet, widths: ReadonlyMap<number, number>): void {
  for (const [column, width] of widths) {
    const letters = columnLetters(column);
    sheet.getRange(`${letters}:${letters}`).format.columnWidth = widthInPoints(width);
  }
}

/** Widths and page of a sheet that is new. They are the user's to set afterwards, so this comes with the sheet itself. */
export async function layOutNewSheet(
  sheet: Excel.Worksheet,
  prepared: PreparedSheet,
  queue: WriteQueue,
): Promise<void> {
  const widths = plannedWidths(prepared);
  await queue.room(CALL_BYTES * (10 + widths.size * 2));
  applyWidths(sheet, widths);
  setUpPage(sheet.pageLayout, printedPage(prepared.plan, widths));
}

/** What stays in view, colour and grid, widths of columns that a run adds, and the lines that each page repeats. */
export async function applyLayout(sheet: Excel.Worksheet, prepared: PreparedSheet, queue: WriteQueue): Promise<void> {
  const { plan, earlier } = prepared;
  const widths = plannedWidths(prepared);
  await queue.room(CALL_BYTES * (14 + widths.size * 2));
  if (earlier !== null) applyWidths(sheet, widths);
  if (plan.tabColour !== undefined) sheet.tabColor = `#${plan.tabColour}`;
  sheet.showGridlines = plan.tables.length > 0;
  freeze(sheet, (plan.freeze?.row ?? 1) - 1, (plan.freeze?.column ?? 1) - 1);
  const { titleRows, titleColumns } = printedPage(plan, widths);
  if (titleRows !== null) sheet.pageLayout.setPrintTitleRows(titleRows);
  if (titleColumns !== null) sheet.pageLayout.setPrintTitleColumns(titleColumns);
  sheet.getUsedRange().format.autofitRows();
}

/** Which way a new sheet lies, how many pages wide, its white edges and what stands below each page. */
export function setUpPage(
  layout: Excel.PageLayout,
  { orientation, pagesWide }: Pick<PrintedPage, "orientation" | "pagesWide">,
): void {
  layout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  layout.zoom = { horizontalFitToPages: pagesWide, verticalFitToPages: 0 };
  layout.setPrintMargins("Inches", PAGE_MARGINS);
  const { defaultForAllPages } = layout.headersFooters;
  defaultForAllPages.leftFooter = PAGE_FOOTER.left;
  defaultForAllPages.rightFooter = PAGE_FOOTER.right;
}

function freeze(sheet: Excel.Worksheet, rows: number, columns: number): void {
  const { freezePanes } = sheet;
  if (rows > 0 && columns > 0) freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
  else freezePanes.unfreeze();
}
