import { type Cents, centsLess, centsOf, printMoney } from "../values/money.ts";
import type { Floor } from "./floor.ts";
import { dollarsOf, fractionOf, nearestCents, product } from "./fraction.ts";
import type { OfferModel } from "./rate-term.ts";
import { BASIS_WORDS } from "./unit-basis.ts";

/** The models that payers' agreements are told in. */
export type AgreedModel = Exclude<OfferModel, "inNetwork">;

/** What this payer agreed to before, for services of the same kind. */
export interface AgreedBefore {
  /** Cents for one unit, day or case; hundredths of a percent where `model` is a percent. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** How many cases it stands on. */
  readonly n: number;
  /** As a percentage of Medicare, two decimals; null where there is none. */
  readonly percentOfMedicare: number | null;
  /** What the figures are for: "day of IOP"; under a percent the service alone: "individual psychotherapy". */
  readonly per: string;
  /** The model that the figures are in; absent: dollars of whatever is negotiated. */
  readonly model?: AgreedModel;
  /** The figures are for other services or units than the mix: argued with, but no number of ours comes from them. */
  readonly isOnlyReason?: true;
}

/** What the case has to argue with. What is absent is not argued with. */
export interface CounterEvidence {
  readonly agreedBefore?: AgreedBefore | null;
  readonly floor?: Floor | null;
  /** What the payer offers for one unit of the floor. */
  readonly offeredCents?: Cents | null;
  /** The level of care that the patient would need otherwise, and its rate a day, as the user knows it. */
  readonly higherLevel?: { readonly name: string; readonly dayCents: Cents } | null;
  /** What we ask for a day, and for how many days. */
  readonly ourDayCents?: Cents | null;
  readonly days?: number | null;
  readonly adequacy?: AdequacyFacts | null;
  /** Why this patient needs these services, in the user's words. */
  readonly clinical?: string | null;
  /** What a day or the course includes, as lines of services. */
  readonly includes?: readonly string[];
}

/** What was found when in-network care was looked for. Numbers that nobody noted are absent. */
export interface AdequacyFacts {
  readonly officesCalled?: number;
  readonly officesAvailable?: number;
  readonly milesToNearest?: number;
  readonly daysOfWait?: number;
}

export const REASON_KINDS = ["marketData", "costStructure", "payerSavings", "networkAdequacy", "clinical"] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** One reason for a counter, fit for the payer's eyes: it never names floor, target or margin. */
export interface CounterReason {
  readonly kind: ReasonKind;
  readonly sentence: string;
}

/**
 * The reasons for a counter in the order of the guides: market data, cost structure, the payer's savings, network
 * adequacy, clinical and operational (guide 003 L24-25, guide 001 L12). Each is built from the case's own numbers and
 * absent where its numbers are.
 *
 * @example residential at $1,200.00 a day against our $400.00: "… saves $800.00 a day, $16,000.00 over 20 days."
 */
export function counterReasons(evidence: CounterEvidence): CounterReason[] {
  const told: readonly (readonly [ReasonKind, string | null])[] = [
    ["marketData", marketData(evidence.agreedBefore)],
    ["costStructure", costStructure(evidence)],
    ["payerSavings", payerSavings(evidence)],
    ["networkAdequacy", networkAdequacy(evidence.adequacy)],
    ["clinical", clinical(evidence)],
  ];
  return told.flatMap(([kind, sentence]) => (sentence === null ? [] : [{ kind, sentence }]));
}

function marketData(before: AgreedBefore | null | undefined): string | null {
  if (before === null || before === undefined || before.n <= 0) return null;
  const { n, median, low, high } = before;
  const isPercent = before.model === "percentOfMedicare" || before.model === "percentOfBilled";
  const of = before.model === "percentOfBilled" ? "billed charges" : "Medicare";
  const figure = (number: number) => (isPercent ? `${number / 100} %` : printMoney(centsOf(number)));
  const medicare = isPercent || before.percentOfMedicare === null ? "" : `, ${before.percentOfMedicare} % of Medicare`;
  const agreed = `You have agreed to ${figure(median)} ${isPercent ? `of ${of} for` : "per"} ${before.per}${medicare}`;
  if (n === 1) return `${agreed} in one case before.`;
  const range = low === high ? "all the same" : `${figure(low)} to ${figure(high)}`;
  return `${agreed}, the median of ${n} cases (${range}).`;
}

/** Costs are an argument where the offer is under the floor; over it they would only argue for less. */
function costStructure({ floor, offeredCents }: CounterEvidence): string | null {
  if (floor === null || floor === undefined || offeredCents === null || offeredCents === undefined) return null;
  if (offeredCents >= floor.cents) return null;
  const word = floor.per === "case" ? "case" : BASIS_WORDS[floor.per];
  const parts =
    floor.parts.length > 1
      ? ` (${floor.parts.map(({ name, cents }) => `${name} ${printMoney(cents)}`).join(", ")})`
      : "";
  const delivered = `Delivering one ${word} of this care costs ${printMoney(floor.costCents)}${parts}.`;
  const offered = printMoney(offeredCents);
  if (offeredCents >= floor.costCents) {
    const left = printMoney(centsLess(offeredCents, floor.costCents));
    return `${delivered} The ${offered} offered leaves ${left} for all that a program needs beyond the care itself.`;
  }
  return `${delivered} The ${offered} offered does not cover it: ${printMoney(centsLess(floor.costCents, offeredCents))} short.`;
}

function payerSavings({ higherLevel, ourDayCents, days }: CounterEvidence): string | null {
  if (higherLevel === null || higherLevel === undefined || ourDayCents === null || ourDayCents === undefined)
    return null;
  const saved = centsLess(higherLevel.dayCents, ourDayCents);
  if (saved <= 0) return null;
  const over =
    days === null || days === undefined || days <= 0
      ? ""
      : `, ${printMoney(nearestCents(product(dollarsOf(saved), fractionOf(days))))} over ${days} days`;
  return `The alternative, ${higherLevel.name}, costs you ${printMoney(higherLevel.dayCents)} a day. At ${printMoney(ourDayCents)} a day this care saves you ${printMoney(saved)} a day${over}.`;
}

function networkAdequacy(facts: AdequacyFacts | null | undefined): string | null {
  if (facts === null || facts === undefined) return null;
  const parts: string[] = [];
  if (facts.officesCalled !== undefined) {
    const taken = facts.officesAvailable ?? 0;
    const found =
      facts.officesAvailable === undefined
        ? ""
        : taken === 0
          ? ", none could take the patient"
          : `, ${taken} could take the patient`;
    parts.push(
      `${facts.officesCalled} in-network ${facts.officesCalled === 1 ? "office was" : "offices were"} called${found}`,
    );
  }
  if (facts.milesToNearest !== undefined) parts.push(`the nearest is ${facts.milesToNearest} miles away`);
  if (facts.daysOfWait !== undefined) parts.push(`the first appointment offered is in ${facts.daysOfWait} days`);
  if (parts.length === 0) return null;
  const told = parts.join("; ");
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}. Your members are owed access to this care within your network; without it, it has to be arranged outside.`;
}

function clinical({ clinical: words, includes }: CounterEvidence): string | null {
  const own = words?.trim() ?? "";
  const services = includes === undefined || includes.length === 0 ? "" : `The rate includes ${includes.join(", ")}.`;
  const sentence = [own === "" ? "" : own.replace(/([^.!?])$/, "$1."), own === "" ? "" : services]
    .filter((part) => part !== "")
    .join(" ");
  return sentence === "" ? null : sentence;
}
