import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { areaText, overlap } from "../../sca/workbook/sheet-reference.ts";
import { areaOfAddress } from "./excel-range.ts";
import { type RowValues, WorkbookProblem } from "./excel-workbook.ts";
import { findCell, neededTable } from "./find-row.ts";
import { readBlocks } from "./read-blocks.ts";
import { bodyOf, isLedgerTable, planValue } from "./read-ledger.ts";
import { surveyWorkbook } from "./survey.ts";

/** Shows a cell of any sheet and selects it. Throws a WorkbookProblem "no-sheet". */
export async function selectCell(context: Excel.RequestContext, sheet: string, address: string): Promise<void> {
  const found = context.workbook.worksheets.getItemOrNullObject(sheet);
  found.load("visibility");
  await context.sync();
  if (found.isNullObject) {
    throw new WorkbookProblem("no-sheet", `The workbook has no sheet "${sheet}" any more: it was deleted or renamed.`);
  }
  if (found.visibility !== "Visible") {
    throw new WorkbookProblem(
      "hidden-sheet",
      `The sheet "${sheet}" is hidden. Show it (right-click a tab > Unhide) and try again.`,
    );
  }
  found.activate();
  found.getRange(address).select();
  await context.sync();
}

/** Selects the row of a ledger table whose key cell says `key`. */
export async function selectRow(
  context: Excel.RequestContext,
  table: string,
  keyHeading: string,
  key: string,
): Promise<void> {
  const survey = await surveyWorkbook(context);
  const found = neededTable(survey, table);
  const { area } = await findCell(context, found, { keyHeading, key, heading: keyHeading }, "1900");
  const { left, right } = found.area;
  await selectCell(context, found.sheet, areaText({ ...area, left, right }));
}

/** The row of a ledger table that holds the selected cell: its values by heading. Null where none is selected. */
export async function selectedLedgerRow(
  context: Excel.RequestContext,
  dateSystem: DateSystem,
): Promise<{ readonly table: string; readonly values: RowValues } | null> {
  const cell = context.workbook.getActiveCell().load("address");
  const survey = await surveyWorkbook(context);
  const at = areaOfAddress(cell.address);
  const sheet = cell.address
    .slice(0, cell.address.lastIndexOf("!"))
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  const table = survey.tables.find((candidate) => {
    return candidate.sheet === sheet && isLedgerTable(candidate.name) && overlap(bodyOf(candidate), at);
  });
  if (table === undefined) return null;
  const area = { ...bodyOf(table), top: at.top, bottom: at.top };
  const [{ values = [], numberFormat = [] } = {}] = await readBlocks(context, [
    { sheet, area, members: ["values", "numberFormat"] },
  ]);
  const row = table.headings.map((heading, column) => {
    const value = planValue(values[0]?.[column] ?? "", String(numberFormat[0]?.[column] ?? "General"), dateSystem);
    return [heading, value] as const;
  });
  return { table: table.name, values: new Map(row) };
}
