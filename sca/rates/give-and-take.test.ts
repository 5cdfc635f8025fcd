import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centsOf } from "../values/money.ts";
import { giveAndTake } from "./give-and-take.ts";

const facts = { totalCents: centsOf(800_000), percentOfMedicare: null };

describe("the give-and-take list", () => {
  it("prices payment 30 days sooner at 8 % a year", () => {
    const { trades, daysForOnePercent } = giveAndTake({
      ...facts,
      percentOfMedicare: 140,
      fasterPayment: { days: 30, yearlyPercent: 8 },
    });
    expect(trades).toMatchObject([
      { kind: "fasterPayment", side: "take", cents: 5260, percentOfRate: 0.66, pointsOfMedicare: 0.92 },
    ]);
    expect(daysForOnePercent).toBe(45.6);
  });
  it("prices a shorter first authorization by the days left open and the requests that follow", () => {
    const { trades } = giveAndTake({
      ...facts,
      length: { daysAsked: 30, daysFirst: 14, dayCents: centsOf(40_000) },
      reauthorization: { hours: 2, hourlyCost: 45 },
    });
    expect(trades.map(({ kind, cents }) => [kind, cents])).toEqual([
      ["length", 640_000],
      ["reauthorizations", 18_000],
    ]);
  });
  it("prices the payer's standard process by the hours that it saves", () => {
    expect(giveAndTake({ ...facts, standardProcess: { hours: 3, hourlyCost: 45 } }).trades[0]).toMatchObject({
      cents: 13_500,
      percentOfRate: 1.69,
    });
  });
  it("leaves out what has no numbers, and says what has wrong ones", () => {
    expect(giveAndTake(facts)).toEqual({ trades: [], faults: [], daysForOnePercent: null });
    const { trades, faults } = giveAndTake({ ...facts, fasterPayment: { days: -3, yearlyPercent: 8 } });
    expect(trades).toEqual([]);
    expect(faults[0]?.sentence).toContain("above 0");
  });
  it("agrees with paper for any total, days and cost of money", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900_000_000 }),
        fc.integer({ min: 1, max: 365 }),
        fc.integer({ min: 1, max: 40 }),
        (total, days, percent) => {
          const over = BigInt(total) * BigInt(days) * BigInt(percent);
          const expected = (over * 2n + 36_500n) / 73_000n;
          const [trade] = giveAndTake({
            totalCents: centsOf(total),
            percentOfMedicare: null,
            fasterPayment: { days, yearlyPercent: percent },
          }).trades;
          expect(BigInt(trade?.cents ?? -1)).toBe(expected);
        },
      ),
    );
  });
});
