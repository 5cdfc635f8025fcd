const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function for a positive number (Lanczos, g = 7): off by less than 1e-13 of itself. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const sum = LANCZOS.reduce((so, term, at) => (at === 0 ? term : so + term / (z + at)), 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** How much of a beta distribution lies below x (the regularized incomplete beta function), by its continued fraction. */
export function betaShareBelow(x: number, alpha: number, beta: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast only on this side of the mean.
  if (x > (alpha + 1) / (alpha + beta + 2)) return 1 - betaShareBelow(1 - x, beta, alpha);
  const front = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta) + alpha * Math.log(x) + beta * Math.log1p(-x);
  return (Math.exp(front) / alpha) * continuedFraction(x, alpha, beta);
}

/** Lentz's way through the fraction (Numerical Recipes, 6.4). */
function continuedFraction(x: number, alpha: number, beta: number): number {
  const TINY = 1e-300;
  const notZero = (figure: number): number => (Math.abs(figure) < TINY ? TINY : figure);
  let c = 1;
  let d = 1 / notZero(1 - ((alpha + beta) * x) / (alpha + 1));
  let value = d;
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (beta - m) * x) / ((alpha + 2 * m - 1) * (alpha + 2 * m));
    const odd = (-(alpha + m) * (alpha + beta + m) * x) / ((alpha + 2 * m) * (alpha + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / notZero(1 + term * d);
      c = notZero(1 + term / c);
      step = c * d;
      value *= step;
    }
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return value;
}

/**
 * The rate below which the given share of a distribution of rates lies, to 1e-6.
 *
 * @example pointBelowWhich(0.5, (rate) => betaShareBelow(rate, 2, 2)) is 0.5
 */
export function pointBelowWhich(share: number, shareBelow: (rate: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (shareBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
