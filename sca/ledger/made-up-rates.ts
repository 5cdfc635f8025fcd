import { medicarePricing } from "../measures/medicare-pricing.ts";
import type { MedicarePricing } from "../measures/price-line.ts";
import {
  EMPTY_LIBRARY,
  type LocalityIndices,
  localityKey,
  type PricedModifier,
  type RelativeValueRelease,
  type RelativeValues,
  valueKey,
} from "../medicare/fee-schedule.ts";

/** For tests: a code's invented values; office, facility. */
function values(code: string, work: number, office: number, facility: number, more: Partial<RelativeValues> = {}) {
  return {
    code,
    modifier: "" as PricedModifier,
    status: "A",
    work,
    nonFacilityPe: office,
    facilityPe: facility,
    malpractice: 11,
    nonFacilityNa: false,
    facilityNa: false,
    capNonFacilityPe: 0,
    capFacilityPe: 0,
    capMalpractice: 0,
    ...more,
  };
}

function release(year: number, conversionFactor: number, rows: readonly RelativeValues[]): RelativeValueRelease {
  return {
    year,
    letter: "A",
    track: year < 2026 ? null : "nonQp",
    conversionFactor,
    file: `PPRRVU${year}_Jan.csv`,
    values: new Map(rows.map((row) => [valueKey(row.code, row.modifier), row])),
  };
}

function locality(mac: string, number: string, indices: readonly [number, number, number, number]): LocalityIndices {
  const [floored, work, pe, malpractice] = indices;
  const names = { mac, locality: number, state: "XX", name: `PLACE ${number}` };
  return { ...names, workWithFloor: floored, workWithoutFloor: work, pe, malpractice };
}

/** For tests: an invented fee schedule of 2025 and 2026, with two localities. */
export function madeUpMedicare(): MedicarePricing {
  const rows = (plus: number): RelativeValues[] => [
    values("90837", 300 + plus, 123, 77),
    values("90834", 200 + plus, 99, 54),
    values("97110", 45, 40 + plus, 40, { facilityNa: true }),
    values("97153", 0, 0, 0, { status: "C" }),
    values("H0015", 0, 0, 0, { status: "I" }),
    values("91110", 224, 1600 + plus, 1600),
    values("91110", 224, 90 + plus, 90, { modifier: "26" }),
  ];
  const places = [locality("10112", "00", [1000, 961, 869, 575]), locality("01112", "05", [1093, 1093, 1391, 481])];
  const localities = new Map(places.map((place) => [localityKey(place.mac, place.locality), place]));
  const pricing = medicarePricing({
    ...EMPTY_LIBRARY,
    releases: [release(2025, 323465, rows(0)), release(2026, 334009, rows(7))],
    localityYears: [2025, 2026].map((year) => ({ year, file: `GPCI${year}.csv`, localities })),
  });
  if (pricing === undefined) throw new Error("the invented fee schedule prices");
  return pricing;
}
