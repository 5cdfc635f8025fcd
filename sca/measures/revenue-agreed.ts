import type { TrackedCase } from "../tracker/tracked-case.ts";
import { type AgreedAmount, agreedAmountOf, type UntoldReason } from "./agreed-amount.ts";
import { type AnsweredRequest, isGranted } from "./approval-rate.ts";
import { type LineBenchmarks, OWN_BENCHMARKS } from "./line-benchmarks.ts";
import type { Measure } from "./measure.ts";

/** Dollars agreed under granted requests, and how much of the truth that is. Not money received. */
export interface RevenueAgreed {
  /** Whole cents: the sum of what can be told, so the least that was agreed. */
  readonly cents: number;
  /** Granted cases whose whole agreement can be told in dollars. */
  readonly inFull: number;
  /** Granted cases of which a part cannot be told. */
  readonly inPart: number;
  /** Granted cases of which nothing can be told. */
  readonly notAtAll: number;
  /** Why, in cases; one case may have several reasons. */
  readonly untold: Readonly<Record<UntoldReason, number>>;
}

const NOTHING: RevenueAgreed = {
  cents: 0,
  inFull: 0,
  inPart: 0,
  notAtAll: 0,
  untold: { percentRate: 0, noRate: 0, noModel: 0, noUnits: 0, asked: 0 },
};

/**
 * Revenue agreed: the agreed amounts of granted cases added up. Cases that cannot be told in dollars are counted beside
 * the sum and never put in as 0. A percent of Medicare is told where `benchmarks` has the line.
 *
 * @example two agreements, 10 days at $900.00 and one at 140 % of Medicare: $9,000.00, 1 in full, 1 not at all
 */
export function revenueAgreed(benchmarks: LineBenchmarks = OWN_BENCHMARKS): Measure<RevenueAgreed, RevenueAgreed> {
  return revenueFrom((subject: TrackedCase) => agreedAmountOf(subject, benchmarks));
}

/** The same where each agreement's amount is told by `amountOf`. */
export function revenueFrom<Subject extends AnsweredRequest>(
  amountOf: (subject: Subject) => AgreedAmount,
): Measure<RevenueAgreed, RevenueAgreed, Subject> {
  return {
    create: () => NOTHING,
    add: (state, subject) => (isGranted(subject) ? merge(state, revenueOf(amountOf(subject))) : state),
    merge,
    value: (state) => state,
  };
}

function revenueOf(amount: AgreedAmount): RevenueAgreed {
  const isWhole = amount.untold.length === 0 && amount.parts > 0;
  const isPart = !isWhole && amount.parts > 0;
  return {
    cents: amount.cents,
    inFull: isWhole ? 1 : 0,
    inPart: isPart ? 1 : 0,
    notAtAll: isWhole || isPart ? 0 : 1,
    untold:
      amount.untold.length === 0 ? NOTHING.untold : untoldCounts((reason) => Number(amount.untold.includes(reason))),
  };
}

function merge(first: RevenueAgreed, second: RevenueAgreed): RevenueAgreed {
  return {
    cents: first.cents + second.cents,
    inFull: first.inFull + second.inFull,
    inPart: first.inPart + second.inPart,
    notAtAll: first.notAtAll + second.notAtAll,
    untold:
      second.untold === NOTHING.untold
        ? first.untold
        : untoldCounts((reason) => first.untold[reason] + second.untold[reason]),
  };
}

function untoldCounts(count: (reason: UntoldReason) => number): Record<UntoldReason, number> {
  return {
    percentRate: count("percentRate"),
    noRate: count("noRate"),
    noModel: count("noModel"),
    noUnits: count("noUnits"),
    asked: count("asked"),
  };
}
