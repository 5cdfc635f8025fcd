import type { Benchmark } from "../medicare/benchmark.ts";
import { centsOf } from "../values/money.ts";
import type { MixLine, ServiceMix } from "./service-mix.ts";

/** Medicare's amount of a code, as if it had been looked up. */
export function madeUpAmount(code: string, cents: number, year = 2025): Benchmark {
  return {
    kind: "amount",
    cents: centsOf(cents),
    code,
    modifier: "",
    release: `${year}D`,
    releaseFile: "made-up.csv",
    locality: "10112-00",
    setting: "nonFacility",
    conversionFactor: 323_465,
    track: null,
    workFloor: "with",
    work: 100,
    pe: 100,
    malpractice: 10,
    workIndex: 1000,
    peIndex: 1000,
    malpracticeIndex: 1000,
    isCapped: false,
    notes: [],
  };
}

/** A program's code, which Medicare's fee schedule has no amount for. */
const NO_AMOUNT: Benchmark = {
  kind: "none",
  reason: "program-per-diem",
  sentence: "Medicare pays such programs by the day.",
};

/** A line for tests: `medicare` and `billed` in cents for one unit, null where there is none. */
export function madeUpLine(
  given: Partial<Omit<MixLine, "benchmark" | "charge">> & {
    readonly code: string;
    readonly units: number;
    readonly medicare?: number | null;
    readonly billed?: number | null;
  },
): MixLine {
  const { medicare = null, billed = null, ...rest } = given;
  return {
    row: 2,
    modifiers: [],
    basis: null,
    minutesPerUnit: null,
    days: null,
    ...rest,
    benchmark: medicare === null ? NO_AMOUNT : madeUpAmount(given.code, medicare),
    charge: billed === null ? null : { cents: centsOf(billed), per: "unit" },
  };
}

/** Lines as a mix. */
export function madeUpMix(lines: readonly MixLine[], programDays: number | null = null): ServiceMix {
  return { lines, programDays };
}
