import { logGamma } from "./beta-distribution.ts";

/** How many of how many: granted out of decided. */
export interface Count {
  readonly granted: number;
  readonly decided: number;
}

/** A beta distribution of rates: its mean is alpha ÷ (alpha + beta), and it weighs as much as alpha + beta decided cases. */
export interface BetaPrior {
  readonly alpha: number;
  readonly beta: number;
}

/** A prior that the counts allow, with how likely it is beside the others. The weights of all add up to 1. */
export interface WeighedPrior extends BetaPrior {
  readonly weight: number;
}

/** A prior this much less likely than the likeliest changes no printed figure. */
const NEGLIGIBLE = 1e-4;

/** The mean as log odds, and the logarithm of alpha + beta: the scale on which the likelihood is smooth. */
interface Point {
  readonly odds: number;
  readonly strength: number;
}

/**
 * A prior weighs one decided case at least, as Jeffreys's does: a lighter one would take 10 of 10 granted by every payer
 * for a proof that they never deny. At 22,000 cases payers are all alike.
 */
const WIDEST = { odds: 8, weakest: 0, strongest: 10 };

/**
 * How the rates of payers are spread, told from their counts: the prior at the mode of its marginal posterior, and all
 * priors around it by how likely they are. The likelihood is the beta-binomial one; before the data a prior weighs
 * (alpha + beta)^(-5/2), which is Gelman's for this model (Bayesian Data Analysis, 3rd ed., section 5.3).
 *
 * @example 71 groups of rats with tumors (the book's table 5.1): the mean of all priors is alpha 2.4, beta 14.3, as printed there
 */
export function betaBinomialPriors(counts: readonly Count[]): {
  readonly likeliest: BetaPrior;
  readonly all: readonly WeighedPrior[];
} {
  const top = summit(counts);
  const height = logPosterior(top, counts);
  // How sharp the summit is decides how finely the mean has to be looked at; the strength is never sharp.
  const step = 0.01;
  const beside = (by: number): number => logPosterior({ ...top, odds: top.odds + by }, counts);
  const spread = step / Math.sqrt(2 * height - beside(step) - beside(-step));
  const all: WeighedPrior[] = [];
  for (let across = -12; across <= 12; across += 1) {
    for (let strength = WIDEST.weakest; strength <= WIDEST.strongest; strength += 0.5) {
      const point = { odds: top.odds + 0.6 * across * spread, strength };
      const weight = Math.exp(logPosterior(point, counts) - height);
      const isEnd = strength === WIDEST.weakest || strength === WIDEST.strongest;
      if (weight > NEGLIGIBLE) all.push({ ...priorAt(point), weight: isEnd ? weight / 2 : weight });
    }
  }
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  return { likeliest: priorAt(top), all: all.map((prior) => ({ ...prior, weight: prior.weight / total })) };
}

function priorAt({ odds, strength }: Point): BetaPrior {
  const weighs = Math.exp(strength);
  return { alpha: weighs / (1 + Math.exp(-odds)), beta: weighs / (1 + Math.exp(odds)) };
}

function logPosterior(point: Point, counts: readonly Count[]): number {
  const { alpha, beta } = priorAt(point);
  const atStart = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta);
  // The density of (alpha, beta), times alpha × beta for the scale of the point.
  let sum = Math.log(alpha) + Math.log(beta) - 2.5 * point.strength;
  for (const { granted, decided } of counts) {
    sum += atStart + logGamma(alpha + granted) + logGamma(beta + decided - granted) - logGamma(alpha + beta + decided);
  }
  return sum;
}

/** The likeliest point: the best of a grid, then of ever finer ones around it. */
function summit(counts: readonly Count[]): Point {
  let best: Point = { odds: 0, strength: (WIDEST.weakest + WIDEST.strongest) / 2 };
  let height = Number.NEGATIVE_INFINITY;
  let [wide, high] = [WIDEST.odds, (WIDEST.strongest - WIDEST.weakest) / 2];
  for (let round = 0; round < 36; round += 1) {
    const middle = best;
    for (let across = -4; across <= 4; across += 1) {
      for (let up = -4; up <= 4; up += 1) {
        const strength = middle.strength + (up / 4) * high;
        const point = {
          odds: middle.odds + (across / 4) * wide,
          strength: Math.min(WIDEST.strongest, Math.max(WIDEST.weakest, strength)),
        };
        const found = logPosterior(point, counts);
        if (found > height) [best, height] = [point, found];
      }
    }
    wide *= 0.6;
    high *= 0.6;
  }
  return best;
}
