import type { CalendarDate } from "../values/calendar-date.ts";

/**
 * What CMS publishes about the physician fee schedule, as it is held here: whole numbers of the last digit that CMS
 * prints, so that nothing is lost to binary fractions. No description of a code is ever held.
 */

/** The letter of a release of relative values: January, its correction, April, July, October. */
export const RELEASE_LETTERS = ["A", "AR", "B", "BR", "C", "CR", "D", "DR"] as const;
export type ReleaseLetter = (typeof RELEASE_LETTERS)[number];

/**
 * From 2026 there are two conversion factors (MACRA): for qualifying participants of advanced payment models, and for
 * everyone else.
 */
export type Track = "nonQp" | "qp";

/** The modifiers that have amounts of their own: professional part, technical part, discontinued procedure. */
export type PricedModifier = "" | "26" | "TC" | "53";

/** Relative values and payment policy of one code and modifier. */
export interface RelativeValues {
  readonly code: string;
  readonly modifier: PricedModifier;
  /** CMS's status letter: A, R and T are paid by relative values. */
  readonly status: string;
  /** Relative value units in hundredths: 333 is 3.33. */
  readonly work: number;
  readonly nonFacilityPe: number;
  readonly facilityPe: number;
  readonly malpractice: number;
  /** CMS marks a setting NA where the service is rarely or never performed in it, and prints no amount. */
  readonly nonFacilityNa: boolean;
  readonly facilityNa: boolean;
  /** Where the outpatient hospital amount caps the technical part: the values to take instead, if lower. All 0: no cap. */
  readonly capNonFacilityPe: number;
  readonly capFacilityPe: number;
  readonly capMalpractice: number;
}

/** One release of relative values (PPRRVU). */
export interface RelativeValueRelease {
  readonly year: number;
  readonly letter: ReleaseLetter;
  /** Null before 2026, when there was one conversion factor. */
  readonly track: Track | null;
  /** Ten-thousandths of a dollar, as the file states it: 323465 is 32.3465. */
  readonly conversionFactor: number;
  /** Name of CMS's file. */
  readonly file: string;
  /** By `valueKey`. */
  readonly values: ReadonlyMap<string, RelativeValues>;
  /**
   * True for a starter set, which holds some codes of the release: of a code that it does not have nobody can say that
   * Medicare does not know it. The compact form writes and reads it.
   */
  readonly isPartial?: boolean;
}

/** The key of a code and modifier: "99213", "91110-26". */
export function valueKey(code: string, modifier: PricedModifier): string {
  return modifier === "" ? code : `${code}-${modifier}`;
}

/** The cost indices of one locality, in thousandths: 869 is 0.869. */
export interface LocalityIndices {
  /** Five digits. */
  readonly mac: string;
  /** Two digits; the same number stands for other places under other contractors. */
  readonly locality: string;
  /** Two letters. */
  readonly state: string;
  readonly name: string;
  /** The work index with and without the floor of 1.0; null where the file does not print it. */
  readonly workWithFloor: number | null;
  readonly workWithoutFloor: number | null;
  readonly pe: number;
  readonly malpractice: number;
}

/** The geographic practice cost indices of a year (GPCI, Addendum E). */
export interface LocalityYear {
  readonly year: number;
  readonly file: string;
  /** By `localityKey`. */
  readonly localities: ReadonlyMap<string, LocalityIndices>;
}

/** The key of a locality: "10112-00". */
export function localityKey(mac: string, locality: string): string {
  return `${mac}-${locality}`;
}

/** One line of the locality and county crosswalk. */
export interface CountyArea {
  readonly mac: string;
  readonly locality: string;
  /** In full, capital letters: "ALABAMA". */
  readonly state: string;
  readonly area: string;
  /** As CMS lists them: "ALL COUNTIES", "ALL OTHER COUNTIES", "MARIN, NAPA, SOLANO". */
  readonly counties: string;
}

export interface CountyYear {
  readonly year: number;
  readonly file: string;
  readonly areas: readonly CountyArea[];
}

/** Where a ZIP code, or a part of it, is paid. */
export interface ZipArea {
  readonly mac: string;
  readonly locality: string;
  readonly state: string;
}

/** The ZIP code to locality file of a quarter. */
export interface ZipQuarter {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  readonly file: string;
  /** Null for a ZIP code of which parts are paid differently: the four digits behind it are needed. */
  readonly zips: ReadonlyMap<string, ZipArea>;
  /** ZIP codes that need the four digits behind them. */
  readonly split: ReadonlySet<string>;
}

/** The ZIP+4 file of a quarter: the parts of the ZIP codes that are split. */
export interface ZipPlusFourQuarter {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  readonly file: string;
  /** By ZIP code: spans of the four digits, both ends included, in order. */
  readonly spans: ReadonlyMap<string, readonly (ZipArea & { readonly first: string; readonly last: string })[]>;
}

/** Medicare's day rates of hospital outpatient programs, from OPPS Addendum A. */
export interface OutpatientDayRates {
  readonly effective: CalendarDate;
  readonly file: string;
  /** Ambulatory payment classification to national unadjusted cents: "5861" to 26919. */
  readonly rates: ReadonlyMap<string, number>;
}

/** The amounts that the outpatient hospital cap leaves, by locality (OPPSCAP). */
export interface OutpatientCaps {
  readonly year: number;
  readonly letter: ReleaseLetter;
  readonly file: string;
  /** Key of code and modifier, blank, key of locality, to [non-facility, facility] cents: "93990-TC 15202-00". */
  readonly amounts: ReadonlyMap<string, readonly [number, number]>;
}

/** Everything of Medicare's that is loaded. */
export interface MedicareLibrary {
  readonly releases: readonly RelativeValueRelease[];
  readonly localityYears: readonly LocalityYear[];
  readonly countyYears: readonly CountyYear[];
  readonly zipQuarters: readonly ZipQuarter[];
  readonly zipPlusFourQuarters: readonly ZipPlusFourQuarter[];
  readonly dayRates: readonly OutpatientDayRates[];
  readonly caps: readonly OutpatientCaps[];
}

/** Nothing loaded. */
export const EMPTY_LIBRARY: MedicareLibrary = {
  releases: [],
  localityYears: [],
  countyYears: [],
  zipQuarters: [],
  zipPlusFourQuarters: [],
  dayRates: [],
  caps: [],
};
