import { openPackage } from "../../../analysis/files/package/zip-package.ts";
import { trackerFromBytes } from "../../../analysis/files/reading/read-tracker.ts";
import { readWorkbookParts } from "../../../analysis/files/reading/workbook-parts.ts";
import { tablesOf } from "../../../analysis/files/reading/workbook-tables.ts";
import { areaAt } from "../model/area.ts";
import { TableModel } from "../model/table.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { placeOfName } from "../surface/names.ts";
import { wholeTracker } from "./whole-tracker.ts";

/** A workbook with its ledger as a person opens the file in Excel: cells, tables and names. Formulas keep their saved results. */
export function ledgerWorkbook(bytes: Uint8Array, file: string): WorkbookModel {
  const workbook = wholeTracker(trackerFromBytes(bytes, file));
  workbook.evaluate = () => "";
  for (const { name, sheet, area, totalsRows } of tablesOf(bytes)) {
    const on = workbook.sheet(sheet);
    if (on === null) throw new Error(`the workbook has no sheet ${sheet}`);
    const { top, left, bottom, right } = area;
    const covered = areaAt(top - 1, left - 1, bottom - top + 1, right - left + 1);
    const table = new TableModel(workbook.newId(), name, on, covered);
    table.showTotals = totalsRows > 0;
    workbook.tables.push(table);
  }
  for (const [name, reference] of readWorkbookParts(openPackage(bytes)).names) {
    if (name.startsWith("_xlnm")) continue;
    workbook.names.push({ name, refersTo: placeOfName(workbook, `=${reference}`), comment: "", visible: true });
  }
  return workbook;
}
