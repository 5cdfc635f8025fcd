import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../measures/case-record.ts";
import { honourRate } from "../measures/honour-rate.ts";
import { claim, day, line, perDay, period, perUnit, record } from "../measures/made-up-records.ts";
import { measureOf } from "../measures/measure.ts";
import { centsFromDollars } from "../values/money.ts";
import { accessEvidence } from "./access-evidence.ts";
import { bookOfBusiness } from "./book-of-business.ts";
import { breakEven } from "./break-even.ts";
import { caseByCaseWork } from "./case-by-case-work.ts";
import { requestsIn, requestsOfPayer, spanOf, yearTo } from "./contract-year.ts";
import type { AccessAttempt, ContractingAssumptions, NumberedClaim } from "./contracting-facts.ts";
import { revenueAtRisk } from "./revenue-at-risk.ts";
import { underpayments } from "./underpayments.ts";

const ASSUMED: ContractingAssumptions = {
  costPerUnit: null,
  band: { low: 100, high: 150, sources: [] },
  hoursPerRequest: 6,
  hourCost: 35,
  contractHours: 40,
};

/** So many requests with $5,000.00 agreed each for 20 days, and as many denied. */
function agreements(granted: number, denied: number): CaseRecord[] {
  const agreed = { cents: 500_000, parts: 1, untold: [] };
  const lines = [line({ code: "H0015", rate: perDay(250), unitsAuthorized: 20, agreed: centsFromDollars(5000) })];
  return [
    ...Array.from({ length: granted }, (_, at) => record({ id: `G-${at}`, agreed, lines })),
    ...Array.from({ length: denied }, (_, at) => record({ id: `D-${at}`, outcome: "denied" })),
  ];
}

describe("the year of a contract", () => {
  it("is twelve months up to the day, also from a leap day", () => {
    expect(yearTo(day("2026-09-30"))).toEqual({ first: "2025-10-01", last: "2026-09-30" });
    expect(yearTo(day("2024-02-29"))).toEqual({ first: "2023-03-01", last: "2024-02-29" });
    expect(yearTo(day("2025-02-28"))).toEqual({ first: "2024-02-29", last: "2025-02-28" });
  });
  it("takes both ends in, and leaves out requests without a day", () => {
    const sent = ["2025-09-30", "2025-10-01", "2026-09-30"].map((on) => record({ submitted: day(on) }));
    const undated = record({ submitted: null, decided: null });
    expect(requestsIn([...sent, undated], yearTo(day("2026-09-30")))).toEqual(sent.slice(1));
    expect(spanOf([...sent, undated])).toEqual({ first: "2025-09-30", last: "2026-09-30" });
    expect(spanOf([undated])).toBeNull();
  });
  it("knows a payer in any capitals, and nobody where the payer is not settled", () => {
    expect(requestsOfPayer([record(), record({ payer: "AETNA" }), record({ payer: null })], "aetna")).toHaveLength(2);
  });
});

describe("the book of business", () => {
  const ours = [
    record({
      id: "C-1",
      agreed: { cents: 1_000_000, parts: 1, untold: [] },
      lines: [line({ rate: perDay(500), unitsAuthorized: 20, unitsUsed: 14 })],
      claims: [claim("2026-02-01", 7000), claim("2026-02-02", -500)],
    }),
    record({ id: "C-2", agreed: { cents: 200_000, parts: 1, untold: [] } }),
    record({ id: "C-3", agreed: { cents: 300_000, parts: 1, untold: [] } }),
    record({ id: "C-4", outcome: "denied" }),
  ];
  const all = [
    ...ours,
    record({
      id: "C-5",
      payer: "Cigna",
      agreed: { cents: 500_000, parts: 1, untold: [] },
      claims: [claim("2026-02-01", 3500)],
    }),
  ];
  const book = bookOfBusiness(
    ours,
    all,
    new Map([
      ["c-1", 1],
      ["c-2", 1],
      ["c-3", 2],
    ]),
  );

  it("counts people once, dollars of granted requests, and what was taken back", () => {
    expect(book).toMatchObject({ requests: 4, granted: 3, patients: 2, received: 650_000, medianAgreed: 300_000 });
    expect(book.agreed.cents).toBe(1_500_000);
    expect(book.delivered).toEqual([{ unit: "day", units: 14 }]);
  });
  it("says how much hangs on the payer, and on one agreement", () => {
    expect(book.share).toEqual({ requests: 0.8, granted: 0.75, agreed: 0.75, received: 0.65 });
    expect(book.largestShare).toBeCloseTo(2 / 3, 12);
  });
  it("has no share and no payments where there are none", () => {
    const none = bookOfBusiness([], [], new Map());
    expect(none).toMatchObject({ received: null, largestShare: null, medianAgreed: null });
    expect(none.share).toEqual({ requests: null, granted: null, agreed: null, received: null });
  });
});

describe("revenue at risk", () => {
  const terms = { basis: "received", baselinePercent: 40 } as const;
  it("is what the last twelve months brought, with both baselines, and what is open", () => {
    const cases = [
      record({
        submitted: day("2026-01-05"),
        lines: [line({ periodId: "c-1.1", rate: perDay(1000), unitsAuthorized: 10, unitsUsed: 10 })],
        claims: [{ ...claim("2026-01-20", 9000, 10_000), units: 10 }],
        periods: [
          period("2026-01-10", "2026-12-31", { rate: perDay(850), unitsAuthorized: 20, unitsUsed: 14 }),
          period("2026-01-10", "2026-12-31", { id: "x", rate: null, unitsAuthorized: 5 }),
          period("2026-01-10", "2026-02-01", { rate: perDay(850), unitsAuthorized: 20, unitsUsed: 1 }),
        ],
      }),
      record({ submitted: day("2024-01-05"), claims: [claim("2024-02-20", 4000, 4000)] }),
    ];
    const risk = revenueAtRisk(cases, terms, day("2026-06-30"));
    expect(risk.granted).toBe(1);
    expect(risk.captured).toMatchObject({ capturedA: 900_000, capturedB: 500_000 });
    expect(risk.open).toEqual({ count: 2, cents: 510_000, notTold: 1 });
  });
  it("has no dollars where nothing is known, and none open where all is used up", () => {
    const used = record({
      periods: [period("2026-01-10", null, { rate: perDay(850), unitsAuthorized: 20, unitsUsed: 25 })],
    });
    const risk = revenueAtRisk([used], terms, day("2026-06-30"));
    expect(risk.captured.capturedA).toBeNull();
    expect(risk.open).toEqual({ count: 0, cents: null, notTold: 0 });
  });
});

describe("underpaid claim lines", () => {
  it("are listed with their numbers, the most dollars first, and add up to what the honour rate says", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            paid: fc.option(fc.integer({ min: -50, max: 400 }), { nil: null }),
            expected: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
          }),
          { maxLength: 12 },
        ),
        fc.constantFrom("approved" as const, "denied" as const),
        (rows, outcome) => {
          const claims = rows.map(({ paid, expected }) => claim("2026-02-01", paid, expected));
          const subject = record({ outcome, claims });
          const numbered = claims.map((one, at): NumberedClaim => ({ caseId: "c-1", number: `N${at}`, claim: one }));
          const listed = underpayments([subject], numbered);
          const { underpaid, unpaid } = measureOf(honourRate, [subject]);
          const sum = (isUnpaid: boolean) =>
            listed.filter((one) => one.isUnpaid === isUnpaid).reduce((all, { short }) => all + short, 0);
          expect([sum(false), sum(true)]).toEqual([underpaid ?? 0, unpaid]);
          expect(listed.map(({ short }) => short)).toEqual(listed.map(({ short }) => short).sort((a, b) => b - a));
        },
      ),
    );
  });
});

describe("evidence of access", () => {
  const attempt = (caseId: string, waitDays: number | null, miles: number | null = null): AccessAttempt => {
    return { caseId, day: null, waitDays, miles, reason: "", office: `Office ${waitDays}` };
  };
  it("tells the middle of the waits that were noted, of the payer's own requests alone", () => {
    const cases = [record({ id: "C-1" }), record({ id: "C-2", outcome: "denied" }), record({ id: "C-3" })];
    const found = accessEvidence(cases, [
      attempt("c-1", 21, 12.5),
      attempt("C-1", 60),
      attempt("C-2", 34, 40),
      attempt("C-2", null),
      attempt("C-9", 500, 500),
    ]);
    expect(found).toMatchObject({ attempts: 4, offices: 4, requests: 2, ofRequests: 3, withoutWait: 1 });
    expect(found.wait).toEqual({ median: 34, low: 21, high: 60, n: 3 });
    expect(found.miles).toEqual({ median: 26.25, low: 12.5, high: 40, n: 2 });
    expect(found.granted.withAttempts).toMatchObject({ granted: 1, decided: 2 });
    expect(found.granted.without).toMatchObject({ granted: 1, decided: 1 });
  });
  it("says nothing of waits that nobody noted", () => {
    expect(accessEvidence([record()], [])).toMatchObject({ wait: null, miles: null, attempts: 0 });
  });
});

describe("the work of going case by case", () => {
  it("counts what was handled, denied requests too, and puts dollars on our side only", () => {
    const moves = [
      { side: "provider", rate: perUnit(200) },
      { side: "payer", rate: perUnit(150) },
    ] as const;
    const cases = [
      record({ negotiations: [{ moves, agreed: null }], periods: [period(null, null)], claims: [claim(null, 1)] }),
      record({ id: "C-2", outcome: "denied", claims: [claim(null, 1)] }),
    ];
    expect(caseByCaseWork(cases, new Map([["c-2", 3]]), ASSUMED)).toEqual({
      ...{ requests: 2, moves: 2, contacts: 3, authorizations: 1, claimLines: 1 },
      ...{ hours: 12, cost: 42_000 },
    });
  });
});

describe("the break-even of a contract", () => {
  const cases = agreements(20, 10);
  it("lies at 95.1 % of the rates at today's volume, by hand", () => {
    const told = breakEven(cases, new Map(), ASSUMED);
    expect(told).toMatchObject({ agreed: 10_000_000, workCost: 630_000, contractCost: 140_000, knownVolume: 1.5 });
    expect(told?.rateShare).toBeCloseTo(0.951, 12);
  });
  it("needs 117 % of the volume at 90 % of the rates where care costs $60,000.00", () => {
    const told = breakEven(cases, new Map(), { ...ASSUMED, costPerUnit: 150 });
    expect(told?.careCost).toBe(6_000_000);
    expect(told?.volumes.find(({ rateShare }) => rateShare === 0.9)?.volume).toBeCloseTo(1.17, 12);
  });
  it("has no volume where each unit costs more than it brings", () => {
    const told = breakEven(cases, new Map(), { ...ASSUMED, costPerUnit: 230 });
    expect(told?.volumes.map(({ volume }) => volume === null)).toEqual([false, false, true, true, true, true, true]);
  });
  it("is where both ways bring the same, whatever the figures", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 200 }),
        (granted, denied, hours, cost) => {
          const assumed = { ...ASSUMED, hoursPerRequest: hours, costPerUnit: cost };
          const told = breakEven(agreements(granted, denied), new Map(), assumed);
          if (told === null) throw new Error("dollars were agreed");
          const units = granted * 20;
          const stays = granted * 5000 - units * cost - (granted + denied) * hours * 35;
          const contract = (share: number, volume: number) =>
            volume * (share * granted * 5000 - units * cost) - 40 * 35;
          expect(contract(told.rateShare, 1)).toBeCloseTo(stays, 4);
          for (const { rateShare, volume } of told.volumes) {
            if (volume !== null && volume > 0) expect(contract(rateShare, volume)).toBeCloseTo(stays, 4);
          }
        },
      ),
    );
  });
  it("is not told without dollars, and without the cost of care where units are missing", () => {
    expect(breakEven([record()], new Map(), ASSUMED)).toBeNull();
    const bare = record({ agreed: { cents: 100_00, parts: 1, untold: [] } });
    expect(breakEven([bare], new Map(), { ...ASSUMED, costPerUnit: 5 })?.careCost).toBeNull();
  });
});
