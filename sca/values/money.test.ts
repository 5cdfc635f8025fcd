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

  it("is never a fraction of a cent", () => {
    expect(() => centsOf(1.5)).toThrow(RangeError);
    expect(() => centsOf(Number.NaN)).toThrow(RangeError);
  });
});
