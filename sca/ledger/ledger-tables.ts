import type { LedgerTable } from "./ledger-table.ts";
import { AUTHORIZATION_PERIODS_TABLE } from "./tables/authorization-periods-table.ts";
import { CASES_TABLE } from "./tables/cases-table.ts";
import { DICTIONARY_TABLE } from "./tables/dictionary-table.ts";
import { HOLIDAYS_TABLE } from "./tables/holidays-table.ts";
import { IMPORTED_TABLE, RUNS_TABLE } from "./tables/imported-tables.ts";
import { LATER_TABLES } from "./tables/later-tables.ts";
import { MEDICARE_RATES_TABLE } from "./tables/medicare-rates-table.ts";
import { PAYERS_TABLE } from "./tables/payers-table.ts";
import { REVIEW_TABLE } from "./tables/review-table.ts";
import { SERVICE_LINES_TABLE } from "./tables/service-lines-table.ts";
import { HEADINGS_TABLE, LEFT_OUT_TABLE } from "./tables/tracker-map-tables.ts";

/** Every table of the ledger, in the order of the sheets. */
export const LEDGER_TABLES: readonly LedgerTable[] = [
  DICTIONARY_TABLE,
  REVIEW_TABLE,
  CASES_TABLE,
  AUTHORIZATION_PERIODS_TABLE,
  SERVICE_LINES_TABLE,
  PAYERS_TABLE,
  MEDICARE_RATES_TABLE,
  ...LATER_TABLES,
  HOLIDAYS_TABLE,
  HEADINGS_TABLE,
  LEFT_OUT_TABLE,
  IMPORTED_TABLE,
  RUNS_TABLE,
];

/** The tables that a run fills from the tracker and merges with what the user changed. */
export const MERGED_TABLES = [
  { table: CASES_TABLE, key: "Case id" },
  { table: AUTHORIZATION_PERIODS_TABLE, key: "Period id" },
  { table: SERVICE_LINES_TABLE, key: "Line id" },
] as const;
