import { resolve } from "node:path";
import { readTracker } from "../../../analysis/files/reading/read-tracker.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { trackerWorkbook } from "./tracker-workbook.ts";
import type { WebPane } from "./web-pane.ts";

const SAMPLE = resolve(import.meta.dirname, "../../../data-samples/recovery-center.xlsx");

/** The sample tracker, open in Excel. Formulas give nothing: the host computes none, and the pane goes by none. */
export async function sampleInExcel(): Promise<WorkbookModel> {
  const workbook = trackerWorkbook(await readTracker(SAMPLE));
  workbook.evaluate = () => "";
  return workbook;
}

/** Looks at the sheets that the pane proposes, and writes their ledger: two clicks of the person. */
export async function structureInPane({ view }: WebPane): Promise<void> {
  await view.getByRole("button", { name: "Structure my tracker" }).click();
  await view.getByRole("button", { name: "Write the ledger" }).click({ timeout: 30_000 });
  await view.getByRole("heading", { name: "The ledger is written" }).waitFor({ timeout: 30_000 });
}
