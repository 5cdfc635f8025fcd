import { type Cents, centsLess, centsOf, printMoney } from "../values/money.ts";
import { type Floor, type OverFloor, overFloor } from "./floor.ts";
import { type BandStanding, type NegotiationBands, standingInBand } from "./negotiation-bands.ts";
import { type Quote, quoteOffer } from "./quote-offer.ts";
import type { RateTerm } from "./rate-term.ts";
import type { ServiceMix, Told } from "./service-mix.ts";

/** An offer under a name: its words, or the round it was made in. */
export interface NamedOffer {
  readonly name: string;
  readonly term: RateTerm;
  /** What the reading of its words noted. */
  readonly notes?: readonly string[];
}

/** One offer beside the others. */
export interface ComparedOffer {
  readonly name: string;
  readonly quote: Quote;
  /** 1 for what pays most; offers that pay the same share a rank; null without a total. */
  readonly rank: number | null;
  readonly isBest: boolean;
  /** How much less it pays than the best; null without a total. */
  readonly lessThanBest: Cents | null;
  /** Null where no floor is given. */
  readonly overFloor: Told<OverFloor> | null;
  readonly ofMedicareBand: BandStanding | null;
  readonly ofBilledBand: BandStanding | null;
  readonly notes: readonly string[];
}

export interface Comparison {
  /** What pays most first; offers without a total behind, in the order given. */
  readonly offers: readonly ComparedOffer[];
  /** In one or two sentences. */
  readonly finding: string;
}

/**
 * Several offers over one mix side by side, what pays most first (guide 002 L56-76). An offer without a total is never
 * ranked: its priced part could only be less than it pays. Below the floor is said in words.
 *
 * @example 140 % of Medicare at $1,616.90 before $1,500.00 for the case: the second pays $116.90 less
 */
export function compareOffers(
  offers: readonly NamedOffer[],
  mix: ServiceMix,
  floor: Floor | null,
  bands: NegotiationBands,
): Comparison {
  const quotes = offers.map((offer) => ({ offer, quote: quoteOffer(offer.term, mix) }));
  const totals = quotes.flatMap(({ quote }) => (quote.total.value === null ? [] : [quote.total.value]));
  const best = totals.length === 0 ? null : totals.reduce((most, one) => centsOf(Math.max(most, one)));
  const compared = quotes.map(({ offer, quote }): ComparedOffer => {
    const total = quote.total.value;
    const { ofMedicare, ofBilled } = quote.equivalents;
    return {
      name: offer.name,
      quote,
      rank: total === null ? null : totals.filter((other) => other > total).length + 1,
      isBest: total !== null && total === best,
      lessThanBest: total === null || best === null ? null : centsLess(best, total),
      overFloor: floor === null ? null : overFloor(quote.total, floor, mix),
      ofMedicareBand:
        ofMedicare.value === null ? null : standingInBand(ofMedicare.value.percent, bands.ofMedicare, "Medicare"),
      ofBilledBand:
        ofBilled.value === null ? null : standingInBand(ofBilled.value.percent, bands.ofBilled, "billed charges"),
      notes: [...(offer.notes ?? []), ...quote.notes],
    };
  });
  const sorted = compared
    .map((offer, at) => ({ offer, at }))
    .sort(
      (a, b) => (a.offer.rank ?? Number.MAX_SAFE_INTEGER) - (b.offer.rank ?? Number.MAX_SAFE_INTEGER) || a.at - b.at,
    )
    .map(({ offer }) => offer);
  return { offers: sorted, finding: findingOf(sorted) };
}

function findingOf(offers: readonly ComparedOffer[]): string {
  const [first, ...others] = offers.filter(({ rank }) => rank !== null);
  const untold = offers.filter(({ rank }) => rank === null).length;
  const left =
    untold === 0
      ? ""
      : ` ${untold} of ${offers.length} offers cannot be priced in full and ${untold === 1 ? "is" : "are"} not ranked.`;
  if (first === undefined || first.quote.total.value === null) return `No offer can be priced in full.${left}`;
  const tied = others.filter(({ isBest }) => isBest).map(({ name }) => name);
  const most = printMoney(first.quote.total.value);
  const second = others.find(({ isBest }) => !isBest);
  const more = second?.lessThanBest == null ? "" : `, ${printMoney(second.lessThanBest)} more than the next`;
  const lead =
    tied.length > 0
      ? `${[first.name, ...tied].join(" and ")} pay the same, ${most}`
      : `${first.name} pays most: ${most}`;
  const below = offers.filter(({ overFloor: over }) => over?.value?.isBelow === true).map(({ name }) => name);
  const floor = below.length === 0 ? "" : ` Below the floor: ${below.join("; ")}.`;
  return `${lead}${more}.${floor}${left}`;
}
