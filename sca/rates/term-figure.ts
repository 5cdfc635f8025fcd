import type { Cents } from "../values/money.ts";
import { figureForTotal } from "./convert-offer.ts";
import { quoteOffer } from "./quote-offer.ts";
import { NO_CONDITIONS, type OfferModel, type RateTerm } from "./rate-term.ts";
import { type ServiceMix, unitsOfMix } from "./service-mix.ts";

/** The figure of a term in a model: its own, or what pays the same over the mix. */
export function figureIn(model: OfferModel, term: RateTerm, mix: ServiceMix): number | null {
  if (term.model === model && "figures" in term && term.figures.length === 1) {
    const isBare = Object.values(term.conditions).every((condition) => condition === null);
    const [only] = term.figures;
    const isSameUnit = term.model !== "perUnit" || term.figures[0]?.basis === unitsOfMix(mix).value?.basis;
    if (isBare && isSameUnit && only !== undefined && only.code === null) return only.figure;
  }
  const total = quoteOffer(term, mix).total.value;
  return total === null ? null : figureForTotal(total, mix, model, "nearest").value;
}

/** A rate in a model that applies to every code of the mix. */
export function termIn(model: OfferModel, figure: number, mix: ServiceMix): RateTerm {
  const conditions = NO_CONDITIONS;
  const figures = [{ code: null, modifiers: [], figure }];
  if (model === "caseRate") return { model, cents: Math.round(Number(`${figure}e2`)) as Cents, conditions };
  if (model === "perUnit") {
    const basis = unitsOfMix(mix).value?.basis ?? "unit";
    return { model, figures: figures.map((one) => ({ ...one, basis })), conditions };
  }
  if (model === "inNetwork") return { model, percent: figure, amounts: null, conditions };
  return { model, figures, conditions };
}
