import { otherUnit } from "../measures/unit-basis.ts";
import { RATE_MODELS, type RateModel } from "../tracker/tracked-case.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { sumOfCents } from "../values/money.ts";
import type { AgreedPrice, AgreementSource } from "./agreed-price.ts";
import { codeFamily, plainCode } from "./code-family.ts";
import { nearest } from "./fraction.ts";
import { compare, grouped, median, share } from "./price-statistics.ts";
import { once, type Rated, rated } from "./rated-price.ts";

/** A kind of agreement that prices are told for; the last joins all whose percent of Medicare is known. */
export type RevealedModel = RateModel | "asPercentOfMedicare";
const REVEALED_MODELS: readonly RevealedModel[] = ["asPercentOfMedicare", ...RATE_MODELS];

/** 1.4 may be 140 % or 1.4 %: it is no percentage that anyone agreed to. */
const LEAST_PERCENT = 10;
/** No rate of one case is as much: more is a slip of the hand. */
const MOST = 10_000_000;

/** With fewer cases than this, low and high are no range to argue with. */
export const FEWEST_FOR_A_RANGE = 3;

/** To be said wherever a revealed price is shown to the practice (requirements 5.3). */
export const REVEALED_PRICE_CAUTION =
  "Approved cases only: what was denied, withdrawn or is pending had no price, so the payer's usual offer may be lower. Each is an exception for one patient, no contract.";

/**
 * What a payer has agreed to before, for a family of codes or one code, under one kind of rate. No patient data.
 * Figures are whole numbers: hundredths of a percent where the model is a percent, otherwise cents per unit, day or case.
 */
export interface RevealedPrice {
  readonly payer: string;
  readonly familyId: string;
  readonly family: string;
  /** Null where all codes of the family are taken together. */
  readonly code: string | null;
  /** The codes that the agreements are for, in order; none where they name no code. */
  readonly codes: readonly string[];
  readonly model: RevealedModel;
  /** What a unit is, where it is not one service of the code: "hour"; null otherwise. */
  readonly basis: string | null;
  /** Cases: the n that is shown beside every figure. */
  readonly n: number;
  /** Agreed rates; one that a case repeats for several authorizations counts once. */
  readonly lines: number;
  /** The middle rate; of an even count the mean of the two middle ones, half a unit up. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Hundredths of a percent: the middle of the rates that have one; null where none has. */
  readonly percentOfMedicareMedian: number | null;
  /**
   * Hundredths of a percent: agreed dollars over Medicare's dollars, each rate times its units, summed over the rates
   * with an amount of Medicare's and known units; never a mean of ratios. Null where there are none.
   */
  readonly percentOfMedicareWeighted: number | null;
  /** Share of the rates whose percent of Medicare is known, 0 to 1, to four decimals. */
  readonly coverage: number;
  /** Share of the agreed dollars that stand behind the weighted percent; null while dollars of a rate are not known. */
  readonly coverageOfDollars: number | null;
  /** First and last day of decision; null where none is known. */
  readonly since: CalendarDate | null;
  readonly until: CalendarDate | null;
  /** Cases without a day of decision: they are in, and may be later than the as-of day. */
  readonly undated: number;
  readonly caseIds: readonly string[];
  readonly sources: readonly AgreementSource[];
}

/** Agreements gathered so far: plain data, never changed in place. */
export type RevealedPriceState = readonly AgreedPrice[];

/** A measure over agreed prices: parts gathered apart merge into the same value as the whole. */
export interface RevealedPriceMeasure {
  readonly create: () => RevealedPriceState;
  readonly add: (state: RevealedPriceState, price: AgreedPrice) => RevealedPriceState;
  readonly merge: (first: RevealedPriceState, second: RevealedPriceState) => RevealedPriceState;
  readonly value: (state: RevealedPriceState) => RevealedPrice[];
}

/**
 * The payers' revealed prices as of a day; agreements decided later are out. For each payer and family one record a kind
 * of rate (per unit by what the unit is; per day, per case, percent of billed each apart), one with everything whose
 * percent of Medicare is known, and the same by code where agreements name several codes of a family. A percent of
 * Medicare is what the agreement says, or a rate per unit over Medicare's amount for the unit; a rate per hour, day or
 * case has none. Left out is what is no rate: 0 or less, more than ten million dollars, a percentage under 10 (1.4 for
 * 140).
 *
 * @example measured over 90837 at $150.00, $160.00 and $210.00 with Aetna: median 16000, low 15000, high 21000, n 3
 */
export function revealedPriceMeasure(asOf: CalendarDate): RevealedPriceMeasure {
  const isIn = (price: AgreedPrice): boolean =>
    price.payer !== "" &&
    Number.isFinite(price.rate) &&
    price.rate >= (price.model.startsWith("percentOf") ? LEAST_PERCENT : Number.MIN_VALUE) &&
    price.rate <= MOST &&
    (price.decided ?? price.submitted ?? asOf) <= asOf;
  return {
    create: () => [],
    add: (state, price) => (isIn(price) ? [...state, price] : state),
    merge: (first, second) => [...first, ...second],
    value: (state) => revealed(state.filter(isIn)),
  };
}

/** The revealed prices of a list of agreements, in order of payer, family, code and model. */
export function revealedPrices(prices: readonly AgreedPrice[], asOf: CalendarDate): RevealedPrice[] {
  return revealedPriceMeasure(asOf).value(prices);
}

/**
 * What a payer has agreed to for a code: the code's own records of each model, and the family's where it has none.
 * Payers compare without regard to case.
 */
export function revealedPricesFor(all: readonly RevealedPrice[], payer: string, code: string): RevealedPrice[] {
  const family = codeFamily(code).id;
  const plain = plainCode(code);
  const ofFamily = all.filter(
    (price) => price.payer.toLowerCase() === payer.trim().toLowerCase() && price.familyId === family,
  );
  return ofFamily.filter(
    (price) =>
      price.code === plain ||
      (price.code === null && !ofFamily.some((other) => other.code === plain && other.model === price.model)),
  );
}

function revealed(prices: readonly AgreedPrice[]): RevealedPrice[] {
  const byFamily = grouped(
    once(prices).map(rated),
    ({ price, service }) => `${price.payer.toLowerCase()}|${service.family.id}`,
  );
  const records = byFamily.flatMap((ofFamily) => {
    const codes = new Set(ofFamily.map(({ service }) => service.code));
    const byCode =
      codes.size < 2
        ? []
        : grouped(
            ofFamily.filter(({ service }) => service.code !== null),
            ({ service }) => String(service.code),
          );
    return [
      ...byModel(ofFamily, null),
      ...byCode.flatMap((ofCode) => byModel(ofCode, ofCode[0]?.service.code ?? null)),
    ];
  });
  return records.sort(inOrder);
}

function byModel(group: readonly Rated[], code: string | null): RevealedPrice[] {
  const basis = ({ price }: Rated): string | null =>
    price.model === "perUnit" ? otherUnit(price.model, price.unitBasis ?? undefined) : null;
  const models = grouped(group, (entry) => `${entry.price.model}|${basis(entry) ?? ""}`);
  const known = group.filter(({ percent }) => percent !== null);
  return [
    ...(known.length === 0 ? [] : [recordOf(known, "asPercentOfMedicare", null, code, group)]),
    ...models.flatMap((entries) => {
      const [first] = entries;
      return first === undefined ? [] : [recordOf(entries, first.price.model, basis(first), code, entries)];
    }),
  ];
}

function recordOf(
  entries: readonly Rated[],
  model: RevealedModel,
  basis: string | null,
  code: string | null,
  outOf: readonly Rated[],
): RevealedPrice {
  const percents = entries.flatMap(({ percent }) => percent ?? []);
  const figures = model === "asPercentOfMedicare" ? percents : entries.map(({ figure }) => figure);
  const [first] = entries;
  const days = entries.flatMap(({ price }) => price.decided ?? []).sort();
  const caseIds = [...new Set(entries.map(({ price }) => price.caseId))].sort();
  return {
    payer: entries.map(({ price }) => price.payer).sort()[0] ?? "",
    familyId: first?.service.family.id ?? "",
    family: first?.service.family.name ?? "",
    code,
    codes: [...new Set(entries.flatMap(({ service }) => service.code ?? []))].sort(),
    model,
    basis,
    n: caseIds.length,
    lines: entries.length,
    median: median(figures),
    low: figures.reduce((low, figure) => Math.min(low, figure), Number.POSITIVE_INFINITY),
    high: figures.reduce((high, figure) => Math.max(high, figure), 0),
    percentOfMedicareMedian: percents.length === 0 ? null : median(percents),
    ...weightedPercent(entries, outOf),
    coverage: share(percents.length, outOf.length),
    since: days[0] ?? null,
    until: days.at(-1) ?? null,
    undated: new Set(entries.filter(({ price }) => price.decided === null).map(({ price }) => price.caseId)).size,
    caseIds,
    sources: sourcesOf(entries),
  };
}

function weightedPercent(
  entries: readonly Rated[],
  outOf: readonly Rated[],
): Pick<RevealedPrice, "percentOfMedicareWeighted" | "coverageOfDollars"> {
  const both = entries.flatMap(({ dollars, medicare }) =>
    dollars === null || medicare === null ? [] : [{ dollars, medicare }],
  );
  const agreed = sumOfCents(both.map(({ dollars }) => dollars));
  const medicare = sumOfCents(both.map((entry) => entry.medicare));
  const isAllKnown = outOf.every(({ dollars }) => dollars !== null);
  const all = sumOfCents(outOf.flatMap(({ dollars }) => dollars ?? []));
  return {
    percentOfMedicareWeighted:
      medicare === 0 ? null : nearest({ over: BigInt(agreed) * 10_000n, under: BigInt(medicare) }),
    coverageOfDollars: isAllKnown && all > 0 ? share(agreed, all) : null,
  };
}

function sourcesOf(entries: readonly Rated[]): AgreementSource[] {
  const bySheet = new Map<string | null, Set<number>>();
  for (const { price } of entries) {
    const rows = bySheet.get(price.source.sheet) ?? new Set();
    for (const row of price.source.rows) rows.add(row);
    bySheet.set(price.source.sheet, rows);
  }
  return [...bySheet]
    .sort(([a], [b]) => compare(a ?? "", b ?? ""))
    .map(([sheet, rows]) => ({ sheet, rows: [...rows].sort((a, b) => a - b) }));
}

function inOrder(one: RevealedPrice, other: RevealedPrice): number {
  return (
    compare(one.payer.toLowerCase(), other.payer.toLowerCase()) ||
    compare(one.family, other.family) ||
    compare(one.familyId, other.familyId) ||
    compare(one.code ?? "", other.code ?? "") ||
    REVEALED_MODELS.indexOf(one.model) - REVEALED_MODELS.indexOf(other.model) ||
    compare(one.basis ?? "", other.basis ?? "")
  );
}
