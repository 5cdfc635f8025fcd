import { ASKED, DOLLAR_FIELDS, namesAny } from "./asked-fields.ts";
import {
  calculateLineRate,
  calculateMedicareDollars,
  type LineRate,
  multipleOf,
  percentOfMedicare,
} from "./calculated-benchmarks.ts";
import { runOutCell } from "./calculated-periods.ts";
import { type FormulaSettings, isDollarsPerUnit, isNotInForce, type LedgerIndex } from "./ledger-index.ts";
import { dayIn, isBlank, type LedgerRow, numberIn, sameText, textIn } from "./ledger-row.ts";
import { NOT_STATED } from "./ledger-words.ts";

/** The calculated columns of Service lines; the periods' own basics are filled by then. */
export function calculateLines(lines: readonly LedgerRow[], index: LedgerIndex, settings: FormulaSettings): void {
  const rateOf = new Map<LedgerRow, LineRate>();
  for (const row of lines) {
    const entry = index.cases.first(textIn(row, "Case id"));
    const period = index.periods.first(textIn(row, "Period id"));
    row.set("Patient", textIn(entry, "Patient"));
    row.set("Payer", textIn(entry, "Payer"));
    if (isBlank(row.get("Case id"))) {
      for (const heading of CALCULATED) row.set(heading, "");
      continue;
    }
    const outcome = isBlank(row.get("Period id")) ? textIn(entry, "Outcome") : textIn(period, "Outcome that applies");
    const sources = [row, period, entry];
    const stated = sources.map((source) => textIn(source, "Rate model")).find((text) => text !== "") ?? "";
    const model = sameText(stated, NOT_STATED) ? "" : stated;
    const rate = rateThatApplies(sources);
    const asked = sources.some((source) => namesAny(textIn(source, ASKED), DOLLAR_FIELDS));
    row.set("In question", asked ? "Yes" : "");
    const agreed = !isNotInForce(outcome);
    const units = agreed ? unitsThatApply(row, period, index) : null;
    const authorized = numberIn(row, "Units authorized");
    const used = numberIn(row, "Units used");
    const left = agreed && authorized !== null && used !== null ? authorized - used : null;
    row.set("Outcome that applies", outcome);
    row.set("Model that applies", model);
    row.set("Rate that applies", rate ?? "");
    row.set("Units that apply", units ?? "");
    const lineRate = calculateLineRate(row, model, index);
    rateOf.set(row, lineRate);
    row.set("Multiple of Medicare", asked || rate === null ? "" : multipleOf(row, model, rate, lineRate));
    row.set(
      "Expected dollars",
      (agreed && !asked && rate !== null ? expected(row, model, rate, units, index, lineRate) : null) ?? "",
    );
    row.set("Units left", left ?? "");
    row.set("Runs out on", agreed && authorized !== null && used !== null ? runOutCell(period, authorized, used) : "");
    row.set(
      "Dollars left",
      left !== null && rate !== null && !asked && isDollarsPerUnit(model) ? Math.max(0, left) * rate : "",
    );
  }
  dropRepeatedCaseRates(lines);
  for (const [row, rate] of rateOf) calculateMedicareDollars(row, rate, settings.countOwnBenchmarks);
  for (const row of lines) row.set("Runs out first", runsOutFirst(row, index));
}

/** The line's own rate, else its period's, else its case's; a period may leave the rate open. */
function rateThatApplies(sources: readonly (LedgerRow | undefined)[]): number | null {
  for (const source of sources) {
    const rate = numberIn(source, "Agreed rate");
    if (rate !== null) return rate;
    if (sameText(textIn(source, "Agreed rate"), NOT_STATED)) return null;
  }
  return null;
}

/** A rate per case is all in: it stands on the first line in force of its code only. */
function dropRepeatedCaseRates(lines: readonly LedgerRow[]): void {
  const seen = new Set<string>();
  for (const row of lines) {
    if (isBlank(row.get("Case id")) || isNotInForce(textIn(row, "Outcome that applies"))) continue;
    const key = ["Case id", "Code", "Modifiers"].map((heading) => textIn(row, heading).toLowerCase()).join("|");
    const isPerCase = sameText(textIn(row, "Model that applies"), "Per case");
    if (isPerCase && numberIn(row, "Agreed rate") !== null && seen.has(key)) row.set("Expected dollars", "");
    seen.add(key);
  }
}

const CALCULATED = [
  "Outcome that applies",
  "Model that applies",
  "Rate that applies",
  "Units that apply",
  "Multiple of Medicare",
  "Expected dollars",
  "Units left",
  "Runs out on",
  "Dollars left",
  "In question",
  "Medicare rate",
  "Rate is per",
  "Medicare dollars",
];

function unitsThatApply(row: LedgerRow, period: LedgerRow | undefined, index: LedgerIndex): number | null {
  const own = numberIn(row, "Units authorized");
  if (own !== null) return own;
  const periodId = textIn(row, "Period id");
  if (periodId !== "") {
    return index.linesOfPeriod.all(periodId).length === 1 ? numberIn(period, "Units authorized") : null;
  }
  const caseId = textIn(row, "Case id");
  if (index.linesOfCase.all(caseId).length !== 1) return null;
  let sum = 0;
  for (const other of index.periodsOfCase.all(caseId)) {
    if (!isNotInForce(textIn(other, "Outcome that applies")) && isBlank(other.get("In question")))
      sum += numberIn(other, "Units authorized") ?? 0;
  }
  return sum > 0 ? sum : null;
}

function expected(
  row: LedgerRow,
  model: string,
  rate: number,
  units: number | null,
  index: LedgerIndex,
  lineRate: LineRate,
): number | null {
  if (sameText(model, "Per case")) {
    const counts = numberIn(row, "Agreed rate") !== null || index.linesOfCase.all(textIn(row, "Case id")).length === 1;
    return counts ? rate : null;
  }
  if (units === null) return null;
  if (isDollarsPerUnit(model)) return rate * units;
  const billed = numberIn(row, "Billed charge");
  if (sameText(model, "Percent of billed") && billed !== null) return (rate / 100) * billed * units;
  return sameText(model, "Percent of Medicare") ? percentOfMedicare(rate, units, lineRate) : null;
}

function runsOutFirst(row: LedgerRow, index: LedgerIndex): string {
  const day = dayIn(row, "Runs out on");
  if (day === null) return "";
  const earlier = index.linesOfPeriod.all(textIn(row, "Period id")).some((other) => {
    const otherDay = dayIn(other, "Runs out on");
    return otherDay !== null && otherDay < day;
  });
  return earlier ? "No" : "Yes";
}
