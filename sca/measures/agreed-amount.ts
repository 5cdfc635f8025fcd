import type { RateModel, TrackedCase, TrackedPeriod } from "../tracker/tracked-case.ts";
import { type AgreedLine, agreedLines, codeKey } from "./agreed-lines.ts";
import { centsOrNull } from "./dollars-for-units.ts";
import { type LineBenchmarks, OWN_BENCHMARKS, ownBenchmark } from "./line-benchmarks.ts";
import { percentOf } from "./percent-of.ts";
import { otherUnit } from "./unit-basis.ts";

/** Why the dollars of an agreement, or of a part of it, cannot be told from the tracker. */
export const UNTOLD_REASONS = ["percentRate", "noRate", "noModel", "noUnits", "asked"] as const;
export type UntoldReason = (typeof UNTOLD_REASONS)[number];

/** What an agreement is worth. */
export interface AgreedAmount {
  /** Whole cents of the parts that can be told; 0 where none can. */
  readonly cents: number;
  /** How many parts went into `cents`. */
  readonly parts: number;
  /** Why other parts are left out; empty when the whole agreement is told. */
  readonly untold: readonly UntoldReason[];
}

/** A part of an agreement that has one rate. */
interface Part {
  readonly model: RateModel | null | undefined;
  readonly rate: number | null | undefined;
  readonly units: number | undefined;
  readonly asked: boolean;
  /** What the percent of a percent rate comes to for one unit; absent or null where there is nothing to take it of. */
  readonly percentDollars?: number | null;
}

/** A case with what its parts are told by, each found once. */
interface Agreement {
  readonly subject: TrackedCase;
  /** How many service lines the case has, those that were refused among them. */
  readonly lineCount: number;
  readonly lines: readonly AgreedLine[];
  readonly periods: readonly TrackedPeriod[];
  readonly benchmarks: LineBenchmarks;
}

/**
 * Dollars agreed for one case: rate times units authorized, part by part. Where codes have rates of their own the parts
 * are the codes; a case rate counts once; otherwise the parts are the authorizations, and without units there the codes.
 * A percent of Medicare is told where the line has a benchmark, rounded to the cent for one unit; a percent of billed
 * where the charge is known; otherwise a percent rate stays untold, and so does what a person is still asked about. The
 * units are taken to be those that the rate is for, as the tracker pairs them. "Expected dollars" on the ledger's sheet
 * Cases says the same by formulas.
 *
 * @example 24 days at $850.00 a day and a code without units: { cents: 2040000, parts: 1, untold: ["noUnits"] }
 */
export function agreedAmountOf(subject: TrackedCase, benchmarks: LineBenchmarks = OWN_BENCHMARKS): AgreedAmount {
  let cents = 0;
  let parts = 0;
  const untold: UntoldReason[] = [];
  for (const part of partsOf(subject, benchmarks)) {
    const reason = whyUntold(part);
    if (reason !== null) {
      untold.push(reason);
      continue;
    }
    // To the nearest cent, half a cent up.
    const [dollars, units] = [part.percentDollars ?? part.rate ?? 0, part.units ?? 0];
    cents += centsOrNull(dollars, units) ?? Math.round(dollars * units * 100);
    parts += 1;
  }
  return {
    cents,
    parts,
    untold: untold.length === 0 ? [] : UNTOLD_REASONS.filter((reason) => untold.includes(reason)),
  };
}

function whyUntold(part: Part): UntoldReason | null {
  if (part.asked) return "asked";
  if (part.rate === undefined || part.rate === null) return "noRate";
  if (part.model === undefined || part.model === null) return "noModel";
  if (isPercent(part.model) && typeof part.percentDollars !== "number") return "percentRate";
  return part.units === undefined ? "noUnits" : null;
}

function isPercent(model: RateModel | null | undefined): boolean {
  return model === "percentOfMedicare" || model === "percentOfBilled";
}

function partsOf(subject: TrackedCase, benchmarks: LineBenchmarks): Part[] {
  const all = agreedLines(subject);
  const lines = all.filter(({ period }) => period === null || isGranted(period));
  const periods = subject.periods.filter(isGranted);
  const agreement: Agreement = { subject, lineCount: all.length, lines, periods, benchmarks };
  const byCode = () => partsOfLines(agreement, lines);
  if (all.some(({ service }) => service.rate !== undefined)) return byCode();
  const ofCase: Part = { model: subject.model, rate: subject.rate, units: undefined, asked: asks(subject, DOLLARS) };
  if (subject.model === "caseRate") return [{ ...ofCase, units: 1 }];
  const byPeriod = periods.flatMap((period) => partsOfPeriod(agreement, period));
  if (byPeriod.some((part) => whyUntold(part) === null)) return byPeriod;
  return lines.length > 0 ? byCode() : byPeriod.length > 0 ? byPeriod : [ofCase];
}

function partsOfPeriod(agreement: Agreement, period: TrackedPeriod): Part[] {
  const { subject, lines } = agreement;
  const own = lines.filter((line) => line.period === period);
  const onlyCode = own.length === 1 ? own[0]?.service : undefined;
  const model = period.model === undefined ? (onlyCode?.model ?? subject.model) : period.model;
  const hasOwnCaseRate = model === "caseRate" && typeof period.rate === "number";
  if ((period.unitsAuthorized === undefined || isPercent(model)) && own.length > 0 && !hasOwnCaseRate) {
    return partsOfLines(agreement, own);
  }
  // What a period states itself answers to its own questions.
  const ofCase = DOLLARS.filter((field) => (field !== "rate" && field !== "model") || period[field] === undefined);
  const asked = asks(period, DOLLARS) || asks(subject, ofCase) || asks(onlyCode ?? {}, DOLLARS);
  const rate = period.rate === undefined ? subject.rate : period.rate;
  if (hasOwnCaseRate) return [{ model, rate, units: 1, asked }];
  return [{ model, rate: model === "caseRate" ? undefined : rate, units: period.unitsAuthorized, asked }];
}

function partsOfLines(agreement: Agreement, lines: readonly AgreedLine[]): Part[] {
  const parts: Part[] = [];
  for (const line of lines) parts.push(...partsOfLine(agreement, line));
  return parts;
}

function partsOfLine(agreement: Agreement, line: AgreedLine): Part[] {
  const { subject, lineCount, lines, periods } = agreement;
  const { service, period } = line;
  const model = service.model ?? (period?.model === undefined ? subject.model : period.model);
  const rate = service.rate ?? (period?.rate === undefined ? subject.rate : period.rate);
  const asked = asks(subject, DOLLARS) || asks(period ?? {}, DOLLARS) || asks(service, DOLLARS);
  if (model !== "caseRate") {
    const isOnly = period === null && service.units === undefined && lineCount === 1;
    const open = isOnly ? periods.filter((other) => asks(other, DOLLARS)) : [];
    const percentDollars = percentDollarsOf(agreement, line, model, rate);
    const part: Part = { model, rate, units: unitsOf(agreement, line), asked, percentDollars };
    return [part, ...open.map((): Part => ({ model, rate, units: undefined, asked: true }))];
  }
  // All in: once, however many authorizations it covers.
  if (service.rate === undefined && lineCount > 1) return [{ model, rate: undefined, units: 1, asked }];
  const first = lines.find((other) => codeKey(other.service) === codeKey(service));
  return first === line ? [{ model, rate, units: 1, asked }] : [];
}

/** What a percent rate comes to for one unit of a line; null for other rates and where there is nothing to take it of. */
function percentDollarsOf(
  { subject, benchmarks }: Agreement,
  line: AgreedLine,
  model: RateModel | null | undefined,
  rate: number | null | undefined,
): number | null {
  if (rate === null || rate === undefined) return null;
  const { billedCharge, unitBasis } = line.service;
  if (model === "percentOfBilled") return billedCharge === undefined ? null : (rate / 100) * billedCharge;
  if (model !== "percentOfMedicare") return null;
  const benchmark =
    ownBenchmark(line.service.ownBenchmark) ??
    (otherUnit(model, unitBasis) === null ? benchmarks(subject, line) : null);
  return benchmark === null ? null : percentOf(rate, benchmark) / 100;
}

/** A code's own units; for the only code, the units of its authorization or of all authorizations of the case. */
function unitsOf({ lineCount, lines, periods }: Agreement, { service, period }: AgreedLine): number | undefined {
  if (service.units !== undefined) return service.units;
  if (period !== null) {
    return lines.filter((line) => line.period === period).length === 1 ? period.unitsAuthorized : undefined;
  }
  if (lineCount !== 1) return undefined;
  const settled = periods.filter((other) => !asks(other, DOLLARS));
  const sum = settled.reduce((units, other) => units + (other.unitsAuthorized ?? 0), 0);
  return sum > 0 ? sum : undefined;
}

/** A period counts unless its own answer was another one. */
function isGranted(period: TrackedPeriod): boolean {
  return period.outcome !== "denied" && period.outcome !== "pending" && period.outcome !== "withdrawn";
}

/** What makes up the dollars: none are reckoned while one of these is asked. */
const DOLLARS = ["outcome", "rate", "model", "units", "unitsAuthorized", "services", "code"] as const;

function asks({ review }: { readonly review?: readonly string[] }, fields: readonly string[]): boolean {
  return review?.some((field) => fields.includes(field)) ?? false;
}
