import type { ContractAsk } from "../../../sca/contracting/contract-asks.ts";
import type { RevealedModel, RevealedPrice } from "../../../sca/rates/revealed-price.ts";
import { figureText, modelText } from "../../../sca/rates/revealed-price-words.ts";
import { centsFromDollars, printMoney } from "../../../sca/values/money.ts";

/**
 * A figure of an ask as it is read.
 *
 * @example askedRate({ model: "percentOfMedicare", basis: null }, 150) is "150% of Medicare"; per day "$400.00 a day"
 */
export function askedRate({ model, basis }: Pick<ContractAsk, "model" | "basis">, figure: number): string {
  if (model === "percentOfMedicare") return `${shortNumber(figure)}% of Medicare`;
  if (model === "percentOfBilled") return `${shortNumber(figure)}% of billed charges`;
  return `${printMoney(centsFromDollars(figure))} ${model === "perDiem" ? "a day" : `per ${basis ?? "unit"}`}`;
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
