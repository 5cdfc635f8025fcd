import type { Cents } from "../values/money.ts";
import { agreedBeforeInModel } from "./agreed-before.ts";
import type { Comparison, NamedOffer } from "./compare-offers.ts";
import { figureForTotal } from "./convert-offer.ts";
import { type AgreedBefore, type CounterEvidence, type CounterReason, counterReasons } from "./counter-reasons.ts";
import type { Floor } from "./floor.ts";
import { giveAndTake, type TradeFacts, type TradeList } from "./give-and-take.ts";
import type { NegotiationBands } from "./negotiation-bands.ts";
import { type NegotiationPlan, negotiationPlan, numbersOf } from "./negotiation-plan.ts";
import { type NextMove, nextCounter } from "./next-counter.ts";
import type { PayerPolicy } from "./payer-policy.ts";
import { quoteOffer } from "./quote-offer.ts";
import type { OfferModel, RateTerm } from "./rate-term.ts";
import type { ServiceMix } from "./service-mix.ts";
import { figureIn, termIn } from "./term-figure.ts";

/** Where a negotiation stands: what was asked and offered, and what there is to argue with. */
export interface NegotiationState {
  readonly mix: ServiceMix;
  /** The payer's offers on the table, compared; the one that pays most stands for them. */
  readonly comparison: Comparison;
  /** Our asks so far, oldest first; the last one's model is the negotiation's. */
  readonly asks: readonly NamedOffer[];
  readonly opening: RateTerm | number | null;
  readonly target: RateTerm | number | null;
  readonly floor: Floor | null;
  readonly bands: NegotiationBands;
  readonly policy: PayerPolicy;
  readonly agreedBefore: AgreedBefore | null;
  readonly evidence: Pick<CounterEvidence, "higherLevel" | "adequacy" | "clinical">;
  readonly trades: Pick<TradeFacts, "reauthorization" | "fasterPayment" | "standardProcess"> & {
    /** Days that the payer would authorize at first. */
    readonly daysFirst: number | null;
  };
}

/** The next step of a negotiation with its reasons and its trades. */
export interface NegotiationStep {
  /** The model that its figures are in. */
  readonly model: OfferModel;
  readonly plan: NegotiationPlan;
  /** Null while opening or target is not known: `missing` says what to state. */
  readonly move: NextMove | null;
  readonly missing: string | null;
  readonly reasons: readonly CounterReason[];
  /** Null while nothing is worth anything yet. */
  readonly trades: TradeList | null;
}

/**
 * The model that a negotiation is in: our last ask's, else the best offer's; one whose figures can be moved by a counter,
 * and that reaches over the mix.
 */
export function negotiationModel({
  asks,
  comparison,
  mix,
}: Pick<NegotiationState, "asks" | "comparison" | "mix">): OfferModel {
  const best = comparison.offers.find(({ isBest }) => isBest)?.quote.term ?? null;
  const wanted = asks.at(-1)?.term.model ?? best?.model ?? comparison.offers[0]?.quote.term.model ?? "caseRate";
  const probe = figureForTotal(100_000_00 as Cents, mix, wanted, "nearest");
  return probe.value === null ? "caseRate" : wanted;
}

const MISSING =
  "No counter yet: nothing tells where to open and where to end. State an opening and a target, what this payer agreed to before, or a place and day so that Medicare's amounts are known.";

/**
 * The next step of a negotiation: opening, target and walk-away, the counter by its rule, its reasons in order, and the
 * trades with their prices (guide 003 L22-27, requirements 5.3). Everything is turned into one model over the mix first.
 *
 * @example asked $600 per diem, offered $300 per diem, target 450, floor 350: counter $525.00 a day
 */
export function negotiate(state: NegotiationState): NegotiationStep {
  const { mix, comparison, floor, asks } = state;
  const best = comparison.offers.find(({ isBest }) => isBest)?.quote ?? null;
  const model = negotiationModel(state);
  const figure = (term: RateTerm | number | null): number | null =>
    term === null || typeof term === "number" ? term : figureIn(model, term, mix);
  const asked = asks.flatMap(({ term }) => figure(term) ?? []);
  const offered = best === null ? [] : [figure(best.term) ?? []].flat();
  const plan = negotiationPlan({
    mix,
    model,
    floor,
    bands: state.bands,
    agreedBefore: agreedBeforeInModel(state.agreedBefore, model, mix),
    opening: figure(state.opening) ?? asked[0] ?? null,
    target: figure(state.target),
  });
  const numbers = numbersOf(plan);
  const move =
    state.policy === "highestInNetwork"
      ? nextCounter({ kind: "dollars", opening: 1, target: 1, walkAway: null }, { asks: [], offers: [] }, state.policy)
      : numbers === null
        ? null
        : nextCounter(numbers, { asks: asked, offers: offered }, state.policy);
  const settled = move !== null && (move.kind === "counter" || move.kind === "accept") ? move.figure : null;
  const deal = settled === null ? best : quoteOffer(termIn(model, settled, mix), mix);
  return {
    model,
    plan,
    move,
    missing: move === null ? MISSING : null,
    reasons:
      move?.kind === "counter"
        ? reasonsFor(state, best?.total.value ?? null, deal?.equivalents.perDay.value ?? null)
        : [],
    trades: deal?.total.value == null ? null : tradesFor(state, deal.total.value, deal),
  };
}

function reasonsFor(state: NegotiationState, offered: Cents | null, ourDay: Cents | null): CounterReason[] {
  const { floor, mix } = state;
  const per = floor?.per === "case" ? "caseRate" : floor?.per === "day" ? "perDiem" : "perUnit";
  const one = floor === null || offered === null ? null : figureForTotal(offered, mix, per, "nearest").value;
  const days = mix.programDays ?? quoteOffer(termIn("caseRate", 1, mix), mix).days.value;
  return counterReasons({
    ...state.evidence,
    agreedBefore: state.agreedBefore,
    floor,
    offeredCents: one === null ? null : (Math.round(Number(`${one}e2`)) as Cents),
    ourDayCents: ourDay,
    days,
  });
}

function tradesFor(
  { trades, mix }: NegotiationState,
  totalCents: Cents,
  deal: ReturnType<typeof quoteOffer>,
): TradeList {
  const days = mix.programDays ?? deal.days.value;
  const dayCents = deal.equivalents.perDay.value;
  const { daysFirst, ...others } = trades;
  return giveAndTake({
    ...others,
    totalCents,
    percentOfMedicare: deal.equivalents.ofMedicare.value?.percent ?? null,
    length: daysFirst === null || days === null || dayCents === null ? null : { daysAsked: days, daysFirst, dayCents },
  });
}
