import type { RateModel } from "../tracker/tracked-case.ts";

/** Words of the column Unit basis that name another unit than a fee schedule's, which is one service of the code. */
const OTHER_UNITS: ReadonlyMap<string, string> = new Map([
  ["day", "day"],
  ["hour", "hour"],
  ["15 minutes", "15 minutes"],
]);

/** Words of the column that say: the rate's unit is one service of the code, as Medicare's is. */
export const SAME_UNITS: readonly string[] = ["Visit", "Session", "Unit"];

/**
 * The unit that a rate is for where it is not one service of the code, so that the rate cannot be set against Medicare's
 * amount; null where both have the same unit. A rate per day is per day unless the unit basis says otherwise; a unit
 * basis in other words is taken for the code's own unit.
 *
 * @example otherUnit("perDiem", undefined) is "day"; otherUnit("perDiem", "Session") is null
 */
export function otherUnit(model: RateModel | null | undefined, unitBasis: string | undefined): string | null {
  const basis = (unitBasis ?? "").toLowerCase();
  const stated = OTHER_UNITS.get(basis);
  if (stated !== undefined) return stated;
  if (model !== "perDiem") return null;
  return SAME_UNITS.some((word) => word.toLowerCase() === basis) ? null : "day";
}
