import { TABLE_STYLE } from "../../sca/workbook/looks.ts";
import { type Area, areaText } from "../../sca/workbook/sheet-reference.ts";
import { cellInput } from "./cell-input.ts";
import { type CellInput, type CellOutput, forAll, rangeOf } from "./excel-range.ts";
import type { PreparedPlan, PreparedSheet } from "./prepare-plan.ts";
import { bodyOf } from "./read-ledger.ts";
import { restoreLooks } from "./restore-looks.ts";
import type { Before, SheetBefore, TableBefore } from "./snapshot.ts";
import { type Survey, type SurveyedTable, surveyWorkbook } from "./survey.ts";
import { bytesOf, CALL_BYTES, WriteQueue } from "./write-queue.ts";

/** A constant or a formula as Excel gave it, to be written so that the same stands there again. */
function again(output: CellOutput, format: string): CellInput {
  if (typeof output === "string" && output.startsWith("=") && format !== "@") return output;
  return cellInput(output, format === "@", "1900");
}

const BAND = 2000;

/** Gives a table its earlier size; where it cannot be told one (before ExcelApi 1.13), rows are added or taken out. */
async function resizeTo(
  sheet: Excel.Worksheet,
  standing: SurveyedTable,
  earlier: Area,
  has: (version: string) => boolean,
  queue: WriteQueue,
): Promise<void> {
  const table = sheet.tables.getItem(standing.name);
  const more = earlier.bottom - bodyOf(standing).bottom;
  await queue.room(CALL_BYTES + Math.max(0, more) * standing.headings.length * 5);
  if (has("1.13")) table.resize(areaText(earlier));
  else if (more < 0)
    rangeOf(sheet, { ...earlier, top: earlier.bottom + 1, bottom: earlier.bottom - more }).delete("Up");
  else if (more > 0) {
    table.rows.add(undefined, Array.from({ length: more }, () => standing.headings.map(() => null)) as never);
  }
}

async function restoreTable(
  sheet: Excel.Worksheet,
  { table, columns, calculated, formats }: TableBefore,
  standing: SurveyedTable | null,
  has: (version: string) => boolean,
  queue: WriteQueue,
): Promise<void> {
  const { area, headings } = table;
  const body = bodyOf(table);
  await queue.room(CALL_BYTES * 6);
  if (standing === null) {
    rangeOf(sheet, { ...area, bottom: area.top }).values = [
      headings.map((heading) => cellInput(heading, false, "1900")),
    ];
    const made = sheet.tables.add(areaText({ ...area, bottom: body.bottom }), true);
    made.name = table.name;
    made.style = TABLE_STYLE;
  } else {
    if (standing.showsTotals) sheet.tables.getItem(standing.name).showTotals = false;
    await resizeTo(sheet, standing, { ...area, bottom: body.bottom }, has, queue);
  }
  for (const { from, formulas } of columns) {
    for (let first = 0; first < formulas.length; first += BAND) {
      const band = formulas
        .slice(first, first + BAND)
        .map((row) => row.map((value, at) => again(value, formats[from + at] ?? "General")));
      await queue.room(CALL_BYTES + band.flat().reduce<number>((sum, value) => sum + bytesOf(value), 0));
      const right = body.left + from + (band[0]?.length ?? 1) - 1;
      const top = body.top + first;
      rangeOf(sheet, { top, left: body.left + from, bottom: top + band.length - 1, right }).values = band;
    }
  }
  for (const { at, formula } of calculated) {
    await queue.room(CALL_BYTES + bytesOf(formula));
    rangeOf(sheet, { ...body, left: body.left + at, right: body.left + at }).formulas = forAll(formula);
  }
  if (table.showsTotals) sheet.tables.getItem(table.name).showTotals = true;
}

async function emptyWhatWasWritten(sheet: Excel.Worksheet, prepared: PreparedSheet, queue: WriteQueue): Promise<void> {
  const { plan, tables, earlier } = prepared;
  await queue.room(CALL_BYTES * (plan.cells.length + tables.length * 4));
  for (const { row, column } of plan.cells) {
    rangeOf(sheet, { top: row, left: column, bottom: row, right: column }).clear("All");
  }
  for (const { area, existing } of tables) {
    if (earlier === null) continue;
    if (existing === null) {
      const range = rangeOf(sheet, area);
      range.clear("All");
      range.dataValidation.clear();
      range.conditionalFormats.clearAll();
      continue;
    }
    const stood = existing.area;
    if (area.bottom > stood.bottom) rangeOf(sheet, { ...area, top: stood.bottom + 1 }).clear("All");
    if (area.right > stood.right) rangeOf(sheet, { ...area, left: stood.right + 1 }).clear("All");
  }
}

async function restoreSheet(
  sheet: Excel.Worksheet,
  prepared: PreparedSheet,
  before: SheetBefore,
  now: readonly SurveyedTable[],
  has: (version: string) => boolean,
  queue: WriteQueue,
): Promise<void> {
  const standing = (name: string) => now.find((other) => other.name.toLowerCase() === name.toLowerCase()) ?? null;
  const stands = (name: string) => standing(name) !== null;
  for (const { plan, existing } of prepared.tables) {
    if (existing !== null || !stands(plan.name)) continue;
    await queue.room(CALL_BYTES);
    sheet.tables.getItem(plan.name).delete();
  }
  const kept = before.tables.filter(({ isDropped }) => !isDropped);
  for (const table of kept) await restoreTable(sheet, table, standing(table.table.name), has, queue);
  await emptyWhatWasWritten(sheet, prepared, queue);
  for (const table of before.tables) {
    const isGone =
      table.isDropped &&
      (!stands(table.table.name) || prepared.tables.some(({ plan }) => plan.name === table.table.name));
    if (isGone) await restoreTable(sheet, table, null, has, queue);
  }
  for (const { area, formulas, formats } of before.cells) {
    await queue.room(CALL_BYTES * 3 + formulas.flat().length * 40);
    const range = rangeOf(sheet, area);
    range.clear("All");
    range.numberFormat = formats.map((row) => [...row]);
    range.values = formulas.map((row, down) => row.map((value, right) => again(value, String(formats[down]?.[right]))));
  }
}

/** Gives names of the earlier run their cells again. */
async function restoreNames(
  context: Excel.RequestContext,
  plan: PreparedPlan,
  before: Before,
  now: Survey,
  queue: WriteQueue,
): Promise<void> {
  const { names } = context.workbook;
  for (const { name, refersTo } of before.names) {
    const planned = plan.names.some((item) => item.name === name);
    if (!planned && !plan.namesGone.includes(name)) continue;
    await queue.room(CALL_BYTES + refersTo.length);
    if (now.names.some((found) => found.name === name)) names.getItem(name).formula = `=${refersTo}`;
    else names.add(name, `=${refersTo}`);
  }
}

/**
 * Brings the workbook back to where it stood before a run, however far the run had come: sheets that it added go, sheets
 * that it renewed get their earlier content and looks, names their earlier cells. Answers with what cannot be brought
 * back, each in a sentence.
 */
export async function revertPlan(
  context: Excel.RequestContext,
  plan: PreparedPlan,
  before: Before,
  has: (version: string) => boolean,
): Promise<readonly string[]> {
  const now = await surveyWorkbook(context);
  const queue = new WriteQueue(context);
  const { worksheets, names } = context.workbook;
  for (const { name } of plan.names) {
    if (!now.names.some((found) => found.name === name)) continue;
    const earlier = before.names.find((known) => known.name === name);
    await queue.room(CALL_BYTES);
    if (earlier === undefined) names.getItem(name).delete();
  }
  for (const { name, earlier } of plan.sheets) {
    if (earlier !== null || !now.sheets.some((sheet) => sheet.name === name)) continue;
    await queue.room(CALL_BYTES);
    worksheets.getItem(name).delete();
  }
  const renewed = before.sheets.flatMap((sheet) => {
    const prepared = plan.sheets.find(({ name }) => name === sheet.sheet);
    return prepared === undefined ? [] : [{ sheet, prepared, place: worksheets.getItem(sheet.sheet) }];
  });
  for (const { sheet, prepared, place } of renewed) {
    await restoreSheet(place, prepared, sheet, now.tables, has, queue);
  }
  // Before what cells accept: lists of words are called by name.
  await restoreNames(context, plan, before, now, queue);
  const said: string[] = [];
  for (const { sheet, prepared, place } of renewed) {
    said.push(...(await restoreLooks(place, prepared, sheet, plan.actualNames, queue)));
  }
  await queue.send();
  return said;
}
