import type { PriceGap } from "./price-gap.ts";
import type { UnitCap } from "./rate-term.ts";
import { daysOfLine, type MixLine, minutesOfLine, nameOfLine } from "./service-mix.ts";
import { BASIS_WORDS, minutesOf } from "./unit-basis.ts";

/** A cap in the units of a line; null where the cap counts something else. */
export function capInUnitsOf(line: MixLine, cap: UnitCap): number | null {
  if (cap.basis === "unit" || cap.basis === line.basis) return cap.units;
  const isVisit = (basis: string | null) => basis === "visit" || basis === "session";
  if (isVisit(cap.basis) && isVisit(line.basis)) return cap.units;
  const minutes = minutesOf(cap.basis);
  const lineMinutes = minutesOfLine(line);
  return minutes !== null && lineMinutes !== null ? (cap.units * minutes) / lineMinutes : null;
}

/** The units of a line that are paid, and what was said of the others. */
export interface PaidUnits {
  readonly units: number;
  readonly notes: readonly string[];
}

/**
 * The units of a line under a cap by the day. Days of a line are needed, and the units are taken to be spread evenly
 * over them, which is said: a cap on single busy days cuts more.
 */
export function underDailyCap(line: MixLine, units: number, cap: UnitCap | null): PaidUnits | PriceGap {
  const most = cap === null ? null : capInUnitsOf(line, cap);
  if (cap === null || most === null) return { units, notes: [] };
  const days = daysOfLine(line);
  const name = nameOfLine(line);
  if (days === null) {
    return {
      reason: "days-missing",
      sentence: `The offer pays at most ${cap.units} ${wordFor(cap)} of ${name} a day; on how many days it occurs is not stated.`,
    };
  }
  const paid = Math.min(units, most * days);
  return {
    units: paid,
    notes:
      paid < units
        ? [`${name}: at most ${cap.units} ${wordFor(cap)} a day on ${days} days leaves ${paid} of ${units} units.`]
        : [
            `${name}: the cap of ${cap.units} ${wordFor(cap)} a day leaves all units if they are spread evenly over ${days} days.`,
          ],
  };
}

/** The unit of a cap, as a person says it. */
export function wordFor({ units, basis }: UnitCap): string {
  return basis === "quarterHour" ? "units of 15 minutes" : `${BASIS_WORDS[basis]}${units === 1 ? "" : "s"}`;
}
