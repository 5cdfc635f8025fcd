import { daysWaiting } from "../deadlines/waiting.ts";
import { ASKED, DOLLAR_FIELDS, namesAny } from "./asked-fields.ts";
import { calculatePayerMultiples, calculateRates } from "./calculated-benchmarks.ts";
import { calculateLines } from "./calculated-lines.ts";
import { calculatePeriodBasics, calculatePeriods } from "./calculated-periods.ts";
import { type FormulaSettings, type LedgerIndex, type LedgerRows, RowIndex } from "./ledger-index.ts";
import { dayIn, isBlank, type LedgerRow, numberIn, sameText, sumOf, textIn } from "./ledger-row.ts";
import { REQUIRED_TERMS, type TermEvidence } from "./required-terms.ts";
import { CASE_STANDINGS } from "./tables/cases-table.ts";

/**
 * Fills every calculated column with what its formula gives: the cached results of the workbook.
 * Blank results are empty texts, as in Excel.
 */
export function fillCalculatedColumns(rows: LedgerRows, settings: FormulaSettings): void {
  const index = {
    cases: new RowIndex(rows.cases, "Case id"),
    periods: new RowIndex(rows.periods, "Period id"),
    periodsOfCase: new RowIndex(rows.periods, "Case id"),
    linesOfPeriod: new RowIndex(rows.lines, "Period id"),
    linesOfCase: new RowIndex(rows.lines, "Case id"),
    payers: new RowIndex(rows.payers, "Payer"),
    casesOfPayer: new RowIndex(rows.cases, "Payer"),
    rates: new RowIndex(rows.rates, "Benchmark"),
  };
  calculateRates(rows.rates);
  calculatePeriodBasics(rows.periods, index, settings);
  calculateLines(rows.lines, index, settings);
  calculatePeriods(rows.periods, index, settings);
  for (const row of rows.cases) calculateCase(row, index, settings);
  for (const row of rows.payers) {
    const payer = textIn(row, "Payer");
    row.set("Cases", payer === "" ? "" : index.casesOfPayer.all(payer).length);
  }
  calculatePayerMultiples(rows.payers, rows.lines);
  for (const row of rows.review) row.set("Open", isBlank(row.get("Sheet")) || isBlank(row.get("Cell")) ? "" : "Go");
  for (const row of rows.claims) {
    const paid = numberIn(row, "Paid");
    const expected = numberIn(row, "Expected");
    row.set("Variance", paid === null || expected === null ? "" : paid - expected);
  }
}

function calculateCase(row: LedgerRow, index: LedgerIndex, settings: FormulaSettings): void {
  const outcome = textIn(row, "Outcome");
  const submitted = dayIn(row, "Submitted");
  const waiting =
    sameText(outcome, "Pending") && submitted !== null ? daysWaiting(submitted, settings.asOf, settings.holidays) : "";
  row.set("Days waiting", waiting);
  row.set("Standing", isBlank(row.get("Case id")) ? "" : caseStanding(row, outcome, Number(waiting), index, settings));
  row.set("Expected dollars", expectedDollars(row, outcome, index));
  const missing = isApproved(outcome) ? missingTerms(row, index) : null;
  row.set("Missing terms", missing === null ? "" : missing.join("; "));
  row.set("Terms complete", missing === null ? "" : 1 - missing.length / REQUIRED_TERMS.length);
  row.set("Open", isBlank(row.get("Source sheet")) || isBlank(row.get("First cell")) ? "" : "Go");
}

function isApproved(outcome: string): boolean {
  return ["approved", "partially approved", "approved on appeal"].includes(outcome.toLowerCase());
}

/** What was agreed for a case, as sca/measures/agreed-amount defines it. */
function expectedDollars(row: LedgerRow, outcome: string, index: LedgerIndex): number | "" {
  const asked = textIn(row, ASKED);
  if (!isApproved(outcome) || namesAny(asked, ["Outcome"])) return "";
  const id = textIn(row, "Case id");
  const lines = index.linesOfCase.all(id);
  const byCode = sumOf(lines, "Expected dollars");
  if (lines.some((line) => numberIn(line, "Agreed rate") !== null)) return byCode;
  if (sameText(textIn(row, "Rate model"), "Per case")) {
    return namesAny(asked, DOLLAR_FIELDS) ? "" : (numberIn(row, "Agreed rate") ?? "");
  }
  const byPeriod = sumOf(index.periodsOfCase.all(id), "Expected dollars");
  return byPeriod === "" ? byCode : byPeriod;
}

function caseStanding(
  row: LedgerRow,
  outcome: string,
  waiting: number,
  index: LedgerIndex,
  settings: FormulaSettings,
): string {
  if (outcome === "") return CASE_STANDINGS.noOutcome;
  if (sameText(outcome, "Pending")) {
    const limit = numberIn(index.payers.first(textIn(row, "Payer")), "Escalate after") ?? settings.escalateAfter;
    return waiting >= limit ? CASE_STANDINGS.escalate : CASE_STANDINGS.pending;
  }
  if (sameText(outcome, "Denied")) {
    const appealed = dayIn(row, "Appeal filed") !== null && isBlank(row.get("Appeal outcome"));
    return appealed ? CASE_STANDINGS.appealPending : CASE_STANDINGS.denied;
  }
  if (!isApproved(outcome)) return outcome;
  const written = textIn(row, "Written confirmation");
  if (sameText(written, "Yes")) return CASE_STANDINGS.inWriting;
  return sameText(written, "No") ? CASE_STANDINGS.verbalOnly : CASE_STANDINGS.noProof;
}

function missingTerms(row: LedgerRow, index: LedgerIndex): string[] {
  const id = textIn(row, "Case id");
  const periods = index.periodsOfCase.all(id);
  const lines = index.linesOfCase.all(id);
  const isPositive = (entry: LedgerRow, heading: string): boolean => (numberIn(entry, heading) ?? 0) > 0;
  const isDay = (entry: LedgerRow, heading: string): boolean => dayIn(entry, heading) !== null;
  const isFilled = (entry: LedgerRow, heading: string): boolean => !isBlank(entry.get(heading));
  const count = (
    rows: readonly LedgerRow[],
    holds: (entry: LedgerRow, heading: string) => boolean,
    ...headings: string[]
  ): number => rows.filter((entry) => headings.every((heading) => holds(entry, heading))).length;
  const evidence: TermEvidence = {
    filled: (heading) => isFilled(row, heading),
    writtenConfirmation: sameText(textIn(row, "Written confirmation"), "Yes"),
    datedPeriods: count(periods, isDay, "First covered day", "Last covered day"),
    numberedPeriods: count(periods, isFilled, "Auth number"),
    periodsWithUnits: count(periods, isPositive, "Units authorized"),
    periodsWithRate: count(periods, isPositive, "Agreed rate"),
    periodsWithModel: count(periods, isFilled, "Rate model"),
    codes: count(lines, isFilled, "Code"),
    linesWithUnits: count(lines, isPositive, "Units authorized"),
    linesWithRate: count(lines, isPositive, "Agreed rate"),
    linesWithModel: count(lines, isFilled, "Rate model"),
  };
  return REQUIRED_TERMS.filter((term) => term.isMissing(evidence)).map((term) => term.label);
}
