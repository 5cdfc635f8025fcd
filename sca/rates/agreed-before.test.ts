import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../values/calendar-date.ts";
import { centsOf } from "../values/money.ts";
import { agreedBeforeInModel, agreedForMix } from "./agreed-before.ts";
import type { AgreedPrice } from "./agreed-price.ts";
import { compareOffers } from "./compare-offers.ts";
import { counterReasons } from "./counter-reasons.ts";
import { madeUpLine, madeUpMix } from "./made-up-mix.ts";
import { negotiate, negotiationModel } from "./negotiate.ts";
import { DEFAULT_BANDS } from "./negotiation-bands.ts";
import { isRefusal } from "./rate-term.ts";
import { readRateTerm } from "./read-rate-term.ts";
import { revealedPrices } from "./revealed-price.ts";
import type { ServiceMix } from "./service-mix.ts";

const AS_OF = parseIsoDay("2026-03-31") ?? fail();
function fail(): never {
  throw new RangeError("no day");
}

let number = 0;
function agreed(rate: number, facts: Partial<AgreedPrice> = {}): AgreedPrice {
  number += 1;
  return {
    payer: "Aetna",
    code: "90837",
    modifiers: [],
    model: "perUnit",
    rate,
    unitBasis: null,
    units: 10,
    benchmark: null,
    decided: parseIsoDay("2026-01-15"),
    caseId: `C-${number}`,
    source: { sheet: "Auths", rows: [number] },
    ...facts,
  };
}
const perDay = (rate: number, facts: Partial<AgreedPrice> = {}) =>
  agreed(rate, { model: "perDiem", code: "H0035", ...facts });
const medicare = (cents: number) => ({ kind: "amount" as const, cents: centsOf(cents) });

const sessions = madeUpMix([madeUpLine({ code: "90837", units: 10, basis: "session", medicare: 15_000 })]);
const program = madeUpMix([madeUpLine({ code: "H0035", units: 20, basis: "day" })]);

/** The next step on one offer, with what Aetna agreed to before. */
function step(prices: readonly AgreedPrice[], mix: ServiceMix, words: string) {
  const read = readRateTerm(words);
  if (isRefusal(read)) throw new Error(read.sentence);
  const comparison = compareOffers([{ name: words, term: read.term }], mix, null, DEFAULT_BANDS);
  const model = negotiationModel({ asks: [], comparison, mix });
  const found = agreedForMix(revealedPrices(prices, AS_OF), " aetna ", mix, model);
  const next = negotiate({
    mix,
    comparison,
    asks: [],
    opening: null,
    target: null,
    floor: null,
    bands: DEFAULT_BANDS,
    policy: "negotiable",
    agreedBefore: found.before,
    evidence: {},
    trades: { daysFirst: null },
  });
  const reason = counterReasons({ agreedBefore: found.before })[0]?.sentence ?? null;
  return { ...found, target: next.plan.target?.figure, opening: next.plan.opening?.figure, reason };
}

describe("what a payer agreed to before, in a negotiation", () => {
  it("opens at the most and aims at the median of a program's day rates", () => {
    const found = step([perDay(560), perDay(575), perDay(575)], program, "$500 per diem");
    expect(found).toMatchObject({ target: 575, opening: 575, notes: [] });
    expect(found.reason).toBe(
      "You have agreed to $575.00 per day of partial hospitalization, the median of 3 cases ($560.00 to $575.00).",
    );
  });

  it("keeps percentages to the hundredth, with their own range", () => {
    const percents = [130, 132.55, 160].map((rate) => agreed(rate, { model: "percentOfMedicare" }));
    const found = step(percents, sessions, "120% of Medicare");
    expect(found).toMatchObject({ target: 132.55, opening: 160 });
    expect(found.before).toMatchObject({ median: 13_255, low: 13_000, high: 16_000, n: 3 });
    expect(found.reason).toBe(
      "You have agreed to 132.55 % of Medicare for individual psychotherapy, the median of 3 cases (130 % to 160 %).",
    );
  });

  it("takes the rates in dollars as percent of Medicare where that is negotiated", () => {
    const found = step(
      [150, 160, 210].map((rate) => agreed(rate, { benchmark: medicare(10_000) })),
      sessions,
      "120% of Medicare",
    );
    expect(found).toMatchObject({ target: 160, opening: 210 });
    expect(found.used?.model).toBe("asPercentOfMedicare");
  });

  it("turns a percent of Medicare into what pays the same, and argues with the percent", () => {
    const found = step([agreed(125, { model: "percentOfMedicare" })], sessions, "$160 per session");
    expect(found.target).toBe(187.5);
    expect(found.reason).toBe("You have agreed to 125 % of Medicare for individual psychotherapy in one case before.");
  });

  it("makes a case rate of a day rate and the days, and no day rate of another case's case rate", () => {
    expect(step([perDay(575)], program, "case rate 9,000").target).toBe(11_500);
    const found = step([perDay(9000, { model: "caseRate" })], program, "$500 per diem");
    expect(found.target).toBeUndefined();
    expect(found.reason).toBe("You have agreed to $9,000.00 per case of partial hospitalization in one case before.");
  });

  it("argues only where the rate is for another unit", () => {
    const hours = [agreed(40, { code: "97153", unitBasis: "Hour" })];
    const quarters = madeUpMix([madeUpLine({ code: "97153", units: 80, basis: "quarterHour" })]);
    const found = step(hours, quarters, "$9 per 15 minutes");
    expect(found.before?.isOnlyReason).toBe(true);
    expect(found.target).toBeUndefined();
    expect(found.reason).toContain("$40.00 per hour of");
    expect(found.notes.join(" ")).toContain("another unit");
  });

  it("goes by the service with most dollars, and says which", () => {
    const mix = madeUpMix([
      madeUpLine({ code: "99214", units: 2, basis: "visit", medicare: 12_000 }),
      madeUpLine({ code: "H0035", units: 20, basis: "day", days: 20 }),
    ]);
    const found = step([agreed(140, { code: "99214" }), perDay(575)], mix, "$500 per diem");
    expect(found.services.map(({ service }) => service)).toEqual(["partial hospitalization", "office visits"]);
    expect(found.notes).toEqual([
      "The counter argues with partial hospitalization, which carries most dollars of this list.",
    ]);
    expect(found.target).toBe(575);
    const visits = step([agreed(140, { code: "99214" })], mix, "$500 per diem");
    expect(visits.before).toMatchObject({ median: 14_000, isOnlyReason: true });
    expect(visits.target).toBeUndefined();
  });

  it("goes without where the payer agreed to nothing for these services", () => {
    expect(step([perDay(575, { payer: "Cigna" })], program, "$500 per diem")).toMatchObject({
      used: null,
      before: null,
      reason: null,
      services: [{ service: "partial hospitalization", price: null }],
    });
  });

  it("says no percent of all cases where only some could be compared", () => {
    const found = step(
      [agreed(150, { benchmark: medicare(10_000) }), agreed(160), agreed(170)],
      sessions,
      "$140 per session",
    );
    expect(found.before).toMatchObject({ median: 16_000, percentOfMedicare: null });
  });

  it("passes every figure of its own model as it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1000, max: 9_999_999 }), { minLength: 1, maxLength: 9 }),
        fc.constantFrom("perDiem" as const, "percentOfMedicare" as const),
        (figures, model) => {
          const prices = revealedPrices(
            figures.map((figure) => perDay(Number(`${figure}e-2`), { model })),
            AS_OF,
          );
          const { before } = agreedForMix(prices, "Aetna", program, model);
          const told = agreedBeforeInModel(before, model, program);
          const sorted = [...figures].sort((a, b) => a - b);
          expect([told?.low, told?.high, told?.n]).toEqual([sorted[0], sorted.at(-1), figures.length]);
          expect(told?.median).toBe(prices.find((price) => price.model === model)?.median);
        },
      ),
    );
  });
});
