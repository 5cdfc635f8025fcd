import type { RateModel } from "../tracker/tracked-case.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { Cents } from "../values/money.ts";
import { type CodeFamily, codeFamily, isByTheDay, levelFamily, plainCode } from "./code-family.ts";

/**
 * Medicare's amount for one unit, or that there is none; a `Benchmark` is one. A benchmark that a person typed herself
 * is for whatever her rate is for.
 */
export type MedicareAmount =
  | { readonly kind: "amount"; readonly cents: Cents; readonly isOwn?: true }
  | { readonly kind: "none" };

/** Where an agreement stands: every figure made of agreements can be followed back to these. */
export interface AgreementSource {
  /** The tracker's sheet; null in a text file. */
  readonly sheet: string | null;
  /** Rows of the tracker, counted from 1. */
  readonly rows: readonly number[];
}

/** One rate that a payer agreed to: a line of a granted case, with nothing open about it. No patient data. */
export interface AgreedPrice {
  /** By its canonical name. */
  readonly payer: string;
  /** Blank where the agreement states none. */
  readonly code: string;
  readonly modifiers: readonly string[];
  /** Other codes that the same rate pays for, all in: a day rate of a program, a case rate. */
  readonly alsoCovers?: readonly string[];
  /** As the tracker says it: tells the family where no code does. */
  readonly levelOfCare?: string | null;
  readonly model: RateModel;
  /** As the ledger has it: 140 for 140 %, otherwise US dollars. */
  readonly rate: number;
  /** What a unit is, as the column Unit basis says it; null where nobody says. */
  readonly unitBasis: string | null;
  /** Units authorized at that rate; null where not known. */
  readonly units: number | null;
  readonly benchmark: MedicareAmount | null;
  readonly decided: CalendarDate | null;
  /** Without a day of decision: what was requested later was not agreed to before. */
  readonly submitted?: CalendarDate | null;
  readonly caseId: string;
  readonly source: AgreementSource;
}

/** What an agreed rate is for: a family, and the code where it is for one. */
export interface PricedService {
  readonly family: CodeFamily;
  readonly code: string | null;
}

const SEVERAL: CodeFamily = { id: "several", name: "several services at one rate" };

/**
 * What an agreed rate is for. A rate for several codes, all in, is the program's where exactly one of them is a program
 * paid by the day, or the level of care is: the sessions of a partial hospitalization day are not priced by it.
 *
 * @example a day rate for H0035, 90837 and 90853 is for partial hospitalization, code H0035
 */
export function pricedService(price: AgreedPrice): PricedService {
  const codes = [...new Set([price.code, ...(price.alsoCovers ?? [])].map(plainCode).filter((code) => code !== ""))];
  const [only] = codes;
  if (only === undefined) return { family: levelFamily(price.levelOfCare ?? ""), code: null };
  if (codes.length === 1) return { family: codeFamily(only), code: only };
  const programs = codes.filter((code) => isByTheDay(codeFamily(code)));
  const [program] = programs;
  if (program !== undefined && new Set(programs.map((code) => codeFamily(code).id)).size === 1) {
    return { family: codeFamily(program), code: programs.length === 1 ? program : null };
  }
  const level = levelFamily(price.levelOfCare ?? "");
  if (program === undefined && isByTheDay(level)) return { family: level, code: null };
  const families = new Map(codes.map((code) => [codeFamily(code).id, codeFamily(code)]));
  const [family] = families.values();
  return { family: families.size === 1 && family !== undefined ? family : SEVERAL, code: null };
}
