import { describe, expect, it } from "vitest";
import { centsOf } from "../values/money.ts";
import { compareOffers } from "./compare-offers.ts";
import { floorFromCost, isNoFloor } from "./floor.ts";
import { madeUpLine, madeUpMix } from "./made-up-mix.ts";
import { negotiate } from "./negotiate.ts";
import { bandOf, DEFAULT_BANDS, standingInBand } from "./negotiation-bands.ts";
import { isRefusal } from "./rate-term.ts";
import { readRateTerm } from "./read-rate-term.ts";
import type { ServiceMix } from "./service-mix.ts";

function named(words: string) {
  const read = readRateTerm(words);
  if (isRefusal(read)) throw new Error(read.sentence);
  return { name: words, term: read.term };
}
const made = floorFromCost("day", 280, { percent: 20, on: "price" });
const floor = isNoFloor(made) ? null : made;
const program = madeUpMix([madeUpLine({ code: "H0035", units: 20, basis: "day", days: 20, billed: 90_000 })]);
const visits = madeUpMix([madeUpLine({ code: "99214", units: 10, basis: "visit", medicare: 11_549, billed: 25_000 })]);

const compare = (mix: ServiceMix, ...offers: string[]) => compareOffers(offers.map(named), mix, floor, DEFAULT_BANDS);
function step(mix: ServiceMix, offers: readonly string[], given: Partial<Parameters<typeof negotiate>[0]> = {}) {
  return negotiate({
    mix,
    comparison: compare(mix, ...offers),
    asks: [],
    opening: null,
    target: null,
    floor: null,
    bands: DEFAULT_BANDS,
    policy: "negotiable",
    agreedBefore: null,
    evidence: {},
    trades: { daysFirst: null },
    ...given,
  });
}

describe("offers side by side", () => {
  it("stand in order of what they pay, with the best marked and the differences", () => {
    const { offers, finding } = compare(program, "$300 per diem", "55% of billed", "case rate 8,000");
    expect(offers.map(({ name, rank, isBest, lessThanBest }) => [name, rank, isBest, lessThanBest])).toEqual([
      ["55% of billed", 1, true, 0],
      ["case rate 8,000", 2, false, 190_000],
      ["$300 per diem", 3, false, 390_000],
    ]);
    expect(finding).toBe(
      "55% of billed pays most: $9,900.00, $1,900.00 more than the next. Below the floor: $300 per diem.",
    );
  });
  it("that cannot be priced in full are not ranked", () => {
    const { offers, finding } = compare(program, "140% of Medicare", "$300 per diem");
    expect(offers.map(({ name, rank }) => [name, rank])).toEqual([
      ["$300 per diem", 1],
      ["140% of Medicare", null],
    ]);
    expect(finding).toContain("1 of 2 offers cannot be priced in full and is not ranked");
  });
  it("tell where they stand in the practice's range", () => {
    expect(compare(visits, "140% of Medicare").offers[0]?.ofMedicareBand?.where).toBe("within");
    expect(compare(visits, "160% of Medicare").offers[0]?.ofMedicareBand?.where).toBe("above");
  });
});

describe("the practice's ranges", () => {
  it("span what the guides say, with both sources", () => {
    const { ofMedicare } = DEFAULT_BANDS;
    expect([ofMedicare.low, ofMedicare.high, ofMedicare.sources.length]).toEqual([100, 150, 2]);
    expect(standingInBand(150, ofMedicare, "Medicare").where).toBe("within");
    expect(standingInBand(99.99, ofMedicare, "Medicare").where).toBe("below");
  });
  it("that were changed carry no guide as their source", () => {
    expect(bandOf(110, 160, DEFAULT_BANDS.ofMedicare)?.sources).toEqual([]);
    expect(bandOf(160, 110, DEFAULT_BANDS.ofMedicare)).toBeNull();
  });
});

describe("the next step", () => {
  it("is a counter in the model of our asks, with the payer's savings", () => {
    const told = step(program, ["$300 per diem"], {
      asks: [named("$500 per diem")],
      target: 400,
      floor,
      evidence: { higherLevel: { name: "residential", dayCents: centsOf(120_000) } },
    });
    expect(told.model).toBe("perDiem");
    expect(told.plan.walkAway?.figure).toBe(350);
    expect(told.move).toMatchObject({ kind: "counter", figure: 450 });
    expect(told.reasons.map(({ kind }) => kind)).toEqual(["costStructure", "payerSavings"]);
    expect(told.reasons[1]?.sentence).toContain("saves you $750.00 a day, $15,000.00 over 20 days");
  });
  it("turns an offer of another model into the negotiation's", () => {
    const told = step(program, ["case rate 6,000"], { asks: [named("$500 per diem")], target: 400 });
    expect(told.move).toMatchObject({ kind: "counter", figure: 450 });
    const done = step(program, ["case rate 8,000"], { asks: [named("$500 per diem")], target: 400 });
    expect(done.move).toMatchObject({ kind: "accept", figure: 400 });
  });
  it("takes the practice's range where nothing else is known", () => {
    const told = step(visits, ["110% of Medicare"]);
    expect([told.plan.opening?.figure, told.plan.target?.figure]).toEqual([150, 125]);
    expect(told.move).toMatchObject({ figure: 150, round: 1 });
  });
  it("takes what this payer agreed to before as target", () => {
    const told = step(program, ["$300 per diem"], {
      agreedBefore: { median: 41_000, low: 38_000, high: 45_000, n: 4, percentOfMedicare: null, per: "day" },
    });
    expect([told.plan.opening?.figure, told.plan.target?.figure]).toEqual([450, 410]);
  });
  it("raises a target that would be under the floor", () => {
    const told = step(program, ["$300 per diem"], {
      floor,
      agreedBefore: { median: 31_000, low: 30_000, high: 32_000, n: 4, percentOfMedicare: null, per: "day" },
    });
    expect([told.plan.opening?.figure, told.plan.target?.figure, told.plan.walkAway?.figure]).toEqual([350, 350, 350]);
  });
  it("is not made up where nothing is known", () => {
    const told = step(program, ["$300 per diem"]);
    expect(told.move).toBeNull();
    expect(told.missing).toContain("State an opening and a target");
  });
  it("says that a payer does not negotiate, and asks for something else", () => {
    expect(step(program, ["$300 per diem"], { policy: "highestInNetwork" }).move?.kind).toBe("noCounter");
  });
  it("prices trades at the rate of the counter", () => {
    const told = step(program, ["$300 per diem"], {
      asks: [named("$500 per diem")],
      target: 400,
      trades: { daysFirst: 14, fasterPayment: { days: 30, yearlyPercent: 8 } },
    });
    expect(told.trades?.trades.map(({ kind, cents }) => [kind, cents])).toEqual([
      ["length", 270_000],
      ["fasterPayment", 5918],
    ]);
  });
});
