import { type Cents, printMoney } from "../values/money.ts";
import { dollarsOf, fractionOf, nearestCents, product } from "./fraction.ts";
import type { PriceGap } from "./price-gap.ts";
import type { RateTerm } from "./rate-term.ts";
import { chargeFor, daysOfLine, type MixLine, nameOfLine, type ServiceMix } from "./service-mix.ts";
import { capInUnitsOf, underDailyCap, wordFor } from "./unit-caps.ts";
import { type UnitRate, unitRate } from "./unit-rate.ts";

/** What a line contributes to an offer's total. */
export type LinePrice =
  | {
      readonly kind: "priced";
      readonly line: MixLine;
      readonly cents: Cents;
      /** Units, or days of a rate by the day, that are paid. */
      readonly paid: number;
      /** True where the billed charge was lower than the rate and is what is paid. */
      readonly isBilledLower: boolean;
      /** How it was reckoned. */
      readonly sentence: string;
    }
  /** The line has no amount of its own: the rate for the day or the case covers it. */
  | { readonly kind: "inside"; readonly line: MixLine; readonly sentence: string }
  | { readonly kind: "notPriced"; readonly line: MixLine; readonly gap: PriceGap };

export interface PricedLines {
  readonly lines: readonly LinePrice[];
  readonly notes: readonly string[];
}

/**
 * The lines of a mix under an offer that pays by line: rate times units, rounded to the cent once a line (a rate that is
 * a percentage is rounded to the cent before it is multiplied), caps and "lesser of" applied line by line and said.
 */
export function priceLines(term: RateTerm, mix: ServiceMix): PricedLines {
  const notes: string[] = [];
  const { unitsInAll, unitsPerDay } = term.conditions;
  let left = unitsInAll === null ? null : unitsInAll.units;
  let capMet = false;
  const lines = mix.lines.map((line): LinePrice => {
    const rate = unitRate(term, line);
    if ("reason" in rate) return { kind: "notPriced", line, gap: rate };
    notes.push(...rate.notes);
    const counted = rate.isDay ? paidDays(line, notes) : line.units;
    const daily = rate.isDay ? { units: counted, notes: [] } : underDailyCap(line, counted, unitsPerDay);
    if ("reason" in daily) return { kind: "notPriced", line, gap: daily };
    notes.push(...daily.notes);
    let paid = daily.units;
    const capped =
      unitsInAll === null || left === null
        ? null
        : rate.isDay && unitsInAll.basis === "day"
          ? 1
          : capInUnitsOf(line, { ...unitsInAll, units: 1 });
    if (unitsInAll !== null && left !== null && capped !== null) {
      capMet = true;
      const most = left * capped;
      if (most < paid) {
        notes.push(
          `${nameOfLine(line)}: the offer ends at ${unitsInAll.units} ${wordFor(unitsInAll)} in all; ${paid - most} of ${paid} are not paid.`,
        );
        paid = most;
      }
      left -= paid / capped;
    }
    // A day's charge is of all its units.
    const billed = rate.isDay && line.basis !== "day" ? (line.units * paid) / counted : paid;
    return lesserOf(term, line, { paid, billed }, rate, notes);
  });
  if (unitsInAll !== null && !capMet && lines.some(({ kind }) => kind === "priced")) {
    notes.push(`The cap of ${unitsInAll.units} ${wordFor(unitsInAll)} was not applied: no line counts them.`);
  }
  return { lines, notes };
}

/** One per diem a day: further units of a day are not paid, and flagged. */
function paidDays(line: MixLine, notes: string[]): number {
  const days = daysOfLine(line) ?? line.units;
  if (line.basis === "day" && line.units > days) {
    notes.push(
      `${nameOfLine(line)}: ${line.units} units on ${days} days. One per diem a day is paid; ${line.units - days} units are not.`,
    );
    return days;
  }
  return line.basis === "day" ? Math.min(days, line.units) : days;
}

function lesserOf(
  term: RateTerm,
  line: MixLine,
  { paid, billed: billedUnits }: { readonly paid: number; readonly billed: number },
  rate: UnitRate,
  notes: string[],
): LinePrice {
  const cents = nearestCents(product(rate.dollars, fractionOf(paid)));
  const sentence = `${rate.sentence}, times ${paid}: ${printMoney(cents)}`;
  const percent = term.conditions.lesserOfBilled;
  if (percent === null) return { kind: "priced", line, cents, paid, isBilledLower: false, sentence };
  const name = nameOfLine(line);
  const charge = chargeFor(line, billedUnits);
  if (charge === null) {
    return {
      kind: "notPriced",
      line,
      gap: {
        reason: "charge-missing",
        sentence: `The offer pays the lesser of its rate and billed charges, and the billed charge of ${name} is not stated.`,
      },
    };
  }
  const billed = nearestCents(product(fractionOf(percent), { over: 1n, under: 100n }, dollarsOf(charge)));
  if (billed >= cents)
    return { kind: "priced", line, cents, paid, isBilledLower: false, sentence: `${sentence}, less than billed` };
  const of = percent === 100 ? "the billed charge" : `${percent} % of the billed charge`;
  notes.push(
    `${name}: ${of}, ${printMoney(billed)}, is less than the rate, ${printMoney(cents)}, and is what is paid.`,
  );
  return {
    kind: "priced",
    line,
    cents: billed,
    paid,
    isBilledLower: true,
    sentence: `${of}: ${printMoney(billed)} (${sentence})`,
  };
}
