import type { CalendarDate } from "../../values/calendar-date.ts";
import {
  EMPTY_LIBRARY,
  type LocalityIndices,
  localityKey,
  type MedicareLibrary,
  type RelativeValueRelease,
  type RelativeValues,
  valueKey,
} from "../fee-schedule.ts";

/** Invented fee schedules for tests: made-up values under made-up codes, in the shapes that CMS's files are read into. */

/** One row of relative values; what is not said is a paid code with values in both settings. */
export function inventedValues(row: Partial<RelativeValues> & { readonly code: string }): RelativeValues {
  return {
    modifier: "",
    status: "A",
    work: 100,
    nonFacilityPe: 80,
    facilityPe: 40,
    malpractice: 10,
    nonFacilityNa: false,
    facilityNa: false,
    capNonFacilityPe: 0,
    capFacilityPe: 0,
    capMalpractice: 0,
    ...row,
  };
}

/** A release of those rows. */
export function inventedRelease(
  release: Partial<Omit<RelativeValueRelease, "values">> & Pick<RelativeValueRelease, "year" | "letter">,
  rows: readonly RelativeValues[],
): RelativeValueRelease {
  return {
    track: release.year < 2026 ? null : "nonQp",
    conversionFactor: 323465,
    file: `PPRRVU${release.year}_${release.letter}.csv`,
    ...release,
    values: new Map(rows.map((row) => [valueKey(row.code, row.modifier), row])),
  };
}

/** One locality; what is not said is Alabama's, with its floor. */
export function inventedLocality(place: Partial<LocalityIndices>): LocalityIndices {
  return {
    mac: "10112",
    locality: "00",
    state: "AL",
    name: "ALABAMA",
    workWithFloor: 1000,
    workWithoutFloor: 988,
    pe: 869,
    malpractice: 575,
    ...place,
  };
}

/** A library of those releases, with those localities in each of their years. */
export function inventedLibrary(
  releases: readonly RelativeValueRelease[],
  localities: readonly LocalityIndices[] = [inventedLocality({})],
): MedicareLibrary {
  const years = [...new Set(releases.map(({ year }) => year))];
  return {
    ...EMPTY_LIBRARY,
    releases,
    localityYears: years.map((year) => ({
      year,
      file: `GPCI${year}.csv`,
      localities: new Map(localities.map((place) => [localityKey(place.mac, place.locality), place])),
    })),
  };
}

/** A day that the test knows to be one. */
export function day(text: string): CalendarDate {
  return text as CalendarDate;
}
