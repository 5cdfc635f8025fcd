import { readFileSync } from "node:fs";
import { trackerFromBytes } from "../../../analysis/files/reading/read-tracker.ts";
import { addLedger } from "../../../analysis/files/writing/add-ledger.ts";
import { takenNames } from "../../../analysis/files/writing/ledger-marks.ts";
import { LEDGER_TABLES } from "../../../sca/ledger/ledger-tables.ts";
import type { WorkbookPlan } from "../../../sca/ledger/workbook-plan.ts";
import type { Grid } from "../../../sca/tracker/grid.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { openTracker, planFor, structure } from "./structured-workbook.ts";
import { ledgerInExcel, ledgerInFile, type WrittenLedger } from "./written-ledger.ts";

const HISTORY = { tables: LEDGER_TABLES.map(({ name }) => name) };

/** What one hand read, planned and wrote. */
export interface HandsWork {
  readonly grids: readonly Grid[];
  readonly plan: WorkbookPlan;
  readonly written: WrittenLedger;
}

/** Structures a workbook by the file writer; gives the bytes too. */
export function byFileWriter(path: string): HandsWork & { readonly bytes: Uint8Array } {
  const bytes = new Uint8Array(readFileSync(path));
  const { sheets, tables, names } = takenNames(bytes);
  const tracker = trackerFromBytes(bytes, path);
  const plan = planFor(tracker, null, [...sheets, ...tables, ...names]);
  const after = addLedger(bytes, plan, HISTORY);
  return { grids: tracker.grids.map(computed), plan, bytes: after, written: ledgerInFile(after, sheets) };
}

/** Excel always has computed: a formula that a file holds without its result is nothing that it knows. */
function computed(grid: Grid): Grid {
  const rows = grid.rows.map((row) => ({ ...row, cells: row.cells.map(({ uncomputed: _, ...cell }) => cell) }));
  return { ...grid, rows };
}

/** Structures the same workbook by the add-in's hand, through Microsoft's client. */
export async function byExcel(path: string): Promise<HandsWork & { readonly workbook: WorkbookModel }> {
  const { hand, workbook } = await openTracker(path);
  const sheets = (await hand.sheets()).map(({ name }) => name);
  const { grids } = await hand.readTracker(sheets, () => {});
  const plan = await structure(hand);
  return { grids, plan, written: ledgerInExcel(workbook, sheets), workbook };
}
