import { percentOf } from "../measures/percent-of.ts";
import { otherUnit } from "../measures/unit-basis.ts";
import { divided, fractionOf, nearestCents } from "../rates/fraction.ts";
import { MODEL_WORDS } from "../tracker/review/code-words.ts";
import type { RateModel } from "../tracker/tracked-case.ts";
import { centsFromDollars } from "../values/money.ts";
import { RowIndex } from "./ledger-index.ts";
import { type LedgerRow, numberIn, sameText, textIn } from "./ledger-row.ts";
import { priceKey } from "./payer-price-rows.ts";
import { notCompared } from "./tables/line-benchmark.ts";
import { OFFER_WORDS } from "./tables/offer-formulas.ts";
import { ANY_MODEL } from "./tables/payer-prices-table.ts";

/** What the formulas of Offers look at; the calculated columns of Service lines are filled by then. */
export interface OfferSurroundings {
  readonly cases: readonly LedgerRow[];
  readonly lines: readonly LedgerRow[];
  readonly prices: readonly LedgerRow[];
  /** Dollars; null where Settings does not say. */
  readonly costPerUnit: number | null;
}

interface OfferIndex {
  readonly cases: RowIndex;
  readonly lines: RowIndex;
  readonly linesOfCase: RowIndex;
  readonly prices: RowIndex;
  readonly pricesByLevel: RowIndex;
  readonly costPerUnit: number | null;
}

/** Fills the calculated columns of Offers with what their formulas give. */
export function calculateOffers(offers: readonly LedgerRow[], around: OfferSurroundings): void {
  if (offers.length === 0) return;
  const index: OfferIndex = {
    cases: new RowIndex(around.cases, "Case id"),
    lines: new RowIndex(around.lines, "Line id"),
    linesOfCase: new RowIndex(around.lines, "Case id"),
    prices: new RowIndex(around.prices, "Key"),
    pricesByLevel: new RowIndex(around.prices, "Level key"),
    costPerUnit: around.costPerUnit,
  };
  for (const row of offers) {
    if (textIn(row, "Case id") === "") for (const heading of CALCULATED) row.set(heading, "");
    else calculateOffer(row, index);
  }
}

const CALCULATED = [
  "Equivalent dollars per unit",
  "Percent of Medicare",
  "Percent of billed",
  "Margin over floor",
  "Payer median before",
  "Behind it",
  "Payer percent of Medicare before",
  "Behind that",
  "Compared with",
  "Unit that applies",
  "Row of this model",
  "Row of any model",
];

/** An offer as the formulas see it. */
interface Offer {
  readonly row: LedgerRow;
  readonly model: RateModel | null;
  readonly rate: number | null;
  readonly fault: string | null;
  readonly line: LedgerRow | undefined;
  readonly unit: string | null;
}

function calculateOffer(row: LedgerRow, index: OfferIndex): void {
  const compared = comparedWith(row, index);
  row.set("Compared with", compared);
  const line = index.lines.first(compared);
  const model = modelOf(row);
  const basis = textIn(row, "Unit basis") || (model === "perUnit" ? textIn(line, "Unit basis") : "");
  row.set("Unit that applies", basis);
  const rate = numberIn(row, "Rate");
  const offer = { row, model, rate, fault: faultOf(rate, model), line, unit: otherUnit(model, basis) };
  const dollars = dollarsPerUnit(offer, index);
  row.set("Equivalent dollars per unit", dollars);
  row.set("Percent of Medicare", percentOfMedicare(offer, dollars));
  row.set("Percent of billed", percentOfBilled(offer, dollars));
  const cost = index.costPerUnit;
  row.set(
    "Margin over floor",
    typeof dollars === "string" ? dollars : cost === null ? OFFER_WORDS.noFloor : dollars - cost,
  );
  calculateBefore(offer, compared, index);
}

/** As the formulas compare it: a space too many is another word. */
function modelOf(row: LedgerRow): RateModel | null {
  const text = textIn(row, "Rate model");
  const model = MODEL_WORDS.codeFor(text);
  return model !== null && sameText(MODEL_WORDS.wordFor(model), text) ? model : null;
}

function lineKey(line: LedgerRow | undefined): string {
  return `${textIn(line, "Code")}-${textIn(line, "Modifiers").replaceAll(", ", "-")}`;
}

function comparedWith(row: LedgerRow, index: OfferIndex): string {
  const id = textIn(row, "Case id");
  const code = textIn(row, "Code");
  const all = index.linesOfCase.all(id);
  const matches = all.filter(
    (line) => code === "" || sameText(textIn(line, "Code"), code) || sameText(lineKey(line), code),
  );
  const last = matches.at(-1);
  if (last === undefined) {
    if (all.length > 0) return OFFER_WORDS.otherCode;
    return index.cases.first(id) === undefined ? OFFER_WORDS.noCase : OFFER_WORDS.noLine;
  }
  return matches.every((line) => sameText(lineKey(line), lineKey(last)))
    ? textIn(last, "Line id")
    : OFFER_WORDS.severalCodes;
}

function isPercent(model: RateModel | null): boolean {
  return model === "percentOfMedicare" || model === "percentOfBilled";
}

function faultOf(rate: number | null, model: RateModel | null): string | null {
  if (rate === null || rate <= 0) return OFFER_WORDS.noRate;
  return isPercent(model) && rate < 10 ? OFFER_WORDS.asMultiple : null;
}

function chargeOf(line: LedgerRow | undefined): number | null {
  const charge = numberIn(line, "Billed charge");
  return charge !== null && charge > 0 ? charge : null;
}

function dollarsPerUnit({ row, model, rate, fault, line }: Offer, index: OfferIndex): number | string {
  if (fault !== null || rate === null) return fault ?? OFFER_WORDS.noRate;
  if (model === "perUnit" || model === "perDiem") return rate;
  if (model === "caseRate") {
    const isOneCode = index.linesOfCase
      .all(textIn(row, "Case id"))
      .every((other) => sameText(lineKey(other), lineKey(line)));
    if (!isOneCode) return OFFER_WORDS.allCodes;
    const own = numberIn(row, "Units");
    const units = own !== null && own > 0 ? own : numberIn(line, "Units that apply");
    if (units === null || units <= 0) return OFFER_WORDS.noUnits;
    return nearestCents(divided(fractionOf(rate), fractionOf(units))) / 100;
  }
  const medicare = numberIn(line, "Medicare rate");
  if (model === "percentOfMedicare") {
    return medicare === null ? OFFER_WORDS.noMedicare : percentOf(rate, centsFromDollars(medicare)) / 100;
  }
  if (model !== "percentOfBilled") return OFFER_WORDS.noModel;
  const charge = chargeOf(line);
  return charge === null ? OFFER_WORDS.noCharge : percentOf(rate, centsFromDollars(charge)) / 100;
}

function percentOfMedicare({ model, rate, fault, line, unit }: Offer, dollars: number | string): number | string {
  if (model === "percentOfMedicare" && fault === null && rate !== null) return rate / 100;
  if (typeof dollars === "string") return dollars;
  const medicare = numberIn(line, "Medicare rate");
  if (medicare === null) return OFFER_WORDS.noMultiple;
  const own = numberIn(line, "Own benchmark");
  const hasOwn = own !== null && centsFromDollars(own) > 0;
  if ((model === "perUnit" || model === "perDiem") && unit !== null && !hasOwn) return notCompared(unit);
  return dollars / medicare;
}

function percentOfBilled({ model, rate, fault, line, unit }: Offer, dollars: number | string): number | string {
  if (model === "percentOfBilled" && fault === null && rate !== null) return rate / 100;
  if (typeof dollars === "string") return dollars;
  const charge = chargeOf(line);
  if (charge === null) return OFFER_WORDS.noCharge;
  const unitOfLine = otherUnit(null, textIn(line, "Unit basis"));
  if ((model === "perUnit" || model === "perDiem") && unit !== unitOfLine) return OFFER_WORDS.otherUnit;
  return dollars / charge;
}

/** What the payer agreed to before: for the code, else its family, else the level of care of a case without codes. */
function calculateBefore({ row, model, line, unit }: Offer, compared: string, index: OfferIndex): void {
  const entry = index.cases.first(textIn(row, "Case id"));
  const payer = textIn(entry, "Payer");
  const code = line === undefined ? textIn(row, "Code") : textIn(line, "Code");
  const find = (modelText: string, unitText: string): LedgerRow | undefined => {
    const byCode = index.prices.first(priceKey(payer, code, modelText, unitText));
    const byFamily = index.prices.first(priceKey(payer, textIn(line, "Code family"), modelText, unitText));
    const isCodeless = compared === OFFER_WORDS.noLine && textIn(row, "Code") === "";
    const byLevel = index.pricesByLevel.first(priceKey(payer, textIn(entry, "Level of care"), modelText, unitText));
    return byCode ?? byFamily ?? (isCodeless ? byLevel : undefined);
  };
  const same = find(textIn(row, "Rate model"), model === "perUnit" ? (unit ?? "") : "");
  const any = find(ANY_MODEL, "");
  const told = (price: LedgerRow | undefined, heading: string): number | string =>
    price === undefined ? OFFER_WORDS.nothingBefore : (numberIn(price, heading) ?? textIn(price, heading));
  row.set("Row of this model", textIn(same, "Key"));
  row.set("Row of any model", textIn(any, "Key"));
  row.set("Payer median before", told(same, "Median"));
  row.set("Behind it", told(same, "What it says"));
  row.set("Payer percent of Medicare before", told(any, "Median percent of Medicare"));
  row.set("Behind that", told(any, "What it says"));
}
