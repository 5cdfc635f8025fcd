import type { RateModel } from "../tracker/tracked-case.ts";
import { type Bag, itemsOf, joined, medianOf, withItem } from "./bag.ts";
import type { CaseRecord, NegotiationRecord, RateRecord } from "./case-record.ts";
import type { Measure } from "./measure.ts";

/** What negotiations came to, from the Offers table. */
export interface NegotiationYield {
  /** Agreed over our first ask: the middle of the negotiations; null without one. */
  readonly rateYield: number | null;
  /** Negotiations that have both a first ask and an agreed rate that can be compared. */
  readonly asks: number;
  /** How far the payer moved: (agreed − its first offer) over its first offer, the middle of the negotiations. */
  readonly movement: number | null;
  readonly offers: number;
  /** Negotiations that were agreed, but whose rates cannot be set against each other. */
  readonly notCompared: number;
}

interface Negotiated {
  readonly asks: Bag<number>;
  readonly offers: Bag<number>;
  readonly notCompared: number;
}

/**
 * Rate yield and movement. Each negotiation (a code of a case) counts once, and the middle one is told: dollars of days
 * and of visits are not added up. Rates of one kind are compared as they stand (140 % agreed over 160 % asked); rates of
 * different kinds by what they come to for one unit; a rate per case only with another rate per case. Source:
 * requirements 5.4; guides 003 L22 (first offers are low), 001 L12.
 *
 * @example asked $450.00 a day, offered $300.00, agreed $390.00: rate yield 0.867, movement 0.30
 */
export const negotiationYield: Measure<Negotiated, NegotiationYield, CaseRecord> = {
  create: () => ({ asks: null, offers: null, notCompared: 0 }),
  add: (state, subject) => {
    let { asks, offers, notCompared } = state;
    for (const negotiation of subject.negotiations) {
      if (negotiation.agreed === null) continue;
      const ofAsk = agreedOver(negotiation, "provider");
      const ofOffer = agreedOver(negotiation, "payer");
      if (ofAsk !== null) asks = withItem(asks, ofAsk);
      if (ofOffer !== null) offers = withItem(offers, ofOffer - 1);
      if (ofAsk === null && ofOffer === null) notCompared += 1;
    }
    return { asks, offers, notCompared };
  },
  merge: (one, other) => ({
    asks: joined(one.asks, other.asks),
    offers: joined(one.offers, other.offers),
    notCompared: one.notCompared + other.notCompared,
  }),
  value: ({ asks, offers, notCompared }) => {
    const [ofAsks, ofOffers] = [itemsOf(asks), itemsOf(offers)];
    return {
      rateYield: medianOf(ofAsks),
      asks: ofAsks.length,
      movement: medianOf(ofOffers),
      offers: ofOffers.length,
      notCompared,
    };
  },
};

/** The agreed rate over the first of a side; null where there is none that it can be set against. */
function agreedOver({ agreed, moves }: NegotiationRecord, side: "payer" | "provider"): number | null {
  const first = moves.find((move) => move.side === side)?.rate ?? null;
  return agreed === null || first === null ? null : overOther(agreed, first);
}

/** Dollars for a unit, whatever the unit. */
const DOLLARS: ReadonlySet<RateModel> = new Set<RateModel>(["perUnit", "perDiem"]);

function overOther(rate: RateRecord, other: RateRecord): number | null {
  if (rate.rate <= 0 || other.rate <= 0) return null;
  const areDollars = DOLLARS.has(rate.model) && DOLLARS.has(other.model);
  if (areDollars) return rate.unit === other.unit ? rate.rate / other.rate : null;
  if (rate.model === other.model) return rate.rate / other.rate;
  if (rate.model === "caseRate" || other.model === "caseRate" || rate.unit !== other.unit) return null;
  if (rate.dollarsPerUnit === null || other.dollarsPerUnit === null || other.dollarsPerUnit <= 0) return null;
  return rate.dollarsPerUnit / other.dollarsPerUnit;
}
