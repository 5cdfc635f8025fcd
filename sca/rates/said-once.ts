import type { RevealedPrice } from "./revealed-price.ts";

/**
 * Prices without those that say another one again: everything as percent of Medicare, where all of it was agreed under
 * one kind of rate.
 *
 * @example three rates at 140 % of Medicare, told as their own kind and as any: the second is left out
 */
export function saidOnce(prices: readonly RevealedPrice[]): RevealedPrice[] {
  return prices.filter((price) => !saysTheSame(price, prices));
}

function saysTheSame(price: RevealedPrice, prices: readonly RevealedPrice[]): boolean {
  if (price.model !== "asPercentOfMedicare") return false;
  return prices.some(
    (other) =>
      other !== price &&
      other.payer === price.payer &&
      other.familyId === price.familyId &&
      other.code === price.code &&
      other.lines === price.lines &&
      other.coverage === price.coverage &&
      other.percentOfMedicareMedian === price.median,
  );
}
