import type { BenchmarkAmount } from "../../sca/medicare/benchmark.ts";
import { percentOf } from "../../sca/rates/fraction.ts";
import { type Cents, printMoney } from "../../sca/values/money.ts";

/** An agreed rate below this share is likelier a percentage, or a rate for another unit, than a price. */
const HARDLY_A_PRICE = 25;

/**
 * How an agreed rate stands to the benchmark: its percentage to one decimal, halves up.
 *
 * @example agreedLines(amount of $81.86, 16250) is ["Agreed $162.50 is 198.5% of Medicare."]
 */
export function agreedLines(amount: BenchmarkAmount, agreed: Cents): string[] {
  const percent = percentOf(agreed, amount.cents, 1);
  if (percent === null) return [];
  return [
    `Agreed ${printMoney(agreed)} is ${percent.toFixed(1)}% of Medicare, for one unit each.`,
    ...(percent < HARDLY_A_PRICE
      ? ["  That is little: is the agreed figure in dollars, and for one unit of the code?"]
      : []),
  ];
}
