import type { CaseRecord } from "../measures/case-record.ts";
import { percentOf } from "../measures/percent-of.ts";
import { type Floor, floorFromCost, isNoFloor } from "../rates/floor.ts";
import { type Band, DEFAULT_BANDS } from "../rates/negotiation-bands.ts";
import { type NegotiationPlan, negotiationPlan, type PlannedNumber } from "../rates/negotiation-plan.ts";
import type { PayerPolicy } from "../rates/payer-policy.ts";
import type { RevealedPrice } from "../rates/revealed-price.ts";
import { type Cents, centsForUnits } from "../values/money.ts";
import { type AskedServices, type AskModel, servicesOf } from "./asked-services.ts";
import type { ContractingAssumptions, PayerHabits } from "./contracting-facts.ts";

/** What is asked for one kind of service, with what it stands on. */
export interface ContractAsk {
  /** As it stands in a sentence: "individual psychotherapy"; with its code where a family is asked for code by code. */
  readonly service: string;
  readonly codes: readonly string[];
  readonly model: AskModel;
  /** What a unit of a rate per unit is; null where it is one service of the code, and for other models. */
  readonly basis: string | null;
  /** Opening, target and walk-away, each with its reason: the first alone may be shown to the payer. */
  readonly plan: NegotiationPlan;
  /** The payer's revealed price: the first rung of the ladder. */
  readonly before: RevealedPrice;
  /** The range over Medicare: the second rung; null where Medicare has no amount for the service. */
  readonly band: Band | null;
  /** The floor from cost: the last rung. */
  readonly floor: Floor | null;
  /** The granted services that the dollars below are told over; null where none has dollars. */
  readonly services: AskedServices | null;
  /** What those services come to at each number; null where it is not known. */
  readonly dollars: {
    readonly opening: Cents | null;
    readonly target: Cents | null;
    readonly walkAway: Cents | null;
  };
}

/** What is asked of a payer. */
export interface ContractAsks {
  /** The service with most dollars first. */
  readonly asks: readonly ContractAsk[];
  /** A payer that pays its highest in-network level and nothing else is asked for that level, by no number of ours. */
  readonly policy: PayerPolicy;
  /** Services without a number, and why: rates per case hold for the length of their own case. */
  readonly without: readonly string[];
}

/** At least so much of a family's rates has a percent of Medicare for the ask to be one. */
const MOSTLY = 0.5;

/**
 * What to ask of a payer for a contract, by the ladder of evidence (requirements 5.3): what the payer itself agreed to,
 * the practice's range over Medicare, the floor from cost. The numbers are those of `negotiationPlan`: opening the most
 * that was agreed or the high end of the range, target the median agreed (not the mean, which one large case would
 * carry), walk-away the floor. Where most rates of a service have a percent of Medicare the ask is one; otherwise dollars
 * a day or unit, code by code where a family's codes differ. The cost of a unit is one for all services: Settings has no
 * other. Source: guides 003 L23 (floor), 000 L15 (anchor, leverage).
 *
 * @example agreed to 120, 135 and 150 % of Medicare, range 100 to 150 %: opening 150 %, target 135 %
 */
export function contractAsks(
  cases: readonly CaseRecord[],
  prices: readonly RevealedPrice[],
  habits: PayerHabits | null,
  assumptions: ContractingAssumptions,
): ContractAsks {
  const policy = habits?.policy ?? "negotiable";
  const band = habits?.band ?? assumptions.band;
  const families = [...new Set(prices.map(({ familyId }) => familyId))];
  const chosen = families.flatMap((id) => pricesToAsk(prices.filter(({ familyId }) => familyId === id)));
  const asks = chosen.map((price) => askOf(cases, price, band, assumptions));
  const asked = new Set(chosen.map(({ familyId }) => familyId));
  return {
    asks: asks.sort((one, other) => (other.services?.agreed ?? 0) - (one.services?.agreed ?? 0) || byName(one, other)),
    policy,
    without: prices
      .filter(({ familyId, code, model }) => !asked.has(familyId) && code === null && model === "caseRate")
      .map(({ family }) => family),
  };
}

/** The records of a family that an ask is made of: its percent of Medicare, else its commonest rate in dollars. */
function pricesToAsk(ofFamily: readonly RevealedPrice[]): RevealedPrice[] {
  const whole = ofFamily.filter(({ code }) => code === null);
  const compared = whole.find(({ model }) => model === "asPercentOfMedicare");
  if (compared !== undefined && compared.coverage >= MOSTLY) return [compared];
  const [commonest] = whole
    .filter(({ model }) => model === "perDiem" || model === "perUnit" || model === "percentOfBilled")
    .sort((one, other) => other.n - one.n || other.lines - one.lines);
  if (commonest === undefined) return [];
  if (commonest.model !== "perUnit" || commonest.codes.length < 2) return [commonest];
  return ofFamily.filter(({ code, model, basis }) => code !== null && model === "perUnit" && basis === commonest.basis);
}

function modelOf({ model }: RevealedPrice): AskModel {
  return model === "perDiem" || model === "perUnit" || model === "percentOfBilled" ? model : "percentOfMedicare";
}

function askOf(
  cases: readonly CaseRecord[],
  price: RevealedPrice,
  band: Band,
  { costPerUnit }: ContractingAssumptions,
): ContractAsk {
  const model = modelOf(price);
  const services = servicesOf(cases, price, model);
  const cost = costPerUnit === null ? null : floorFromCost("unit", costPerUnit, { percent: 0, on: "price" });
  const floor = cost === null || isNoFloor(cost) ? null : cost;
  const plan = negotiationPlan({
    mix: services?.mix ?? { lines: [], programDays: null },
    model,
    floor: services === null ? null : floor,
    bands: { ...DEFAULT_BANDS, ofMedicare: band },
    agreedBefore: {
      median: price.median,
      low: price.low,
      high: price.high,
      n: price.n,
      percentOfMedicare: null,
      per: price.family,
      model,
    },
    opening: null,
    target: null,
  });
  const dollars = (number: PlannedNumber | null): Cents | null =>
    number === null || services === null ? null : totalAt(model, number.figure, services);
  return {
    service: price.code === null || price.code === price.family ? price.family : `${price.family}, ${price.code}`,
    codes: price.codes,
    model,
    basis: model === "perUnit" ? price.basis : null,
    plan,
    before: price,
    band: model === "percentOfMedicare" ? band : null,
    floor,
    services,
    dollars: { opening: dollars(plan.opening), target: dollars(plan.target), walkAway: dollars(plan.walkAway) },
  };
}

/** To the nearest cent, of the sum. */
function totalAt(model: AskModel, figure: number, { units, medicare }: AskedServices): Cents | null {
  if (model === "percentOfMedicare") return medicare === null ? null : percentOf(figure, medicare);
  return model === "percentOfBilled" ? null : centsForUnits(figure, units);
}

function byName(one: ContractAsk, other: ContractAsk): number {
  return one.service < other.service ? -1 : Number(one.service > other.service);
}
