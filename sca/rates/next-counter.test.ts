import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NegotiationNumbers, nextCounter } from "./next-counter.ts";
import { readPayerPolicy } from "./payer-policy.ts";

const numbers: NegotiationNumbers = { kind: "dollars", opening: 600, target: 450, walkAway: 350 };

describe("the next counter", () => {
  it("opens with the opening ask", () => {
    expect(nextCounter(numbers, { asks: [], offers: [300] })).toMatchObject({
      kind: "counter",
      figure: 600,
      round: 1,
      concession: 0,
    });
  });
  it("gives half of what is left to the target, then half again", () => {
    expect(nextCounter(numbers, { asks: [600], offers: [300] })).toMatchObject({
      figure: 525,
      concession: 75,
      round: 2,
    });
    expect(nextCounter(numbers, { asks: [600, 525], offers: [300, 350] })).toMatchObject({
      figure: 488,
      concession: 37,
    });
  });
  it("gives no more than the last time", () => {
    expect(nextCounter(numbers, { asks: [600, 590], offers: [300] })).toMatchObject({ figure: 580 });
  });
  it("goes to the payer's offer where that is above the target", () => {
    expect(nextCounter({ ...numbers, target: 400 }, { asks: [600], offers: [399] })).toMatchObject({ figure: 500 });
  });
  it("holds at the target and moves on only against something", () => {
    const move = nextCounter(numbers, { asks: [600, 450], offers: [400] });
    expect(move).toMatchObject({ kind: "counter", figure: 450, concession: 0 });
    expect(move.kind === "counter" && move.sentence).toContain("give-and-take");
  });
  it("is acceptance where the payer reaches the target or the last ask", () => {
    expect(nextCounter(numbers, { asks: [600], offers: [450] })).toMatchObject({ kind: "accept", figure: 450 });
    expect(nextCounter({ ...numbers, target: 600 }, { asks: [600], offers: [600] }).kind).toBe("accept");
  });
  it("says how far an offer is under the floor", () => {
    const move = nextCounter(numbers, { asks: [600], offers: [300] });
    expect(move.kind === "counter" && move.notes[0]).toBe("The payer's $300.00 is $50.00 under the floor of $350.00.");
  });
  it("does not exist where the last ask is already under the floor", () => {
    expect(nextCounter(numbers, { asks: [600, 340], offers: [300] }).kind).toBe("walkAway");
  });
  it("does not exist for a payer that no longer negotiates: something else can be asked", () => {
    const move = nextCounter(numbers, { asks: [600], offers: [300] }, "highestInNetwork");
    expect(move.kind).toBe("noCounter");
    expect(move.kind === "noCounter" && move.instead.length).toBeGreaterThan(3);
  });
  it("is refused where the numbers contradict each other", () => {
    expect(nextCounter({ ...numbers, target: 300 }, { asks: [], offers: [] })).toMatchObject({
      reason: "numbers-out-of-order",
    });
    expect(nextCounter({ ...numbers, opening: 400 }, { asks: [], offers: [] })).toMatchObject({
      reason: "numbers-out-of-order",
    });
    expect(nextCounter(numbers, { asks: [500, 550], offers: [] })).toMatchObject({ reason: "asks-rise" });
    expect(nextCounter(numbers, { asks: [0], offers: [] })).toMatchObject({ reason: "figure-unreadable" });
  });
  it("in percent moves by whole points", () => {
    const percent: NegotiationNumbers = { kind: "percent", opening: 180, target: 145, walkAway: 121.5 };
    expect(nextCounter(percent, { asks: [180], offers: [110] })).toMatchObject({ figure: 163 });
  });
});

describe("a whole negotiation", () => {
  const plans = fc
    .tuple(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.integer({ min: 0, max: 2_000_000 }),
    )
    .map(([floor, up, more]) => ({ floor, target: floor + up, opening: floor + up + more }));

  it("never asks more than before, never under the floor or the target, and gives less each time", () => {
    fc.assert(
      fc.property(
        plans,
        fc.constantFrom("dollars" as const, "percent" as const),
        fc.array(fc.integer({ min: 1, max: 9_000_000 }), { maxLength: 8 }),
        (plan, kind, raised) => {
          const given: NegotiationNumbers = {
            kind,
            opening: plan.opening / 100,
            target: plan.target / 100,
            walkAway: plan.floor / 100,
          };
          const asks: number[] = [];
          const offers: number[] = [];
          let before = Number.POSITIVE_INFINITY;
          for (const offer of [...raised].sort((a, b) => a - b)) {
            offers.push(offer / 100);
            const move = nextCounter(given, { asks, offers });
            if (move.kind !== "counter") {
              expect(move.kind).toBe("accept");
              expect(offer).toBeGreaterThanOrEqual(
                Math.min(plan.target, Math.round((asks.at(-1) ?? Number.POSITIVE_INFINITY) * 100)),
              );
              return;
            }
            const cents = Math.round(move.figure * 100);
            const last = asks.length === 0 ? plan.opening : Math.round((asks.at(-1) ?? 0) * 100);
            expect(cents).toBeLessThanOrEqual(last);
            expect(cents).toBeGreaterThanOrEqual(Math.max(plan.floor, plan.target, offer));
            const concession = last - cents;
            expect(concession).toBeLessThanOrEqual(before);
            if (concession > 0) before = concession;
            asks.push(move.figure);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("a payer's policy", () => {
  it.each([
    ["highest in-network only", "highestInNetwork"],
    ["Highest In-Network", "highestInNetwork"],
    ["highestInNetwork", "highestInNetwork"],
    ["no longer negotiates", "highestInNetwork"],
    ["does not negotiate", "highestInNetwork"],
    ["non-negotiable", "highestInNetwork"],
    ["negotiable", "negotiable"],
    ["negotiates by case", "negotiable"],
    ["nice people", null],
  ])("%s", (words, policy) => {
    expect(readPayerPolicy(words)).toBe(policy);
  });
});
