import { type Cents, centsForUnits } from "../values/money.ts";

/** Past this a product is a slip of the hand, and no amount that a ledger can hold. */
export const MOST_DOLLARS = 1e12;

/**
 * Dollars per unit times units, to the nearest cent once, halves up; null past what a ledger can hold.
 *
 * @example centsOrNull(162.375, 2.5) is 40594, which is $405.94
 */
export function centsOrNull(dollarsPerUnit: number, units: number): Cents | null {
  if (!Number.isFinite(dollarsPerUnit * units) || Math.abs(dollarsPerUnit * units) > MOST_DOLLARS) return null;
  return centsForUnits(dollarsPerUnit, units);
}
