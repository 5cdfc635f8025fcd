import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactAmount, type Indices, NATIONAL_INDICES, type Parts } from "./exact-amount.ts";

const value = fc.integer({ min: 0, max: 99_999 });
const index = fc.integer({ min: 200, max: 3000 });
const parts: fc.Arbitrary<Parts> = fc.record({ work: value, pe: value, malpractice: value });
const indices: fc.Arbitrary<Indices> = fc.record({ work: index, pe: index, malpractice: index });
const factor = fc.integer({ min: 200_000, max: 600_000 });

/** Long division of numbers without bounds: hundredths times thousandths times ten-thousandths, in cents, half upwards. */
function oracle(of: Parts, by: Indices, times: number): bigint {
  const sum = (["work", "pe", "malpractice"] as const).reduce(
    (total, name) => total + BigInt(of[name]) * BigInt(by[name]),
    0n,
  );
  return (sum * BigInt(times) + 5_000_000n) / 10_000_000n;
}

describe("the exact amount", () => {
  it("is the same as with numbers without bounds", () => {
    fc.assert(
      fc.property(parts, indices, factor, (of, by, times) => {
        expect(BigInt(exactAmount(of, by, times))).toBe(oracle(of, by, times));
      }),
      { numRuns: 2000 },
    );
  });

  it("never falls when a relative value rises", () => {
    const name = fc.constantFrom("work" as const, "pe" as const, "malpractice" as const);
    fc.assert(
      fc.property(parts, indices, factor, name, fc.integer({ min: 1, max: 5000 }), (of, by, times, one, more) => {
        expect(exactAmount({ ...of, [one]: of[one] + more }, by, times)).toBeGreaterThanOrEqual(
          exactAmount(of, by, times),
        );
      }),
    );
  });

  it("rounds half a cent upwards, once, at the end", () => {
    const one = (work: number, times: number): number =>
      exactAmount({ work, pe: 0, malpractice: 0 }, NATIONAL_INDICES, times);
    expect(one(1, 5000)).toBe(1); // 0.01 x 0.5000 = half a cent
    expect(one(1, 4999)).toBe(0);
    expect(one(50, 333_300)).toBe(1667); // 16.665 exactly
    expect(one(50, 333_299)).toBe(1666);
    // Rounding each part would give 3 x 0.005 = 3 cents.
    expect(exactAmount({ work: 1, pe: 1, malpractice: 1 }, NATIONAL_INDICES, 5000)).toBe(2);
  });

  it("refuses what cannot be held exactly", () => {
    expect(() => exactAmount({ work: 1e9, pe: 0, malpractice: 0 }, NATIONAL_INDICES, 323465)).toThrow(RangeError);
  });
});
