import type { CalendarDate } from "../values/calendar-date.ts";
import type { Cents } from "../values/money.ts";
import type { PricedModifier, Track } from "./fee-schedule.ts";

/** Medicare pays some services differently in a hospital or another facility, which bills its own part. */
export type Setting = "nonFacility" | "facility";

/** Where the service is furnished: the national amount has all cost indices at 1. */
export type Place =
  | { readonly kind: "national" }
  | {
      readonly kind: "locality";
      readonly mac: string;
      readonly locality: string;
      /** How the place was found, where the reader of the figure should know. */
      readonly notes?: readonly string[];
    };

/** What is asked of the fee schedule: one unit of a code on a day, in a place and setting. */
export interface BenchmarkQuestion {
  readonly code: string;
  /** As written on the claim; those without an amount of their own do not change the benchmark. */
  readonly modifiers: readonly string[];
  readonly day: CalendarDate;
  readonly place: Place;
  readonly setting: Setting;
  /** Which conversion factor from 2026 on; the other clinicians' where it is not said. */
  readonly track?: Track;
  /** With the work floor of 1.0 where the law has it on that day, unless said otherwise. */
  readonly workFloor?: "asByLaw" | "with" | "without";
}

/** Why there is no benchmark. Each is an answer of its own; none is 0. */
export const NO_BENCHMARK_REASONS = [
  "code-unreadable",
  "code-unknown",
  "code-not-physician",
  "program-per-diem",
  "status-not-paid",
  "contractor-priced",
  "anesthesia",
  "setting-not-applicable",
  "modifier-not-in-file",
  "modifiers-conflict",
  "year-not-loaded",
  "localities-not-loaded",
  "locality-unknown",
  "locality-without-contractor",
  "zip-unknown",
  "zip-needs-plus-four",
  "place-unreadable",
  "setting-unreadable",
  "date-unreadable",
  "track-not-loaded",
  "unit-basis-unknown",
] as const;
export type NoBenchmarkReason = (typeof NO_BENCHMARK_REASONS)[number];

/** An amount with everything that it came from. */
export interface BenchmarkAmount {
  readonly kind: "amount";
  readonly cents: Cents;
  readonly code: string;
  readonly modifier: PricedModifier;
  /** The release that the relative values are of: "2025D". */
  readonly release: string;
  readonly releaseFile: string;
  /** "NATIONAL", or contractor and locality: "10112-00". */
  readonly locality: string;
  readonly setting: Setting;
  /** Ten-thousandths of a dollar. */
  readonly conversionFactor: number;
  /** Null before 2026. */
  readonly track: Track | null;
  /** "none" for the national amount. */
  readonly workFloor: "with" | "without" | "none";
  /** The values that went in: hundredths, and indices in thousandths. */
  readonly work: number;
  readonly pe: number;
  readonly malpractice: number;
  readonly workIndex: number;
  readonly peIndex: number;
  readonly malpracticeIndex: number;
  /** True where the outpatient hospital cap was lower and is the amount. */
  readonly isCapped: boolean;
  /** True where Medicare marks the setting NA, and the contractor's fee schedule states an amount all the same. */
  readonly isSettingNa?: boolean;
  /** What the reader of the figure should know, in sentences; empty where there is nothing. */
  readonly notes: readonly string[];
}

/** No amount, and why. */
export interface NoBenchmark {
  readonly kind: "none";
  readonly reason: NoBenchmarkReason;
  /** For the manager: what was found, what is accepted, what happens meanwhile. */
  readonly sentence: string;
}

export type Benchmark = BenchmarkAmount | NoBenchmark;
