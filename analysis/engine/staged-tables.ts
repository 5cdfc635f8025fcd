import { LEDGER_TABLES } from "../../sca/ledger/ledger-tables.ts";

/** How a cell of the ledger becomes a value that queries can use. */
export type StagedKind =
  /** As it stands. */
  | "text"
  /** What tells rows apart, without regard to capitals. */
  | "id"
  /** In small letters: codes and the ledger's own words, which are compared without regard to capitals. */
  | "word"
  /** What Review asks: ";agreed rate;codes;", in small letters. */
  | "asked"
  /** Modifiers in the order of the alphabet. */
  | "modifiers"
  | "number"
  | "day"
  /** A number that a formula gave; words in its place are no number and no fault. */
  | "result"
  /** 1 where the cell says that the tracker leaves it open, else 0. */
  | "isOpen"
  /** 1 where the cell is filled, else 0. */
  | "isFilled"
  /** 1 where the cell says that an offer is about a case without codes, else 0. */
  | "isOfCase";

export interface StagedColumn {
  readonly name: string;
  readonly heading: string;
  readonly kind: StagedKind;
}

/** A table of the ledger as the queries of analysis/sql name it. */
export interface StagedTable {
  readonly name: string;
  /** The ledger's own name for it, and of its file. */
  readonly table: string;
  readonly columns: readonly StagedColumn[];
}

function columns(kind: StagedKind, pairs: Readonly<Record<string, string>>): StagedColumn[] {
  return Object.entries(pairs).map(([name, heading]) => ({ name, heading, kind }));
}

export const STAGED_TABLES: readonly StagedTable[] = [
  {
    name: "cases",
    table: "Cases",
    columns: [
      ...columns("id", { case_key: "Case id" }),
      ...columns("text", { payer: "Payer", plan_funding: "Plan funding" }),
      ...columns("word", { outcome: "Outcome", rate_model: "Rate model", appeal_outcome: "Appeal outcome" }),
      ...columns("day", { submitted: "Submitted", decided: "Decided" }),
      ...columns("number", { agreed_rate: "Agreed rate" }),
      ...columns("asked", { asked: "Asked in Review" }),
    ],
  },
  {
    name: "authorization_periods",
    table: "AuthorizationPeriods",
    columns: [
      ...columns("id", { period_key: "Period id", case_key: "Case id" }),
      ...columns("word", {
        outcome: "Outcome",
        rate_model: "Rate model",
        stated_outcome: "Outcome that applies",
        stated_question: "In question",
        stated_model: "Model that applies",
      }),
      ...columns("day", {
        submitted: "Submitted",
        decided: "Decided",
        first_day: "First covered day",
        last_day: "Last covered day",
      }),
      ...columns("number", {
        period_no: "Period",
        units_authorized: "Units authorized",
        units_used: "Units used",
        agreed_rate: "Agreed rate",
      }),
      ...columns("isOpen", { rate_left_open: "Agreed rate" }),
      ...columns("asked", { asked: "Asked in Review" }),
      ...columns("isFilled", { is_counted: "Use counted to" }),
      ...columns("result", { stated_rate: "Rate that applies" }),
    ],
  },
  {
    name: "service_lines",
    table: "ServiceLines",
    columns: [
      ...columns("id", {
        line_key: "Line id",
        case_key: "Case id",
        period_key: "Period id",
        benchmark_key: "Benchmark",
      }),
      ...columns("word", {
        code_key: "Code",
        modifiers: "Modifiers",
        rate_model: "Rate model",
        unit_basis: "Unit basis",
        stated_outcome: "Outcome that applies",
        stated_question: "In question",
        stated_model: "Model that applies",
        stated_unit: "Rate is per",
      }),
      ...columns("modifiers", { modifier_key: "Modifiers" }),
      ...columns("number", {
        agreed_rate: "Agreed rate",
        units_requested: "Units requested",
        units_authorized: "Units authorized",
        units_used: "Units used",
        own_benchmark: "Own benchmark",
        billed_charge: "Billed charge",
      }),
      ...columns("isOpen", { rate_left_open: "Agreed rate" }),
      ...columns("asked", { asked: "Asked in Review" }),
      ...columns("isFilled", { is_priced: "Medicare rate" }),
      ...columns("result", {
        stated_rate: "Rate that applies",
        stated_units: "Units that apply",
        stated_expected: "Expected dollars",
        stated_medicare: "Medicare dollars",
        stated_multiple: "Multiple of Medicare",
        stated_medicare_rate: "Medicare rate",
      }),
    ],
  },
  {
    name: "offers",
    table: "Offers",
    columns: [
      ...columns("id", { case_key: "Case id", stated_line: "Compared with" }),
      ...columns("word", {
        side: "Side",
        code_key: "Code",
        rate_model: "Rate model",
        unit_basis: "Unit basis",
        stated_unit: "Unit that applies",
      }),
      ...columns("day", { offered_on: "Date" }),
      ...columns("number", { round_no: "Round", rate: "Rate", units: "Units" }),
      ...columns("isFilled", { is_compared: "Compared with" }),
      ...columns("isOfCase", { stated_of_case: "Compared with" }),
      ...columns("result", { stated_dollars: "Equivalent dollars per unit" }),
    ],
  },
  {
    name: "claims",
    table: "Claims",
    columns: [
      ...columns("id", { case_key: "Case id", claim_key: "Claim number" }),
      ...columns("word", { code_key: "Code" }),
      ...columns("day", { service_day: "Date of service" }),
      ...columns("number", { units: "Units", billed: "Billed", paid: "Paid", expected: "Expected" }),
    ],
  },
];

/** Tables small enough to be read whole, as the rest of the product reads them. */
export const SMALL_TABLES = ["Holidays", "MedicareRates", "AccessAttempts"] as const;

/** Columns of a table that hold typed numbers or days: what stands there and is none is told. */
export function typedHeadings(
  table: string,
): readonly { readonly heading: string; readonly accepts: "number" | "day" }[] {
  const declared = LEDGER_TABLES.find(({ name }) => name === table)?.columns ?? [];
  return declared.flatMap(({ heading, origin, accepts }) =>
    origin === "formula" || (accepts !== "number" && accepts !== "day") ? [] : [{ heading, accepts }],
  );
}
