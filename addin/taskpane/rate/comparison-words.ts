import type { ComparedOffer, NamedOffer } from "../../../sca/rates/compare-offers.ts";
import type { ReasonKind } from "../../../sca/rates/counter-reasons.ts";
import type { PlannedNumber } from "../../../sca/rates/negotiation-plan.ts";
import { COUNTER_RULE } from "../../../sca/rates/next-counter.ts";
import type { OfferModel } from "../../../sca/rates/rate-term.ts";
import { REVEALED_PRICE_CAUTION } from "../../../sca/rates/revealed-price.ts";
import { revealedPriceSentence } from "../../../sca/rates/revealed-price-words.ts";
import { nameOfLine } from "../../../sca/rates/service-mix.ts";
import { termIn } from "../../../sca/rates/term-figure.ts";
import { BASIS_WORDS } from "../../../sca/rates/unit-basis.ts";
import { printMoney } from "../../../sca/values/money.ts";
import type { ReckonedOffers } from "./reckoned-offers.ts";

/** One offer as it is shown. */
export interface ComparedCard {
  readonly name: string;
  readonly total: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly notes: readonly string[];
  /** To be inserted into the ledger. */
  readonly offer: NamedOffer | null;
}

/** The offers, best first, in words and figures; what is not known says why. */
export function comparedCards({ comparison, offers }: ReckonedOffers): ComparedCard[] {
  return comparison.offers.map((compared) => ({
    name: compared.name,
    total: totalWords(compared),
    facts: factsOf(compared),
    notes: [...new Set([...compared.notes, ...lineNotes(compared)])],
    offer: offers.find(({ name }) => name === compared.name) ?? null,
  }));
}

function totalWords({ quote, isBest, lessThanBest }: ComparedOffer): string {
  const { value, sentence } = quote.total;
  if (value === null) {
    const part = quote.pricedCents > 0 ? ` The lines that have a price come to ${printMoney(quote.pricedCents)}.` : "";
    return `Cannot be priced in full: ${sentence}${part}`;
  }
  const standing = isBest
    ? " Pays most."
    : lessThanBest === null
      ? ""
      : ` ${printMoney(lessThanBest)} less than the best.`;
  return `${printMoney(value)} for the case.${standing}`;
}

function factsOf({ quote, overFloor, ofMedicareBand, ofBilledBand }: ComparedOffer): (readonly [string, string])[] {
  const { perUnit, perDay, ofMedicare, ofBilled } = quote.equivalents;
  const facts: (readonly [string, string])[] = [];
  if (perUnit.value !== null) facts.push([`Per ${BASIS_WORDS[perUnit.value.basis]}`, printMoney(perUnit.value.cents)]);
  if (perDay.value !== null && perUnit.value?.basis !== "day") facts.push(["Per day", printMoney(perDay.value)]);
  facts.push([
    "Percent of Medicare",
    ofMedicare.value === null ? ofMedicare.sentence : shareWords(ofMedicare.value, ofMedicareBand?.sentence),
  ]);
  if (ofBilled.value !== null) {
    facts.push(["Percent of billed", shareWords(ofBilled.value, ofBilledBand?.sentence)]);
  }
  if (overFloor !== null) facts.push(["Over the floor", overFloor.sentence]);
  return facts;
}

function shareWords(
  { percent, coverage }: { readonly percent: number; readonly coverage: number },
  band: string | undefined,
): string {
  const covered = coverage === 100 ? "" : ` (over ${coverage} % of the dollars)`;
  return [`${percent} %${covered}.`, band].filter((part) => part !== undefined).join(" ");
}

function lineNotes({ quote }: ComparedOffer): string[] {
  return quote.lines.flatMap((price) => {
    if (price.kind === "inside") return [];
    const name = nameOfLine(price.line);
    return [price.kind === "priced" ? `${name}: ${price.sentence}.` : `${name}: not priced. ${price.gap.sentence}`];
  });
}

/** The next move in sentences. */
export interface MoveWords {
  readonly lead: readonly string[];
  readonly parts: readonly { readonly title: string; readonly sentences: readonly string[] }[];
}

const MODELS: Readonly<Record<OfferModel, string>> = {
  percentOfMedicare: "percent of Medicare",
  percentOfBilled: "percent of billed charges",
  perDiem: "dollars a day",
  caseRate: "dollars for the case",
  perUnit: "dollars a unit",
  inNetwork: "percent of the in-network schedule",
};

const REASONS: Readonly<Record<ReasonKind, string>> = {
  marketData: "Market data",
  costStructure: "Cost structure",
  payerSavings: "The payer's savings",
  networkAdequacy: "Network adequacy",
  clinical: "Clinical",
};

/** The next move, its numbers, the reasons for the payer in their order, and what each trade is worth. */
export function nextMoveWords({ step, before, floor }: ReckonedOffers, payer: string): MoveWords {
  const { move, model, plan, reasons, trades } = step;
  const lead =
    move === null
      ? [step.missing ?? ""]
      : [move.sentence, ...(move.kind === "counter" || move.kind === "accept" ? move.notes : [])];
  const numbers =
    move?.kind === "noCounter"
      ? []
      : [
          numberWords("Opening", plan.opening, model),
          numberWords("Target", plan.target, model),
          numberWords("Walk away under", plan.walkAway, model),
          ...(floor === null ? [] : [floor.sentence]),
        ];
  const earlier =
    payer === ""
      ? []
      : before.services.map(({ service, price }) =>
          price === null ? `${payer} has agreed to nothing for ${service}.` : revealedPriceSentence(price),
        );
  const traded =
    trades === null
      ? []
      : [
          ...trades.trades.map(({ side, sentence }) => `${side === "give" ? "You give" : "You get"}: ${sentence}`),
          ...(trades.daysForOnePercent === null
            ? []
            : [`1 % of the rate is worth payment ${trades.daysForOnePercent} days sooner.`]),
          ...trades.faults.map(({ sentence }) => sentence),
        ];
  const parts = [
    { title: "Ask for this instead", sentences: move?.kind === "noCounter" ? move.instead : [] },
    { title: `Your numbers, in ${MODELS[model]}: never show them to the payer`, sentences: numbers },
    {
      title: "Reasons for the payer, in this order",
      sentences: reasons.map(({ kind, sentence }) => `${REASONS[kind]}: ${sentence}`),
    },
    {
      title: "What this payer agreed to before",
      sentences: [...earlier, ...before.notes, ...(before.used === null ? [] : [REVEALED_PRICE_CAUTION])],
    },
    { title: "Give and take", sentences: traded },
    { title: "The rule of the counter", sentences: move?.kind === "counter" ? [COUNTER_RULE] : [] },
  ];
  const told = parts.map(({ title, sentences }) => ({ title, sentences: [...new Set(sentences)] }));
  return { lead: [...new Set(lead)], parts: told.filter(({ sentences }) => sentences.length > 0) };
}

function numberWords(name: string, number: PlannedNumber | null, model: OfferModel): string {
  if (number === null) return `${name}: not known.`;
  return `${name}: ${figureWords(number.figure, model)}, ${number.sentence.replace(/\.$/, "")}.`;
}

function figureWords(figure: number, model: OfferModel): string {
  const isPercent = model === "percentOfMedicare" || model === "percentOfBilled" || model === "inNetwork";
  return isPercent ? `${figure} %` : `$${figure.toFixed(2)}`;
}

/** The counter as an offer of ours, to be inserted into the ledger; null where the next move is none. */
export function counterOf({ step, mix }: ReckonedOffers): NamedOffer | null {
  const { move, model } = step;
  if (move?.kind !== "counter") return null;
  return {
    name: `Counter: ${figureWords(move.figure, model)} ${MODELS[model].replace(/^(?:dollars|percent) /, "")}`,
    term: termIn(model, move.figure, mix),
  };
}
