import { dayIn, textIn } from "../../../sca/ledger/ledger-row.ts";
import { readTable } from "../../../sca/ledger/read-ledger.ts";
import { holidayRows } from "../../../sca/ledger/settings-sheet.ts";
import type { LedgerContent, PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import { type CalendarDate, parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { dayWords } from "../../../sca/values/day-words.ts";
import type { RowValues } from "../../excel/excel-workbook.ts";

/** A holiday of the ledger. */
export interface ListedHoliday {
  readonly day: CalendarDate;
  readonly name: string;
}

/** The holidays to come, the next first. */
export function holidaysToCome(content: LedgerContent, today: CalendarDate): ListedHoliday[] {
  const byDay = new Map<CalendarDate, ListedHoliday>();
  for (const row of holidayRows(readTable(content, "Holidays"))) {
    const day = dayIn(row, "Day");
    if (day !== null && day >= today && !byDay.has(day)) byDay.set(day, { day, name: textIn(row, "Holiday") });
  }
  return [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** The row to add for a day that is typed, or why it is not added. */
export function holidayRow(
  content: LedgerContent,
  dayText: string,
  name: string,
): { readonly row: RowValues } | { readonly problem: string } {
  const day = parseIsoDay(dayText);
  if (day === null) return { problem: "A day is missing here. Nothing was added." };
  const known = holidayRows(readTable(content, "Holidays")).find((row) => dayIn(row, "Day") === day);
  if (known !== undefined) {
    return { problem: `${dayWords(day)} is there already: ${textIn(known, "Holiday") || "without a name"}.` };
  }
  return {
    row: new Map<string, PlanValue>([
      ["Day", { day }],
      ["Holiday", name.trim() === "" ? "Closed" : name.trim()],
    ]),
  };
}
