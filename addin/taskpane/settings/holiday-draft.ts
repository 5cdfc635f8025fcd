import { dayIn, textIn } from "../../../sca/ledger/ledger-row.ts";
import { readTable } from "../../../sca/ledger/read-ledger.ts";
import { holidayRows } from "../../../sca/ledger/settings-sheet.ts";
import type { LedgerContent, PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import { type CalendarDate, parseIsoDay, serialFromDay } from "../../../sca/values/calendar-date.ts";
import { dayWords } from "../../../sca/values/day-words.ts";
import { type ExcelWorkbook, type RowValues, WorkbookProblem } from "../../excel/excel-workbook.ts";

/** A holiday of the ledger. */
export interface ListedHoliday {
  readonly day: CalendarDate;
  readonly name: string;
  /** What its cell Holiday holds. */
  readonly held: PlanValue;
}

/** The holidays to come, the next first. */
export function holidaysToCome(content: LedgerContent, today: CalendarDate): ListedHoliday[] {
  const byDay = new Map<CalendarDate, ListedHoliday>();
  for (const row of holidayRows(readTable(content, "Holidays"))) {
    const day = dayIn(row, "Day");
    if (day !== null && day >= today && !byDay.has(day)) {
      byDay.set(day, { day, name: textIn(row, "Holiday"), held: row.get("Holiday") ?? null });
    }
  }
  return [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** The row to add for a day that is typed, or why it is not added. */
export function holidayRow(
  content: LedgerContent,
  dayText: string,
  name: string,
): { readonly day: CalendarDate; readonly row: RowValues } | { readonly problem: string } {
  const day = parseIsoDay(dayText);
  if (day === null) return { problem: "A day is missing here. Nothing was added." };
  const known = holidayRows(readTable(content, "Holidays")).find((row) => dayIn(row, "Day") === day);
  if (known !== undefined) {
    return { problem: `${dayWords(day)} is there already: ${textIn(known, "Holiday") || "without a name"}.` };
  }
  return {
    day,
    row: new Map<string, PlanValue>([
      ["Day", { day }],
      ["Holiday", name.trim() === "" ? "Closed" : name.trim()],
    ]),
  };
}

/**
 * Takes a holiday off the list: its row is emptied, and goes with the next update. The name goes first, since the day is
 * what the row is found by; where the day stays, so does the name. Throws a WorkbookProblem where somebody changed the row
 * meanwhile, or it is not there any more.
 */
export async function deleteHoliday(
  workbook: Pick<ExcelWorkbook, "writeCell">,
  { day, held }: ListedHoliday,
): Promise<void> {
  const cell = { table: "Holidays", keyHeading: "Day", key: String(serialFromDay(day, "1900")) };
  const nameCell = { ...cell, heading: "Holiday" };
  try {
    await workbook.writeCell(nameCell, null, held);
    await workbook.writeCell({ ...cell, heading: "Day" }, null, { day }).catch(async (error: unknown) => {
      await workbook.writeCell(nameCell, held, null);
      throw error;
    });
  } catch (error) {
    if (!(error instanceof WorkbookProblem) || error.code !== "row-missing") throw error;
    throw new WorkbookProblem(
      "row-missing",
      `${dayWords(day)} is not found any more in the table Holidays on the sheet Settings. Look there, and delete its row by hand. Nothing was changed.`,
      { cause: error },
    );
  }
}
