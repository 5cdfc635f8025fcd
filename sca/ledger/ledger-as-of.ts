import type { CalendarDate } from "../values/calendar-date.ts";
import { fillCalculatedColumns } from "./calculated-columns.ts";
import { tellTables } from "./ledger-gaps.ts";
import type { FormulaSettings, LedgerRows } from "./ledger-index.ts";
import type { LedgerRow } from "./ledger-row.ts";
import { type LeftOut, LeftOutList } from "./left-out.ts";
import { ledgerFromContent } from "./read-ledger.ts";
import { readableRows } from "./readable-rows.ts";
import { formulaSettings, holidayRows, settingValues } from "./settings-sheet.ts";
import type { LedgerContent, PlanValue } from "./workbook-plan.ts";

/** A ledger read back, with what its formulas give on a day. */
export interface LedgerAsOf {
  readonly rows: LedgerRows;
  readonly followUps: readonly LedgerRow[];
  readonly settings: FormulaSettings;
  /** The values of Settings by name. */
  readonly values: ReadonlyMap<string, PlanValue>;
  /** What is not in the rows since it cannot be used, and tables and columns that are gone: as measures tell it. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * The ledger with its calculated columns as of a day: the one typed on Settings, else the day handed in. What a workbook
 * saved as results is not trusted: it may be of another day. What measures cannot use (errors, text for a number, another
 * currency) is blank here too, and told.
 *
 * @example ledgerAsOf(content, today).rows.periods[0]?.get("Standing") is "Due"
 */
export function ledgerAsOf(content: LedgerContent, today: CalendarDate): LedgerAsOf {
  const tables = ledgerFromContent(content);
  const leftOut = new LeftOutList();
  tellTables(content, tables, leftOut);
  const read = (name: string): LedgerRow[] => readableRows(name, tables.get(name), leftOut);
  const values = settingValues(content);
  const settings = formulaSettings(values, holidayRows(tables.get("Holidays") ?? null), today);
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
  return { rows, followUps: read("FollowUps"), settings, values, leftOut: leftOut.all() };
}
