import type { LineBenchmarks } from "../measures/line-benchmarks.ts";
import { agreedPrices } from "../rates/agreed-prices.ts";
import { codeFamily, levelOfFamily } from "../rates/code-family.ts";
import { type RevealedPrice, revealedPrices } from "../rates/revealed-price.ts";
import { rangeText } from "../rates/revealed-price-words.ts";
import { MODEL_WORDS } from "../tracker/review/code-words.ts";
import type { TrackedService } from "../tracker/tracked-case.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { centsFromDollars } from "../values/money.ts";
import { rowRanges } from "./case-rows.ts";
import {
  type AgreementRows,
  casesOfRows,
  inOrder,
  modifiersOf,
  type RowsOfCases,
  rowsOfCases,
} from "./cases-from-ledger.ts";
import { isBlank, type LedgerRow, numberIn, sameText, textIn } from "./ledger-row.ts";
import { ANY_MODEL, PAYER_PRICES_TABLE } from "./tables/payer-prices-table.ts";
import type { PlanValue } from "./workbook-plan.ts";

/**
 * What each payer has agreed to before as the ledger tells it: with everything that people corrected or entered, and
 * each line's own Medicare rate. The rows have their calculated columns filled.
 *
 * @example ledgerPrices({ cases, periods, lines }, asOf, false)[0]?.median
 */
export function ledgerPrices(rows: AgreementRows, asOf: CalendarDate, countOwn: boolean): RevealedPrice[] {
  const ofCases = rowsOfCases(rows);
  const benchmarks = ratesOnLines(rows, ofCases);
  return revealedPrices(agreedPrices(casesOfRows(rows, ofCases), { benchmarks, countOwn }), asOf);
}

/** The Medicare rates that stand on Service lines. */
export function ratesOnLines(rows: AgreementRows, { periods, lines }: RowsOfCases = rowsOfCases(rows)): LineBenchmarks {
  return (subject, { service, period }) => {
    const at = period === null ? -1 : subject.periods.indexOf(period);
    const periodId = textIn(inOrder(periods.all(subject.id))[at], "Period id");
    const ofCase = lines.all(subject.id);
    const rate = rateOnLine(ofCase, periodId, service) ?? rateOnLine(ofCase, "", service);
    return rate === null ? null : centsFromDollars(rate);
  };
}

/** The Medicare rate of the last of a case's lines with that code and those modifiers under an authorization. */
function rateOnLine(lines: readonly LedgerRow[], periodId: string, service: TrackedService): number | null {
  const wanted = [service.code, ...(service.modifiers ?? [])].join("|");
  const isWanted = (row: LedgerRow): boolean =>
    numberIn(row, "Medicare rate") !== null &&
    sameText(textIn(row, "Period id"), periodId) &&
    sameText([textIn(row, "Code"), ...modifiersOf(row)].join("|"), wanted);
  return numberIn(lines.findLast(isWanted), "Medicare rate");
}

/**
 * The rows of PayerPrices as of a day. What the user typed into columns of her own stays with the row's key.
 */
export function payerPriceRows(
  prices: readonly RevealedPrice[],
  asOf: CalendarDate,
  before: readonly LedgerRow[],
): LedgerRow[] {
  const declared = new Set(PAYER_PRICES_TABLE.columns.map(({ heading }) => heading));
  const earlier = new Map(before.map((row) => [textIn(row, "Key").toLowerCase(), row]));
  return prices.map((price) => {
    const row = rowOf(price, asOf);
    const known = earlier.get(textIn(row, "Key").toLowerCase());
    for (const [heading, value] of known ?? []) if (!declared.has(heading) && !isBlank(value)) row.set(heading, value);
    return row;
  });
}

/** Never blank and never 0: nothing of these agreements can be set against Medicare. */
const NOT_KNOWN = "not known";

function rowOf(price: RevealedPrice, asOf: CalendarDate): LedgerRow {
  const row: LedgerRow = new Map();
  const set = (heading: string, value: PlanValue): void => {
    if (!isBlank(value)) row.set(heading, value);
  };
  const share = (hundredths: number | null): PlanValue => (hundredths === null ? NOT_KNOWN : hundredths / 10_000);
  const day = (found: CalendarDate | null): PlanValue => (found === null ? null : { day: found });
  const model = price.model === "asPercentOfMedicare" ? ANY_MODEL : MODEL_WORDS.wordFor(price.model);
  const level = price.code === null ? levelOfFamily(price.familyId) : null;
  set("Payer", price.payer);
  set("Service", price.family);
  set("Code", price.code);
  set("Codes", price.codes.join(", "));
  set("Rate model", model);
  set("Unit", price.basis);
  set("Cases", price.n);
  set("Rates", price.lines);
  set("Median", price.median / 100);
  set("Low", price.low / 100);
  set("High", price.high / 100);
  set("What it says", `${price.n} ${price.n === 1 ? "case" : "cases"}, ${rangeText(price)}${undatedWords(price)}`);
  set("Median percent of Medicare", share(price.percentOfMedicareMedian));
  set("Weighted percent of Medicare", share(price.percentOfMedicareWeighted));
  set("Rates compared", price.coverage);
  set("Dollars compared", price.coverageOfDollars ?? NOT_KNOWN);
  set("First agreed", day(price.since));
  set("Last agreed", day(price.until));
  set("As of", { day: asOf });
  set("Case ids", price.caseIds.join(", "));
  set(
    "Tracker rows",
    price.sources.map(({ sheet, rows }) => `${sheet ?? ""} ${rowRanges([...rows])}`.trim()).join("; "),
  );
  set("Key", priceKey(price.payer, price.code ?? price.family, model, price.basis ?? ""));
  if (level !== null) set("Level key", priceKey(price.payer, level, model, price.basis ?? ""));
  return row;
}

function undatedWords({ undated }: RevealedPrice): string {
  return undated === 0 ? "" : `; ${undated} without a day of decision`;
}

/** How a row of PayerPrices is found. */
export function priceKey(payer: string, service: string, model: string, unit: string): string {
  return [payer, service, model, unit].join("|");
}

/** Fills "Code family" of Service lines, by which offers find what was agreed to before. */
export function nameFamilies(lines: readonly LedgerRow[]): void {
  for (const row of lines) {
    const code = textIn(row, "Code");
    if (code === "") row.delete("Code family");
    else row.set("Code family", codeFamily(code).name);
  }
}
