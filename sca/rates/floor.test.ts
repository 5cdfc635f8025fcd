import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centsOf } from "../values/money.ts";
import { type Floor, floorFrom, floorFromCost, floorOverMix, isNoFloor, type NoFloor, overFloor } from "./floor.ts";
import { madeUpLine, madeUpMix } from "./made-up-mix.ts";

function known(floor: Floor | NoFloor): Floor {
  if (isNoFloor(floor)) throw new Error(floor.sentence);
  return floor;
}
const day = {
  per: "day" as const,
  staff: [
    { role: "Therapist", hourlyCost: 60, hours: 3, patientsTogether: 8 },
    { role: "Psychiatrist", hourlyCost: 200, hours: 0.25, patientsTogether: 1 },
  ],
  overhead: 120,
  facility: 87.5,
  margin: { percent: 20, on: "price" as const },
};

describe("the floor of a day", () => {
  it("is staff, overhead and facility, with a margin on the price", () => {
    const floor = known(floorFrom(day));
    expect(floor.parts.map(({ cents }) => cents)).toEqual([2250, 5000, 12_000, 8750]);
    expect([floor.costCents, floor.marginCents, floor.cents]).toEqual([28_000, 7000, 35_000]);
    expect(floor.parts[0]?.sentence).toBe("Therapist: 3 hours at $60.00, shared by 8 patients: $22.50");
  });

  it("with a margin on the cost adds it to the cost", () => {
    expect(known(floorFrom({ ...day, margin: { percent: 20, on: "cost" } })).cents).toBe(33_600);
  });

  it("from a known cost is the same without its parts", () => {
    expect(known(floorFromCost("day", 280, day.margin)).cents).toBe(35_000);
  });

  it("is refused in words for what is no cost", () => {
    const reason = (floor: Floor | NoFloor) => (isNoFloor(floor) ? floor.reason : floor.cents);
    expect(reason(floorFrom({ ...day, overhead: -1 }))).toBe("cost-negative");
    expect(reason(floorFrom({ ...day, facility: Number.NaN }))).toBe("cost-unreadable");
    expect(reason(floorFrom({ ...day, margin: { percent: 100, on: "price" } }))).toBe("margin-out-of-range");
    expect(reason(floorFrom({ ...day, staff: [{ role: "T", hourlyCost: 60, hours: 3, patientsTogether: 0 }] }))).toBe(
      "patients-below-one",
    );
    expect(reason(floorFromCost("day", 0, day.margin))).toBe("no-cost");
  });

  it("is never less than cost and margin, and never a cent more than needed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 90 }), (cents, percent) => {
        const floor = known(floorFromCost("day", cents / 100, { percent, on: "price" }));
        const kept = BigInt(floor.cents) * BigInt(100 - percent);
        expect(kept >= BigInt(cents) * 100n).toBe(true);
        expect((BigInt(floor.cents) - 1n) * BigInt(100 - percent) < BigInt(cents) * 100n).toBe(true);
      }),
    );
  });
});

describe("the floor of a case", () => {
  const floor = known(floorFromCost("day", 280, day.margin));
  const mix = madeUpMix([madeUpLine({ code: "H0015", units: 20, basis: "day" })]);
  it("is that of a day times the days", () => {
    expect(floorOverMix(floor, mix).value).toBe(700_000);
    expect(floorOverMix(known(floorFromCost("case", 6000, day.margin)), mix).value).toBe(750_000);
  });
  it("is not told over other units", () => {
    const told = floorOverMix(known(floorFromCost("session", 90, day.margin)), mix);
    expect(told.value).toBeNull();
    expect(told.sentence).toContain("H0015 counts something else");
  });
  it("says how far an offer is under it", () => {
    const told = overFloor({ value: centsOf(600_000), sentence: "" }, floor, mix);
    expect(told.value).toMatchObject({ cents: -100_000, percent: -14.29, isBelow: true });
    expect(told.sentence).toContain("Below the floor: $6,000.00 is $1,000.00 (14.29 %) less than $7,000.00");
  });
});
