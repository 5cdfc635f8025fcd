import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LedgerRecords, ledgerRecords } from "../../sca/ledger/ledger-records.ts";
import { contentOf } from "../../sca/ledger/made-up-cases.ts";
import type { CaseRecord } from "../../sca/measures/case-record.ts";
import { ledgerMeasures, measuresOf } from "../../sca/measures/ledger-measures.ts";
import { record } from "../../sca/measures/made-up-records.ts";
import { type Measure, measureOf } from "../../sca/measures/measure.ts";
import { familiesOf, partOfFamily } from "../../sca/measures/part-of-family.ts";
import { MEASURED_AS_OF, measuredLedger } from "../testing/measured-ledger.ts";
import { caseFrame, SLICE_KEYS, type SliceKey } from "./case-frame.ts";
import { MEASURE_NAMES } from "./measure-aggregates.ts";
import { measuredSlices } from "./measured-slices.ts";

function generated(seed: number, count = 40): LedgerRecords {
  const records = ledgerRecords(contentOf(measuredLedger(count, seed)), MEASURED_AS_OF);
  if (records === null) throw new Error("the generated ledger is one");
  return records;
}

/** The requests of a slice, told without arquero. */
function casesOf(cases: readonly CaseRecord[], keys: readonly SliceKey[], words: readonly string[]): CaseRecord[] {
  const parts = keys.includes("family")
    ? cases.flatMap((one) => {
        const families = familiesOf(one);
        return families.length === 0 ? [one] : families.map((family) => partOfFamily(one, family));
      })
    : [...cases];
  const rows = caseFrame(cases, { byFamily: keys.includes("family") }).rows();
  return parts.filter((_, at) => keys.every((key, place) => rows[at]?.[key] === words[place]));
}

describe("measures rolled up by arquero", () => {
  it("equal each measure of sca/measures over the same requests, on any ledger and any crossing", () => {
    const ledgers = [generated(1), generated(7), generated(20_260_311)];
    const anyKeys = fc.subarray([...SLICE_KEYS], { maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...ledgers), anyKeys, ({ cases, terms }, keys) => {
        const slices = measuredSlices({ cases, terms }, keys, MEASURE_NAMES);
        for (const { words, measures } of slices) {
          const own = casesOf(cases, keys, words);
          expect(own.length).toBeGreaterThan(0);
          for (const name of MEASURE_NAMES) {
            const measure = measuresOf(terms)[name] as Measure<unknown, unknown, CaseRecord>;
            expect(measures[name]).toEqual(measureOf(measure, own));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("count every request in one slice, and fold all measures at once as the pane does", () => {
    const { cases, terms } = generated(3);
    const slices = measuredSlices({ cases, terms }, ["payer", "quarter"], ["approval"]);
    expect(slices.flatMap((slice) => slice.cases.map(({ id }) => id)).sort()).toEqual(cases.map(({ id }) => id).sort());
    const [all] = measuredSlices({ cases, terms }, [], MEASURE_NAMES);
    expect(all?.measures).toEqual(measureOf(ledgerMeasures(terms), cases));
  });

  it("keep what is not known null: nothing decided is no rate of 0, no benchmark is no multiple of 0", () => {
    const terms = { basis: "expected", baselinePercent: 0, higherDayRate: null } as const;
    const cases = [record({ id: "a", outcome: "pending" }), record({ id: "b", outcome: "denied", payer: "Cigna" })];
    const [aetna, cigna] = measuredSlices({ cases, terms }, ["payer"], MEASURE_NAMES);
    expect(aetna?.measures.approval).toMatchObject({ rate: null, interval: null, decided: 0 });
    expect(cigna?.measures.approval).toMatchObject({ rate: 0, decided: 1 });
    expect(cigna?.measures.multiple).toMatchObject({ weighted: null, median: null, coverage: null });
    expect(cigna?.measures.captured).toMatchObject({ capturedA: null, capturedB: null });
    expect(cigna?.measures.honour).toMatchObject({ rate: null, underpaid: null });
    expect(cigna?.measures.avoided.cents).toBeNull();
  });

  it("take names in other capitals for one, and put what is not stated last", () => {
    const cases = [
      record({ id: "1", payer: null }),
      record({ id: "2", payer: "aetna" }),
      record({ id: "3", payer: "Aetna" }),
      record({ id: "4", payer: "Zenith" }),
    ];
    const terms = { basis: "received", baselinePercent: 0, higherDayRate: null } as const;
    const slices = measuredSlices({ cases, terms }, ["payer"], ["approval"]);
    expect(slices.map(({ words, measures }) => [...words, measures.approval.decided])).toEqual([
      ["Aetna", 2],
      ["Zenith", 1],
      ["Payer not settled", 1],
    ]);
  });

  it("keep names apart that arquero would run together, quotes and strokes in them", () => {
    const cases = [
      record({ id: "1", payer: 'A"|"B', owner: "C" }),
      record({ id: "2", payer: "A", owner: 'B"|"C' }),
      record({ id: "3", payer: "__proto__", owner: "constructor" }),
    ];
    const terms = { basis: "received", baselinePercent: 0, higherDayRate: null } as const;
    const slices = measuredSlices({ cases, terms }, ["payer", "owner"], ["approval"]);
    expect(slices.map(({ words }) => words)).toEqual([
      ["A", 'B"|"C'],
      ['A"|"B', "C"],
      ["__proto__", "constructor"],
    ]);
  });

  it("have no slice in a ledger without requests", () => {
    const terms = { basis: "received", baselinePercent: 0, higherDayRate: null } as const;
    expect(measuredSlices({ cases: [], terms }, ["payer"], ["approval"])).toEqual([]);
  });
});
