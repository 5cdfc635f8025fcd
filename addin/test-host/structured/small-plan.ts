import type { PlanValue, WorkbookPlan } from "../../../sca/ledger/workbook-plan.ts";
import { WorkbookProblem } from "../../excel/excel-workbook.ts";
import { seedWorkbook } from "../model/seed-workbook.ts";
import { type OpenedTracker, openInExcel } from "./structured-workbook.ts";

/** A ledger of one table, Cases, of ids, notes and a calculated column. */
export function smallPlan(rows: readonly (readonly PlanValue[])[], extra: Partial<WorkbookPlan> = {}): WorkbookPlan {
  const columns = [
    { heading: "Case id", look: "id", width: 12 },
    { heading: "Note", look: "text", width: 20 },
    { heading: "Twice", look: "whole", width: 9, formula: "LEN(Cases[[#This Row],[Note]])*2" },
  ] as const;
  const padded = rows.map((row) => [...row, null]);
  const table = { name: "Cases", row: 1, column: 1, columns, rows: padded, conditions: [] };
  return { sheets: [{ name: "Cases", cells: [], tables: [table], landscape: true }], names: [], ...extra };
}

/** A workbook with a log of one row. */
export function openLog(): OpenedTracker {
  return openInExcel(
    seedWorkbook([
      {
        name: "Log",
        rows: [
          ["Client", "Payer"],
          ["A. Ng", "Acme"],
        ],
      },
    ]),
  );
}

/** The code of the WorkbookProblem that the work ends with, or what else came of it. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof WorkbookProblem ? error.code : String(error);
}
