import { type Cents, printMoney } from "../values/money.ts";
import { divided, dollarsOf, fractionOf, nearest, nearestCents, roundedUp } from "./fraction.ts";
import { quoteOffer } from "./quote-offer.ts";
import { NO_CONDITIONS, type OfferModel, type RateTerm } from "./rate-term.ts";
import { billedOfMix, daysOfMix, medicareOfMix, type ServiceMix, type Told, unitsOfMix } from "./service-mix.ts";
import { BASIS_WORDS } from "./unit-basis.ts";

/** An offer in another model, worth the same over a mix. */
export interface ConvertedOffer {
  readonly kind: "converted";
  readonly term: RateTerm;
  readonly sentence: string;
}

/** Why an offer has no equal in a model over a mix. */
export interface NotConverted {
  readonly kind: "notConverted";
  readonly sentence: string;
}

/** Decimals of a percentage that stands for a rate: with so many, no benchmark loses half a cent. */
const PLACES = 6;

/**
 * An offer in another model over the same mix: the one rate that pays the same total. Rates in dollars are rounded to
 * the cent, percentages to six decimals, so a model converted to another and back loses at most a cent per unit. Caps
 * and "lesser of" have gone into the total; the answer carries none. There is none to the payer's own schedule, which
 * the payer sets, and none where the mix lacks days, units of one kind, an amount of Medicare's or a charge.
 *
 * @example $400 per diem over 20 days is a case rate of $8,000.00
 */
export function convertOffer(term: RateTerm, mix: ServiceMix, model: OfferModel): ConvertedOffer | NotConverted {
  const { total, days } = quoteOffer(term, mix);
  const not = (sentence: string): NotConverted => ({ kind: "notConverted", sentence });
  if (total.value === null) return not(total.sentence);
  const whole = total.value;
  const figure = figureForTotal(whole, mix, model, "nearest", days);
  if (figure.value === null) return not(figure.sentence);
  const conditions = NO_CONDITIONS;
  const figures = [{ code: null, modifiers: [], figure: figure.value }];
  const made = (): RateTerm => {
    switch (model) {
      case "caseRate":
        return { model, cents: whole, conditions };
      case "perUnit": {
        const basis = unitsOfMix(mix).value?.basis ?? "unit";
        return { model, figures: figures.map((one) => ({ ...one, basis })), conditions };
      }
      case "inNetwork":
        throw new Error("an in-network schedule has no figure to convert to");
      default:
        return { model, figures, conditions };
    }
  };
  return { kind: "converted", term: made(), sentence: figure.sentence };
}

/**
 * The one figure of a model that pays a total over a mix: dollars with cents, or a percentage with six decimals. Rounded
 * to the nearest, or up where it stands for a floor.
 *
 * @example $8,000.00 over 20 days is 400 in the model perDiem
 */
export function figureForTotal(
  whole: Cents,
  mix: ServiceMix,
  model: OfferModel,
  rounding: "nearest" | "up",
  days: Told<number> = daysOfMix(mix),
): Told<number> {
  const each = (count: number): number => {
    const dollars = divided(dollarsOf(whole), fractionOf(count));
    const cents =
      rounding === "up" ? roundedUp({ over: dollars.over * 100n, under: dollars.under }) : nearestCents(dollars);
    return Number(`${cents}e-2`);
  };
  switch (model) {
    case "caseRate":
      return { value: Number(`${whole}e-2`), sentence: `${printMoney(whole)} for the case.` };
    case "perDiem": {
      if (days.value === null || days.value <= 0) return { value: null, sentence: days.sentence };
      const figure = each(days.value);
      return { value: figure, sentence: `$${figure.toFixed(2)} a day on ${days.value} days.` };
    }
    case "perUnit": {
      const units = unitsOfMix(mix);
      if (units.value === null) return { value: null, sentence: units.sentence };
      const figure = each(units.value.units);
      return {
        value: figure,
        sentence: `$${figure.toFixed(2)} per ${BASIS_WORDS[units.value.basis]} over ${units.value.units} units.`,
      };
    }
    case "percentOfMedicare":
    case "percentOfBilled": {
      const base = model === "percentOfMedicare" ? medicareOfMix(mix) : billedOfMix(mix);
      if (base.value === null) return { value: null, sentence: base.sentence };
      const exact = base.value <= 0 ? null : divided(dollarsOf(whole), dollarsOf(base.value));
      const scaled = exact === null ? null : { over: exact.over * 100n * 10n ** BigInt(PLACES), under: exact.under };
      const millionths = scaled === null ? 0 : rounding === "up" ? roundedUp(scaled) : nearest(scaled);
      if (millionths === 0) return { value: null, sentence: "There is no percentage of a base of $0.00." };
      const percent = Number(`${millionths}e-${PLACES}`);
      return { value: percent, sentence: `${percent} % of ${printMoney(base.value)}.` };
    }
    case "inNetwork":
      return { value: null, sentence: "The payer sets its in-network schedule; no offer is turned into it." };
  }
}
