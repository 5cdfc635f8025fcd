import type { LineBenchmarks } from "../measures/line-benchmarks.ts";
import { agreedPrices } from "../rates/agreed-prices.ts";
import { codeFamily, levelOfFamily } from "../rates/code-family.ts";
import { type RevealedPrice, revealedPrices } from "../rates/revealed-price.ts";
import { rangeText } from "../rates/revealed-price-words.ts";
import { MODEL_WORDS } from "../tracker/review/code-words.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { centsFromDollars } from "../values/money.ts";
import { rowRanges } from "./case-rows.ts";
import { type AgreementRows, casesOfRows } from "./cases-from-ledger.ts";
import { isBlank, type LedgerRow, numberIn, textIn } from "./ledger-row.ts";
import { ANY_MODEL, PAYER_PRICES_TABLE } from "./tables/payer-prices-table.ts";
import type { PlanValue } from "./workbook-plan.ts";

/**
 * What each payer has agreed to before as the ledger tells it: with everything that people corrected or entered, and
 * each line's own Medicare rate. The rows have their calculated columns filled.
 *
 * @example ledgerPrices({ cases, periods, lines }, asOf, false)[0]?.median
 */
export function ledgerPrices(rows: AgreementRows, asOf: CalendarDate, countOwn: boolean): RevealedPrice[] {
  return revealedPrices(agreedPrices(casesOfRows(rows), { benchmarks: ratesOnLines(rows), countOwn }), asOf);
}

/** The Medicare rates that stand on Service lines. */
export function ratesOnLines(rows: AgreementRows): LineBenchmarks {
  const rates = new Map<string, number>();
  for (const row of rows.lines) {
    const rate = numberIn(row, "Medicare rate");
    const parts = [textIn(row, "Case id"), textIn(row, "Period id"), textIn(row, "Code")];
    if (rate !== null) rates.set(keyOf(...parts, ...textIn(row, "Modifiers").split(/[\s,]+/)), rate);
  }
  const periodIds = new Map<string, string[]>();
  const inOrder = [...rows.periods].sort((a, b) => (numberIn(a, "Period") ?? 0) - (numberIn(b, "Period") ?? 0));
  for (const row of inOrder) {
    const caseId = textIn(row, "Case id").toLowerCase();
    const known = periodIds.get(caseId) ?? [];
    known.push(textIn(row, "Period id"));
    periodIds.set(caseId, known);
  }
  return (subject, { service, period }) => {
    const at = period === null ? -1 : subject.periods.indexOf(period);
    const periodId = periodIds.get(subject.id.toLowerCase())?.[at] ?? "";
    const parts = [service.code, ...(service.modifiers ?? [])];
    const rate = rates.get(keyOf(subject.id, periodId, ...parts)) ?? rates.get(keyOf(subject.id, "", ...parts));
    return rate === undefined ? null : centsFromDollars(rate);
  };
}

function keyOf(...parts: readonly string[]): string {
  return parts
    .filter((part, index) => index < 3 || part !== "")
    .join("|")
    .toLowerCase();
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
