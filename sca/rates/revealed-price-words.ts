import { centsOf, printMoney } from "../values/money.ts";
import { FEWEST_FOR_A_RANGE, type RevealedModel, type RevealedPrice } from "./revealed-price.ts";

/** Said of fewer agreements than make a range. */
export const TOO_FEW = "too few to call a range";

function isPercent(model: RevealedModel): boolean {
  return model === "percentOfMedicare" || model === "percentOfBilled" || model === "asPercentOfMedicare";
}

/** Hundredths of a percent without idle zeros. @example percentText(14250) is "142.5" */
export function percentText(hundredths: number): string {
  return String(hundredths / 100);
}

/** A figure of a revealed price as a person reads it. @example figureText("perDiem", 85000) is "$850.00" */
export function figureText(model: RevealedModel, figure: number): string {
  return isPercent(model) ? `${percentText(figure)} %` : printMoney(centsOf(figure));
}

/** What a figure of a model is of: "of Medicare", "per day", "per hour". */
export function modelText(model: RevealedModel, basis: string | null): string {
  if (model === "percentOfBilled") return "of billed charges";
  if (model === "perDiem") return "per day";
  if (model === "caseRate") return "per case";
  return model === "perUnit" ? `per ${basis ?? "unit"}` : "of Medicare";
}

/**
 * Low and high as a range, or that there are too few agreements for one.
 *
 * @example rangeText(price) is "120 to 160 %" for nine agreements, "140 and 160 %: too few to call a range" for two
 */
export function rangeText(price: RevealedPrice): string {
  return price.n < FEWEST_FOR_A_RANGE ? `${lowToHigh(price)}: ${TOO_FEW}` : lowToHigh(price);
}

function lowToHigh({ model, low, high, lines }: RevealedPrice): string {
  if (low === high) return figureText(model, low);
  const between = lines === 2 ? "and" : "to";
  if (isPercent(model)) return `${percentText(low)} ${between} ${percentText(high)} %`;
  return `${figureText(model, low)} ${between} ${figureText(model, high)}`;
}

/**
 * What a payer has agreed to before, in a sentence for a letter's draft or beside a calculator: median first, with how
 * many agreements it stands on and their range, then the mean weighted by units, and how many rates could be compared.
 * It names the payer and the service, no patient. Say `REVEALED_PRICE_CAUTION` beside it.
 *
 * @example revealedPriceSentence(price) is "Aetna has agreed to 142 % of Medicare for individual psychotherapy (median of
 * 9 agreements, 120 to 160 %)."
 */
export function revealedPriceSentence(price: RevealedPrice): string {
  const { payer, model, basis, n } = price;
  const what = price.code === null || price.family === price.code ? price.family : `${price.code} (${price.family})`;
  const of = modelText(model, basis);
  const agreements = `${n} ${n === 1 ? "agreement" : "agreements"}`;
  if (n < FEWEST_FOR_A_RANGE) {
    return `${payer} has agreed to ${lowToHigh(price)} ${of} for ${what} in ${agreements}${comparison(price)}: ${TOO_FEW}.`;
  }
  const behind = price.lines === n ? agreements : `${price.lines} rates in ${agreements}`;
  const range = price.low === price.high ? "all the same" : lowToHigh(price);
  return `${payer} has agreed to ${figureText(model, price.median)} ${of} for ${what} (median of ${behind}, ${range}${comparison(price, "; ", "")}).`;
}

/** The percent of Medicare beside dollars, and the weighted mean beside the median. */
function comparison(price: RevealedPrice, before = " (", behind = ")"): string {
  const { model, percentOfMedicareMedian: median, percentOfMedicareWeighted: weighted } = price;
  const parts: string[] = [];
  if (median !== null && model !== "percentOfMedicare" && model !== "asPercentOfMedicare") {
    const ofAll = price.coverage === 1 ? "" : `, known for ${percentOfShare(price.coverage)} of the rates`;
    parts.push(`${percentText(median)} % of Medicare${ofAll}`);
  }
  if (weighted !== null && weighted !== median) parts.push(`weighted by units ${percentText(weighted)} % of Medicare`);
  if (model === "asPercentOfMedicare" && price.coverage < 1)
    parts.push(`known for ${percentOfShare(price.coverage)} of the rates`);
  return parts.length === 0 ? "" : `${before}${parts.join("; ")}${behind}`;
}

/** A share in percent, never rounded up to all of it. @example percentOfShare(0.7778) is "77 %" */
export function percentOfShare(part: number): string {
  return `${part >= 1 ? 100 : Math.floor(Math.round(part * 10_000) / 100)} %`;
}
