import { releaseWords, trackWords } from "../../../analysis/medicare/held-words.ts";
import type { PricingTerms } from "../../../sca/measures/price-line.ts";
import type { Benchmark, BenchmarkAmount, BenchmarkQuestion } from "../../../sca/medicare/benchmark.ts";
import { readServiceTime } from "../../../sca/medicare/day-of-service.ts";
import type { MedicareLibrary } from "../../../sca/medicare/fee-schedule.ts";
import { readPlace } from "../../../sca/medicare/place.ts";
import { printSetting, readSetting } from "../../../sca/medicare/setting.ts";
import { percentOf } from "../../../sca/rates/fraction.ts";
import { dayWords } from "../../../sca/values/day-words.ts";
import { parseMoney, printMoney } from "../../../sca/values/money.ts";
import { modifiersIn, pricer } from "../../functions/pricer.ts";
import type { RateDraft } from "./rate-draft.ts";

/** Day, place and setting as the fee schedule is asked, for every code of the draft. */
export type AskedTerms = Pick<BenchmarkQuestion, "day" | "place" | "setting" | "track" | "workFloor">;

/** The fields that are wrong, each with its sentence. */
export type FieldProblems = Partial<Record<"code" | "day" | "place" | "setting" | "agreed", string>>;

/** Terms that were read, or what is wrong with them. */
export type ReadTerms =
  | { readonly kind: "terms"; readonly terms: AskedTerms; readonly notes: readonly string[] }
  | { readonly kind: "problems"; readonly problems: FieldProblems };

type LedgerTerms = Pick<PricingTerms, "track" | "workFloor">;

/** Reads day, place and setting; all that is wrong together. */
export function readTerms(draft: RateDraft, library: MedicareLibrary, ledger: LedgerTerms): ReadTerms {
  const time = readServiceTime(draft.day, "");
  const setting = readSetting(draft.setting);
  const problems: FieldProblems = {};
  if (time.kind === "none") problems.day = time.sentence;
  if (time.kind === "year") problems.day = "Give the whole day: which amounts hold changes within a year.";
  if (setting === null) {
    problems.setting =
      "Whether Medicare pays the office or the facility amount is not told by this. Office, facility, or the two digits of the place of service are accepted.";
  }
  if (time.kind !== "day") return { kind: "problems", problems };
  const place = readPlace(draft.place.trim() === "" ? "national" : draft.place, library, time.day);
  if (place.kind === "none") problems.place = place.sentence;
  if (place.kind === "none" || setting === null) return { kind: "problems", problems };
  const notes = place.kind === "locality" ? (place.notes ?? []) : [];
  return { kind: "terms", terms: { day: time.day, place, setting, ...ledger }, notes };
}

/** One service set against Medicare: the amount with everything it came from, or the honest reason why there is none. */
export type PricedService =
  | { readonly kind: "blank" }
  | { readonly kind: "problems"; readonly problems: FieldProblems }
  | { readonly kind: "none"; readonly sentence: string }
  | {
      readonly kind: "amount";
      readonly headline: string;
      /** What a rate is of it, where one is typed. */
      readonly agreed: string | null;
      readonly facts: readonly (readonly [label: string, value: string])[];
      readonly notes: readonly string[];
    };

/**
 * Prices the service of a draft.
 *
 * @example 99213 on 2025-03-01, national, office: "99213: $88.95 is Medicare's amount for one unit"
 */
export function priceService(draft: RateDraft, read: ReadTerms, library: MedicareLibrary): PricedService {
  if (draft.code.trim() === "") return { kind: "blank" };
  const agreed = draft.agreed.trim() === "" ? null : parseMoney(draft.agreed);
  const agreedProblem =
    draft.agreed.trim() !== "" && (agreed === null || agreed <= 0)
      ? { agreed: `“${draft.agreed}” is no amount of dollars above 0. 162.50 is accepted, or nothing.` }
      : {};
  if (read.kind === "problems") return { kind: "problems", problems: { ...read.problems, ...agreedProblem } };
  if (Object.keys(agreedProblem).length > 0) return { kind: "problems", problems: agreedProblem };
  const benchmark = benchmarkFor(draft.code, draft.modifiers, read.terms, library);
  if (benchmark.kind === "none") return { kind: "none", sentence: benchmark.sentence };
  const percent = agreed === null ? null : percentOf(agreed, benchmark.cents, 1);
  return {
    kind: "amount",
    headline: `${printMoney(benchmark.cents)} is Medicare's amount for one unit of ${[benchmark.code, benchmark.modifier].filter(Boolean).join("-")}.`,
    agreed:
      percent === null || agreed === null ? null : `${printMoney(agreed)} is ${percent.toFixed(1)} % of Medicare.`,
    facts: factsOf(benchmark, read.terms),
    notes: [...new Set([...benchmark.notes, ...read.notes])],
  };
}

/** The amount of one unit of a code under the terms of the draft. */
export function benchmarkFor(code: string, modifiers: string, terms: AskedTerms, library: MedicareLibrary): Benchmark {
  return pricer(library)({ ...terms, code: code.trim(), modifiers: modifiersIn(modifiers) });
}

function factsOf(amount: BenchmarkAmount, { day }: AskedTerms): (readonly [string, string])[] {
  const product = (units: number, index: number): string => `${decimal(units, 2)} × ${decimal(index, 3)}`;
  const floor = amount.workFloor === "none" ? "" : ` (${amount.workFloor} the floor of 1.0)`;
  return [
    ["Day", dayWords(day)],
    ["Place", amount.locality === "NATIONAL" ? "National, all cost indices 1" : `Locality ${amount.locality}`],
    ["Setting", printSetting(amount.setting)],
    ["Release", `${releaseWords(amount.release)}, from ${amount.releaseFile}`],
    ["Work", `${product(amount.work, amount.workIndex)}${floor}`],
    ["Practice expense", product(amount.pe, amount.peIndex)],
    ["Malpractice", product(amount.malpractice, amount.malpracticeIndex)],
    ["Conversion factor", `${decimal(amount.conversionFactor, 4)}${trackWords(amount.track)}`],
  ];
}

/** A whole number with a point before its last digits. @example decimal(323465, 4) is "32.3465" */
function decimal(whole: number, places: number): string {
  const digits = String(Math.abs(whole)).padStart(places + 1, "0");
  return `${whole < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
