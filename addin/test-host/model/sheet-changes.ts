import { invalidOperation, itemAlreadyExists } from "../rich-api/host-error.ts";
import { type Actor, EVENT, EVERYWHERE } from "./events.ts";
import { withSheetGone, withSheetRenamed, withTableGone } from "./formula-text.ts";
import { rewriteFormulas } from "./headings.ts";
import { sheetName } from "./object-name.ts";
import type { SheetModel, Visibility } from "./sheet.ts";
import type { WorkbookModel } from "./workbook.ts";

function othersInSight(workbook: WorkbookModel, sheet: SheetModel): readonly SheetModel[] {
  return workbook.sheets.filter((other) => other !== sheet && other.visibility === "Visible");
}

/**
 * Takes a sheet away with its tables; formulas elsewhere that named them show #REF!. The only visible sheet, and one that
 * is very hidden, cannot go: InvalidOperation ("Worksheet.delete" in the reference).
 */
export function deleteSheet(workbook: WorkbookModel, sheet: SheetModel, actor: Actor): void {
  workbook.assertStructureOpen();
  const [next] = othersInSight(workbook, sheet);
  if (next === undefined || sheet.visibility === "VeryHidden") throw invalidOperation();
  workbook.removeSheet(sheet, next);
  const gone = workbook.tables.filter((table) => table.sheet === sheet);
  for (const table of gone) workbook.tables.splice(workbook.tables.indexOf(table), 1);
  for (const item of workbook.names) {
    if ("sheet" in item.refersTo && item.refersTo.sheet === sheet) item.refersTo = { formula: "=#REF!" };
  }
  for (const mover of workbook.movers) {
    const range = mover.deref();
    if (range?.sheet === sheet) range.area = null;
  }
  rewriteFormulas(workbook, (formula) => {
    return gone.reduce((text, table) => withTableGone(text, table.name), withSheetGone(formula, sheet.name));
  });
  workbook.events.emit(EVENT.worksheetDeleted, EVERYWHERE, { worksheetId: sheet.id, source: actor.source });
}

/** Gives a sheet another name; formulas follow. A name that is taken is ItemAlreadyExists, a bad one InvalidArgument. */
export function renameSheet(workbook: WorkbookModel, sheet: SheetModel, name: string): void {
  workbook.assertStructureOpen();
  const other = workbook.sheet(sheetName(name));
  if (other !== null && other !== sheet) throw itemAlreadyExists();
  const before = sheet.name;
  sheet.name = name;
  rewriteFormulas(workbook, (formula) => withSheetRenamed(formula, before, name));
}

/** Shows or hides a sheet; one has to stay visible. */
export function setVisibility(workbook: WorkbookModel, sheet: SheetModel, visibility: Visibility): void {
  workbook.assertStructureOpen();
  const [next] = othersInSight(workbook, sheet);
  if (visibility !== "Visible" && next === undefined) throw invalidOperation();
  if (visibility !== "Visible" && next !== undefined && workbook.active === sheet) workbook.activate(next);
  sheet.visibility = visibility;
}
