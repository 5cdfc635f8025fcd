import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../measures/case-record.ts";
import { claim, day, line, perDay, period, perUnit, record } from "../measures/made-up-records.ts";
import { TRIGGERS } from "../tracker/tracked-case.ts";
import { centsFromDollars } from "../values/money.ts";
import { leadService } from "./lead-service.ts";
import { type DisclosedLedger, payerDisclosure } from "./payer-disclosure.ts";

const ASSUMED = {
  costPerUnit: 60,
  band: { low: 100, high: 150, sources: [] },
  hoursPerRequest: 6,
  hourCost: 35,
  contractHours: 40,
};

function ledgerOf(cases: readonly CaseRecord[], more: Partial<DisclosedLedger> = {}): DisclosedLedger {
  return { cases, contacts: new Map(), attempts: [], assumptions: ASSUMED, higherDayRate: 1200, ...more };
}

function granted(count: number, facts: Partial<CaseRecord> = {}, name = "C"): CaseRecord[] {
  return Array.from({ length: count }, (_, at) =>
    record({ id: `${name}-${at}`, agreed: { cents: 100_000, parts: 1, untold: [] }, ...facts }),
  );
}

/** Every number of a disclosure with the path to it. */
function numbersIn(value: unknown, path = ""): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, `${path}.${name}`));
}

describe("what a payer may be told", () => {
  it("is its agreements with their sum, their reasons and their services", () => {
    const cases = [
      ...granted(13, { trigger: "networkGap" }, "A"),
      ...granted(6, { trigger: "continuity" }, "B"),
      ...granted(5, { trigger: "specialty" }, "D"),
      ...granted(4, { outcome: "denied" }, "X"),
    ];
    const told = payerDisclosure(ledgerOf(cases), "aetna");
    expect(told).toMatchObject({ agreements: 24, dollarsAgreed: 2_400_000 });
    expect(told.byReason).toEqual([
      { keys: ["networkGap"], agreements: 13, dollars: 1_300_000 },
      { keys: ["continuity", "specialty"], agreements: 11, dollars: 1_100_000 },
    ]);
    expect(told.span).toEqual({ first: "2026-01-05", last: "2026-01-05" });
  });

  it("is next to nothing where the agreements are few", () => {
    const told = payerDisclosure(ledgerOf(granted(10)), "Aetna");
    expect(told).toMatchObject({ agreements: null, span: null, dollarsAgreed: null, avoided: null, access: null });
    expect([told.byReason, told.byService, told.delivered]).toEqual([[], [], []]);
    expect(payerDisclosure(ledgerOf([]), "Aetna").agreements).toBe(0);
  });

  it("names no dollars of a part in which fewer than eleven are told", () => {
    const cases = [
      ...granted(13, { trigger: "networkGap" }, "A"),
      ...granted(12, { trigger: "continuity", agreed: { cents: 0, parts: 0, untold: ["noRate"] } }, "B"),
    ];
    const told = payerDisclosure(ledgerOf(cases), "Aetna");
    expect(told.byReason.map(({ agreements, dollars }) => [agreements, dollars])).toEqual([
      [13, null],
      [12, null],
    ]);
    expect(told.dollarsAgreed).toBe(1_300_000);
  });

  it("names the work, the short lines and the service days as far as they are many", () => {
    const moves = [{ side: "payer", rate: perUnit(100) }] as const;
    const cases = granted(12, {
      negotiations: [{ moves, agreed: null }],
      claims: [claim("2026-02-02", 100, 100), claim("2026-02-03", 90, 100), claim("2026-02-04", 100, 100)],
      periods: [period("2026-02-01", "2026-02-28")],
      lines: [line({ rate: perDay(400), unitsUsed: 3 })],
    });
    const told = payerDisclosure(ledgerOf(cases), "Aetna");
    expect(told.work).toEqual({ moves: 12, contacts: null, claimLines: 36 });
    expect(told.shortLines).toBe(12);
    expect(told.authorized).toEqual({ serviceDays: 36, isEvery: true });
    expect(told.delivered).toEqual([{ unit: "day", units: 36 }]);
    // 36 days at $1,200.00 less $400.00.
    expect(told.avoided?.cents).toBe(2_880_000);
    const fewShort = cases.map((subject, at) => (at < 4 ? subject : { ...subject, claims: subject.claims.slice(2) }));
    expect(payerDisclosure(ledgerOf(fewShort), "Aetna").shortLines).toBeNull();
  });

  it("counts each agreement under the service with most of its dollars", () => {
    const lines = [
      line({ family: "office visits", agreed: centsFromDollars(90) }),
      line({ family: "partial hospitalization", agreed: centsFromDollars(5000) }),
    ];
    expect(leadService({ lines })).toBe("partial hospitalization");
    expect(leadService({ lines: [] })).toBe("services without a code");
  });
});

const anyCase = fc.record({
  payer: fc.constantFrom("Aetna", "Cigna", null),
  outcome: fc.constantFrom("approved" as const, "approvedOnAppeal" as const, "denied" as const, "pending" as const),
  trigger: fc.constantFrom(...TRIGGERS, null),
  dollars: fc.integer({ min: 0, max: 9 }),
  family: fc.constantFrom("office visits", "partial hospitalization", "imaging"),
  claims: fc.nat({ max: 3 }),
});

describe("whatever the ledger holds, what a payer is told", () => {
  const cases = fc.array(anyCase, { maxLength: 70 }).map((rows) =>
    rows.map(({ dollars, family, claims, ...facts }, at) =>
      record({
        ...facts,
        id: `C-${at}`,
        agreed: { cents: dollars * 1000, parts: dollars > 0 ? 1 : 0, untold: [] },
        lines: [line({ family, agreed: centsFromDollars(dollars * 10), rate: perDay(10), unitsUsed: dollars })],
        claims: Array.from({ length: claims }, (_, day) => claim(`2026-02-0${day + 1}`, day === 0 ? 0 : 10, 10)),
        periods: [period("2026-02-02", "2026-02-28")],
        negotiations: [{ moves: [{ side: "payer", rate: perUnit(1) }], agreed: null }],
      }),
    ),
  );

  it("holds no count of 1 to 10, and parts that add up to the whole", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const told = payerDisclosure(ledgerOf(all), "Aetna");
        for (const [path, figure] of numbersIn({ ...told, daysToYes: null, avoided: null })) {
          if (/dollars/i.test(path)) continue;
          expect([path, figure === 0 || figure >= 11]).toEqual([path, true]);
        }
        for (const parts of [told.byReason, told.byService]) {
          if (parts.length > 0)
            expect(parts.reduce((sum, { agreements }) => sum + agreements, 0)).toBe(told.agreements);
        }
      }),
    );
  });

  it("does not change with what was denied, is pending or is another payer's", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const own = all.filter(
          ({ payer, outcome }) => payer === "Aetna" && outcome !== "denied" && outcome !== "pending",
        );
        expect(payerDisclosure(ledgerOf(all), "Aetna")).toEqual(payerDisclosure(ledgerOf(own), "Aetna"));
      }),
    );
  });
});

describe("what in-network offices said", () => {
  it("is shown by its middle, where both who noted it and who did not are many or none", () => {
    const cases = granted(12);
    const attempt = (waitDays: number | null) => ({
      caseId: "C-1",
      day: day("2026-01-02"),
      waitDays,
      miles: null,
      reason: "",
      office: "",
    });
    const attempts = [
      ...Array.from({ length: 12 }, (_, at) => attempt(20 + at)),
      ...Array.from({ length: 11 }, () => attempt(null)),
    ];
    expect(payerDisclosure(ledgerOf(cases, { attempts }), "Aetna").access).toEqual({
      attempts: 23,
      wait: { median: 25.5, n: 12 },
      miles: null,
    });
    expect(payerDisclosure(ledgerOf(cases, { attempts: attempts.slice(0, 15) }), "Aetna").access?.wait).toBeNull();
  });
});
