import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BenchmarkAmount } from "../medicare/benchmark.ts";
import { centsOf } from "../values/money.ts";
import { amountOfRate, benchmarkKey, rateRows } from "./rate-rows.ts";

const BASE: BenchmarkAmount = {
  kind: "amount",
  cents: centsOf(0),
  code: "99213",
  modifier: "",
  release: "2025D",
  releaseFile: "PPRRVU2025_Oct.csv",
  locality: "10112-00",
  setting: "nonFacility",
  conversionFactor: 323465,
  track: null,
  workFloor: "with",
  work: 130,
  pe: 135,
  malpractice: 10,
  workIndex: 1000,
  peIndex: 869,
  malpracticeIndex: 575,
  isCapped: false,
  notes: [],
};

describe("a row of Medicare rates", () => {
  it("is named for everything by which two amounts of a code can differ", () => {
    expect(benchmarkKey(BASE)).toBe("99213 | 2025D | 10112-00 | office | 32.3465");
    expect(benchmarkKey({ ...BASE, modifier: "26", setting: "facility", workFloor: "without" })).toBe(
      "99213-26 | 2025D | 10112-00 | facility | 32.3465 | no work floor",
    );
  });

  it("gives by its own parts the amount that the benchmark has, whole numbers as the oracle", () => {
    const index = fc.integer({ min: 300, max: 2000 });
    const parts = fc.record({
      work: fc.integer({ min: 0, max: 9000 }),
      pe: fc.integer({ min: 0, max: 90_000 }),
      malpractice: fc.integer({ min: 0, max: 3000 }),
      workIndex: index,
      peIndex: index,
      malpracticeIndex: index,
      conversionFactor: fc.integer({ min: 300_000, max: 370_000 }),
    });
    fc.assert(
      fc.property(parts, (drawn) => {
        const sum =
          drawn.work * drawn.workIndex + drawn.pe * drawn.peIndex + drawn.malpractice * drawn.malpracticeIndex;
        const exact = (BigInt(sum) * BigInt(drawn.conversionFactor) + 5_000_000n) / 10_000_000n;
        const amount = { ...BASE, ...drawn, cents: centsOf(Number(exact)) };
        const [row] = rateRows([{ amount, notes: new Set() }], [], new Map()).rows;
        expect(row?.has("Stated amount")).toBe(false);
        expect(amountOfRate(row ?? new Map())).toBe(Number(exact) / 100);
      }),
    );
  });

  it("states an amount that its parts do not give, as a cap in dollars", () => {
    const amount = { ...BASE, cents: centsOf(4200), isCapped: true };
    const [row] = rateRows([{ amount, notes: new Set() }], [], new Map()).rows;
    expect(row?.get("Stated amount")).toBe(42);
    expect(amountOfRate(row ?? new Map())).toBe(42);
  });
});
