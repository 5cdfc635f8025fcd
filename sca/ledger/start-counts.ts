import type { NoBenchmarkReason } from "../medicare/benchmark.ts";
import type { NotCase } from "../tracker/tracked-case.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { LedgerRows } from "./ledger-index.ts";
import { dayIn, isBlank, type LedgerRow, numberIn, sameText, textIn } from "./ledger-row.ts";
import type { LedgerTable } from "./ledger-table.ts";
import { AS_OF, LAPSE_ALERT } from "./settings.ts";
import { benchmarkCounts } from "./start-benchmarks.ts";
import type { Count } from "./start-line.ts";
import { CASE_STANDINGS } from "./tables/cases-table.ts";
import { REVIEW_STATUS } from "./tables/review-table.ts";
import type { WorkbookNames } from "./workbook-names.ts";
import type { PlanFormula } from "./workbook-plan.ts";

/** What the Start sheet tells of. */
export interface StartFacts {
  readonly file: string;
  readonly asOf: CalendarDate;
  /** Days for which a lapse counts as recent. */
  readonly lapseAlert: number;
  readonly rows: LedgerRows;
  readonly notCases: readonly NotCase[];
  /** Service lines without a Medicare benchmark, by the reason. */
  readonly noBenchmark: ReadonlyMap<NoBenchmarkReason, number>;
  readonly tables: readonly LedgerTable[];
  readonly names: WorkbookNames;
}

const APPROVED = ["Approved", "Partially approved", "Approved on appeal"] as const;

/** What was found. */
export function countsOf({ rows, names, noBenchmark }: StartFacts): Count[] {
  const filled = (table: string, heading: string, of: readonly LedgerRow[]): PlanFormula => ({
    formula: names.formula(`SUMPRODUCT(--(${table}[${heading}]<>""))`),
    result: of.filter((row) => !isBlank(row.get(heading))).length,
  });
  const outcomes = (...words: string[]): PlanFormula => equalTo(names, "Cases", "Outcome", rows.cases, words);
  return [
    {
      label: "Requests",
      count: filled("Cases", "Case id", rows.cases),
      sheet: "Cases",
      about: "One row a request for one patient.",
    },
    {
      label: "  approved",
      count: outcomes(...APPROVED),
      sheet: "Cases",
      about: "In full, in part or on appeal.",
    },
    { label: "  denied", count: outcomes("Denied"), sheet: "Cases", about: "" },
    { label: "  pending", count: outcomes("Pending"), sheet: "Cases", about: "" },
    { label: "  withdrawn", count: outcomes("Withdrawn"), sheet: "Cases", about: "" },
    {
      label: "Authorizations",
      count: filled("AuthorizationPeriods", "Period id", rows.periods),
      sheet: "Authorizations",
      about: "With days left, units left and the day to ask for the next.",
    },
    {
      label: "Service lines",
      count: filled("ServiceLines", "Line id", rows.lines),
      sheet: "Service lines",
      about: "One row a code.",
    },
    ...benchmarkCounts(rows.lines, noBenchmark, names),
    {
      label: "Expected dollars",
      count: {
        formula: names.formula("SUM(Cases[Expected dollars])"),
        result: rows.cases.reduce((sum, row) => sum + (numberIn(row, "Expected dollars") ?? 0), 0),
      },
      look: "money",
      sheet: "Cases",
      about: "Agreed rate times units authorized, of approved requests: the part that can be told in dollars.",
    },
    {
      label: "  approved, dollars not told",
      count: {
        formula: names.formula(
          APPROVED.map((word) => `COUNTIFS(Cases[Outcome],"${word}",Cases[Expected dollars],"")`).join("+"),
        ),
        result: rows.cases.filter(
          (row) =>
            APPROVED.some((word) => sameText(textIn(row, "Outcome"), word)) && isBlank(row.get("Expected dollars")),
        ).length,
      },
      sheet: "Cases",
      about: "A percent rate without a benchmark, no rate, no units, or a question in Review: never counted as 0.",
    },
    {
      label: "Payers",
      count: filled("Payers", "Payer", rows.payers),
      sheet: "Payers",
      about: "Fill their lead times and habits there.",
    },
  ];
}

/** What needs the user. */
export function todosOf({ rows, names, asOf, lapseAlert }: StartFacts): Count[] {
  const periods = (...words: string[]): PlanFormula =>
    equalTo(names, "AuthorizationPeriods", "Standing", rows.periods, words);
  const cases = (...words: string[]): PlanFormula => equalTo(names, "Cases", "Standing", rows.cases, words);
  const touches = rows.cases.filter((row) => {
    const day = dayIn(row, "Next touch");
    return day !== null && day <= asOf;
  }).length;
  return [
    {
      label: "Questions open",
      count: equalTo(names, "Review", "Status", rows.review, [REVIEW_STATUS.open]),
      sheet: "Review",
      about: "Values that could be read in more than one way. Answer there and structure the tracker again.",
    },
    {
      label: "Renewals overdue",
      count: periods("Overdue", "Used up"),
      sheet: "Authorizations",
      about: "The request-by day is past or the units are gone.",
    },
    { label: "Renewals due", count: periods("Due"), sheet: "Authorizations", about: "The request-by day is near." },
    {
      label: "Lapsed lately",
      count: {
        formula: names.formula(
          `COUNTIFS(AuthorizationPeriods[Standing],"Lapsed",AuthorizationPeriods[Days left],">="&-${LAPSE_ALERT})`,
        ),
        result: rows.periods.filter(
          (row) => textIn(row, "Standing") === "Lapsed" && (numberIn(row, "Days left") ?? 0) >= -lapseAlert,
        ).length,
      },
      sheet: "Authorizations",
      about: "Ended within the days set on Settings, and no authorization of the case follows.",
    },
    {
      label: "Approved, verbal only",
      count: cases(CASE_STANDINGS.verbalOnly),
      sheet: "Cases",
      about: "Verbal approvals are not binding (AToN Center v. United Healthcare, 2023): get them in writing.",
    },
    {
      label: "Approved, no written proof logged",
      count: cases(CASE_STANDINGS.noProof),
      sheet: "Cases",
      about: "The tracker does not say whether a letter is there.",
    },
    {
      label: "Pending too long",
      count: cases(CASE_STANDINGS.escalate),
      sheet: "Cases",
      about: "Escalate to utilization or case management.",
    },
    {
      label: "Next touch reached",
      count: { formula: names.formula(`COUNTIFS(Cases[Next touch],"<="&${AS_OF})`), result: touches },
      sheet: "Cases",
      about: "Cases whose next touch, as you set it, is today or past.",
    },
  ];
}

function equalTo(
  names: WorkbookNames,
  table: string,
  heading: string,
  rows: readonly LedgerRow[],
  words: readonly string[],
): PlanFormula {
  const formula = words.map((word) => `COUNTIFS(${table}[${heading}],"${word}")`).join("+");
  const result = rows.filter((row) => words.some((word) => sameText(textIn(row, heading), word))).length;
  return { formula: names.formula(formula), result };
}
