import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConvertedOffer, convertOffer } from "./convert-offer.ts";
import { madeUpLine, madeUpMix } from "./made-up-mix.ts";
import { quoteOffer } from "./quote-offer.ts";
import { isRefusal, type OfferModel, type RateTerm } from "./rate-term.ts";
import { readRateTerm } from "./read-rate-term.ts";
import type { ServiceMix } from "./service-mix.ts";

function term(words: string): RateTerm {
  const read = readRateTerm(words);
  if (isRefusal(read)) throw new Error(read.sentence);
  return read.term;
}
function converted(from: RateTerm, mix: ServiceMix, model: OfferModel): ConvertedOffer {
  const done = convertOffer(from, mix, model);
  if (done.kind === "notConverted") throw new Error(done.sentence);
  return done;
}
const therapy = madeUpMix(
  [
    madeUpLine({ code: "90834", units: 8, basis: "session", medicare: 10_042, billed: 20_000 }),
    madeUpLine({ code: "90853", units: 24, basis: "session", medicare: 2702, billed: 9000 }),
  ],
  12,
);

describe("an offer in the words of another model", () => {
  it("pays the same over the mix", () => {
    expect(converted(term("$400 per diem"), therapy, "caseRate").term).toMatchObject({ cents: 480_000 });
    expect(converted(term("case rate 4,800"), therapy, "perDiem").term).toMatchObject({ figures: [{ figure: 400 }] });
    expect(converted(term("case rate 4,800"), therapy, "perUnit").term).toMatchObject({
      figures: [{ figure: 150, basis: "session" }],
    });
    expect(converted(term("case rate 4,800"), therapy, "percentOfBilled").term).toMatchObject({
      figures: [{ figure: 127.659574 }],
    });
  });

  it("does not exist where its parts are missing, in words", () => {
    const program = madeUpMix([madeUpLine({ code: "H0015", units: 20, basis: "day" })]);
    expect(convertOffer(term("$400 per diem"), program, "percentOfMedicare")).toMatchObject({
      kind: "notConverted",
      sentence: "Medicare prints no amount for H0015.",
    });
    expect(convertOffer(term("$400 per diem"), program, "inNetwork").kind).toBe("notConverted");
    expect(convertOffer(term("140% of Medicare"), program, "caseRate").kind).toBe("notConverted");
  });
});

describe("a model converted to another and back", () => {
  const models = ["percentOfMedicare", "percentOfBilled", "perDiem", "caseRate", "perUnit"] as const;
  const mixes = fc.record({
    lines: fc.array(
      fc.record({
        units: fc.integer({ min: 1, max: 300 }),
        medicare: fc.integer({ min: 100, max: 500_000 }),
        billed: fc.integer({ min: 100, max: 900_000 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    days: fc.integer({ min: 1, max: 200 }),
  });

  it("loses at most a cent per unit, or per day where the day is the unit", () => {
    fc.assert(
      fc.property(
        mixes,
        fc.integer({ min: 10_000, max: 90_000_000 }),
        fc.constantFrom(...models),
        fc.constantFrom(...models),
        (given, cents, first, second) => {
          const mix = madeUpMix(
            given.lines.map((line, at) => madeUpLine({ ...line, code: `9000${at}`, basis: "session" })),
            given.days,
          );
          const whole = term(`case rate $${(cents / 100).toFixed(2)}`);
          const start = converted(whole, mix, first);
          const told = quoteOffer(start.term, mix).total.value ?? Number.NaN;
          const there = converted(start.term, mix, second);
          const back = converted(there.term, mix, first);
          const again = quoteOffer(back.term, mix).total.value ?? Number.NaN;
          const units = given.lines.reduce((sum, line) => sum + line.units, 0);
          // Half a cent a unit (or a day) on the way there and half a cent on the way back.
          expect(Math.abs(again - told)).toBeLessThanOrEqual(Math.max(units, given.days));
        },
      ),
      { numRuns: 400 },
    );
  });
});
