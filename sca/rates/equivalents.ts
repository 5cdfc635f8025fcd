import { type Cents, printMoney, sumOfCents } from "../values/money.ts";
import { divided, dollarsOf, fractionOf, nearestCents, percentOf, product } from "./fraction.ts";
import type { LinePrice } from "./price-lines.ts";
import {
  chargeFor,
  type MixLine,
  medicareFor,
  nameOfLine,
  type ServiceMix,
  type Told,
  unitsOfMix,
} from "./service-mix.ts";
import { BASIS_WORDS, type UnitBasis } from "./unit-basis.ts";

/** A percentage with what it stands on. */
export interface Share {
  /** Two decimals; 140.02 is 140.02 %. */
  readonly percent: number;
  /** What is compared: agreed and Medicare (or billed) over the same lines. */
  readonly agreedCents: Cents;
  readonly baseCents: Cents;
  /** How much of the priced dollars it covers, in percent with two decimals. */
  readonly coverage: number;
  readonly lines: number;
  readonly ofLines: number;
}

/** An offer's worth in the words of the other models. */
export interface Equivalents {
  readonly perUnit: Told<{ readonly cents: Cents; readonly basis: UnitBasis }>;
  readonly perDay: Told<Cents>;
  /** Sum agreed by sum Medicare over the lines that have both; never a mean of ratios. */
  readonly ofMedicare: Told<Share>;
  readonly ofBilled: Told<Share>;
}

interface Reckoned {
  readonly total: Told<Cents>;
  readonly pricedCents: Cents;
  readonly lines: readonly LinePrice[];
  readonly days: Told<number>;
}

/**
 * An offer's total by unit, by day, as a percentage of Medicare and of billed charges. Each is absent, with its reason,
 * where its parts are not known: units of different kinds, no Medicare amount, a line without a charge.
 */
export function equivalentsOf(quote: Reckoned, mix: ServiceMix): Equivalents {
  return {
    perUnit: perUnitOf(quote, mix),
    perDay: perDayOf(quote),
    ofMedicare: shareOf(quote, medicareFor, "Medicare prints no amount for"),
    ofBilled: shareOf(quote, (line) => chargeFor(line, line.units), "No billed charge is stated for"),
  };
}

function perUnitOf({ total }: Reckoned, mix: ServiceMix): Equivalents["perUnit"] {
  const units = unitsOfMix(mix);
  if (total.value === null) return { value: null, sentence: total.sentence };
  if (units.value === null) return { value: null, sentence: units.sentence };
  const cents = nearestCents(divided(dollarsOf(total.value), fractionOf(units.value.units)));
  const word = BASIS_WORDS[units.value.basis];
  return {
    value: { cents, basis: units.value.basis },
    sentence: `${printMoney(total.value)} over ${units.value.units} units is ${printMoney(cents)} per ${word}, to the nearest cent.`,
  };
}

function perDayOf({ total, days }: Reckoned): Told<Cents> {
  if (total.value === null) return { value: null, sentence: total.sentence };
  if (days.value === null || days.value <= 0) return { value: null, sentence: days.sentence };
  const cents = nearestCents(divided(dollarsOf(total.value), fractionOf(days.value)));
  return {
    value: cents,
    sentence: `${printMoney(total.value)} over ${days.value} days is ${printMoney(cents)} a day.`,
  };
}

function shareOf(quote: Reckoned, base: (line: MixLine) => Cents | null, without: string): Told<Share> {
  const { lines } = quote;
  const bare = lines.filter(({ line }) => base(line) === null).map(({ line }) => nameOfLine(line));
  const missing = `${without} ${[...new Set(bare)].join(", ")}.`;
  if (lines.some(({ kind }) => kind === "inside")) {
    if (quote.total.value === null) return { value: null, sentence: quote.total.sentence };
    if (bare.length > 0) {
      const why = bare.length === lines.length ? "" : " One rate covers all services, so it cannot be split by line.";
      return { value: null, sentence: `${missing}${why}` };
    }
    return told(
      quote.total.value,
      sumOfCents(lines.map(({ line }) => base(line) as Cents)),
      100,
      lines.length,
      lines.length,
    );
  }
  const priced = lines.flatMap((one) => (one.kind === "priced" ? [one] : []));
  const both = priced.filter(({ line }) => base(line) !== null);
  const pricedSum = sumOfCents(priced.map(({ cents }) => cents));
  const sum = sumOfCents(both.map(({ cents }) => cents));
  if (both.length === 0 || pricedSum === 0) {
    return { value: null, sentence: bare.length > 0 ? missing : "No line of this offer has a price." };
  }
  // A cap in dollars is on all lines together: it is shared out in proportion.
  const agreed =
    quote.pricedCents === pricedSum
      ? sum
      : nearestCents(divided(product(dollarsOf(sum), dollarsOf(quote.pricedCents)), dollarsOf(pricedSum)));
  const baseSum = sumOfCents(both.map(({ line }) => base(line) as Cents));
  const coverage = percentOf(sum, pricedSum) ?? 0;
  return told(agreed, baseSum, coverage, both.length, lines.length, bare.length > 0 ? missing : "");
}

function told(agreed: Cents, base: Cents, coverage: number, lines: number, ofLines: number, missing = ""): Told<Share> {
  const percent = percentOf(agreed, base);
  if (percent === null) return { value: null, sentence: "The base is $0.00, so there is no percentage of it." };
  const covers =
    lines === ofLines && coverage === 100
      ? ""
      : ` It covers ${coverage} % of the dollars and ${lines} of ${ofLines} lines. ${missing}`.trimEnd();
  return {
    value: { percent, agreedCents: agreed, baseCents: base, coverage, lines, ofLines },
    sentence: `${printMoney(agreed)} by ${printMoney(base)} is ${percent} %.${covers}`,
  };
}
