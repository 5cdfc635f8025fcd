import { type CalendarDate, partsOfDay } from "../values/calendar-date.ts";
import { type Cents, centsOf } from "../values/money.ts";
import type { NoBenchmark } from "./benchmark.ts";
import type { MedicareLibrary, OutpatientDayRates } from "./fee-schedule.ts";
import { noBenchmark } from "./locality-choice.ts";
import { misnamedProgram, type Program, programOf } from "./programs.ts";

/** What a program's day is to be compared with. */
export interface ComparisonQuestion {
  /** A program's code or revenue code: H0015, S9480, H0035, S0201, 0905, 0913. */
  readonly code: string;
  /** What the agreement or the manager calls it, where that is known: a code called otherwise is warned about. */
  readonly calledBy?: "intensiveOutpatient" | "partialHospitalization";
  /** How many services the day has; null where it is not known. */
  readonly servicesPerDay: number | null;
  readonly day: CalendarDate;
}

/** One of Medicare's day rates, as Addendum A lists it. */
export interface DayRate {
  /** Ambulatory payment classification: "5861". */
  readonly classification: string;
  readonly cents: Cents;
}

/** Medicare's day rates beside a program's day: for comparison, and no Medicare price for it. */
export interface ProgramComparison {
  readonly kind: "comparison";
  readonly label: typeof COMPARISON_LABEL;
  readonly code: string;
  readonly program: "intensiveOutpatient" | "partialHospitalization";
  /** Which of the two levels: three services, or four and more. */
  readonly level: "three" | "fourOrMore";
  /** Both sites are shown; they differ by more than twice. */
  readonly hospital: DayRate;
  readonly communityMentalHealthCenter: DayRate;
  readonly effective: CalendarDate;
  readonly file: string;
  /** Sentences that belong to the figures wherever they are shown. */
  readonly notes: readonly string[];
}

export const COMPARISON_LABEL = "reference comparison, not a Medicare price; national, unadjusted for wages";

type Levels = { readonly [Level in ProgramComparison["level"]]: readonly [hospital: string, center: string] };

/** CMS, OPPS Addendum A, from 2024. */
const CLASSIFICATIONS: { readonly [Name in ProgramComparison["program"]]: Levels } = {
  intensiveOutpatient: { three: ["5861", "5851"], fourOrMore: ["5862", "5852"] },
  partialHospitalization: { three: ["5863", "5853"], fourOrMore: ["5864", "5854"] },
};
/** Until 2023 partial hospitalization had one level, of three services and more; the other benefit did not exist. */
const FIRST_YEAR_OF_LEVELS = 2024;

/**
 * Compares a program's day with Medicare's day rates for hospital outpatient programs: the year's rate of a hospital and
 * of a community mental health center, by how many services the day has. Only for a year whose rates are loaded; never
 * interpolated. Detoxification and residential treatment have nothing to be compared with.
 * Source: CMS, OPPS Addendum A; CY 2024 OPPS final rule (two levels, one day rate a day).
 *
 * @example
 * programComparison({ code: "S9480", servicesPerDay: 3, day }, library)
 * // in 2025: hospital 26919 cents (5861), community mental health center 11124 cents (5851)
 */
export function programComparison(
  { code, calledBy, servicesPerDay, day }: ComparisonQuestion,
  library: MedicareLibrary,
): ProgramComparison | NoBenchmark {
  const program = programOf(code);
  const name = program === null ? null : comparable(program);
  if (program === null || name === null) return nothingToCompare(code, program);
  if (servicesPerDay === null || !Number.isInteger(servicesPerDay) || servicesPerDay < 3) {
    return servicesUnknown(program.code, servicesPerDay);
  }
  const found = ratesOf(library, day);
  if (found === null) return ratesNotLoaded(library, day);
  const { year } = partsOfDay(day);
  const oneLevel = year < FIRST_YEAR_OF_LEVELS;
  if (oneLevel && name === "intensiveOutpatient") return noBenefitYet(year);
  const level = servicesPerDay === 3 ? "three" : "fourOrMore";
  const [hospitalClass, centerClass] = CLASSIFICATIONS[name][oneLevel ? "three" : level];
  const hospital = found.rates.get(hospitalClass);
  const center = found.rates.get(centerClass);
  if (hospital === undefined || center === undefined) return rateMissing(found, hospitalClass, centerClass);
  const warning = calledBy === undefined ? null : misnamedProgram(code, calledBy);
  return {
    kind: "comparison",
    label: COMPARISON_LABEL,
    code: program.code,
    program: name,
    level,
    hospital: { classification: hospitalClass, cents: centsOf(hospital) },
    communityMentalHealthCenter: { classification: centerClass, cents: centsOf(center) },
    effective: found.effective,
    file: found.file,
    notes: [...(warning === null ? [] : [warning]), ...notesOf(program, found, day, oneLevel)],
  };
}

function comparable({ kind }: Program): ProgramComparison["program"] | null {
  return kind === "intensiveOutpatient" || kind === "partialHospitalization" ? kind : null;
}

function notesOf(program: Program, found: OutpatientDayRates, day: CalendarDate, oneLevel: boolean): string[] {
  const notes = [
    `No Medicare benchmark for ${program.code}: these are the day rates that Medicare pays hospitals and community mental health centers for such a program, before the wage index. Medicare pays one day rate a day, and none to a program that stands alone.`,
  ];
  if (program.code === "H0015" || program.code === "0906") {
    notes.push("The code is for substance use treatment; Medicare has no rate that is its equal one to one.");
  }
  if (oneLevel) notes.push("Until 2023 Medicare had one rate for days of three services and more.");
  if (found.effective > day)
    notes.push(`The rates are those in force from ${found.effective}; earlier ones of the year are not loaded.`);
  return notes;
}

function ratesOf(library: MedicareLibrary, day: CalendarDate): OutpatientDayRates | null {
  const { year } = partsOfDay(day);
  const ofYear = library.dayRates.filter(({ effective }) => partsOfDay(effective).year === year);
  const inOrder = [...ofYear].sort((a, b) => (a.effective < b.effective ? -1 : a.effective > b.effective ? 1 : 0));
  return inOrder.findLast(({ effective }) => effective <= day) ?? inOrder[0] ?? null;
}

function nothingToCompare(code: string, program: Program | null): NoBenchmark {
  if (program === null) {
    return noBenchmark(
      "program-per-diem",
      `${code.trim()} is not a program's day, so there is no day rate to compare it with. Comparisons are for H0015, S9480, H0035, S0201 and revenue codes 0905, 0906, 0912 and 0913.`,
    );
  }
  const why =
    program.kind === "day"
      ? "Medicare has no day rate for such a program; the sum of the services of a day can be set beside it."
      : "Medicare has no fee for it at all, so there is nothing to compare it with.";
  return noBenchmark("program-per-diem", `${program.code} stands for ${program.name}. ${why}`);
}

function servicesUnknown(code: string, services: number | null): NoBenchmark {
  const found = services === null ? "it is not known how many the day of this program has" : `${services} is given`;
  return noBenchmark(
    "unit-basis-unknown",
    `Medicare's day rates go by the services of a day, three or four and more, and ${found}. Give 3 or 4; until then ${code} is compared with nothing.`,
  );
}

function noBenefitYet(year: number): NoBenchmark {
  return noBenchmark(
    "year-not-loaded",
    `Medicare pays intensive outpatient programs from 1 January 2024 on, so ${year} has no rate to compare with. Another year's is never used instead.`,
  );
}

function rateMissing(found: OutpatientDayRates, hospital: string, center: string): NoBenchmark {
  return noBenchmark(
    "year-not-loaded",
    `${found.file} does not list both rates (classifications ${hospital} and ${center}). Load CMS's OPPS Addendum A of that year; until then there is no comparison.`,
  );
}

function ratesNotLoaded(library: MedicareLibrary, day: CalendarDate): NoBenchmark {
  const years = [...new Set(library.dayRates.map(({ effective }) => partsOfDay(effective).year))].sort();
  const loaded = years.length === 0 ? "None is loaded" : `Loaded: ${years.join(", ")}`;
  return noBenchmark(
    "year-not-loaded",
    `Medicare's day rates of ${partsOfDay(day).year} (OPPS Addendum A) are not loaded, and another year's are never used instead. ${loaded}. Load that year's; until then there is no comparison.`,
  );
}
