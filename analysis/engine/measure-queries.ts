import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";

/** A query of analysis/sql: one SELECT that every engine takes as it stands. */
export interface MeasureQuery {
  /** What queries below it call its result. */
  readonly name: string;
  /** Kept as a table where several queries read it; else a view. */
  readonly isKept: boolean;
}

/** What the queries are told beside the tables. */
export interface QueryTerms {
  readonly asOf: CalendarDate;
  /** Whether benchmarks of the user's own count in a payer's multiple. */
  readonly countOwn: boolean;
  readonly baselinePercent: number;
  readonly higherDayRate: number | null;
}

function kept(...names: readonly string[]): MeasureQuery[] {
  return names.map((name) => ({ name, isKept: true }));
}
function view(name: string): MeasureQuery {
  return { name, isKept: false };
}

/** Queries that look at requests one by one, each below what it reads; a part of a ledger's requests is enough for them. */
export const REQUEST_QUERIES: readonly MeasureQuery[] = [
  ...kept("business_calendar", "case_facts"),
  view("period_rows"),
  view("line_rows"),
  ...kept("stale_cases", "period_facts", "reckoned_lines", "line_facts", "period_rates", "agreed_lines", "line_parts"),
  ...kept("period_parts", "agreed_amounts", "deliveries", "case_deliveries", "claim_facts"),
  view("lapse_facts"),
  ...kept("offer_facts", "negotiations"),
  view("left_out"),
];

/** Queries that add up, over what the first say of all requests; the last is for whoever wants the figures alone. */
export const MEASURE_QUERIES: readonly MeasureQuery[] = [
  ...kept(
    "approval_counts",
    "turnaround",
    "multiples",
    "agreed_sums",
    "unit_sums",
    "negotiation_medians",
    "claim_sums",
  ),
  ...kept("lapse_sums", "delivery_sums"),
  view("measure_fields"),
];

/** What the second kind reads of the first, by the columns that it reads. */
export const CARRIED: Readonly<Record<string, string>> = {
  case_facts:
    "case_no, case_key, scope_key, payer, outcome, asks_outcome, is_denied, appeal_outcome, wait_days, is_decided",
  line_facts:
    "case_no, is_granted, is_decided, agreed_cents, medicare_cents, multiple, units_requested, units_authorized",
  agreed_amounts: "case_no, cents, parts, percent_rate, no_rate, no_model, no_units, asked",
  case_deliveries: "case_no, expected_cents, day_parts, day_cents",
  claim_facts: "case_no, paid_cents, expected_cents",
  lapse_facts: "case_no, is_covered",
  negotiations: "case_no, of_ask, over_offer",
};

const FOLDER = join(import.meta.dirname, "..", "sql");

/**
 * The text of a query with its terms put in. The as-of day is a date that was read as one, the others are numbers: no
 * text of a user's reaches a query.
 *
 * @example queryText("case_facts", terms) selects from cases WHERE … c.submitted <= DATE '2026-03-11'
 */
export function queryText(name: string, terms: QueryTerms): string {
  const values: Readonly<Record<string, string>> = {
    as_of: `DATE '${terms.asOf}'`,
    count_own: terms.countOwn ? "1" : "0",
    baseline_percent: String(terms.baselinePercent),
    higher_day_rate: terms.higherDayRate === null ? "NULL" : String(terms.higherDayRate),
  };
  const text = readFileSync(join(FOLDER, `${name.replaceAll("_", "-")}.sql`), "utf8");
  return text.replace(/\{\{(\w+)\}\}/g, (_, term: string) => {
    const value = values[term];
    if (value === undefined) throw new Error(`${name}: there is no term ${term}`);
    return value;
  });
}
