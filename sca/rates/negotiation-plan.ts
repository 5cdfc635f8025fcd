import { type Cents, centsOf, printMoney } from "../values/money.ts";
import { figureForTotal } from "./convert-offer.ts";
import type { AgreedBefore } from "./counter-reasons.ts";
import { type Floor, floorOverMix } from "./floor.ts";
import { dollarsOf, fractionOf, nearestCents, product, roundedUp } from "./fraction.ts";
import type { NegotiationBands } from "./negotiation-bands.ts";
import type { NegotiationNumbers } from "./next-counter.ts";
import type { OfferModel } from "./rate-term.ts";
import { medicareOfMix, type ServiceMix } from "./service-mix.ts";

/** One of the three numbers and where it comes from. */
export interface PlannedNumber {
  readonly figure: number;
  readonly sentence: string;
}

/** Opening, target and walk-away in one model's figures; null where nothing stands behind a number. */
export interface NegotiationPlan {
  readonly model: OfferModel;
  readonly opening: PlannedNumber | null;
  readonly target: PlannedNumber | null;
  readonly walkAway: PlannedNumber | null;
}

export interface PlanBasis {
  readonly mix: ServiceMix;
  readonly model: OfferModel;
  readonly floor: Floor | null;
  readonly bands: NegotiationBands;
  /** In the model's own figures; percentages times a hundred and dollars in cents, as `AgreedBefore` has them. */
  readonly agreedBefore: AgreedBefore | null;
  /** What the user decided: stands before everything else. */
  readonly opening: number | null;
  readonly target: number | null;
}

/**
 * Opening, target and walk-away by the ladder of evidence (requirements 5.3): what the user decided; what this payer
 * agreed to before (high to open, median as target); the practice's band over Medicare (high end, middle); the floor
 * from cost is the walk-away. A target under the floor is raised to it. Nothing is made up: without any of these the
 * number is null.
 *
 * @example Medicare $1,000.00 for the case, band 100 to 150 %, floor $1,100.00, as case rate: 1,500, 1,250 and 1,100
 */
export function negotiationPlan(basis: PlanBasis): NegotiationPlan {
  const { mix, model, agreedBefore, bands } = basis;
  const walkAway = walkAwayFrom(basis);
  const overMedicare = (percent: number, which: string): PlannedNumber | null => {
    if (model === "percentOfMedicare") return { figure: percent, sentence: `${which} of your range over Medicare` };
    const medicare = medicareOfMix(mix);
    if (medicare.value === null) return null;
    const figure = figureForTotal(share(medicare.value, percent), mix, model, "nearest").value;
    return figure === null
      ? null
      : { figure, sentence: `${percent} % of Medicare over this mix, ${which} of your range` };
  };
  const own = (figure: number | null): PlannedNumber | null =>
    figure === null ? null : { figure, sentence: "as you stated" };
  const before = (cents: number | undefined, which: string): PlannedNumber | null =>
    cents === undefined || agreedBefore === null
      ? null
      : {
          figure: Number(`${cents}e-2`),
          sentence: `${which} this payer agreed to before, of ${agreedBefore.n === 1 ? "1 agreement" : `${agreedBefore.n} agreements`}`,
        };
  const { low, high } = bands.ofMedicare;
  const target =
    own(basis.target) ?? before(agreedBefore?.median, "the median") ?? overMedicare((low + high) / 2, "the middle");
  const opening =
    own(basis.opening) ?? highest(before(agreedBefore?.high, "the most"), overMedicare(high, "the high end"));
  const raised =
    target !== null && walkAway !== null && target.figure < walkAway.figure && basis.target === null
      ? { figure: walkAway.figure, sentence: `the floor: the target would be under it (${target.sentence})` }
      : target;
  const lifted =
    opening !== null && raised !== null && opening.figure < raised.figure && basis.opening === null
      ? { figure: raised.figure, sentence: `the target: nothing known lies above it (${opening.sentence})` }
      : opening;
  return { model, opening: lifted, target: raised, walkAway };
}

/** The numbers for `nextCounter`; null while opening or target is not known. */
export function numbersOf(plan: NegotiationPlan): NegotiationNumbers | null {
  if (plan.opening === null || plan.target === null) return null;
  const isPercent =
    plan.model === "percentOfMedicare" || plan.model === "percentOfBilled" || plan.model === "inNetwork";
  return {
    kind: isPercent ? "percent" : "dollars",
    opening: plan.opening.figure,
    target: plan.target.figure,
    walkAway: plan.walkAway?.figure ?? null,
  };
}

function walkAwayFrom({ floor, mix, model }: PlanBasis): PlannedNumber | null {
  if (floor === null) return null;
  const least = floorOverMix(floor, mix);
  if (least.value === null) return null;
  const figure = figureForTotal(least.value, mix, model, "up").value;
  if (figure === null) return null;
  const exact = fractionOf(figure);
  // Two decimals are enough to talk about, and never under the floor.
  const rounded = Number(`${roundedUp({ over: exact.over * 100n, under: exact.under })}e-2`);
  return { figure: rounded, sentence: `your floor, ${printMoney(least.value)} for the case` };
}

function highest(first: PlannedNumber | null, second: PlannedNumber | null): PlannedNumber | null {
  if (first === null || second === null) return first ?? second;
  return second.figure > first.figure ? second : first;
}

function share(cents: Cents, percent: number): Cents {
  return centsOf(nearestCents(product(dollarsOf(cents), fractionOf(percent), { over: 1n, under: 100n })));
}
