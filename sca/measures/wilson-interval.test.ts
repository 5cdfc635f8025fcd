import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./wilson-interval.ts";

describe("the 95 % interval of a share", () => {
  // Newcombe 1998, table I, method 3: four decimals as printed there.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is the one that Newcombe published", (successes, total, low, high) => {
    const interval = wilsonInterval(successes, total);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it("is absent where nothing was decided, since 0 of 0 is no rate", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it("ends are the two shares that a score test at 95 % just accepts", () => {
    const share = fc
      .integer({ min: 1, max: 4000 })
      .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
    fc.assert(
      fc.property(share, ([successes, total]) => {
        const interval = wilsonInterval(successes, total);
        for (const end of [interval?.low ?? -1, interval?.high ?? -1]) {
          const distance = Math.abs(successes / total - end);
          expect(distance * distance).toBeCloseTo((1.959963985 ** 2 * end * (1 - end)) / total, 9);
        }
      }),
    );
  });

  it("of the denied mirrors the interval of the approved", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (approved, denied) => {
        fc.pre(approved + denied > 0);
        const one = wilsonInterval(approved, approved + denied);
        const other = wilsonInterval(denied, approved + denied);
        expect(one?.low).toBeCloseTo(1 - (other?.high ?? Number.NaN), 12);
      }),
    );
  });

  it("of more approvals than decisions is our own mistake", () => {
    expect(() => wilsonInterval(3, 2)).toThrow("3 of 2");
  });
});
