import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benchmarksOf } from "../measures/line-benchmarks.ts";
import { NO_TERMS } from "../measures/price-line.ts";
import { agreedPrices } from "../rates/agreed-prices.ts";
import { type RevealedPrice, revealedPrices } from "../rates/revealed-price.ts";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { addDays } from "../values/calendar-date.ts";
import { contentOf, day, madeUpCase, understood } from "./made-up-cases.ts";
import { madeUpMedicare } from "./made-up-rates.ts";
import { ledgerPrices } from "./payer-price-rows.ts";
import { planLedger } from "./plan-ledger.ts";
import { readTable } from "./read-ledger.ts";

const AS_OF = day("2026-03-11");
const medicare = madeUpMedicare();

const model = fc.constantFrom("perDiem", "perUnit", "percentOfMedicare", "percentOfBilled", "caseRate");
const code = fc.constantFrom("90837", "90834", "H0015", "97153");
const units = fc.integer({ min: 1, max: 60 });
const service = fc.record(
  {
    code,
    units,
    rate: fc.integer({ min: 80, max: 90_000 }).map((cents) => cents / 100),
    review: fc.constant("rate").map((field): string[] => [field]),
  },
  { requiredKeys: ["code"] },
);
const period = fc.record(
  {
    authStart: fc.integer({ min: -120, max: 20 }).map((days) => addDays(AS_OF, days)),
    unitsAuthorized: units,
    rate: fc.constantFrom(99, 140.5, null),
    outcome: fc.constantFrom("denied" as const, null),
    services: fc.uniqueArray(fc.record({ code, units }, { requiredKeys: ["code"] }), {
      selector: (one) => one.code,
      maxLength: 3,
    }),
  },
  { requiredKeys: ["authStart"] },
);
const facts = fc.record(
  {
    payer: fc.constantFrom("Aetna", "Cigna"),
    outcome: fc.constantFrom("approved" as const, "partiallyApproved" as const, "denied" as const),
    decided: fc.integer({ min: -60, max: 10 }).map((days) => addDays(AS_OF, days)),
    levelOfCare: fc.constantFrom("IOP", "PHP"),
    model,
    rate: fc.integer({ min: 20, max: 900 }),
    services: fc.uniqueArray(service, { selector: (one) => one.code, maxLength: 3 }),
    periods: fc.array(period, { maxLength: 3 }),
    review: fc.constantFrom("rate", "memberId").map((field): string[] => [field]),
  },
  { requiredKeys: ["payer", "outcome", "model"] },
);

function told(prices: readonly RevealedPrice[]): unknown {
  return prices.map(({ sources: _, ...price }) => price);
}

describe("the payers' prices in the ledger", () => {
  it("are those that the cases of the tracker show, while nobody corrected anything", () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 8 }), (all) => {
        const cases = all.map(
          (entry, index): TrackedCase =>
            madeUpCase({
              ...entry,
              patient: `Pat ${index} Number`,
              memberId: `W${index}`,
              source: { sheet: "Mine", rows: [index + 2] },
            }),
        );
        const content = contentOf(planLedger(understood(cases), { asOf: AS_OF, medicare }));
        const rows = (name: string) => readTable(content, name)?.rows ?? [];
        const ids = rows("Cases").map((row) => String(row.get("Case id")));
        const known = cases.map((entry, index) => ({ ...entry, id: ids[index] ?? "" }));
        const ledger = { cases: rows("Cases"), periods: rows("AuthorizationPeriods"), lines: rows("ServiceLines") };
        const benchmarks = benchmarksOf(medicare, NO_TERMS);
        expect(told(ledgerPrices(ledger, AS_OF, false))).toEqual(
          told(revealedPrices(agreedPrices(known, { benchmarks }), AS_OF)),
        );
      }),
      { numRuns: 40 },
    );
  });
});
