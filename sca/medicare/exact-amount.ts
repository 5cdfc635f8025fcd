import { type Cents, centsOf } from "../values/money.ts";

/** Relative values in hundredths of a unit. */
export interface Parts {
  readonly work: number;
  readonly pe: number;
  readonly malpractice: number;
}

/** Cost indices in thousandths. */
export interface Indices {
  readonly work: number;
  readonly pe: number;
  readonly malpractice: number;
}

export const NATIONAL_INDICES: Indices = { work: 1000, pe: 1000, malpractice: 1000 };

/** Hundredths of a unit, times thousandths, times ten-thousandths of a dollar, in a cent. */
const PER_CENT = 10_000_000;

/**
 * The amount of the physician fee schedule in cents: each relative value times its cost index, their sum times the
 * conversion factor (ten-thousandths of a dollar), rounded to the cent once, at the end, half a cent upwards.
 * All in whole numbers below 2^53; throws a RangeError past them, which no value that CMS prints reaches.
 * Source: CMS's relative value file documentation (RVU26B), formula of the pricing amount.
 *
 * @example exactAmount({ work: 224, pe: 104, malpractice: 6 }, NATIONAL_INDICES, 323465) is 10804, which is $108.04
 */
export function exactAmount(parts: Parts, indices: Indices, factor: number): Cents {
  const units = parts.work * indices.work + parts.pe * indices.pe + parts.malpractice * indices.malpractice;
  const exact = units * factor;
  if (!Number.isSafeInteger(exact))
    throw new RangeError(`${units} units at ${factor} are more than can be held exactly`);
  const rest = exact % PER_CENT;
  return centsOf((exact - rest) / PER_CENT + (rest * 2 >= PER_CENT ? 1 : 0));
}
