import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOverTime } from "./change-over-time.ts";

describe("a change between two quarters", () => {
  // Newcombe 1998 (eleven methods), table II, method 10: first less second.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("has the interval that Newcombe published for %i/%i - %i/%i", (a, m, b, n, low, high) => {
    const { interval } = changeOverTime({ granted: b, decided: n }, { granted: a, decided: m });
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it("is claimed where chance alone hardly does it", () => {
    const [low, high] = [
      { granted: 48, decided: 80 },
      { granted: 56, decided: 70 },
    ];
    expect(changeOverTime(low, high)).toMatchObject({ claim: "rose", noClaim: null });
    expect(changeOverTime(high, low)).toMatchObject({ claim: "fell", noClaim: null });
  });

  it("is not claimed from 60 % of 30 to 70 % of 30", () => {
    const change = changeOverTime({ granted: 18, decided: 30 }, { granted: 21, decided: 30 });
    expect(change).toMatchObject({ claim: null, noClaim: "within chance" });
  });

  it("is not claimed from few cases, however far apart they lie", () => {
    const change = changeOverTime({ granted: 0, decided: 10 }, { granted: 10, decided: 10 });
    expect(change).toMatchObject({ difference: 1, claim: null, noClaim: "too few" });
  });

  it("is nothing where a quarter has no decision", () => {
    const change = changeOverTime({ granted: 0, decided: 0 }, { granted: 9, decided: 10 });
    expect(change).toEqual({ difference: null, interval: null, claim: null, noClaim: "nothing decided" });
  });

  it("is the same the other way round with its sign turned", () => {
    const count = fc.tuple(fc.nat(40), fc.nat(40)).map(([yes, no]) => ({ granted: yes, decided: yes + no + 1 }));
    fc.assert(
      fc.property(count, count, (one, other) => {
        const there = changeOverTime(one, other);
        const back = changeOverTime(other, one);
        expect(back.interval?.low).toBeCloseTo(-(there.interval?.high ?? Number.NaN), 12);
        expect(there.interval?.low).toBeLessThanOrEqual(there.difference ?? Number.NaN);
      }),
    );
  });
});
