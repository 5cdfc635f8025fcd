import type { PlanValue } from "../../sca/ledger/workbook-plan.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { placeText } from "./apply-looks.ts";
import { cellInput } from "./cell-input.ts";
import { type CellOutput, rangeOf } from "./excel-range.ts";
import { type LedgerCell, WorkbookProblem } from "./excel-workbook.ts";
import { findCell, neededTable, refuseLockedSheet } from "./find-row.ts";
import { surveyWorkbook } from "./survey.ts";
import { CALL_BYTES, WriteQueue } from "./write-queue.ts";

function said(value: PlanValue): string {
  if (value === null) return "nothing";
  return typeof value === "object" ? value.day : `"${String(value)}"`;
}

function isSame(one: PlanValue, other: PlanValue): boolean {
  const plain = (value: PlanValue) => {
    if (value === null || value === "") return "";
    return typeof value === "object" ? value.day : value;
  };
  return plain(one) === plain(other);
}

function edited(place: string, now: string): WorkbookProblem {
  return new WorkbookProblem(
    "edited-meanwhile",
    `Somebody changed ${place} meanwhile: it holds ${now} now. It was left as it is. Look at it and decide again.`,
  );
}

/**
 * Writes one cell of a ledger table, found by its row's key, in four round trips whatever the rows. Throws a
 * WorkbookProblem where the row, the column or the table is not there, the sheet is protected, or the cell no longer holds
 * `expected`; undefined accepts whatever it holds.
 */
export async function writeLedgerCell(
  context: Excel.RequestContext,
  cell: LedgerCell,
  value: PlanValue,
  expected: PlanValue | undefined,
  dateSystem: DateSystem,
): Promise<void> {
  const survey = await surveyWorkbook(context);
  const table = neededTable(survey, cell.table);
  refuseLockedSheet(survey, table.sheet);
  const found = await findCell(context, table, cell, dateSystem);
  const place = placeText(table.sheet, found.area.top, found.area.left);
  if (expected !== undefined && !isSame(found.value, expected)) throw edited(place, said(found.value));
  const queue = new WriteQueue(context);
  await queue.room(CALL_BYTES * 2);
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const seen = rangeOf(sheet, found.area).load("values");
  rangeOf(sheet, found.area).values = [[cellInput(value, found.format === "@", dateSystem)]];
  await queue.send();
  const [[last = ""] = []] = seen.values as readonly (readonly CellOutput[])[];
  if (expected === undefined || last === found.raw) return;
  // Typed between our look and our write: the person's text comes first.
  await queue.room(CALL_BYTES);
  rangeOf(sheet, found.area).values = [[cellInput(last, found.format === "@", dateSystem)]];
  await queue.send();
  throw edited(place, said(last));
}
