import { codeFamily, isByTheDay, plainCode } from "./code-family.ts";
import type { AgreedBefore, AgreedModel } from "./counter-reasons.ts";
import type { OfferModel } from "./rate-term.ts";
import { type RevealedPrice, revealedPricesFor } from "./revealed-price.ts";
import { chargeFor, type MixLine, medicareFor, type ServiceMix, unitsOfMix } from "./service-mix.ts";
import { figureIn, termIn } from "./term-figure.ts";
import { BASIS_WORDS, type UnitBasis } from "./unit-basis.ts";

/** What a payer agreed to before for one kind of service of a mix. */
export interface AgreedForService {
  /** As it stands in a sentence: "individual psychotherapy". */
  readonly service: string;
  /** The price that comes nearest to the negotiation's model; null where nothing was agreed to. */
  readonly price: RevealedPrice | null;
}

/** What a counter can argue with of a payer's earlier agreements. */
export interface AgreedForMix {
  /** Each kind of service of the mix, the one with most dollars first. */
  readonly services: readonly AgreedForService[];
  /** The price that the counter goes by; null where the payer agreed to nothing for any of them. */
  readonly used: RevealedPrice | null;
  readonly before: AgreedBefore | null;
  /** Which price was used and why, and where no number of ours comes from it. */
  readonly notes: readonly string[];
}

interface ServiceOfMix extends AgreedForService {
  readonly lines: readonly MixLine[];
  readonly dollars: number;
}

/**
 * What a payer agreed to before, for the services of a mix and the model that is negotiated (requirements 5.3). Of
 * several kinds of service the one with most dollars goes first: dollars as agreed before, else Medicare's, else
 * billed. Figures pass as they are, whole cents or hundredths of a percent; where they are for other services or units
 * than the mix they are a reason and no number of ours comes from them. Payers compare without regard to case.
 *
 * @example 20 days of H0035 per diem with a payer that agreed to $575.00 a day in 5 cases: median 57500, n 5, "day of
 * partial hospitalization"
 */
export function agreedForMix(
  all: readonly RevealedPrice[],
  payer: string,
  mix: ServiceMix,
  model: OfferModel,
): AgreedForMix {
  const basis = unitsOfMix(mix).value?.basis ?? null;
  const byFamily = new Map<string, MixLine[]>();
  for (const line of mix.lines) {
    const { id } = codeFamily(line.code);
    byFamily.set(id, [...(byFamily.get(id) ?? []), line]);
  }
  const services = [...byFamily.values()]
    .map((lines) => serviceOf(all, payer, lines, model, basis))
    .sort((one, other) => other.dollars - one.dollars);
  const [first] = services;
  const lead = services.find(({ price }) => price !== null);
  const used = lead?.price ?? null;
  if (first === undefined || lead === undefined || used === null) {
    return { services, used: null, before: null, notes: [] };
  }
  // A program's day rate covers what else is done on its days.
  const isPart =
    services.length > 1 && !(used.model === "perDiem" && isByTheDay({ id: used.familyId, name: used.family }));
  const isShare = isPart && (used.model === "perUnit" || used.model === "perDiem" || lead !== first);
  const isOther = !isSameUnit(used, lead.lines);
  const notes =
    services.length === 1
      ? []
      : [
          lead === first
            ? `The counter argues with ${lead.service}, which carries most dollars of this list${services.every(({ dollars }) => dollars > 0) ? "" : ", as far as dollars are known"}.`
            : `Most dollars of this list are those of ${first.service}, but nothing was agreed for it; the counter argues with ${lead.service}.`,
        ];
  if (isShare || isOther) {
    notes.push(
      `It is a reason only: it is for ${isOther ? "another unit" : "a part of these services"}, so opening and target do not come from it.`,
    );
  }
  const before = beforeOf(used, lead.service);
  return {
    services,
    used,
    before: isShare || isOther ? { ...before, isOnlyReason: true } : before,
    notes,
  };
}

function serviceOf(
  all: readonly RevealedPrice[],
  payer: string,
  lines: readonly MixLine[],
  model: OfferModel,
  basis: UnitBasis | null,
): ServiceOfMix {
  const codes = [...new Set(lines.map(({ code }) => plainCode(code)))];
  const [code = ""] = codes;
  const family = codeFamily(code);
  const prices =
    codes.length === 1
      ? revealedPricesFor(all, payer, code)
      : revealedPricesFor(all, payer, code).length === 0
        ? []
        : all.filter(
            (price) =>
              price.code === null &&
              price.familyId === family.id &&
              price.payer.toLowerCase() === payer.trim().toLowerCase(),
          );
  const [price] = [...prices].sort(
    (one, other) => fitOf(one, model, basis) - fitOf(other, model, basis) || other.n - one.n,
  );
  const dollars = lines.reduce((sum, line) => sum + dollarsOfLine(line, prices), 0);
  return { service: family.name, price: price ?? null, lines, dollars };
}

/** How near a price is to a negotiation's model: the same, the same over the mix, in dollars or percent, any. */
function fitOf(price: RevealedPrice, model: OfferModel, basis: UnitBasis | null): number {
  const own = modelOf(price);
  const isUnit = price.model !== "perUnit" || isBasis(price.basis, basis);
  const isDay = price.model === "perUnit" && price.basis === "day";
  if (own === model && isUnit) return 0;
  if (model === "perDiem" && isDay) return 0;
  if (model === "perUnit" && price.model === "perDiem" && basis === "day") return 0;
  if (own === "percentOfMedicare" || (own === "perDiem" && model === "caseRate")) return 1;
  return own === "percentOfBilled" || own === "caseRate" ? 3 : 2;
}

function modelOf({ model }: RevealedPrice): AgreedModel {
  return model === "asPercentOfMedicare" ? "percentOfMedicare" : model;
}

/** A price's unit is the mix's: without a word it is one service of the code, whatever that is called. */
function isBasis(priced: string | null, basis: UnitBasis | null): boolean {
  if (basis === null) return priced === null;
  const isService = basis === "session" || basis === "visit" || basis === "unit";
  return priced === null ? isService : priced === BASIS_WORDS[basis];
}

function isSameUnit(price: RevealedPrice, lines: readonly MixLine[]): boolean {
  return price.model !== "perUnit" || lines.every(({ basis }) => isBasis(price.basis, basis));
}

/** About how many cents a line is worth, to tell which service carries most. */
function dollarsOfLine(line: MixLine, prices: readonly RevealedPrice[]): number {
  const medicare = medicareFor(line);
  const per = (model: RevealedPrice["model"]) => prices.find((price) => price.model === model)?.median;
  const unit = per("perUnit");
  const day = per("perDiem");
  const percent = per("asPercentOfMedicare");
  if (day !== undefined && (line.basis === "day" || line.days !== null)) return day * (line.days ?? line.units);
  if (unit !== undefined) return unit * line.units;
  if (percent !== undefined && medicare !== null) return (percent * medicare) / 10_000;
  return medicare ?? chargeFor(line, line.units) ?? 0;
}

function beforeOf(price: RevealedPrice, service: string): AgreedBefore {
  const { median, low, high, n, percentOfMedicareMedian: percent, coverage } = price;
  const what = price.code === null || price.code === service ? service : `${service} (${price.code})`;
  const one = { perDiem: "day of ", caseRate: "case of ", perUnit: `${price.basis ?? "unit"} of ` };
  const model = modelOf(price);
  const per = model === "perDiem" || model === "caseRate" || model === "perUnit" ? `${one[model]}${what}` : what;
  // Where only some of the rates compare, their percentage is not that of all these cases.
  const percentOfMedicare = percent === null || coverage < 1 ? null : Number(`${percent}e-2`);
  return { median, low, high, n, percentOfMedicare, per, model };
}

/**
 * What was agreed before in the figures of a negotiation's model: cents, or hundredths of a percent. Figures of another
 * model become what pays the same over the mix, to the nearest; null where they are for other services, where the mix
 * lacks what it takes, and for case rates, which hold for the length of their own case.
 *
 * @example 125 % of Medicare over a mix of one 90837 at $150.00, negotiated as case rate: 18750
 */
export function agreedBeforeInModel(
  before: AgreedBefore | null,
  model: OfferModel,
  mix: ServiceMix,
): AgreedBefore | null {
  if (before === null || before.isOnlyReason === true || model === "inNetwork") return null;
  if (before.model === model) return before;
  if (model === "percentOfMedicare") {
    if (before.percentOfMedicare !== null && before.median > 0) {
      const hundredths = Math.round(before.percentOfMedicare * 100);
      return { ...before, median: hundredths, low: hundredths, high: hundredths };
    }
    return null;
  }
  if (before.model === undefined) return model === "percentOfBilled" ? null : before;
  if (before.model === "caseRate") return null;
  const own = before.model;
  const inModel = (figure: number): number | null => {
    const told = figureIn(model, termIn(own, Number(`${figure}e-2`), mix), mix);
    return told === null ? null : Math.round(told * 100);
  };
  const [median, low, high] = [inModel(before.median), inModel(before.low), inModel(before.high)];
  return median === null || low === null || high === null ? null : { ...before, median, low, high };
}
