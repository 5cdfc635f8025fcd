import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centsForUnits, centsFromDollars, centsLess, centsOf, parseMoney, printMoney, sumOfCents } from "./money.ts";

describe("an amount of money", () => {
  it("reads back equal however large, with or without commas, below zero too", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (whole) => {
        const amount = centsOf(whole);
        expect(parseMoney(printMoney(amount))).toBe(amount);
        expect(parseMoney(printMoney(amount).replaceAll(",", "").replace("$", ""))).toBe(amount);
      }),
    );
  });

  it("is bracketed when it is less than nothing", () => {
    expect(parseMoney("($45.10)")).toBe(-4510);
    expect(parseMoney("(45.10")).toBeNull();
  });

  it("is no amount with a third decimal or thousands set wrongly", () => {
    for (const text of ["1.234", "1,25", "12,34,567", "", "$", "1.2.3", "ten", "1e5", "--5"])
      expect(parseMoney(text)).toBeNull();
  });

  it("sums to the cent where fractions of dollars do not", () => {
    expect(sumOfCents(Array.from({ length: 1000 }, () => centsFromDollars(0.1)))).toBe(10_000);
    expect(centsLess(centsFromDollars(0.3), centsFromDollars(0.1))).toBe(20);
  });

  it("rounds a rate in fractions of a cent once, when the units are known", () => {
    expect(centsForUnits(162.375, 2.5)).toBe(40_594);
    expect(centsForUnits(16.253, 1040)).toBe(1_690_312);
    expect(centsFromDollars(1.005)).toBe(101);
    expect(centsFromDollars(-1.005)).toBe(-101);
    expect(centsForUnits(1e-7, 1)).toBe(0);
  });

  it("of a rate times units equals whole-number arithmetic", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 9999 }), (mils, units) => {
        const exact = (BigInt(mils) * BigInt(units) + 5n) / 10n;
        expect(BigInt(centsForUnits(Number(`${mils}e-3`), units))).toBe(exact);
      }),
    );
  });

  it("of any two decimals is their exact product, rounded once", () => {
    const mils = (most: number) => fc.integer({ min: -most, max: most }).map((whole) => Number(`${whole}e-3`));
    const besideHalfACent = fc
      .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: -3, max: 3 }))
      .map(([cents, steps]) => cents / 100 + 0.005 + steps * 1e-9);
    const anyDecimal = fc.oneof(
      mils(9_999_999),
      besideHalfACent,
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
    );
    const units = fc.oneof(fc.constant(1), mils(400_000), fc.double({ min: -1000, max: 1000, noNaN: true }));
    fc.assert(
      fc.property(anyDecimal, units, (rate, count) => {
        expect(centsForUnits(rate, count)).toBe(Number(exactCents(rate, count)));
      }),
      { numRuns: 1000 },
    );
    for (const [rate, count] of [
      [90_071_992_547_409.91, 1],
      [10_000_000_000.005, 1],
      [9_999_999_999.995, -1],
      [1.005, 1e9],
    ] as const) {
      expect(centsForUnits(rate, count)).toBe(Number(exactCents(rate, count)));
    }
  });

  it("is none of what is no number, or past what a ledger can hold", () => {
    for (const [rate, count] of [
      [Number.NaN, 1],
      [Infinity, 0],
      [1e300, 1e300],
      [1e15, 1],
    ] as const) {
      expect(() => centsForUnits(rate, count)).toThrow(RangeError);
    }
  });

  it("is never a fraction of a cent", () => {
    expect(() => centsOf(1.5)).toThrow(RangeError);
    expect(() => centsOf(Number.NaN)).toThrow(RangeError);
  });
});

/** By whole numbers alone: both decimals in units of 1e-400, halves away from zero. */
function exactCents(rate: number, units: number): bigint {
  const product = inSteps(rate) * inSteps(units) * 100n;
  const whole = 10n ** 800n;
  const size = product < 0n ? -product : product;
  const cents = (2n * size + whole) / (2n * whole);
  return product < 0n ? -cents : cents;
}

function inSteps(decimal: number): bigint {
  const [, sign = "", whole = "0", part = "", power = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(decimal)) ?? [];
  const size = BigInt(whole + part) * 10n ** BigInt(400 - part.length + Number(power));
  return sign === "-" ? -size : size;
}
