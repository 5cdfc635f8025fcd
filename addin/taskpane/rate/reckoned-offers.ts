import type { MedicareLibrary } from "../../../sca/medicare/fee-schedule.ts";
import { type AgreedForMix, agreedForMix } from "../../../sca/rates/agreed-before.ts";
import { type Comparison, compareOffers, type NamedOffer } from "../../../sca/rates/compare-offers.ts";
import type { Floor } from "../../../sca/rates/floor.ts";
import { type NegotiationStep, negotiate, negotiationModel } from "../../../sca/rates/negotiate.ts";
import type { ServiceMix } from "../../../sca/rates/service-mix.ts";
import { numberFrom, readFloor, readOffers, readTrades, readWish } from "./offer-reading.ts";
import type { PayerFacts } from "./payer-facts.ts";
import type { ReadTerms } from "./priced-service.ts";
import type { RateDraft, ServiceDraft, TradeDraft } from "./rate-draft.ts";
import { mixLine, readServices } from "./service-reading.ts";

/** What is wrong with what was typed, by the field that it stands in. */
export interface OfferProblems {
  readonly services: ReadonlyMap<number, Partial<Record<keyof ServiceDraft, string>>>;
  readonly offers: ReadonlyMap<number, string>;
  readonly asks: ReadonlyMap<number, string>;
  readonly floorCost: string | undefined;
  readonly margin: string | undefined;
  readonly programDays: string | undefined;
  readonly opening: string | undefined;
  readonly target: string | undefined;
  readonly trades: Partial<Record<keyof TradeDraft, string>>;
}

/** The offers side by side and the next move. */
export interface ReckonedOffers {
  readonly mix: ServiceMix;
  readonly comparison: Comparison;
  readonly step: NegotiationStep;
  readonly floor: Floor | null;
  readonly before: AgreedForMix;
  readonly offers: readonly NamedOffer[];
  readonly asks: readonly NamedOffer[];
}

/** Reckoned, or what has to be mended or typed first. */
export type OfferDesk =
  | { readonly kind: "reckoned"; readonly result: ReckonedOffers }
  | { readonly kind: "problems"; readonly problems: OfferProblems; readonly count: number }
  | { readonly kind: "blank"; readonly words: string };

/**
 * Sets the offers of a draft side by side and finds the next move, as `sca compare` does. Everything that is wrong is told
 * together, each beside its field, and nothing is reckoned meanwhile.
 */
export function reckonOffers(
  draft: RateDraft,
  terms: ReadTerms,
  payer: PayerFacts,
  library: MedicareLibrary,
): OfferDesk {
  const services = readServices(draft.services);
  const spoken = [...draft.offers, ...draft.asks].filter(({ words }) => words.trim() !== "");
  if (services.isBlank) return { kind: "blank", words: "Type the services that the case needs, with their units." };
  if (spoken.length === 0) return { kind: "blank", words: "Type what the payer offers, or what you ask, in words." };

  const offers = readOffers(draft.offers, services.rows);
  const asks = readOffers(draft.asks, services.rows);
  const floor = readFloor(draft);
  const days = numberFrom(draft.programDays, 3660);
  const opening = readWish(draft.opening);
  const target = readWish(draft.target);
  const trades = readTrades(draft.trades);
  const problems: OfferProblems = {
    services: services.problems,
    offers: offers.problems,
    asks: asks.problems,
    floorCost: floor.costProblem,
    margin: floor.marginProblem,
    programDays: days === "odd" ? `“${draft.programDays}” is no number of days above 0.` : undefined,
    opening: opening.problem,
    target: target.problem,
    trades: trades.problems,
  };
  const count = countOf(problems);
  if (count > 0 || days === "odd") return { kind: "problems", problems, count };

  const years = new Set([...offers.named, ...asks.named].flatMap(({ term }) => term.conditions.scheduleYear ?? []));
  const mix: ServiceMix = {
    lines: services.rows.map((row) => mixLine(row, terms, library, years)),
    programDays: days,
  };
  const comparison = compareOffers(offers.named, mix, floor.floor, payer.bands);
  const model = negotiationModel({ asks: asks.named, comparison, mix });
  const before = agreedForMix(payer.prices, draft.payer, mix, model);
  const step = negotiate({
    mix,
    comparison,
    asks: asks.named,
    opening: opening.value,
    target: target.value,
    floor: floor.floor,
    bands: payer.bands,
    policy: payer.policy,
    agreedBefore: before.before,
    evidence: { higherLevel: trades.higherLevel, adequacy: payer.adequacy, clinical: null },
    trades: trades.facts,
  });
  const result = { mix, comparison, step, floor: floor.floor, before, offers: offers.named, asks: asks.named };
  return { kind: "reckoned", result };
}

function countOf({ services, offers, asks, trades, ...single }: OfferProblems): number {
  const ofServices = [...services.values()].reduce((sum, problems) => sum + Object.keys(problems).length, 0);
  const ofSingle = Object.values(single).filter((problem) => problem !== undefined).length;
  return ofServices + offers.size + asks.size + Object.keys(trades).length + ofSingle;
}
