import type { ContractAsk } from "../../../sca/contracting/contract-asks.ts";
import type { RevealedModel, RevealedPrice } from "../../../sca/rates/revealed-price.ts";
import { figureText, modelText } from "../../../sca/rates/revealed-price-words.ts";
import { centsFromDollars, printMoney } from "../../../sca/values/money.ts";

/**
 * A figure of an ask as it is read.
 *
 * @example askedRate({ model: "percentOfMedicare", basis: null }, 150) is "150% of Medicare"; per day "$400.00 a day"
 */
export function askedRate(ask: Pick<ContractAsk, "model" | "basis">, figure: number): string {
  return `${askedFigure(ask, figure)} ${askedUnit(ask)}`;
}

/** A figure of an ask without what it is of, as tables hold it. @example "150%" or "$400.00" */
export function askedFigure({ model }: Pick<ContractAsk, "model">, figure: number): string {
  return model === "percentOfMedicare" || model === "percentOfBilled"
    ? `${shortNumber(figure)}%`
    : printMoney(centsFromDollars(figure));
}

/** What an ask is of: "of Medicare", "of billed charges", "a day", "per hour". */
export function askedUnit({ model, basis }: Pick<ContractAsk, "model" | "basis">): string {
  if (model === "percentOfMedicare") return "of Medicare";
  if (model === "percentOfBilled") return "of billed charges";
  return model === "perDiem" ? "a day" : `per ${basis ?? "unit"}`;
}

/** A revealed figure without its unit, as tables hold it. @example "142.5%" or "$850.00" */
export function revealedFigure(model: RevealedModel, figure: number): string {
  return figureText(model, figure).replace(" %", "%");
}

/** What a revealed price is of: "% of Medicare", "a day". */
export function revealedUnit({ model, basis }: Pick<RevealedPrice, "model" | "basis">): string {
  return modelText(model, basis);
}

function shortNumber(figure: number): string {
  return String(Number(figure.toFixed(2)));
}

/** A sentence or name with a capital in front. @example startSentence("partial hospitalization") */
export function startSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
