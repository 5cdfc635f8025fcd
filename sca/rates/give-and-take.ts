import { type Cents, printMoney } from "../values/money.ts";
import { divided, dollarsOf, fractionOf, nearest, nearestCents, percentOf, product } from "./fraction.ts";

/** What can be given or asked beside the rate, and its numbers; what is absent is not priced. */
export interface TradeFacts {
  /** What the deal is worth at the rate talked about. */
  readonly totalCents: Cents;
  /** That rate as a percentage of Medicare, where there is one. */
  readonly percentOfMedicare: number | null;
  /** Days wanted, days that the payer would authorize at first, and the rate of one day. */
  readonly length?: { readonly daysAsked: number; readonly daysFirst: number; readonly dayCents: Cents } | null;
  /** What one request for a further authorization takes. */
  readonly reauthorization?: { readonly hours: number; readonly hourlyCost: number } | null;
  /** Days sooner that the payer would pay, and what money costs us a year in percent. */
  readonly fasterPayment?: { readonly days: number; readonly yearlyPercent: number } | null;
  /** Hours that the payer's standard process saves us, and what an hour costs. */
  readonly standardProcess?: { readonly hours: number; readonly hourlyCost: number } | null;
}

export const TRADE_KINDS = ["length", "reauthorizations", "fasterPayment", "standardProcess"] as const;
export type TradeKind = (typeof TRADE_KINDS)[number];

/** One trade with its price. */
export interface Trade {
  readonly kind: TradeKind;
  /** "give": what it costs us to yield; "take": what it brings us to receive. */
  readonly side: "give" | "take";
  readonly cents: Cents;
  /** The same as a percentage of the rate, two decimals. */
  readonly percentOfRate: number;
  /** The same in percentage points of Medicare, two decimals; null where the deal has no percentage of Medicare. */
  readonly pointsOfMedicare: number | null;
  readonly sentence: string;
}

/** Why a trade's numbers are not taken. */
export interface TradeFault {
  readonly kind: TradeKind;
  readonly sentence: string;
}

export interface TradeList {
  readonly trades: readonly Trade[];
  readonly faults: readonly TradeFault[];
  /** How many days sooner is worth one percent of the rate, one decimal; null without a cost of money. */
  readonly daysForOnePercent: number | null;
}

/**
 * The give-and-take list with prices (guide 003 L26-27): fewer days at first, further requests, faster payment (the
 * total x the yearly cost of money x days / 365), standard process (hours x cost). Each as dollars and as a part of the
 * rate, so that a concession in one can be weighed against the other. All to the nearest cent.
 *
 * @example $8,000.00 paid 30 days sooner at 8 % a year: $52.60, 0.66 % of the rate
 */
export function giveAndTake(facts: TradeFacts): TradeList {
  const trades: Trade[] = [];
  const faults: TradeFault[] = [];
  const add = (kind: TradeKind, side: Trade["side"], cents: Cents, words: string): void => {
    const percent = percentOf(cents, facts.totalCents);
    if (percent === null) return;
    const points =
      facts.percentOfMedicare === null || cents === 0
        ? null
        : pointsOf(facts.percentOfMedicare, cents, facts.totalCents);
    const medicare = points === null ? "" : `, ${points} points of Medicare`;
    const sentence = `${words}: ${printMoney(cents)}, ${percent} % of the rate${medicare}.`;
    trades.push({ kind, side, cents, percentOfRate: percent, pointsOfMedicare: points, sentence });
  };
  const isSound = (kind: TradeKind, ...numbers: readonly number[]): boolean => {
    const isAll = numbers.every((number) => Number.isFinite(number) && number > 0 && number <= 1_000_000);
    if (!isAll) faults.push({ kind, sentence: `${numbers.join(" and ")}: each number is above 0. It is not priced.` });
    return isAll;
  };

  const { length, reauthorization, fasterPayment, standardProcess } = facts;
  if (length != null && isSound("length", length.daysAsked, length.daysFirst)) {
    const { daysAsked, daysFirst, dayCents } = length;
    if (daysFirst < daysAsked) {
      const open = Number((daysAsked - daysFirst).toPrecision(12));
      const cents = nearestCents(product(dollarsOf(dayCents), fractionOf(open)));
      add(
        "length",
        "give",
        cents,
        `${daysFirst} days at first instead of ${daysAsked}: ${open} days stay open until they are extended`,
      );
      const further = Math.ceil(daysAsked / daysFirst) - 1;
      if (reauthorization != null && isSound("reauthorizations", reauthorization.hours, reauthorization.hourlyCost)) {
        const { hours, hourlyCost } = reauthorization;
        const cost = nearestCents(product(fractionOf(hours), fractionOf(hourlyCost), fractionOf(further)));
        add(
          "reauthorizations",
          "give",
          cost,
          `${further} further ${further === 1 ? "request" : "requests"} of ${hours} hours at ${dollars(hourlyCost)}`,
        );
      }
    }
  }
  let daysForOnePercent: number | null = null;
  if (fasterPayment != null && isSound("fasterPayment", fasterPayment.days, fasterPayment.yearlyPercent)) {
    const { days, yearlyPercent } = fasterPayment;
    const cents = nearestCents(
      product(dollarsOf(facts.totalCents), fractionOf(yearlyPercent), fractionOf(days), { over: 1n, under: 36_500n }),
    );
    add("fasterPayment", "take", cents, `Paid ${days} days sooner, with money at ${yearlyPercent} % a year`);
    daysForOnePercent = Number(`${nearest(divided(fractionOf(3650), fractionOf(yearlyPercent)))}e-1`);
  }
  if (standardProcess != null && isSound("standardProcess", standardProcess.hours, standardProcess.hourlyCost)) {
    const { hours, hourlyCost } = standardProcess;
    const cents = nearestCents(product(fractionOf(hours), fractionOf(hourlyCost)));
    add(
      "standardProcess",
      "take",
      cents,
      `The payer's standard process saves ${hours} hours at ${dollars(hourlyCost)}`,
    );
  }
  return { trades, faults, daysForOnePercent };
}

function dollars(amount: number): string {
  return printMoney(nearestCents(fractionOf(amount)));
}

function pointsOf(percentOfMedicare: number, cents: Cents, total: Cents): number {
  const exact = divided(product(fractionOf(percentOfMedicare), dollarsOf(cents)), dollarsOf(total));
  return Number(`${nearest({ over: exact.over * 100n, under: exact.under })}e-2`);
}
