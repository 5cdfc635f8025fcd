import { partsOfDay } from "../../values/calendar-date.ts";
import { FACTOR_SPANS } from "../conversion-factor.ts";
import type { Track } from "../fee-schedule.ts";
import type { QuarterLetter } from "./release-clues.ts";

/** A conversion factor that Medicare paid by, in ten-thousandths of a dollar, as the files of that year state it. */
export interface PaidFactor {
  readonly year: number;
  readonly factor: number;
  readonly track: Track | null;
  /** Where only one release of the year has it. */
  readonly only?: QuarterLetter;
  /** The release that it made necessary, where the January file was published anew. */
  readonly correctsJanuary?: true;
}

/** The first year that is read. */
export const FIRST_YEAR = 2020;

/** The last year whose conversion factors are known here; a later year has to be named by the file itself. */
export const LAST_KNOWN_YEAR = 2026;

/** A factor that came within a year leaves the one before it to the January release alone. */
const PAID_FACTORS: readonly PaidFactor[] = FACTOR_SPANS.flatMap(({ from, nonQp, qp }, at): PaidFactor[] => {
  if (from === null) return [];
  const { year, month, day } = partsOfDay(from);
  const next = FACTOR_SPANS[at + 1]?.from ?? null;
  const only = next !== null && partsOfDay(next).year === year ? { only: "A" as const } : {};
  const corrects = month > 1 || day > 1 ? { correctsJanuary: true as const } : {};
  if (qp === null) return [{ year, factor: nonQp, track: null, ...only, ...corrects }];
  return [
    { year, factor: nonQp, track: "nonQp" },
    { year, factor: qp, track: "qp" },
  ];
});

/** The factor as one that Medicare paid by; null where it did not, or where the year is not known here. */
export function paidFactor(factor: number): PaidFactor | null {
  return PAID_FACTORS.find((paid) => paid.factor === factor) ?? null;
}

/** The factors that Medicare paid by in a year; empty for a year that is not known here. */
export function factorsOfYear(year: number): readonly PaidFactor[] {
  return PAID_FACTORS.filter((paid) => paid.year === year);
}
