import { type Cents, centsLess, centsOf, printMoney, sumOfCents } from "../values/money.ts";
import {
  divided,
  dollarsOf,
  type Fraction,
  fractionOf,
  nearestCents,
  percentOf,
  product,
  roundedUp,
} from "./fraction.ts";
import { daysOfMix, nameOfLine, type ServiceMix, type Told } from "./service-mix.ts";
import { BASIS_WORDS, type UnitBasis } from "./unit-basis.ts";

/** What a floor is for: a unit that services count, or the case. */
export type FloorPer = UnitBasis | "case";

/** A role of the clinical staff. Patients who are served together share its cost. */
export interface StaffRole {
  readonly role: string;
  /** Dollars an hour, with benefits and taxes. */
  readonly hourlyCost: number;
  /** Hours for one unit of the floor: one day, one session. */
  readonly hours: number;
  /** How many patients are served together: 1 for individual care, 8 for a group of eight. */
  readonly patientsTogether: number;
}

/** A margin in percent of the price, or on top of the cost. */
export interface Margin {
  readonly percent: number;
  readonly on: "price" | "cost";
}

export interface FloorCosts {
  readonly per: FloorPer;
  readonly staff: readonly StaffRole[];
  /** Dollars for one unit: administrative overhead, and the facility. */
  readonly overhead: number;
  readonly facility: number;
  readonly margin: Margin;
}

/** A part of the cost of one unit. */
export interface CostPart {
  readonly name: string;
  readonly kind: "staff" | "overhead" | "facility";
  readonly cents: Cents;
  readonly sentence: string;
}

/** The least that one unit may be paid. */
export interface Floor {
  readonly per: FloorPer;
  readonly parts: readonly CostPart[];
  readonly costCents: Cents;
  readonly margin: Margin;
  readonly marginCents: Cents;
  /** Cost and margin, rounded up to the cent: rounding never takes a floor below its cost. */
  readonly cents: Cents;
  readonly sentence: string;
}

/** Why a floor cannot be reckoned. */
export interface NoFloor {
  readonly kind: "refused";
  readonly reason: "cost-unreadable" | "cost-negative" | "no-cost" | "patients-below-one" | "margin-out-of-range";
  readonly sentence: string;
}

const NONE = "No floor is reckoned.";
const MOST = 1_000_000;

function faultIn(name: string, amount: number): NoFloor | null {
  if (!Number.isFinite(amount) || amount > MOST) {
    return { kind: "refused", reason: "cost-unreadable", sentence: `${name} is no amount up to a million. ${NONE}` };
  }
  return amount < 0
    ? {
        kind: "refused",
        reason: "cost-negative",
        sentence: `${name} is ${amount}; a cost is not below nothing. ${NONE}`,
      }
    : null;
}

/**
 * The floor of a negotiation: what one day, session or case costs to deliver (clinical staff, administrative overhead,
 * facility) and a margin (guide 003 L23). Each part is rounded to the nearest cent, so that the parts add up on paper;
 * the floor is rounded up. A margin on the price is a share of what is paid (cost / (1 - margin)); a margin on the cost
 * is added to it (cost x (1 + margin)).
 *
 * @example a therapist at $60 for 3 hours with 8 patients ($22.50), $200 overhead, $57.50 facility and 20 % on price: cost $280.00, floor $350.00
 */
export function floorFrom(costs: FloorCosts): Floor | NoFloor {
  const parts: CostPart[] = [];
  for (const { role, hourlyCost, hours, patientsTogether } of costs.staff) {
    const fault = faultIn(`The hourly cost of ${role}`, hourlyCost) ?? faultIn(`The hours of ${role}`, hours);
    if (fault !== null) return fault;
    if (!Number.isFinite(patientsTogether) || patientsTogether < 1) {
      return {
        kind: "refused",
        reason: "patients-below-one",
        sentence: `${role}: ${patientsTogether} patients together. State 1 for individual care, or the size of the group. ${NONE}`,
      };
    }
    const cents = nearestCents(
      divided(product(fractionOf(hourlyCost), fractionOf(hours)), fractionOf(patientsTogether)),
    );
    const shared = patientsTogether === 1 ? "" : `, shared by ${patientsTogether} patients`;
    const sentence = `${role}: ${hours} hours at ${printMoney(nearestCents(fractionOf(hourlyCost)))}${shared}: ${printMoney(cents)}`;
    parts.push({ name: role, kind: "staff", cents, sentence });
  }
  for (const kind of ["overhead", "facility"] as const) {
    const name = kind === "overhead" ? "Administrative overhead" : "Facility";
    const fault = faultIn(name, costs[kind]);
    if (fault !== null) return fault;
    const cents = nearestCents(fractionOf(costs[kind]));
    if (cents > 0) parts.push({ name, kind, cents, sentence: `${name}: ${printMoney(cents)}` });
  }
  return withMargin(costs, parts);
}

/**
 * The floor from a cost that is already known, without its parts.
 *
 * @example floorFromCost("day", 280, { percent: 20, on: "price" }) is $350.00 a day
 */
export function floorFromCost(per: FloorPer, dollars: number, margin: Margin): Floor | NoFloor {
  const fault = faultIn("The cost", dollars);
  if (fault !== null) return fault;
  const cents = nearestCents(fractionOf(dollars));
  const name = "Cost of care, as stated";
  return withMargin(
    { per, margin },
    cents === 0 ? [] : [{ name, kind: "staff", cents, sentence: `${name}: ${printMoney(cents)}` }],
  );
}

function withMargin(
  { per, margin }: { readonly per: FloorPer; readonly margin: Margin },
  parts: readonly CostPart[],
): Floor | NoFloor {
  const costCents = sumOfCents(parts.map(({ cents }) => cents));
  if (costCents === 0) {
    return { kind: "refused", reason: "no-cost", sentence: `No cost above $0.00 is stated. ${NONE}` };
  }
  const most = margin.on === "price" ? 90 : 1000;
  if (!Number.isFinite(margin.percent) || margin.percent < 0 || margin.percent > most) {
    return {
      kind: "refused",
      reason: "margin-out-of-range",
      sentence: `A margin of ${margin.percent} % on the ${margin.on} is not taken: 0 to ${most} is. ${NONE}`,
    };
  }
  const share = product(fractionOf(margin.percent), { over: 1n, under: 100n });
  const cost = dollarsOf(costCents);
  const price: Fraction =
    margin.on === "price"
      ? divided(cost, { over: share.under - share.over, under: share.under })
      : product(cost, { over: share.under + share.over, under: share.under });
  const cents = centsOf(roundedUp({ over: price.over * 100n, under: price.under }));
  const word = per === "case" ? "case" : BASIS_WORDS[per];
  return {
    per,
    parts,
    costCents,
    margin,
    marginCents: centsLess(cents, costCents),
    cents,
    sentence: `Floor ${printMoney(cents)} per ${word}: cost ${printMoney(costCents)} and a margin of ${margin.percent} % on the ${margin.on}.`,
  };
}

/** Whether a floor was refused. */
export function isNoFloor(floor: Floor | NoFloor): floor is NoFloor {
  return "kind" in floor;
}

/** The floor for all of a mix, or why it does not reach over it. */
export function floorOverMix(floor: Floor, mix: ServiceMix): Told<Cents> {
  const told = countFor(floor.per, mix);
  if (told.value === null) return { value: null, sentence: `The floor is not told over this mix: ${told.sentence}` };
  const cents = nearestCents(product(dollarsOf(floor.cents), fractionOf(told.value)));
  return { value: cents, sentence: `Floor ${printMoney(cents)}: ${printMoney(floor.cents)} times ${told.value}.` };
}

function countFor(per: FloorPer, mix: ServiceMix): Told<number> {
  if (per === "case") return { value: 1, sentence: "one case" };
  if (per === "day") return daysOfMix(mix);
  const isAlike = (basis: string | null) =>
    per === "unit" ||
    basis === per ||
    (per === "session" && basis === "visit") ||
    (per === "visit" && basis === "session");
  const other = mix.lines.filter(({ basis }) => !isAlike(basis));
  if (other.length > 0) {
    return {
      value: null,
      sentence: `it is per ${BASIS_WORDS[per]}, and ${other.map(nameOfLine).join(", ")} counts something else.`,
    };
  }
  const units = Number(mix.lines.reduce((sum, line) => sum + line.units, 0).toPrecision(12));
  return { value: units, sentence: `${units} units` };
}

/** How far an amount is over its floor; below it where negative. */
export interface OverFloor {
  readonly floorCents: Cents;
  readonly cents: Cents;
  /** In percent of the floor, two decimals. */
  readonly percent: number;
  readonly isBelow: boolean;
  readonly sentence: string;
}

/** An offer's total against the floor of its mix. */
export function overFloor(total: Told<Cents>, floor: Floor, mix: ServiceMix): Told<OverFloor> {
  const least = floorOverMix(floor, mix);
  if (total.value === null) return { value: null, sentence: total.sentence };
  if (least.value === null) return { value: null, sentence: least.sentence };
  const cents = centsLess(total.value, least.value);
  const percent = percentOf(cents, least.value) ?? 0;
  const isBelow = cents < 0;
  const sentence = isBelow
    ? `Below the floor: ${printMoney(total.value)} is ${printMoney(centsLess(least.value, total.value))} (${Math.abs(percent)} %) less than ${printMoney(least.value)}, which the care costs with its margin.`
    : `${printMoney(cents)} (${percent} %) over the floor of ${printMoney(least.value)}.`;
  return { value: { floorCents: least.value, cents, percent, isBelow, sentence }, sentence };
}
