import type { CalendarDate } from "../values/calendar-date.ts";
import { fillCalculatedColumns } from "./calculated-columns.ts";
import type { FormulaSettings, LedgerRows } from "./ledger-index.ts";
import type { LedgerRow } from "./ledger-row.ts";
import { readTable } from "./read-ledger.ts";
import { formulaSettings, holidayRows, settingValues } from "./settings-sheet.ts";
import type { LedgerContent, PlanValue } from "./workbook-plan.ts";

/** A ledger read back, with what its formulas give on a day. */
export interface LedgerAsOf {
  readonly rows: LedgerRows;
  readonly settings: FormulaSettings;
  /** The values of Settings by name. */
  readonly values: ReadonlyMap<string, PlanValue>;
}

/**
 * The ledger with its calculated columns as of a day: the one typed on Settings, else the day handed in. What a workbook
 * saved as results is not trusted: it may be of another day.
 *
 * @example ledgerAsOf(content, today).rows.periods[0]?.get("Standing") is "Due"
 */
export function ledgerAsOf(content: LedgerContent, today: CalendarDate): LedgerAsOf {
  const values = settingValues(content);
  const settings = formulaSettings(values, holidayRows(readTable(content, "Holidays")), today);
  const read = (name: string): LedgerRow[] =>
    (readTable(content, name)?.rows ?? []).map((row): LedgerRow => new Map(row));
  const rows: LedgerRows = {
    cases: read("Cases"),
    periods: read("AuthorizationPeriods"),
    lines: read("ServiceLines"),
    payers: read("Payers"),
    review: read("Review"),
    claims: read("Claims"),
    rates: read("MedicareRates"),
  };
  fillCalculatedColumns(rows, settings);
  return { rows, settings, values };
}
