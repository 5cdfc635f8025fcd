import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaShareBelow, logGamma, pointBelowWhich } from "./beta-distribution.ts";

const shape = fc.integer({ min: 1, max: 40 });

describe("the beta distribution", () => {
  it("has the share below x that the binomial distribution gives for whole shapes", () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (alpha, beta, x) => {
        // At least alpha of alpha + beta - 1 draws lie below x.
        const draws = alpha + beta - 1;
        let below = 0;
        let whole = 0;
        let term = (1 - x) ** draws;
        for (let count = 0; count <= draws; count += 1) {
          if (count >= alpha) below += term;
          whole += term;
          term *= (((draws - count) / (count + 1)) * x) / (1 - x);
        }
        expect(betaShareBelow(x, alpha, beta)).toBeCloseTo(below / whole, 10);
      }),
    );
  });

  it.each([
    [0.05, 1, 19, 1 - 0.95 ** (1 / 19)],
    [0.975, 5, 1, 0.975 ** (1 / 5)],
    [0.5, 7.3, 7.3, 0.5],
  ])("has its %d point where the formula of a simple shape has it", (share, alpha, beta, point) => {
    expect(pointBelowWhich(share, (rate) => betaShareBelow(rate, alpha, beta))).toBeCloseTo(point, 5);
  });

  it("rests on a gamma function that is the factorial of whole numbers", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n += 1) {
      expect(Math.abs(Math.exp(logGamma(n)) / factorial - 1)).toBeLessThan(1e-12);
      factorial *= n;
    }
    expect(logGamma(0.25)).toBeCloseTo(Math.log(3.625609908221908), 13);
  });
});
