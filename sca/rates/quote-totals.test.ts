import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { madeUpLine, madeUpMix } from "./made-up-mix.ts";
import { quoteOffer } from "./quote-offer.ts";
import { isRefusal } from "./rate-term.ts";
import { readRateTerm } from "./read-rate-term.ts";
import type { ServiceMix } from "./service-mix.ts";

function quote(words: string, mix: ServiceMix) {
  const read = readRateTerm(words);
  if (isRefusal(read)) throw new Error(read.sentence);
  return quoteOffer(read.term, mix);
}

/** Half up, in whole numbers only. */
const halfUp = (over: bigint, under: bigint): bigint => (over * 2n + under) / (under * 2n);

describe("the total, whatever the mix", () => {
  const lines = fc.array(
    fc.record({
      units: fc.integer({ min: 1, max: 400 }),
      medicare: fc.integer({ min: 1, max: 200_000 }),
      billed: fc.integer({ min: 1, max: 900_000 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const mixOf = (given: readonly { units: number; medicare: number; billed: number }[]) =>
    madeUpMix(given.map((line, at) => madeUpLine({ ...line, code: `9000${at}`, basis: "session" })));

  it("of a percentage is each unit's rate rounded half up, times the units, added up", () => {
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 1001, max: 100_000 }),
        fc.boolean(),
        (given, percentHundredths, ofMedicare) => {
          const billedHundredths = Math.max(1001, percentHundredths % 10_000);
          const hundredths = ofMedicare ? percentHundredths : billedHundredths;
          const expected = given.reduce((sum, line) => {
            const base = BigInt(ofMedicare ? line.medicare : line.billed);
            return sum + halfUp(base * BigInt(hundredths), 10_000n) * BigInt(line.units);
          }, 0n);
          const words = `${(hundredths / 100).toFixed(2).replace(/\.?0+$/, "")}% of ${ofMedicare ? "Medicare" : "billed"}`;
          expect(BigInt(quote(words, mixOf(given)).total.value ?? -1)).toBe(expected);
        },
      ),
    );
  });

  it("of lesser-of is the sum of each line's smaller side", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 500_000 }), (given, cents) => {
        const expected = given.reduce(
          (sum, { units, billed }) => sum + BigInt(Math.min(cents, billed)) * BigInt(units),
          0n,
        );
        const words = `$${(cents / 100).toFixed(2)} per session, lesser of billed charges`;
        expect(BigInt(quote(words, mixOf(given)).total.value ?? -1)).toBe(expected);
      }),
    );
  });

  it("is never more with a cap or lesser-of than without", () => {
    const rates = fc.constantFrom(
      "$150 per session",
      "140% of Medicare",
      "$400 per diem",
      "case rate 20,000",
      "90% of billed",
    );
    const limits = fc.constantFrom(
      "lesser of billed charges",
      "max 2 units a day",
      "max 10 sessions",
      "max $500 per day",
      "max $2,000 total",
      "not to exceed 5 days",
    );
    fc.assert(
      fc.property(lines, rates, fc.uniqueArray(limits, { minLength: 1, maxLength: 2 }), (given, rate, told) => {
        const days = 5;
        const mix = madeUpMix(
          mixOf(given).lines.map((line) => ({ ...line, days })),
          days,
        );
        const read = readRateTerm([rate, ...told].join(", "));
        // Two limits of one kind, or billed charges against themselves, are refused.
        if (isRefusal(read)) return;
        const limited = quoteOffer(read.term, mix);
        expect(limited.total.value).not.toBeNull();
        expect(limited.total.value ?? Number.NaN).toBeLessThanOrEqual(quote(rate, mix).total.value ?? Number.NaN);
      }),
    );
  });

  it("grows with the percentage", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 10, max: 900 }), fc.integer({ min: 0, max: 99 }), (given, percent, more) => {
        const low = quote(`${percent}% of Medicare`, mixOf(given)).total.value ?? -1;
        const high = quote(`${percent + more}% of Medicare`, mixOf(given)).total.value ?? -1;
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});
