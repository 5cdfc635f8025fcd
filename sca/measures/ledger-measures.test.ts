import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OUTCOMES } from "../tracker/tracked-case.ts";
import type { CaseRecord } from "./case-record.ts";
import { ledgerMeasures, measureFields } from "./ledger-measures.ts";
import { claim, line, perDay, period, perUnit, pricedLine, record } from "./made-up-records.ts";
import { measuresBy } from "./measures-by.ts";

const TERMS = { basis: "received", baselinePercent: 40, higherDayRate: 1200 } as const;

const outcome = fc.option(fc.constantFrom(...OUTCOMES), { nil: undefined });
const units = fc.option(
  fc.integer({ min: 0, max: 120 }).map((quarters) => quarters / 4),
  { nil: null },
);
const dollars = fc.integer({ min: 1, max: 90_000 }).map((cents) => cents / 100);
const rate = fc.option(fc.oneof(dollars.map(perDay), dollars.map(perUnit)), { nil: null });
const anyLine = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), dollars, fc.option(dollars, { nil: null }))
    .map((all) => pricedLine(...all)),
  fc.record({ unitsRequested: units, unitsAuthorized: units, unitsUsed: units, rate }).map(line),
);
const someDay = fc.integer({ min: 1, max: 28 }).map((date) => `2026-02-${String(date).padStart(2, "0")}`);
const anyPeriod = fc.tuple(someDay, someDay, units, rate).map(([a, b, unitsUsed, own]) => {
  const [first, last] = a < b ? [a, b] : [b, a];
  return period(first, last, { unitsUsed, rate: own });
});
const anyClaim = fc
  .tuple(someDay, fc.option(fc.oneof(dollars, fc.constant(0)), { nil: null }), fc.option(dollars, { nil: null }))
  .map((all) => claim(...all));
const anyNegotiation = fc.record({
  moves: fc.array(fc.record({ side: fc.constantFrom("payer" as const, "provider" as const), rate }), { maxLength: 4 }),
  agreed: rate,
});
const anyRecord = fc
  .record({
    payer: fc.constantFrom("Aetna", "aetna", "Cigna", null),
    outcome,
    review: fc.oneof(
      { weight: 6, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.constant(["outcome"]) },
    ),
    wait: fc.option(fc.record({ days: fc.nat(30), decided: fc.boolean() }), { nil: null }),
    agreed: fc.nat(1_000_000).map((cents) => ({ cents, parts: Math.min(1, cents), untold: [] })),
    lines: fc.array(anyLine, { maxLength: 3 }),
    periods: fc.array(anyPeriod, { maxLength: 2 }),
    claims: fc.array(anyClaim, { maxLength: 4 }),
    negotiations: fc.array(anyNegotiation, { maxLength: 2 }),
  })
  .map(record);

describe("every measure", () => {
  const measure = ledgerMeasures(TERMS);
  const state = (cases: readonly CaseRecord[]) => cases.reduce(measure.add, measure.create());

  it("of parts counted apart is that of the whole, in any order", () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 12 }), fc.nat(), (cases, cut) => {
        const at = cases.length === 0 ? 0 : cut % (cases.length + 1);
        const whole = measure.value(state(cases));
        expect(measure.value(measure.merge(state(cases.slice(0, at)), state(cases.slice(at))))).toEqual(whole);
        expect(measure.value(measure.merge(state(cases.slice(at)), state(cases.slice(0, at))))).toEqual(whole);
        expect(measure.value(state([...cases].reverse()))).toEqual(whole);
      }),
    );
  });

  it("loses no request between payers, and tells nothing it cannot know", () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 12 }), (cases) => {
        const { all, groups } = measuresBy(measure, cases, ({ payer }) => payer);
        const fields = measureFields(all);
        expect(all).toEqual(measure.value(state(cases)));
        expect(fields.requests).toBe(cases.length);
        expect(fields.decided).toBe(fields.approved + fields.partial + fields.overturned + fields.denied);
        expect(fields.requests).toBe(fields.decided + fields.pending + fields.withdrawn);
        expect(groups.map(({ value }) => measureFields(value).requests).reduce((a, b) => a + b, 0)).toBe(cases.length);
        const names = groups.map(({ key }) => key?.toLowerCase() ?? "~");
        expect([...names].sort()).toEqual([...new Set(cases.map(({ payer }) => payer?.toLowerCase() ?? "~"))].sort());
        for (const figure of Object.values(fields)) expect(Number.isNaN(figure)).toBe(false);
      }),
    );
  });

  it("of no request is nothing but counts of 0", () => {
    const known = Object.entries(measureFields(measure.value(measure.create()))).filter(([, value]) => value !== null);
    expect(known.map(([name]) => name)).toEqual([
      "requests",
      "decided",
      "approved",
      "partial",
      "denied",
      "pending",
      "withdrawn",
      "overturned",
      "multipleLines",
    ]);
    expect(known.every(([, value]) => value === 0)).toBe(true);
  });
});
