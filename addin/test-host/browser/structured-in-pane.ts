import { resolve } from "node:path";
import { readTracker } from "../../../analysis/files/reading/read-tracker.ts";
import type { CellValue } from "../model/typed-input.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { workbookContent } from "../model/workbook-content.ts";
import { openTracker, structure } from "../structured/structured-workbook.ts";
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

/** The sample with its ledger, as the pane's own hand writes it. */
export async function sampleWithLedger(): Promise<WorkbookModel> {
  const { hand, workbook } = await openTracker(SAMPLE);
  await structure(hand);
  return workbook;
}

/** One column of a table as it stands in the workbook; a cell with a formula is null. */
export function columnOf(workbook: WorkbookModel, table: string, heading: string): readonly (CellValue | null)[] {
  const found = workbookContent(workbook).tables.find(({ name }) => name === table);
  const at = found?.headings.indexOf(heading) ?? -1;
  if (found === undefined || at < 0) throw new Error(`the workbook has no ${table}[${heading}]`);
  return found.rows.map((row) => {
    const cell = row[at];
    return cell !== undefined && "value" in cell ? cell.value : null;
  });
}
