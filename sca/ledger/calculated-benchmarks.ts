import { ownBenchmark } from "../measures/line-benchmarks.ts";
import { percentOf } from "../measures/percent-of.ts";
import { otherUnit } from "../measures/unit-basis.ts";
import { MODEL_WORDS } from "../tracker/review/code-words.ts";
import { centsFromDollars } from "../values/money.ts";
import { type LedgerIndex, RowIndex } from "./ledger-index.ts";
import { type LedgerRow, numberIn, sameText, textIn } from "./ledger-row.ts";
import { amountOfRate } from "./rate-rows.ts";
import { NO_CHARGE, NO_MODEL, NO_MULTIPLE, NO_RATE, notCompared } from "./tables/line-benchmark.ts";

/** What one unit of a line is measured against. */
export interface LineRate {
  /** Dollars, to the cent; null where there is no benchmark. */
  readonly dollars: number | null;
  readonly isOwn: boolean;
  /** The unit of the agreed rate where it is not one service of the code. */
  readonly otherUnit: string | null;
}

/** Fills "Amount" of MedicareRates. */
export function calculateRates(rates: readonly LedgerRow[]): void {
  for (const row of rates) row.set("Amount", amountOfRate(row) ?? "");
}

/** Fills "Medicare rate" and "Rate is per" of a line with a case, and tells what they say. */
export function calculateLineRate(row: LedgerRow, model: string, index: LedgerIndex): LineRate {
  const own = ownBenchmark(numberIn(row, "Own benchmark"));
  const found = numberIn(index.rates.first(textIn(row, "Benchmark")), "Amount");
  const medicare = found !== null && found > 0 ? found : null;
  const dollars = own === null ? medicare : own / 100;
  const unit = otherUnit(MODEL_WORDS.codeFor(model), textIn(row, "Unit basis"));
  row.set("Medicare rate", dollars ?? NO_RATE);
  row.set("Rate is per", unit ?? "");
  return { dollars, isOwn: own !== null, otherUnit: unit };
}

/** The dollars of a line that is paid by a percent of Medicare; null where there is no benchmark for its unit. */
export function percentOfMedicare(rate: number, units: number, line: LineRate): number | null {
  if (line.dollars === null || (line.otherUnit !== null && !line.isOwn)) return null;
  return (percentOf(rate, centsFromDollars(line.dollars)) / 100) * units;
}

/** The multiple of Medicare, or in words why there is none. */
export function multipleOf(row: LedgerRow, model: string, rate: number, line: LineRate): number | string {
  if (sameText(model, "Percent of Medicare")) return rate / 100;
  if (sameText(model, "Per case")) return notCompared("case");
  const isOfBilled = sameText(model, "Percent of billed");
  const charge = numberIn(row, "Billed charge");
  if (isOfBilled && charge === null) return NO_CHARGE;
  if (!isOfBilled && !sameText(model, "Per unit") && !sameText(model, "Per day")) return NO_MODEL;
  if (line.dollars === null) return NO_MULTIPLE;
  if (line.otherUnit !== null && !line.isOwn) return notCompared(line.otherUnit);
  return (isOfBilled && charge !== null ? (rate / 100) * charge : rate) / line.dollars;
}

/** Fills "Medicare dollars": the weight of an approved line in its payer's multiple. */
export function calculateMedicareDollars(row: LedgerRow, line: LineRate, countOwn: boolean): void {
  const units = numberIn(row, "Units that apply");
  const counts =
    numberIn(row, "Multiple of Medicare") !== null &&
    numberIn(row, "Expected dollars") !== null &&
    isGranted(textIn(row, "Outcome that applies")) &&
    (!line.isOwn || countOwn);
  row.set("Medicare dollars", counts && units !== null && line.dollars !== null ? line.dollars * units : "");
}

/** Fills what Payers tells of the multiples of its lines; they are filled by then. */
export function calculatePayerMultiples(payers: readonly LedgerRow[], lines: readonly LedgerRow[]): void {
  const linesOf = new RowIndex(lines, "Payer");
  for (const row of payers) {
    const payer = textIn(row, "Payer");
    const own = linesOf.all(payer);
    const compared = own.filter((line) => numberIn(line, "Medicare dollars") !== null);
    const agreed = sum(compared, "Expected dollars");
    const medicare = sum(compared, "Medicare dollars");
    const granted = sum(
      own.filter((line) => isGranted(textIn(line, "Outcome that applies"))),
      "Expected dollars",
    );
    row.set("Multiple of Medicare", medicare > 0 ? agreed / medicare : "");
    row.set("Lines compared", payer === "" ? "" : compared.length);
    row.set("Dollars compared", granted > 0 ? agreed / granted : "");
  }
}

function isGranted(outcome: string): boolean {
  return ["approved", "partially approved", "approved on appeal"].includes(outcome.toLowerCase());
}

function sum(rows: readonly LedgerRow[], heading: string): number {
  return rows.reduce((total, row) => total + (numberIn(row, heading) ?? 0), 0);
}
