import { type Cents, centsForUnits } from "../values/money.ts";

/**
 * So many percent of an amount, rounded once to the nearest cent, halves up.
 *
 * @example percentOf(137.5, centsOf(8844)) is 12161, since 137.5 % of $88.44 is $121.605
 */
export function percentOf(percent: number, amount: Cents): Cents {
  // The amount divided by its powers of ten is the decimal itself; the percent divided would not always be.
  return centsForUnits(percent, amount / 10_000);
}
