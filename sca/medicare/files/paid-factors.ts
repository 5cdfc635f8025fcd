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

/** From this year on there are two tracks (MACRA). */
export const FIRST_YEAR_OF_TRACKS = 2026;

/**
 * From the files RVU20A to RVU26D. 2021's first factor, 32.4085, was replaced by law before a claim was paid by it
 * (Consolidated Appropriations Act, 2021); 2024's changed on 9 March (Consolidated Appropriations Act, 2024).
 */
const PAID_FACTORS: readonly PaidFactor[] = [
  { year: 2020, factor: 360896, track: null },
  { year: 2021, factor: 348931, track: null },
  { year: 2022, factor: 346062, track: null },
  { year: 2023, factor: 338872, track: null },
  { year: 2024, factor: 327442, track: null, only: "A" },
  { year: 2024, factor: 332875, track: null, correctsJanuary: true },
  { year: 2025, factor: 323465, track: null },
  { year: 2026, factor: 334009, track: "nonQp" },
  { year: 2026, factor: 335675, track: "qp" },
];

/** The factor as one that Medicare paid by; null where it did not, or where the year is not known here. */
export function paidFactor(factor: number): PaidFactor | null {
  return PAID_FACTORS.find((paid) => paid.factor === factor) ?? null;
}

/** The factors that Medicare paid by in a year; empty for a year that is not known here. */
export function factorsOfYear(year: number): readonly PaidFactor[] {
  return PAID_FACTORS.filter((paid) => paid.year === year);
}
