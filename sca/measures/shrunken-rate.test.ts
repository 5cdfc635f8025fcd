import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaBinomialPriors, type Count } from "./beta-binomial-prior.ts";
import { type PayerCount, rankedRates } from "./shrunken-rate.ts";

/** "1/20×4" is 4 groups with 1 of 20. */
function countsOf(text: string): Count[] {
  return text.split(" ").flatMap((part) => {
    const [granted, decided, times] = part.split(/[/×]/).map(Number);
    return Array.from({ length: times ?? 1 }, () => ({ granted: granted ?? 0, decided: decided ?? 0 }));
  });
}

const named = (counts: readonly Count[]): PayerCount[] =>
  counts.map((count, at) => ({ payer: `Payer ${String(at).padStart(2, "0")}`, ...count }));

/** Tumors in 71 groups of rats: Tarone 1982, as in Gelman et al., Bayesian Data Analysis, table 5.1. */
const RATS = countsOf(
  "0/20×7 0/19×4 0/18×2 0/17 1/20×4 1/19×2 1/18×2 2/25 2/24 2/23 2/20×6 1/10 5/49 2/19 5/46 3/27 2/17 7/49 7/47 3/20×2 2/13 9/48 10/50 4/20×7 10/48 4/19×3 5/22 11/46 12/49 5/20×2 6/23 5/19 6/22 6/20×3 16/52 15/47 15/46 9/24 4/14",
);

/** Hits in the first 45 times at bat of 1970, and the average over the rest of the season: Efron and Morris, JASA 70, 1975, table 1. */
const HITS = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
const REST = [
  0.346, 0.298, 0.276, 0.222, 0.273, 0.27, 0.263, 0.21, 0.269, 0.23, 0.264, 0.256, 0.303, 0.264, 0.226, 0.285, 0.316,
  0.2,
];
const BATTERS = named(HITS.map((granted) => ({ granted, decided: 45 })));

describe("the prior that counts tell", () => {
  it("is the one that the book prints for the rats: alpha 2.4 and beta 14.3 on average", () => {
    expect(RATS.length).toBe(71);
    const { all } = betaBinomialPriors(RATS);
    expect(all.reduce((sum, { alpha, weight }) => sum + alpha * weight, 0)).toBeCloseTo(2.4, 1);
    expect(all.reduce((sum, { beta, weight }) => sum + beta * weight, 0)).toBeCloseTo(14.3, 1);
  });

  it("is likeliest where the book's contours have their summit: log odds -1.75, log strength 2.8", () => {
    const { alpha, beta } = betaBinomialPriors(RATS).likeliest;
    expect(Math.abs(Math.log(alpha / beta) + 1.75)).toBeLessThan(0.07);
    expect(Math.abs(Math.log(alpha + beta) - 2.8)).toBeLessThan(0.07);
  });
});

describe("shrunken rates", () => {
  const batters = rankedRates(BATTERS);

  it("of the batters are the worked figures", () => {
    const at = (payer: string) => batters.rates.find((rate) => rate.payer === payer);
    expect(at("Payer 00")?.raw).toBe(0.4);
    expect(at("Payer 00")?.shrunken).toBeCloseTo(0.301, 3);
    expect(at("Payer 17")?.shrunken).toBeCloseTo(0.238, 3);
    expect(batters.prior).toMatchObject({ payers: 18 });
    expect(batters.prior?.mean).toBeCloseTo(0.267, 3);
    expect(batters.prior?.weighs).toBeCloseTo(129.8, 1);
  });

  it("come nearer to what the batters went on to hit than the raw rates, as Efron and Morris found: over three times", () => {
    const error = (pick: (at: number) => number) => REST.reduce((sum, truth, at) => sum + (pick(at) - truth) ** 2, 0);
    const of = (at: number) => batters.rates.find(({ payer }) => payer === BATTERS[at]?.payer);
    const raw = error((at) => of(at)?.raw ?? Number.NaN);
    expect(raw / error((at) => of(at)?.shrunken ?? Number.NaN)).toBeGreaterThan(3);
    const caught = REST.filter((truth, at) => {
      const interval = of(at)?.interval;
      return interval && interval.low <= truth && truth <= interval.high;
    });
    expect(caught.length).toBeGreaterThanOrEqual(17);
  });

  it("do not put 2 of 2 before 45 of 50", () => {
    const { rates } = rankedRates([
      { payer: "Two of two", granted: 2, decided: 2 },
      { payer: "Most of fifty", granted: 45, decided: 50 },
      { payer: "Half", granted: 15, decided: 30 },
      { payer: "Few", granted: 6, decided: 20 },
      { payer: "Many", granted: 30, decided: 40 },
    ]);
    expect(rates.map(({ payer }) => payer)).toEqual(["Most of fifty", "Two of two", "Many", "Half", "Few"]);
  });

  it("are none with three payers, and the raw ones stand", () => {
    const { rates, prior, payers } = rankedRates([
      { payer: "Aetna", granted: 1, decided: 4 },
      { payer: "Cigna", granted: 0, decided: 0 },
      { payer: "Evernorth", granted: 8, decided: 9 },
      { payer: "Humana", granted: 2, decided: 4 },
    ]);
    expect({ prior, payers }).toEqual({ prior: null, payers: 3 });
    expect(rates.map(({ payer, raw, shrunken }) => [payer, raw, shrunken])).toEqual([
      ["Evernorth", 8 / 9, null],
      ["Humana", 0.5, null],
      ["Aetna", 0.25, null],
      ["Cigna", null, null],
    ]);
  });

  it("leave out what has no payer: it changes no other rate and comes last", () => {
    const with0 = rankedRates([...BATTERS, { payer: null, granted: 45, decided: 45 }]);
    expect(with0.prior).toEqual(batters.prior);
    expect(with0.rates.at(-1)).toMatchObject({ payer: null, raw: 1, shrunken: null });
  });

  it.each([
    ["all granted", 1],
    ["all denied", 0],
    ["half granted", 0.5],
  ])("stay apart from certainty where payers are alike: %s", (_, share) => {
    const { rates } = rankedRates(named(Array.from({ length: 5 }, () => ({ granted: 10 * share, decided: 10 }))));
    for (const { interval } of rates) expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeGreaterThan(0.05);
  });

  it("refuse a count that is no rate", () => {
    expect(() => rankedRates([{ payer: "Aetna", granted: 3, decided: 2 }])).toThrow(RangeError);
  });

  const payers = fc.array(
    fc.tuple(fc.nat(60), fc.nat(60)).map(([yes, no]) => ({ granted: yes, decided: yes + no })),
    { minLength: 4, maxLength: 12 },
  );

  it("lie between the raw rate and the mean, inside their interval, whatever the counts", () => {
    fc.assert(
      fc.property(payers, (counts) => {
        const { rates, prior } = rankedRates(named(counts));
        for (const { raw, shrunken, interval } of rates) {
          if (prior === null || raw === null || shrunken === null || interval === null) continue;
          const near = 1e-9;
          expect(shrunken).toBeGreaterThanOrEqual(Math.min(raw, prior.mean) - near);
          expect(shrunken).toBeLessThanOrEqual(Math.max(raw, prior.mean) + near);
          expect(interval.low).toBeLessThan(shrunken);
          expect(interval.high).toBeGreaterThan(shrunken);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("of denials are those of approvals turned round", () => {
    fc.assert(
      fc.property(payers, (counts) => {
        const there = rankedRates(named(counts)).rates;
        const turned = counts.map(({ granted, decided }) => ({ granted: decided - granted, decided }));
        const back = new Map(rankedRates(named(turned)).rates.map((rate) => [rate.payer, rate]));
        for (const { payer, shrunken } of there) {
          if (shrunken === null) continue;
          expect(back.get(payer)?.shrunken).toBeCloseTo(1 - shrunken, 4);
        }
      }),
      { numRuns: 20 },
    );
  });
});
