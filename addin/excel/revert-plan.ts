import { TABLE_STYLE } from "../../sca/workbook/looks.ts";
import { type Area, areaText, retarget } from "../../sca/workbook/sheet-reference.ts";
import { cellInput } from "./cell-input.ts";
import { type CellInput, type CellOutput, forAll, rangeOf } from "./excel-range.ts";
import type { PreparedPlan, PreparedSheet } from "./prepare-plan.ts";
import { bodyOf } from "./read-ledger.ts";
import { restoreLooks } from "./restore-looks.ts";
import { dropNames, type Renamed, renamedSince, restoreNames } from "./revert-names.ts";
import type { Before, SheetBefore, TableBefore } from "./snapshot.ts";
import { type Survey, type SurveyedTable, surveyWorkbook } from "./survey.ts";
import { bytesOf, CALL_BYTES, WriteQueue } from "./write-queue.ts";

/** A sheet that a run added: the same sheet whatever it is called by now. */
export interface AddedSheet {
  readonly id: string;
  readonly name: string;
}

/** A run that is taken back. */
export interface RevertedRun {
  readonly plan: PreparedPlan;
  readonly before: Before;
  readonly added: readonly AddedSheet[];
}

/** What restoring takes from the workbook as it is now. */
interface Now {
  readonly survey: Survey;
  readonly renamed: Renamed;
  readonly has: (version: string) => boolean;
}

/** A constant or a formula as Excel gave it, to be written so that the same stands there again. */
function again(output: CellOutput, value: CellOutput | undefined, format: string, renamed: Renamed): CellInput {
  // A text that begins with "=" is given as its own formula.
  const isText = output === value;
  if (typeof output === "string" && output.startsWith("=") && format !== "@" && !isText) {
    return `=${retarget(output.slice(1), renamed)}`;
  }
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
  { has, renamed }: Now,
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
  for (const { from, formulas, values } of columns) {
    for (let first = 0; first < formulas.length; first += BAND) {
      const band = formulas
        .slice(first, first + BAND)
        .map((row, down) =>
          row.map((output, at) =>
            again(output, values?.[first + down]?.[at], formats[from + at] ?? "General", renamed),
          ),
        );
      await queue.room(CALL_BYTES + band.flat().reduce<number>((sum, value) => sum + bytesOf(value), 0));
      const right = body.left + from + (band[0]?.length ?? 1) - 1;
      const top = body.top + first;
      rangeOf(sheet, { top, left: body.left + from, bottom: top + band.length - 1, right }).values = band;
    }
  }
  for (const { at, formula } of calculated) {
    await queue.room(CALL_BYTES + bytesOf(formula));
    rangeOf(sheet, { ...body, left: body.left + at, right: body.left + at }).formulas = forAll(
      `=${retarget(formula.slice(1), renamed)}`,
    );
  }
  if (table.showsTotals) sheet.tables.getItem(table.name).showTotals = true;
  if (standing?.isFiltered) sheet.tables.getItem(table.name).reapplyFilters();
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
    if (area.bottom > stood.bottom) {
      const below = rangeOf(sheet, { ...area, top: stood.bottom + 1 });
      below.clear("All");
      if (existing.isFiltered) below.rowHidden = false;
    }
    if (area.right > stood.right) rangeOf(sheet, { ...area, left: stood.right + 1 }).clear("All");
  }
}

async function restoreSheet(
  sheet: Excel.Worksheet,
  prepared: PreparedSheet,
  before: SheetBefore,
  now: Now,
  queue: WriteQueue,
): Promise<void> {
  const standing = (name: string) =>
    now.survey.tables.find((other) => other.name.toLowerCase() === name.toLowerCase()) ?? null;
  const stands = (name: string) => standing(name) !== null;
  for (const { plan, existing } of prepared.tables) {
    if (existing !== null || !stands(plan.name)) continue;
    await queue.room(CALL_BYTES);
    sheet.tables.getItem(plan.name).delete();
  }
  const kept = before.tables.filter(({ isDropped }) => !isDropped);
  for (const table of kept) await restoreTable(sheet, table, standing(table.table.name), now, queue);
  await emptyWhatWasWritten(sheet, prepared, queue);
  for (const table of before.tables) {
    const isGone =
      table.isDropped &&
      (!stands(table.table.name) || prepared.tables.some(({ plan }) => plan.name === table.table.name));
    if (isGone) await restoreTable(sheet, table, null, now, queue);
  }
  for (const { area, formulas, values, formats } of before.cells) {
    await queue.room(CALL_BYTES * 3 + formulas.flat().length * 40);
    const range = rangeOf(sheet, area);
    range.clear("All");
    range.numberFormat = formats.map((row) => [...row]);
    range.values = formulas.map((row, down) =>
      row.map((output, right) => again(output, values[down]?.[right], String(formats[down]?.[right]), now.renamed)),
    );
  }
}

/**
 * Brings the workbook back to where it stood before a run, however far the run had come: sheets that it added go, sheets
 * that it renewed get their earlier content and looks, names their earlier cells. Sheets are known by what they are, not
 * by their names. Answers with what cannot be brought back, each in a sentence.
 */
export async function revertPlan(
  context: Excel.RequestContext,
  run: RevertedRun,
  has: (version: string) => boolean,
): Promise<readonly string[]> {
  const { plan, before, added } = run;
  const survey = await surveyWorkbook(context);
  const queue = new WriteQueue(context);
  const { worksheets } = context.workbook;
  const nowOf = (id: string | undefined) => survey.sheets.find((sheet) => sheet.id === id);
  const ids = [...added.map(({ id }) => id), ...plan.sheets.map(({ earlier }) => earlier?.sheet.id)];
  const ours = new Set(ids.flatMap((id) => nowOf(id)?.name.toLowerCase() ?? []));
  await dropNames(context, plan, before, ours, survey, queue);
  for (const { id } of added) {
    if (nowOf(id) === undefined) continue;
    await queue.room(CALL_BYTES);
    worksheets.getItem(id).delete();
  }
  const renewed = before.sheets.flatMap((sheet) => {
    const prepared = plan.sheets.find(({ name }) => name === sheet.sheet);
    const place = nowOf(prepared?.earlier?.sheet.id);
    return prepared === undefined || place === undefined
      ? []
      : [{ sheet, prepared, place: worksheets.getItem(place.id) }];
  });
  const now: Now = { survey, renamed: renamedSince(plan, nowOf), has };
  for (const { sheet, prepared, place } of renewed) await restoreSheet(place, prepared, sheet, now, queue);
  // Before what cells accept: lists of words are called by name.
  await restoreNames(context, plan, before, survey, now.renamed, queue);
  const said: string[] = [];
  for (const { sheet, prepared, place } of renewed) {
    said.push(...(await restoreLooks(place, prepared, sheet, now.renamed, queue)));
  }
  await queue.send();
  return said;
}
