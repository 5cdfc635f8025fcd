import type { RateModel, TrackedCase, TrackedPeriod, TrackedService } from "../tracker/tracked-case.ts";

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
  readonly model: RateModel | undefined;
  readonly rate: number | undefined;
  readonly units: number | undefined;
  readonly asked: boolean;
}

/**
 * Dollars agreed for one case: rate times units authorized, part by part; a case rate counts once. A percent rate needs a
 * benchmark or a charge and stays untold, and so does what a person is still asked about. The units are taken to be those
 * that the rate is for, as the tracker pairs them.
 *
 * @example 24 days at $850.00 a day and a code without units: { cents: 2040000, parts: 1, untold: ["noUnits"] }
 */
export function agreedAmountOf(subject: TrackedCase): AgreedAmount {
  let cents = 0;
  let parts = 0;
  const untold = new Set<UntoldReason>();
  for (const part of partsOf(subject)) {
    const reason = whyUntold(part);
    if (reason !== null) {
      untold.add(reason);
      continue;
    }
    // To the nearest cent, half a cent up.
    cents += Math.round((part.rate ?? 0) * (part.units ?? 0) * 100);
    parts += 1;
  }
  return { cents, parts, untold: UNTOLD_REASONS.filter((reason) => untold.has(reason)) };
}

function whyUntold(part: Part): UntoldReason | null {
  if (part.asked) return "asked";
  if (part.rate === undefined) return "noRate";
  if (part.model === undefined) return "noModel";
  if (part.model === "percentOfMedicare" || part.model === "percentOfBilled") return "percentRate";
  return part.units === undefined ? "noUnits" : null;
}

function partsOf(subject: TrackedCase): Part[] {
  const periods = subject.periods.filter(isGranted);
  const hasRatesPerCode = subject.services.some((service) => service.rate !== undefined);
  if (hasRatesPerCode) return subject.services.flatMap((service) => partsOfCode(subject, service, periods));
  const asked = asks(subject, ["rate", "model", "services"]);
  if (subject.model === "caseRate") return [{ model: subject.model, rate: subject.rate, units: 1, asked }];
  if (!periods.some((period) => unitsOfPeriod(period) !== undefined)) {
    const units = sumOfKnown(subject.services.map((service) => service.units));
    return [{ model: subject.model, rate: subject.rate, units, asked: asked || asksUnits(subject, periods) }];
  }
  return periods.map((period) => ({
    model: (period.model === undefined ? subject.model : period.model) ?? undefined,
    rate: (period.rate === undefined ? subject.rate : period.rate) ?? undefined,
    units: unitsOfPeriod(period),
    asked: asked || asks(period, ["outcome", "rate", "model"]) || asksUnits(subject, [period]),
  }));
}

function partsOfCode(subject: TrackedCase, service: TrackedService, periods: readonly TrackedPeriod[]): Part[] {
  const asked = asks(subject, ["rate", "model", "services"]) || asks(service, ["code", "rate", "model"]);
  const model = service.model ?? subject.model;
  const rate = service.rate ?? subject.rate;
  if (model === "caseRate") return [{ model, rate, units: 1, asked }];
  const inPeriods = periods.flatMap((period) =>
    (period.services ?? []).filter((line) => isSameCode(line, service)).map((line) => ({ period, line })),
  );
  if (inPeriods.some(({ line }) => line.units !== undefined)) {
    return inPeriods.map(({ period, line }) => ({
      model,
      rate,
      units: line.units,
      asked: asked || asks(line, ["units"]) || asks(period, ["outcome"]),
    }));
  }
  const onlyCode = subject.services.length === 1;
  const units = service.units ?? (onlyCode ? sumOfKnown(periods.map((period) => period.unitsAuthorized)) : undefined);
  return [{ model, rate, units, asked: asked || asks(service, ["units"]) || asksUnits(subject, periods) }];
}

/** A period counts unless its own answer was another one. */
function isGranted(period: TrackedPeriod): boolean {
  return period.outcome !== "denied" && period.outcome !== "pending" && period.outcome !== "withdrawn";
}

function isSameCode(one: TrackedService, other: TrackedService): boolean {
  const key = (service: TrackedService) => [service.code, ...[...(service.modifiers ?? [])].sort()].join("-");
  return key(one) === key(other);
}

function unitsOfPeriod(period: TrackedPeriod): number | undefined {
  return period.unitsAuthorized ?? sumOfKnown((period.services ?? []).map((service) => service.units));
}

/** The sum where every figure is known; a sum with a gap would pass for the whole. */
function sumOfKnown(figures: readonly (number | undefined)[]): number | undefined {
  if (figures.length === 0) return undefined;
  return figures.reduce((sum, figure) => (sum === undefined || figure === undefined ? undefined : sum + figure), 0);
}

function asks(holder: { readonly review?: readonly string[] }, fields: readonly string[]): boolean {
  return fields.some((field) => holder.review?.includes(field));
}

function asksUnits(subject: TrackedCase, periods: readonly TrackedPeriod[]): boolean {
  return [subject, ...periods].some((holder) => asks(holder, ["units", "unitsAuthorized"]));
}
