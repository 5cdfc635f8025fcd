import { describe, expect, it } from "vitest";
import { centsOf } from "../values/money.ts";
import { counterReasons } from "./counter-reasons.ts";
import { floorFrom, isNoFloor } from "./floor.ts";

const cost = floorFrom({
  per: "day",
  staff: [{ role: "Therapists", hourlyCost: 60, hours: 3, patientsTogether: 1 }],
  overhead: 60,
  facility: 40,
  margin: { percent: 20, on: "price" },
});
const floor = isNoFloor(cost) ? null : cost;

describe("the reasons for a counter", () => {
  it("are absent where their numbers are", () => {
    expect(counterReasons({})).toEqual([]);
    expect(counterReasons({ agreedBefore: null, floor: null, adequacy: {}, clinical: " " })).toEqual([]);
  });

  it("stand in the guides' order, each with the case's own numbers", () => {
    const reasons = counterReasons({
      agreedBefore: { median: 41_000, low: 38_000, high: 45_000, n: 9, percentOfMedicare: 142, per: "day" },
      floor,
      offeredCents: centsOf(25_000),
      higherLevel: { name: "residential", dayCents: centsOf(120_000) },
      ourDayCents: centsOf(40_000),
      days: 20,
      adequacy: { officesCalled: 5, officesAvailable: 0, milesToNearest: 42, daysOfWait: 21 },
      clinical: "The patient needs adolescent dual diagnosis care",
    });
    expect(reasons.map(({ kind }) => kind)).toEqual([
      "marketData",
      "costStructure",
      "payerSavings",
      "networkAdequacy",
      "clinical",
    ]);
    const [market, costs, savings, adequacy] = reasons.map(({ sentence }) => sentence);
    expect(market).toBe(
      "You have agreed to $410.00 per day, 142 % of Medicare, the median of 9 cases ($380.00 to $450.00).",
    );
    expect(costs).toContain(
      "costs $280.00 (Therapists $180.00, Administrative overhead $60.00, Facility $40.00). The $250.00 offered does not cover it: $30.00 short.",
    );
    expect(savings).toContain("saves you $800.00 a day, $16,000.00 over 20 days");
    expect(adequacy).toContain(
      "5 in-network offices were called, none could take the patient; the nearest is 42 miles away",
    );
  });

  it("never show the floor or the margin to the payer", () => {
    const told = JSON.stringify(counterReasons({ floor, offeredCents: centsOf(30_000) }));
    expect(floor?.cents).toBe(35_000);
    expect(told).not.toMatch(/350\.00|margin|floor/i);
  });

  it("leave costs out where the offer covers them: they would only argue for less", () => {
    expect(counterReasons({ floor, offeredCents: centsOf(40_000) })).toEqual([]);
    expect(counterReasons({ floor })).toEqual([]);
  });

  it("do not claim savings where there are none", () => {
    expect(
      counterReasons({ higherLevel: { name: "residential", dayCents: centsOf(30_000) }, ourDayCents: centsOf(40_000) }),
    ).toEqual([]);
  });
});
