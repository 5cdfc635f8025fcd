/** Why a line of services has no price under an offer. Each is an answer of its own; none is 0. */
export const PRICE_GAPS = [
  "no-benchmark",
  "schedule-year",
  "charge-missing",
  "code-not-named",
  "unit-basis-unknown",
  "unit-basis-differs",
  "days-missing",
  "schedule-missing",
] as const;
export type PriceGapReason = (typeof PRICE_GAPS)[number];

/** No price, and why, for the manager. */
export interface PriceGap {
  readonly reason: PriceGapReason;
  readonly sentence: string;
}
