import { type Cents, centsOf, printMoney } from "../values/money.ts";
import { fractionOf, nearestCents } from "./fraction.ts";
import { BASIS_WORDS, type UnitBasis } from "./unit-basis.ts";

/** How a payer pays: the five models of the guides (guide 002 L56-76, guide 003 L23) and a rate per unit. */
export const OFFER_MODELS = [
  "percentOfMedicare",
  "percentOfBilled",
  "perDiem",
  "caseRate",
  "perUnit",
  "inNetwork",
] as const;
export type OfferModel = (typeof OFFER_MODELS)[number];

/** A figure that an offer names for one code, or for every code where none is named. */
export interface CodeFigure {
  /** Null: for every code that has no figure of its own. */
  readonly code: string | null;
  /** Modifiers that the offer names with the code. */
  readonly modifiers: readonly string[];
  /** A percentage (140 for 140 %) or US dollars, as written: 162.375 keeps its third decimal. */
  readonly figure: number;
}

/** A figure of a rate per unit. */
export interface UnitFigure extends CodeFigure {
  readonly basis: UnitBasis;
}

/** What an agreement may say beside the rate. Null: it does not say it. */
export interface TermConditions {
  /** "Lesser of": never more than this percentage of the billed charge (100 where only "billed" is said). */
  readonly lesserOfBilled: number | null;
  /** Most dollars on one day, and in all. */
  readonly dollarsPerDay: Cents | null;
  readonly dollarsInAll: Cents | null;
  /** Most units on one day, and in all; the basis says which units. */
  readonly unitsPerDay: UnitCap | null;
  readonly unitsInAll: UnitCap | null;
  /** "140 % of the 2025 fee schedule": the year of the schedule, whatever the day of service. */
  readonly scheduleYear: number | null;
}

export interface UnitCap {
  readonly units: number;
  readonly basis: UnitBasis;
}

export const NO_CONDITIONS: TermConditions = {
  lesserOfBilled: null,
  dollarsPerDay: null,
  dollarsInAll: null,
  unitsPerDay: null,
  unitsInAll: null,
  scheduleYear: null,
};

/** The terms of one offer. */
export type RateTerm = {
  readonly conditions: TermConditions;
} & (
  | { readonly model: "percentOfMedicare" | "percentOfBilled" | "perDiem"; readonly figures: readonly CodeFigure[] }
  | { readonly model: "caseRate"; readonly cents: Cents }
  | { readonly model: "perUnit"; readonly figures: readonly UnitFigure[] }
  | {
      readonly model: "inNetwork";
      /** Of the schedule's amounts: 100 for the schedule itself. */
      readonly percent: number;
      /** Dollars for one unit of each code; null while the payer has not stated them. */
      readonly amounts: readonly CodeFigure[] | null;
    }
);

/** Why a rate is not taken. Each is an answer of its own; none is 0. */
export const RATE_REFUSALS = [
  "rate-missing",
  "rate-unreadable",
  "rate-negative",
  "rate-zero",
  "rate-too-large",
  "rate-range",
  "rate-ambiguous",
  "unit-basis-missing",
  "unit-basis-unknown",
  "percent-base-missing",
  "percent-base-unknown",
  "percent-as-multiple",
  "percent-too-large",
  "percent-above-billed",
  "model-unknown",
  "condition-unknown",
] as const;
export type RateRefusalReason = (typeof RATE_REFUSALS)[number];

/** A rate that is not taken, and why, for the manager. */
export interface RateRefusal {
  readonly kind: "refused";
  readonly reason: RateRefusalReason;
  readonly sentence: string;
}

export function refuseRate(reason: RateRefusalReason, sentence: string): RateRefusal {
  return { kind: "refused", reason, sentence };
}

/** No case is worth as much, and no day or unit of it a tenth: more is a slip of the hand. */
const MOST_DOLLARS = 10_000_000;
const MOST_PERCENT = 1000;
const MEANT_AS_MULTIPLE = 10;

export const ACCEPTED_RATES =
  'Accepted: "140% of Medicare", "55% of billed charges", "$400 per diem", "case rate 45,000", "$162.50 per session", "110% of in-network schedule".';
const MEANWHILE = "It is left out; nothing is reckoned from it.";

/**
 * Checks a percentage. A figure under 10 is taken for a multiple that lost its way (1.4 for 140 %) and refused, never
 * turned into a percentage by guess.
 *
 * @example checkPercent(1.4, "percentOfMedicare") is refused as "percent-as-multiple": did you mean 140 %?
 */
export function checkPercent(
  percent: number,
  of: "percentOfMedicare" | "percentOfBilled" | "inNetwork",
): RateRefusal | null {
  if (!Number.isFinite(percent))
    return refuseRate("rate-unreadable", `This is no percentage. ${ACCEPTED_RATES} ${MEANWHILE}`);
  if (percent < 0) return refuseRate("rate-negative", `A rate of ${percent} % is below nothing. ${MEANWHILE}`);
  if (percent === 0)
    return refuseRate("rate-zero", `A rate of 0 % pays nothing and is not taken for an offer. ${MEANWHILE}`);
  if (of === "percentOfBilled" && percent > 1 && percent < MEANT_AS_MULTIPLE) {
    return refuseRate("rate-ambiguous", `${percent} % of billed charges is less than any agreement pays. ${MEANWHILE}`);
  }
  if (percent < MEANT_AS_MULTIPLE) {
    return refuseRate(
      "percent-as-multiple",
      `Did you mean ${plainPercent(percent)} %? ${percent} is not taken: write a percentage as 140 %, a multiple as "1.4 x Medicare". ${MEANWHILE}`,
    );
  }
  if (of === "percentOfBilled" && percent > 100) {
    return refuseRate(
      "percent-above-billed",
      `${percent} % of billed charges is more than was billed, which no payer pays. Did you mean percent of Medicare? ${MEANWHILE}`,
    );
  }
  if (percent > MOST_PERCENT) {
    const hint = percent % 100 === 0 && percent / 100 >= 20 ? ` Did you mean ${percent / 100} %?` : "";
    return refuseRate("percent-too-large", `${percent} % is more than any agreement pays.${hint} ${MEANWHILE}`);
  }
  return null;
}

function plainPercent(multiple: number): string {
  const hundredfold = fractionOf(multiple);
  return String(Number(`${Number((hundredfold.over * 100_000_000n) / hundredfold.under)}e-6`));
}

/** Checks an amount of dollars that an offer names: above 0, and no more than a case or a unit can be worth. */
export function checkDollars(dollars: number, most = MOST_DOLLARS / 10): RateRefusal | null {
  if (!Number.isFinite(dollars))
    return refuseRate("rate-unreadable", `This is no amount. ${ACCEPTED_RATES} ${MEANWHILE}`);
  if (dollars < 0) return refuseRate("rate-negative", `A rate of ${dollars} dollars is below nothing. ${MEANWHILE}`);
  if (dollars === 0)
    return refuseRate("rate-zero", `A rate of $0.00 pays nothing and is not taken for an offer. ${MEANWHILE}`);
  if (dollars > most) {
    return refuseRate(
      "rate-too-large",
      `${dollars} dollars is more than it can be worth (${printMoney(centsOf(most * 100))} at most). ${MEANWHILE}`,
    );
  }
  return null;
}

/**
 * The terms from a model, a figure and a unit basis that stand in cells of their own, as in the ledger or the pane.
 * Each fault is a refusal with its reason: text, nothing, negative, zero, 1.4 or 14000 for a percentage, no unit basis.
 *
 * @example termFromParts("percentOfMedicare", 140, null) pays 140 % of Medicare; termFromParts("perUnit", 400, null) is refused as "unit-basis-missing"
 */
export function termFromParts(
  model: OfferModel,
  figure: unknown,
  basis: UnitBasis | null,
  conditions: TermConditions = NO_CONDITIONS,
): RateTerm | RateRefusal {
  if (figure === null || figure === undefined || figure === "") {
    return refuseRate("rate-missing", `There is no figure. ${ACCEPTED_RATES} ${MEANWHILE}`);
  }
  if (typeof figure !== "number" || !Number.isFinite(figure)) {
    return refuseRate("rate-unreadable", `"${String(figure)}" is no number. ${ACCEPTED_RATES} ${MEANWHILE}`);
  }
  return termOf(model, [{ code: null, modifiers: [], figure, basis }], conditions);
}

/** The terms from a model and its figures, each checked. */
export function termOf(
  model: OfferModel,
  figures: readonly (CodeFigure & { readonly basis: UnitBasis | null })[],
  conditions: TermConditions,
): RateTerm | RateRefusal {
  const isPercent = model === "percentOfMedicare" || model === "percentOfBilled" || model === "inNetwork";
  for (const { figure } of figures) {
    const refusal = isPercent
      ? checkPercent(figure, model)
      : checkDollars(figure, model === "caseRate" ? MOST_DOLLARS : MOST_DOLLARS / 10);
    if (refusal !== null) return refusal;
  }
  const [first] = figures;
  if (first === undefined) return refuseRate("rate-missing", `There is no figure. ${ACCEPTED_RATES} ${MEANWHILE}`);
  if (model === "caseRate") {
    if (figures.length > 1) {
      return refuseRate("rate-ambiguous", `Several case rates stand in one offer; a case has one. ${MEANWHILE}`);
    }
    const cents = nearestCents(fractionOf(first.figure));
    return cents === 0
      ? refuseRate("rate-zero", `A case rate of less than a cent. ${MEANWHILE}`)
      : { model, cents, conditions };
  }
  if (model === "inNetwork") return { model, percent: first.figure, amounts: null, conditions };
  if (model !== "perUnit") {
    return { model, figures: figures.map(({ code, modifiers, figure }) => ({ code, modifiers, figure })), conditions };
  }
  const known: UnitFigure[] = [];
  for (const { basis, ...rest } of figures) {
    if (basis === null) {
      return refuseRate(
        "unit-basis-missing",
        `${rest.figure} per what? A rate needs its unit: ${Object.values(BASIS_WORDS).join(", ")}, or "case rate". ${MEANWHILE}`,
      );
    }
    known.push({ ...rest, basis });
  }
  return { model, figures: known, conditions };
}

/** Whether a reading was refused. */
export function isRefusal(reading: { readonly kind?: unknown } | object): reading is RateRefusal {
  return "kind" in reading && reading.kind === "refused";
}
