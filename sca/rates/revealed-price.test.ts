import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../values/calendar-date.ts";
import { centsOf } from "../values/money.ts";
import type { AgreedPrice } from "./agreed-price.ts";
import { type RevealedPrice, revealedPriceMeasure, revealedPrices, revealedPricesFor } from "./revealed-price.ts";
import { percentOfShare, rangeText, revealedPriceSentence } from "./revealed-price-words.ts";

const day = (text: string) => parseIsoDay(text) ?? fail(text);
function fail(text: string): never {
  throw new RangeError(text);
}
const AS_OF = day("2026-03-31");

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
    decided: day("2026-01-15"),
    caseId: `C-${number}`,
    source: { sheet: "Auths", rows: [number] },
    ...facts,
  };
}
const medicare = (cents: number) => ({ kind: "amount" as const, cents: centsOf(cents) });

function only(prices: readonly AgreedPrice[], model: string, code: string | null = null): RevealedPrice {
  const found = revealedPrices(prices, AS_OF).filter((price) => price.model === model && price.code === code);
  expect(found).toHaveLength(1);
  return found[0] ?? fail("none");
}

describe("what a payer has agreed to before", () => {
  it("is the median of its rates with low, high and how many cases they stand on", () => {
    const price = only([agreed(150), agreed(210), agreed(160)], "perUnit");
    expect(price).toMatchObject({
      payer: "Aetna",
      family: "individual psychotherapy",
      codes: ["90837"],
      n: 3,
      lines: 3,
    });
    expect([price.median, price.low, price.high]).toEqual([16_000, 15_000, 21_000]);
    expect([price.percentOfMedicareMedian, price.percentOfMedicareWeighted, price.coverage]).toEqual([null, null, 0]);
  });

  it("takes of an even count the mean of the two middle rates, half a cent up", () => {
    expect(only([agreed(150), agreed(150.01), agreed(90), agreed(300)], "perUnit").median).toBe(15_001);
  });

  it("keeps dollars per unit, per hour, per day, per case and percents apart", () => {
    const prices = [
      agreed(150),
      agreed(150, { unitBasis: "Hour" }),
      agreed(850, { model: "perDiem" }),
      agreed(6500, { model: "caseRate" }),
      agreed(140, { model: "percentOfMedicare" }),
      agreed(55, { model: "percentOfBilled" }),
    ];
    const found = revealedPrices(prices, AS_OF);
    expect(found.map(({ model, basis, median, n }) => [model, basis, median, n])).toEqual([
      ["asPercentOfMedicare", null, 14_000, 1],
      ["percentOfMedicare", null, 14_000, 1],
      ["percentOfBilled", null, 5500, 1],
      ["perDiem", null, 85_000, 1],
      ["caseRate", null, 650_000, 1],
      ["perUnit", null, 15_000, 1],
      ["perUnit", "hour", 15_000, 1],
    ]);
  });

  it("counts a percent of Medicare as that percent beside the dollars that can be compared", () => {
    const prices = [
      agreed(140, { model: "percentOfMedicare" }),
      agreed(150, { benchmark: medicare(10_000) }),
      agreed(120, { benchmark: medicare(10_000) }),
      agreed(900, { model: "perDiem", benchmark: medicare(10_000) }),
    ];
    const price = only(prices, "asPercentOfMedicare");
    expect([price.median, price.low, price.high, price.n]).toEqual([14_000, 12_000, 15_000, 3]);
    expect(price.coverage).toBe(0.75);
    expect(only(prices, "perDiem").percentOfMedicareMedian).toBeNull();
  });

  it("weighs dollars against Medicare's dollars and never averages ratios", () => {
    const prices = [
      agreed(200, { benchmark: medicare(10_000), units: 1 }),
      agreed(100, { benchmark: medicare(10_000), units: 9 }),
      agreed(300, { benchmark: medicare(10_000), units: null }),
    ];
    const price = only(prices, "perUnit");
    expect(price.percentOfMedicareWeighted).toBe(11_000);
    expect(price.percentOfMedicareMedian).toBe(20_000);
    expect(price.coverageOfDollars).toBeNull();
    expect(only(prices.slice(0, 2), "perUnit").coverageOfDollars).toBe(1);
  });

  it("is not driven by one large case: its many authorizations at one rate count once", () => {
    const long = Array.from({ length: 9 }, (_, index) =>
      agreed(300, { caseId: "C-LONG", source: { sheet: "Auths", rows: [100 + index] }, benchmark: medicare(15_000) }),
    );
    const others = [agreed(150, { benchmark: medicare(15_000) }), agreed(160, { benchmark: medicare(15_000) })];
    const price = only([...long, ...others], "perUnit");
    expect([price.n, price.lines, price.median]).toEqual([3, 3, 16_000]);
    expect(price.percentOfMedicareWeighted).toBe(18_242);
    expect(price.sources).toEqual([
      {
        sheet: "Auths",
        rows: [...long.map((_, index) => 100 + index), ...others.flatMap(({ source }) => source.rows)].sort(
          (a, b) => a - b,
        ),
      },
    ]);
  });

  it("leaves out what was decided or requested after the as-of day, and says what has no day", () => {
    const prices = [
      agreed(150),
      agreed(400, { decided: day("2026-04-01") }),
      agreed(400, { decided: null, submitted: day("2026-04-01") }),
      agreed(170, { decided: null }),
      agreed(160, { decided: day("2025-06-30") }),
    ];
    expect(only(prices, "perUnit")).toMatchObject({
      n: 3,
      high: 17_000,
      undated: 1,
      since: "2025-06-30",
      until: "2026-01-15",
    });
  });

  it("leaves out a rate that is 0, negative or no number, and 1.4 where 140 percent is meant", () => {
    const prices = [0, -5, Number.NaN, Number.POSITIVE_INFINITY, 1e12].map((rate) => agreed(rate));
    prices.push(agreed(1.4, { model: "percentOfMedicare" }));
    expect(revealedPrices(prices, AS_OF)).toEqual([]);
  });

  it("shows each code where agreements name several of a family", () => {
    const prices = [agreed(150), agreed(110, { code: "90834" }), agreed(120, { code: "90834-95" })];
    const found = revealedPrices(prices, AS_OF);
    expect(found.map(({ code, n, median }) => [code, n, median])).toEqual([
      [null, 3, 12_000],
      ["90834", 2, 11_500],
      ["90837", 1, 15_000],
    ]);
    expect(revealedPricesFor(found, "aetna", "90834").map(({ code }) => code)).toEqual(["90834"]);
    expect(revealedPricesFor(found, "Aetna", "90832").map(({ code }) => code)).toEqual([null]);
    expect(revealedPricesFor(found, "Aetna", "H0015")).toEqual([]);
  });

  it("gives a day rate for a whole program to the program, not to the sessions within", () => {
    const day = { model: "perDiem", alsoCovers: ["90837", "90853"] } as const;
    expect(only([agreed(850, { ...day, code: "H0035" })], "perDiem").family).toBe("partial hospitalization");
    expect(only([agreed(850, { ...day, code: "90791", levelOfCare: "PHP" })], "perDiem").family).toBe(
      "partial hospitalization",
    );
    expect(only([agreed(850, { ...day, code: "90791" })], "perDiem").family).toBe("several services at one rate");
    expect(only([agreed(850, { model: "perDiem", code: "", levelOfCare: "RTC" })], "perDiem").family).toBe(
      "residential treatment",
    );
  });

  it("compares nothing across units: an hour, 15 minutes or a case are not Medicare's unit", () => {
    for (const facts of [
      { unitBasis: "Hour" },
      { unitBasis: "15 minutes" },
      { unitBasis: "Day" },
      { model: "caseRate" },
    ] as const) {
      const found = revealedPrices([agreed(100, { ...facts, benchmark: medicare(5000) })], AS_OF);
      expect(found.map(({ percentOfMedicareMedian }) => percentOfMedicareMedian)).toEqual([null]);
    }
    expect(
      only([agreed(100, { unitBasis: "Session", benchmark: medicare(5000) })], "perUnit").percentOfMedicareMedian,
    ).toBe(20_000);
  });
});

describe("the measure of revealed prices", () => {
  const price = fc.record({
    rate: fc.integer({ min: 1, max: 99_999 }).map((cents) => cents / 100),
    units: fc.option(fc.integer({ min: 1, max: 99 })),
    code: fc.constantFrom("90837", "90834", "H0015", "J0585"),
    payer: fc.constantFrom("Aetna", "Cigna"),
    caseId: fc.constantFrom("C-1", "C-2", "C-3", "C-4", "C-5", "C-6"),
    benchmark: fc.option(fc.integer({ min: 100, max: 40_000 }).map(medicare)),
    model: fc.constantFrom("perUnit" as const, "perDiem" as const, "percentOfMedicare" as const),
  });

  it("gathers parts apart, in any order, to the value of the whole", () => {
    fc.assert(
      fc.property(fc.array(price), fc.nat(), (facts, cut) => {
        const prices = facts.map(({ rate, ...rest }) => ({
          ...agreed(rate),
          source: { sheet: null, rows: [2] },
          ...rest,
        }));
        const measure = revealedPriceMeasure(AS_OF);
        const at = prices.length === 0 ? 0 : cut % prices.length;
        const gathered = (some: readonly AgreedPrice[]) => some.reduce(measure.add, measure.create());
        const parts = measure.merge(gathered(prices.slice(at)), gathered(prices.slice(0, at)));
        expect(measure.value(parts)).toEqual(revealedPrices(prices, AS_OF));
      }),
    );
  });

  it("agrees with a count by hand in fractions", () => {
    fc.assert(
      fc.property(fc.array(price, { minLength: 1 }), (facts) => {
        const prices = facts.map(({ rate, ...rest }, index) => ({ ...agreed(rate), ...rest, caseId: `C-${index}` }));
        for (const found of revealedPrices(prices, AS_OF)) {
          if (found.model !== "perUnit" || found.code !== null) continue;
          const own = prices.filter(
            ({ model, payer, code }) => model === "perUnit" && payer === found.payer && found.codes.includes(code),
          );
          const sorted = own.map(({ rate }) => Math.round(rate * 100)).sort((a, b) => a - b);
          expect(found.n).toBe(own.length);
          expect(found.low).toBe(sorted[0]);
          expect(found.high).toBe(sorted.at(-1));
          const below = sorted.filter((cents) => cents < found.median).length;
          const above = sorted.filter((cents) => cents > found.median).length;
          expect(Math.max(below, above)).toBeLessThanOrEqual(sorted.length / 2);
          const both = own.filter(({ units, benchmark }) => units !== null && benchmark !== null);
          const dollars = both.reduce((sum, { rate, units }) => sum + Math.round(rate * 100) * (units ?? 0), 0);
          const ofMedicare = both.reduce(
            (sum, { benchmark, units }) => sum + (benchmark?.cents ?? 0) * (units ?? 0),
            0,
          );
          if (ofMedicare === 0) expect(found.percentOfMedicareWeighted).toBeNull();
          else expect(found.percentOfMedicareWeighted).toBe(Math.round((dollars * 10_000) / ofMedicare));
        }
      }),
    );
  });
});

describe("the sentence of a revealed price", () => {
  const percents = [120, 130, 135, 140, 142, 150, 155, 158, 160];
  const nine = percents.map((rate) => agreed(rate, { model: "percentOfMedicare" }));

  it("names payer, figure, service, how many and the range", () => {
    expect(revealedPriceSentence(only(nine, "asPercentOfMedicare"))).toBe(
      "Aetna has agreed to 142 % of Medicare for individual psychotherapy (median of 9 agreements, 120 to 160 %).",
    );
  });

  it("says beside dollars what percent of Medicare they are, for how many of them, and the weighted mean", () => {
    const prices = [
      agreed(150, { benchmark: medicare(10_000), units: 90 }),
      agreed(160, { benchmark: medicare(10_000) }),
      agreed(170),
    ];
    expect(revealedPriceSentence(only(prices, "perUnit"))).toBe(
      "Aetna has agreed to $160.00 per unit for individual psychotherapy (median of 3 agreements, $150.00 to $170.00; 155 % of Medicare, known for 66 % of the rates; weighted by units 151 % of Medicare).",
    );
  });

  it("calls one or two agreements no range", () => {
    const php = { model: "perDiem", code: "H0035" } as const;
    expect(revealedPriceSentence(only([agreed(850, php)], "perDiem"))).toBe(
      "Aetna has agreed to $850.00 per day for partial hospitalization in 1 agreement: too few to call a range.",
    );
    const two = only([agreed(850, php), agreed(900.5, php)], "perDiem");
    expect(revealedPriceSentence(two)).toContain("$850.00 and $900.50 per day");
    expect(rangeText(two)).toBe("$850.00 and $900.50: too few to call a range");
  });

  it("never rounds a share up to all", () => {
    expect([percentOfShare(0.9999), percentOfShare(1), percentOfShare(0.29), percentOfShare(0)]).toEqual([
      "99 %",
      "100 %",
      "29 %",
      "0 %",
    ]);
  });
});
