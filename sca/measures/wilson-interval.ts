/** Half of a 95 % interval, in standard deviations: the 0.975 point of the normal distribution. */
const Z = 1.959963985;

/** A share and how far it could be off, both ends between 0 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % Wilson score interval of a share, without continuity correction; null where nothing was counted.
 * Honest for small counts, where the usual plus-or-minus leaves the range 0 to 1 (Newcombe, Statistics in Medicine 17, 1998, method 3).
 *
 * @example 81 of 263 lies between 0.2553 and 0.3662
 */
export function wilsonInterval(successes: number, total: number): Interval | null {
  if (!(successes >= 0 && successes <= total)) throw new RangeError(`${successes} of ${total} is not a share`);
  if (total === 0) return null;
  const share = successes / total;
  const square = Z * Z;
  const middle = share + square / (2 * total);
  const reach = Z * Math.sqrt((share * (1 - share)) / total + square / (4 * total * total));
  const scale = 1 + square / total;
  // The ends of a share of none and of all are exact; the square root would leave a trace of 1e-17.
  return {
    low: successes === 0 ? 0 : Math.max(0, (middle - reach) / scale),
    high: successes === total ? 1 : Math.min(1, (middle + reach) / scale),
  };
}
