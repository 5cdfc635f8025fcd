import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centsOf } from "../values/money.ts";
import { percentOf } from "./percent-of.ts";

describe("a percent of an amount", () => {
  it("is rounded once, half a cent up", () => {
    expect(percentOf(137.5, centsOf(8844))).toBe(12161);
    expect(percentOf(33.3, centsOf(100000))).toBe(33300);
    expect(percentOf(100, centsOf(16825))).toBe(16825);
  });

  it("is what whole numbers give, for percents of up to two decimals", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (hundredths, cents) => {
          const exact = (BigInt(hundredths) * BigInt(cents) + 5_000n) / 10_000n;
          expect(percentOf(hundredths / 100, centsOf(cents))).toBe(Number(exact));
        },
      ),
    );
  });
});
