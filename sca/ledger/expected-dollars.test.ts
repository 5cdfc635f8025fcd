import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreedAmountOf } from "../measures/agreed-amount.ts";
import { benchmarksOf, type LineBenchmarks } from "../measures/line-benchmarks.ts";
import { measureOf } from "../measures/measure.ts";
import { NO_TERMS } from "../measures/price-line.ts";
import { revenueAgreed } from "../measures/revenue-agreed.ts";
import { OUTCOMES, RATE_MODELS, type TrackedCase } from "../tracker/tracked-case.ts";
import { casesFromLedger } from "./cases-from-ledger.ts";
import { cellOf, contentOf, day, madeUpCase, typed, understood } from "./made-up-cases.ts";
import { madeUpMedicare } from "./made-up-rates.ts";
import { planLedger } from "./plan-ledger.ts";

const AS_OF = day("2026-03-11");
const CASE_REVIEW = ["rate", "model", "units", "unitsAuthorized", "services", "outcome", "memberId"];

const optional = { requiredKeys: [] };
const money = fc.integer({ min: 1, max: 4000 }).map((quarters) => quarters / 4);
const units = fc.integer({ min: 0, max: 40 });
const someDay = fc.constantFrom(day("2024-07-01"), day("2025-12-20"), day("2026-02-03"), day("2027-01-01"));
const model = fc.constantFrom(...RATE_MODELS);
const asked = (fields: readonly string[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray([...fields]) });
const code = fc.constantFrom("H0015", "90837", "S9480");
const service = fc.record({ code, model, rate: money, units }, { requiredKeys: ["code"] });
/** Under a period stand the units of its codes; what is paid for a code is stated once for the case. */
const counted = fc.record({ code, units }, { requiredKeys: ["code"] });
const countedServices = fc.uniqueArray(counted, { maxLength: 3, selector: ({ code: own }) => own });
const askedService = fc.tuple(service, asked(["rate", "units", "code", "unitsUsed"])).map(withReview);
const askedServices = fc.uniqueArray(askedService, { maxLength: 3, selector: ({ code: own }) => own });
const period = fc
  .tuple(
    fc.record(
      {
        unitsAuthorized: units,
        model: fc.oneof(model, fc.constant(null)),
        rate: fc.oneof(money, fc.constant(null)),
        authStart: someDay,
        authEnd: someDay,
        outcome: fc.oneof(fc.constantFrom(...OUTCOMES), fc.constant(null)),
        services: countedServices,
      },
      optional,
    ),
    asked(["outcome", "rate", "unitsAuthorized", "authEnd"]),
  )
  .map(withReview);
const anyCase = fc.record(
  {
    outcome: fc.constantFrom(
      "approved" as const,
      "partiallyApproved" as const,
      "approvedOnAppeal" as const,
      "denied" as const,
    ),
    model,
    rate: money,
    decided: someDay,
    services: askedServices,
    periods: fc.array(period, { maxLength: 3 }),
    review: asked(CASE_REVIEW),
  },
  { requiredKeys: ["services", "periods", "review"] },
);

function withReview<Facts extends object>([facts, review]: [Facts, string[]]): Facts & { review?: string[] } {
  return review.length === 0 ? facts : { ...facts, review };
}

/** What the measure tells of one case: null where it is not granted or nothing can be told. */
function dollarsOf(entry: TrackedCase, benchmarks?: LineBenchmarks): number | null {
  const { inFull, inPart, cents } = measureOf(revenueAgreed(benchmarks), [entry]);
  return inFull + inPart === 0 ? null : cents / 100;
}

describe("expected dollars on Cases", () => {
  it("are what the measure tells of the same case, also when it is read back from the ledger", () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const entry = madeUpCase(facts as Partial<TrackedCase>);
        const plan = planLedger(understood([entry]), { asOf: AS_OF });
        const cell = cellOf(plan, "Cases", "Ana Ruiz", "Expected dollars");
        const told = dollarsOf(entry);
        if (told === null) expect(cell).toBe("");
        else expect(cell).toBeCloseTo(told, 1);
        const [read] = casesFromLedger(contentOf(plan));
        expect(read === undefined ? null : dollarsOf(read)).toEqual(told);
      }),
      { numRuns: 400 },
    );
  });

  it("are the same where percents of Medicare have a benchmark, also with what the user typed beside a line", () => {
    const medicare = madeUpMedicare();
    const benchmarks = benchmarksOf(medicare, NO_TERMS);
    const typedCells = fc.record(
      {
        "Own benchmark": fc.constantFrom(0, 88.41, 120.005),
        "Place of service": fc.constantFrom("11", 22, "facility", "nowhere"),
        "Unit basis": fc.constantFrom("Day", "Visit", "Hour", "Unit", "Whatever"),
        "Billed charge": fc.constantFrom(0, 250.5),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyCase, fc.array(typedCells, { maxLength: 6 }), (facts, cells) => {
        const entry = madeUpCase(facts as Partial<TrackedCase>);
        const first = planLedger(understood([entry]), { asOf: AS_OF, medicare });
        const told = dollarsOf(entry, benchmarks);
        const cell = cellOf(first, "Cases", "Ana Ruiz", "Expected dollars");
        if (told === null) expect(cell).toBe("");
        else expect(cell).toBeCloseTo(told, 1);

        let content = contentOf(first);
        content.tables.get("ServiceLines")?.rows.forEach((row, index) => {
          for (const [heading, value] of Object.entries(cells[index] ?? {}))
            if (row[0] !== null) content = typed(content, "ServiceLines", String(row[0]), heading, value);
        });
        const second = planLedger(understood([entry]), { asOf: AS_OF, medicare, previous: content });
        const [read] = casesFromLedger(contentOf(second));
        const again = read === undefined ? null : dollarsOf(read, benchmarks);
        const shown = cellOf(second, "Cases", "Ana Ruiz", "Expected dollars");
        if (again === null) expect(shown).toBe("");
        else expect(shown).toBeCloseTo(again, 1);
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it("are told once for a rate per case that several codes share", () => {
    const infusion = madeUpCase({ model: "caseRate", rate: 4850, services: [{ code: "J3380" }, { code: "96365" }] });
    const plan = planLedger(understood([infusion]), { asOf: AS_OF });
    expect(cellOf(plan, "Cases", "Ana Ruiz", "Expected dollars")).toBe(4850);
    expect(agreedAmountOf(infusion).cents).toBe(485_000);
  });

  it("wait for the answer while Review asks about the rate, unless the user puts it right in the ledger", () => {
    const asks = madeUpCase({ model: "perDiem", rate: 385, review: ["rate"], periods: [{ unitsAuthorized: 24 }] });
    const first = planLedger(understood([asks]), { asOf: AS_OF });
    expect(cellOf(first, "Cases", "Ana Ruiz", "Expected dollars")).toBe("");
    expect(cellOf(first, "Cases", "Ana Ruiz", "Asked in Review")).toBe("Agreed rate");
    const content = typed(contentOf(first), "Cases", "Ana Ruiz", "Agreed rate", 390);
    const second = planLedger(understood([asks]), { asOf: AS_OF, previous: content });
    expect(cellOf(second, "Cases", "Ana Ruiz", "Asked in Review")).toBeNull();
    expect(cellOf(second, "Cases", "Ana Ruiz", "Expected dollars")).toBe(24 * 390);
  });
});
