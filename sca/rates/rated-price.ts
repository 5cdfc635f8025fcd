import { percentOf } from "../measures/percent-of.ts";
import { otherUnit } from "../measures/unit-basis.ts";
import { type Cents, centsForUnits, centsFromDollars } from "../values/money.ts";
import { type AgreedPrice, type PricedService, pricedService } from "./agreed-price.ts";
import { divided, dollarsOf, fractionOf, nearest, product } from "./fraction.ts";

/** An agreed rate with what it is in each measure. */
export interface Rated {
  readonly price: AgreedPrice;
  readonly service: PricedService;
  /** Cents, or hundredths of a percent. */
  readonly figure: number;
  readonly percent: number | null;
  /** Of all its units; null where not known. */
  readonly dollars: Cents | null;
  readonly medicare: Cents | null;
}

function isPercent({ model }: AgreedPrice): boolean {
  return model === "percentOfMedicare" || model === "percentOfBilled";
}

/** Medicare's amount for one of what the rate pays for; null where the two are for different things. */
function comparable({ benchmark, model, unitBasis }: AgreedPrice): Cents | null {
  if (benchmark?.kind !== "amount" || benchmark.cents <= 0) return null;
  if (model === "caseRate" || model === "percentOfBilled") return null;
  return benchmark.isOwn === true || otherUnit(model, unitBasis ?? undefined) === null ? benchmark.cents : null;
}

/** The figures of an agreed rate. Every division rounds once, to the nearest, halves up. */
export function rated(price: AgreedPrice): Rated {
  const hundredths = nearest(product(fractionOf(price.rate), fractionOf(100)));
  const amount = comparable(price);
  const ofMedicare = price.model === "percentOfMedicare";
  const computed =
    amount === null || ofMedicare
      ? null
      : nearest(divided(product(fractionOf(price.rate), fractionOf(10_000)), dollarsOf(amount)));
  const units = price.units !== null && price.units > 0 && Number.isFinite(price.units) ? price.units : null;
  return {
    price,
    service: pricedService(price),
    figure: isPercent(price) ? hundredths : centsFromDollars(price.rate),
    percent: ofMedicare ? hundredths : computed,
    dollars: dollarsAgreed(price, amount, units),
    medicare: amount === null || units === null ? null : centsForUnits(amount / 100, units),
  };
}

/** A percent of Medicare is told for one unit, to the cent, as the ledger does. */
function dollarsAgreed(price: AgreedPrice, amount: Cents | null, units: number | null): Cents | null {
  if (price.model === "caseRate") return centsFromDollars(price.rate);
  if (price.model === "percentOfBilled") return null;
  if (price.model !== "percentOfMedicare") return units === null ? null : centsForUnits(price.rate, units);
  return amount === null || units === null ? null : centsForUnits(percentOf(price.rate, amount) / 100, units);
}

/** A case repeats its rate for each authorization: it agreed to it once, for all their units. */
export function once(prices: readonly AgreedPrice[]): AgreedPrice[] {
  const seen = new Map<string, AgreedPrice>();
  for (const price of prices) {
    const amount = comparable(price) ?? "";
    const modifiers = [...price.modifiers].sort().join(",");
    const covered = [...(price.alsoCovers ?? [])].sort().join(",");
    const parts = [
      price.caseId,
      price.code,
      modifiers,
      covered,
      price.model,
      price.unitBasis ?? "",
      price.rate,
      amount,
    ];
    const key = [price.payer.toLowerCase(), price.levelOfCare ?? "", ...parts].join("|");
    const known = seen.get(key);
    seen.set(key, known === undefined ? price : joined(known, price));
  }
  return [...seen.values()];
}

function joined(one: AgreedPrice, other: AgreedPrice): AgreedPrice {
  const units = one.units === null || other.units === null ? null : sumOfUnits(one.units, other.units);
  const rows = [...new Set([...one.source.rows, ...other.source.rows])].sort((a, b) => a - b);
  const decided =
    one.decided === null || (other.decided !== null && other.decided > one.decided) ? other.decided : one.decided;
  return { ...one, units, decided, source: { sheet: one.source.sheet, rows } };
}

/** Half units and the like add up as they are written, not as binary fractions do. */
function sumOfUnits(one: number, other: number): number {
  return (Math.round(one * 10_000) + Math.round(other * 10_000)) / 10_000;
}
