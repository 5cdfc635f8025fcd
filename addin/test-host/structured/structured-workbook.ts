import { readTracker } from "../../../analysis/files/reading/read-tracker.ts";
import { planLedger } from "../../../sca/ledger/plan-ledger.ts";
import type { LedgerContent, WorkbookPlan } from "../../../sca/ledger/workbook-plan.ts";
import type { Tracker } from "../../../sca/tracker/grid.ts";
import { understandTracker } from "../../../sca/tracker/understand.ts";
import { calendarDate } from "../../../sca/values/calendar-date.ts";
import type { ExcelRunner } from "../../excel/excel-session.ts";
import type { ExcelWorkbook, MendableWorkbook } from "../../excel/excel-workbook.ts";
import { officeWorkbook } from "../../excel/office-workbook.ts";
import { type ClientOptions, excelClient, type OfficeClient } from "../client/node-client.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { wholeTracker } from "./whole-tracker.ts";

/** The pane's own hand on a workbook, with the real client between the two. */
export interface OpenedTracker extends OfficeClient {
  readonly hand: MendableWorkbook;
}

function dayOf(): NonNullable<ReturnType<typeof calendarDate>> {
  const day = calendarDate(2026, 3, 2);
  if (day === null) throw new Error("2 March 2026 is a day");
  return day;
}

/** The day on which tests count. */
export const AS_OF = dayOf();

/** Opens a workbook in the test host, with the add-in's hand on it. Formulas give no result unless the test says one. */
export function openInExcel(workbook: WorkbookModel, options: ClientOptions = {}): OpenedTracker {
  workbook.evaluate ??= () => "";
  const client = excelClient(workbook, options);
  const hasExcelApi = (version: string) => client.Office.context.requirements.isSetSupported("ExcelApi", version);
  const run: ExcelRunner["run"] = (batch, isPatient = false) => {
    return client.Excel.run({ delayForCellEdit: isPatient }, batch);
  };
  return { ...client, hand: officeWorkbook({ run, hasExcelApi }) };
}

/** Opens a tracker of a file in the test host. */
export async function openTracker(path: string, options: ClientOptions = {}): Promise<OpenedTracker> {
  return openInExcel(wholeTracker(await readTracker(path)), options);
}

/** What the pane plans from a tracker as it was read. */
export function planFor(tracker: Tracker, previous: LedgerContent | null, takenNames: readonly string[]): WorkbookPlan {
  const understanding = understandTracker(tracker, { asOf: AS_OF, answers: [] });
  return planLedger(understanding, { asOf: AS_OF, takenNames, ...(previous === null ? {} : { previous }) });
}

/** Reads, understands, plans and writes as the pane does; gives the plan. */
export async function structure(hand: ExcelWorkbook): Promise<WorkbookPlan> {
  const chosen = (await hand.sheets()).filter(({ isOurs }) => !isOurs).map(({ name }) => name);
  const tracker = await hand.readTracker(chosen, () => {});
  const plan = planFor(tracker, await hand.readLedger(), await hand.takenNames());
  await hand.applyPlan(plan, () => {}, new AbortController().signal);
  return plan;
}
