import { type BetaPrior, betaBinomialPriors, type Count, type WeighedPrior } from "./beta-binomial-prior.ts";
import { betaShareBelow, pointBelowWhich } from "./beta-distribution.ts";
import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** With fewer payers than this nothing is known of how payers differ: shrinking toward a mean pays from four on (James and Stein). */
export const FEWEST_PAYERS_TO_SHRINK = 4;

/** What one payer granted out of what it decided; null is no payer, but requests whose payer is not settled. */
export interface PayerCount extends Count {
  readonly payer: string | null;
}

/** A payer's rate as it stands, and as it is ranked. */
export interface ShrunkenRate extends PayerCount {
  /** Granted out of decided, with its Wilson interval; null where nothing is decided. */
  readonly raw: number | null;
  readonly rawInterval: Interval | null;
  /** The rate pulled toward the mean of all payers, the more the fewer were decided; null where it is not shrunken. */
  readonly shrunken: number | null;
  /** Where the payer's own rate lies with 95 % probability, the doubt about the prior included. */
  readonly interval: Interval | null;
  /** How much of the shrunken rate is the payer's own, 0 to 1; the rest is the mean of all. */
  readonly ownWeight: number | null;
}

/** How the payers' rates are spread, as their counts tell. */
export interface PayerPrior extends BetaPrior {
  /** The rate toward which every payer is pulled. */
  readonly mean: number;
  /** How many decided cases the pull weighs as much as. */
  readonly weighs: number;
  /** The payers with decided cases that it was told from. */
  readonly payers: number;
}

export interface RankedRates {
  /** The highest shrunken rate first; payers without one after them, by name; what has no payer last. */
  readonly rates: readonly ShrunkenRate[];
  /** Null where too few payers have decided cases: then nothing is shrunken, and the order by raw rates says little. */
  readonly prior: PayerPrior | null;
  /** Payers with decided cases: under FEWEST_PAYERS_TO_SHRINK there is no prior. */
  readonly payers: number;
}

/**
 * Approval rates for ranking payers, by empirical Bayes: 2 of 2 does not come before 45 of 50. Each payer's rate is taken
 * as drawn from one beta distribution, the prior, which all payers' counts tell together; the shrunken rate is
 * (alpha + granted) ÷ (alpha + beta + decided). Show the raw rate and its n beside it.
 *
 * The prior is the mode of its marginal likelihood under a weak hyperprior (betaBinomialPriors). Not by moments: with few
 * payers of few cases each these leave no spread at all, or a negative one, every second time, and then all payers would
 * come out the same with an interval of no width. The interval is taken over all priors by how likely they are: with the
 * likeliest alone it would be too narrow (Morris, JASA 78, 1983).
 *
 * What is not settled (payer null) tells nothing of payers: it is outside the prior and not shrunken.
 *
 * @example Efron and Morris's 18 batters at 45 times at bat: 18 hits, .400 raw, are .301 shrunken, 7 hits, .156, are .238
 */
export function rankedRates(counts: readonly PayerCount[]): RankedRates {
  for (const { granted, decided } of counts) {
    if (!(granted >= 0 && granted <= decided)) throw new RangeError(`${granted} of ${decided} is not a rate`);
  }
  const told = counts.filter(({ payer, decided }) => payer !== null && decided > 0);
  const priors = told.length < FEWEST_PAYERS_TO_SHRINK ? null : betaBinomialPriors(told);
  const rates = counts.map((count): ShrunkenRate => {
    const { payer, granted, decided } = count;
    const raw = {
      ...count,
      raw: decided === 0 ? null : granted / decided,
      rawInterval: wilsonInterval(granted, decided),
    };
    if (priors === null || payer === null || decided === 0) {
      return { ...raw, shrunken: null, interval: null, ownWeight: null };
    }
    const { alpha, beta } = priors.likeliest;
    return {
      ...raw,
      shrunken: (alpha + granted) / (alpha + beta + decided),
      interval: credibleInterval(count, priors.all),
      ownWeight: decided / (alpha + beta + decided),
    };
  });
  return { rates: rates.sort(byRank), prior: priors && priorOf(priors.likeliest, told.length), payers: told.length };
}

function priorOf({ alpha, beta }: BetaPrior, payers: number): PayerPrior {
  return { alpha, beta, mean: alpha / (alpha + beta), weighs: alpha + beta, payers };
}

/** The two points that leave 2.5 % of the payer's rates outside each, over all priors by how likely they are. */
function credibleInterval({ granted, decided }: Count, priors: readonly WeighedPrior[]): Interval {
  const below = (rate: number): number =>
    priors.reduce(
      (sum, { alpha, beta, weight }) => sum + weight * betaShareBelow(rate, alpha + granted, beta + decided - granted),
      0,
    );
  return { low: pointBelowWhich(0.025, below), high: pointBelowWhich(0.975, below) };
}

function byRank(one: ShrunkenRate, other: ShrunkenRate): number {
  const settled = Number(one.payer === null) - Number(other.payer === null);
  const rated = (rate: ShrunkenRate): number => rate.shrunken ?? rate.raw ?? -1;
  const byName = (one.payer ?? "") < (other.payer ?? "") ? -1 : 1;
  return settled || rated(other) - rated(one) || other.decided - one.decided || byName;
}
