import { describe, expect, it } from "vitest";
import { appeals } from "./appeals.ts";
import { avoidedCost } from "./avoided-cost.ts";
import type { CaseRecord } from "./case-record.ts";
import { honourRate } from "./honour-rate.ts";
import { lapseDays } from "./lapse-days.ts";
import { claim, day, line, percentOfMedicare, perDay, period, perUnit, pricedLine, record } from "./made-up-records.ts";
import { measureOf } from "./measure.ts";
import { multipleOfMedicare } from "./multiple-of-medicare.ts";
import { negotiationYield } from "./negotiation-yield.ts";
import { revenueCaptured } from "./revenue-captured.ts";
import { turnaround, waitOf } from "./turnaround.ts";
import { unitYield } from "./unit-yield.ts";

const TERMS = { basis: "received", baselinePercent: 40, higherDayRate: 1200 } as const;
const EXPECTED = { ...TERMS, basis: "expected" } as const;
const NO_HOLIDAYS = new Set<never>();
const none: CaseRecord[] = [];

describe("turnaround", () => {
  const asOf = day("2026-03-13");
  const wait = (facts: Partial<CaseRecord>) => waitOf(record(facts), asOf, NO_HOLIDAYS);
  const [friday, monday] = [day("2026-03-06"), day("2026-03-09")];

  it("counts business days after the sending, the day of the decision included", () => {
    expect(wait({ submitted: friday, decided: monday })).toEqual({ days: 1, decided: true });
    expect(waitOf(record({ submitted: friday, decided: monday }), asOf, new Set([monday]))?.days).toBe(0);
  });

  it("lets a pending request wait up to the as-of day", () => {
    expect(wait({ outcome: "pending", submitted: friday, decided: null })).toEqual({ days: 5, decided: false });
    expect(wait({ outcome: undefined, submitted: friday, decided: null })).toEqual({ days: 5, decided: false });
    expect(wait({ outcome: "approved", review: ["outcome"], submitted: friday })).toEqual({ days: 5, decided: false });
  });

  it("leaves out what has no days, days in question, and answers before their request", () => {
    expect(wait({ submitted: null })).toBeNull();
    expect(wait({ decided: null })).toBeNull();
    expect(wait({ submitted: monday, decided: friday })).toBeNull();
    expect(wait({ submitted: friday, decided: monday, review: ["decided"] })).toBeNull();
    expect(wait({ outcome: "withdrawn", submitted: friday, decided: monday })).toBeNull();
  });

  it("of 3, 5 and 9 days, one waiting since 7, has the median 5", () => {
    const days = [3, 5, 9].map((count) => record({ wait: { days: count, decided: true } }));
    const waiting = record({ outcome: "pending", wait: { days: 7, decided: false } });
    const told = measureOf(turnaround, [...days, waiting, record({ wait: null }), record({ outcome: "withdrawn" })]);
    expect(told).toEqual({ median: 5, decided: 3, waiting: 1, undated: 1 });
  });
});

describe("the multiple of Medicare", () => {
  it("weighs dollars, and shows the middle and both ends of the lines beside", () => {
    const lines = [pricedLine(10, 168, 120), pricedLine(20, 90, 100), pricedLine(10, 348, null)];
    expect(measureOf(multipleOfMedicare, [record({ lines })])).toEqual({
      weighted: 3480 / 3200,
      median: (168 / 120 + 0.9) / 2,
      low: 0.9,
      high: 1.4,
      lines: 2,
      coverage: 0.5,
    });
  });

  it("counts dollars that were agreed without a code among those without a benchmark", () => {
    const coded = record({ lines: [pricedLine(10, 100, 80)], agreed: { cents: 100_000, parts: 1, untold: [] } });
    const codeless = record({ agreed: { cents: 300_000, parts: 1, untold: [] } });
    expect(measureOf(multipleOfMedicare, [coded, codeless]).coverage).toBe(0.25);
  });

  it("is absent, not zero, without a line to compare", () => {
    const refused = record({ outcome: "denied", lines: [{ ...pricedLine(1, 90, 80), isGranted: false }] });
    for (const cases of [none, [refused]]) {
      expect(measureOf(multipleOfMedicare, cases)).toMatchObject({ weighted: null, median: null, low: null, lines: 0 });
    }
  });
});

describe("yields", () => {
  it("of units add up decided lines that state both figures; a blank is not 0", () => {
    const lines = [
      line({ unitsRequested: 30, unitsAuthorized: 20 }),
      line({ unitsRequested: 12, unitsAuthorized: 12 }),
      line({ unitsRequested: 40 }),
      line({ unitsRequested: 40, unitsAuthorized: 10, isDecided: false }),
    ];
    expect(measureOf(unitYield, [record({ lines })])).toEqual({ share: 32 / 42, lines: 2 });
    const denied = line({ unitsRequested: 10, unitsAuthorized: 0, isGranted: false });
    expect(measureOf(unitYield, [record({ lines: [denied] })]).share).toBe(0);
    expect(measureOf(unitYield, none).share).toBeNull();
  });

  const dealt = (asked: CaseRecord["negotiations"][number]["agreed"], offered: typeof asked, agreed: typeof asked) =>
    record({
      negotiations: [
        {
          moves: [
            { side: "provider", rate: asked },
            { side: "payer", rate: offered },
            { side: "provider", rate: perDay(1) },
            { side: "payer", rate: perDay(1) },
          ],
          agreed,
        },
      ],
    });

  it("of rates set what was agreed over the first ask, and over the first offer", () => {
    const told = measureOf(negotiationYield, [dealt(perDay(450), perDay(300), perDay(390))]);
    expect(told.rateYield).toBeCloseTo(390 / 450, 12);
    expect(told.movement).toBeCloseTo(0.3, 12);
    expect([told.asks, told.offers, told.notCompared]).toEqual([1, 1, 0]);
  });

  it("compare percents as they stand, kinds of rates by one unit, and never a day with a visit", () => {
    const percents = dealt(percentOfMedicare(160, null), percentOfMedicare(110, null), percentOfMedicare(140, null));
    expect(measureOf(negotiationYield, [percents])).toMatchObject({ rateYield: 140 / 160, asks: 1 });
    const mixed = dealt(perUnit(200), null, percentOfMedicare(140, 160));
    expect(measureOf(negotiationYield, [mixed])).toMatchObject({ rateYield: 0.8, movement: null, offers: 0 });
    const unlike = dealt(perDay(200), perDay(100), perUnit(160));
    expect(measureOf(negotiationYield, [unlike])).toMatchObject({ rateYield: null, movement: null, notCompared: 1 });
  });

  it("count nothing that was not agreed", () => {
    expect(measureOf(negotiationYield, [dealt(perDay(450), perDay(300), null)])).toMatchObject({ asks: 0, offers: 0 });
  });
});

describe("revenue captured", () => {
  const served = period("2026-01-05", "2026-02-05", { unitsUsed: 14, unitsAuthorized: 20, rate: perDay(850) });

  it("is what was received, less what would have come without the agreement", () => {
    const paid = record({ claims: [claim("2026-01-06", 9000, 10_000), claim("2026-01-07", null, 10_000)] });
    expect(measureOf(revenueCaptured(TERMS), [paid])).toMatchObject({
      received: 900_000,
      capturedA: 900_000,
      capturedB: 500_000,
      cases: 1,
    });
  });

  it("is rate times units used, called expected, in a ledger without claims", () => {
    const told = measureOf(revenueCaptured(EXPECTED), [record({ periods: [served] })]);
    expect(told).toMatchObject({ basis: "expected", received: null, expected: 1_190_000, capturedA: 1_190_000 });
    expect(told.capturedB).toBe(714_000);
  });

  it("never adds money received and money expected", () => {
    const cases = [record({ claims: [claim("2026-01-06", 100, 100)] }), record({ periods: [served] })];
    expect(measureOf(revenueCaptured(TERMS), cases)).toMatchObject({ capturedA: 10_000, expected: 1_190_000 });
    expect(measureOf(revenueCaptured(TERMS), [record({ periods: [served] })]).capturedA).toBeNull();
  });

  it("takes off what the payer takes back, and leaves out what was not granted", () => {
    const back = record({ claims: [claim("2026-01-06", 500, 500), claim("2026-01-06", -500)] });
    const denied = record({ outcome: "denied", claims: [claim("2026-01-06", 70)] });
    expect(measureOf(revenueCaptured(TERMS), [back, denied])).toMatchObject({ received: 0, capturedB: 0 });
    expect(measureOf(revenueCaptured(TERMS), [denied]).received).toBeNull();
  });

  it("counts use by code where codes count it, and a rate per case once", () => {
    const coded = [
      line({ periodId: "c-1.1", unitsUsed: 3, rate: perUnit(100) }),
      line({ periodId: "c-1.1", unitsUsed: 2, rate: perUnit(50) }),
    ];
    const byCode = record({ lines: coded, periods: [served] });
    expect(measureOf(revenueCaptured(EXPECTED), [byCode]).expected).toBe(40_000);
    const allIn = { model: "caseRate", rate: 4500, unit: null, dollarsPerUnit: null } as const;
    const renewed = [served, { ...served, id: "c-1.2" }].map((one) => ({ ...one, rate: allIn }));
    expect(measureOf(revenueCaptured(EXPECTED), [record({ periods: renewed })]).expected).toBe(450_000);
  });
});

describe("the honour rate", () => {
  it("is lines paid as agreed out of paid lines, with what the others fall short", () => {
    const claims = [
      claim("2026-01-06", 325, 325),
      claim("2026-01-07", 325.01, 325),
      claim("2026-01-08", 280, 325),
      claim("2026-01-09", 0, 325),
      claim("2026-01-12", -325, 325),
      claim("2026-01-13", 300),
      claim("2026-01-14", null, 325),
    ];
    expect(measureOf(honourRate, [record({ claims })])).toMatchObject({
      rate: 2 / 3,
      paidLines: 3,
      underpaid: 4500,
      notKnown: 1,
      unpaidLines: 1,
      unpaid: 32_500,
    });
    expect(measureOf(honourRate, none)).toMatchObject({ rate: null, underpaid: null, interval: null });
  });

  it("takes the agreed rate of the code on its day where Expected is blank", () => {
    const periods = [period("2026-01-01", "2026-01-31"), period("2026-02-01", "2026-02-28", { id: "c-1.2" })];
    const lines = [line({ periodId: "c-1.1", rate: perUnit(160) }), line({ periodId: "c-1.2", rate: perUnit(180) })];
    const claims = [claim("2026-01-06", 160), claim("2026-02-06", 160), claim("2026-03-06", 160)];
    const told = measureOf(honourRate, [record({ periods, lines, claims })]);
    expect(told).toMatchObject({ honoured: 1, paidLines: 2, underpaid: 2000, notKnown: 1 });
  });
});

describe("lapse", () => {
  it("counts each service day outside every authorization once", () => {
    const claims = ["2026-03-11", "2026-03-13", "2026-03-16", "2026-03-17", "2026-03-17"].map((on) => claim(on, 1));
    const periods = [period("2026-03-02", "2026-03-13"), period("2026-03-16", "2026-03-20", { isGranted: false })];
    expect(measureOf(lapseDays, [record({ claims, periods })])).toEqual({ outside: 2, serviceDays: 4 });
    expect(measureOf(lapseDays, [record({ claims, periods: [period("2026-03-12", null)] })]).outside).toBe(1);
  });

  it("is not known without claims or without authorizations", () => {
    expect(measureOf(lapseDays, [record({ periods: [period("2026-03-02", "2026-03-13")] })]).outside).toBeNull();
    expect(measureOf(lapseDays, [record({ claims: [claim("2026-03-11", 1)] })]).outside).toBeNull();
  });
});

describe("avoided cost", () => {
  const days = period("2026-01-05", null, { unitsUsed: 14, rate: perDay(400) });

  it("is days times the difference to the level that is stated", () => {
    expect(measureOf(avoidedCost(1200), [record({ periods: [days] })])).toMatchObject({ cents: 1_120_000, days: 14 });
  });

  it("is not told without the assumption, and not of visits", () => {
    expect(measureOf(avoidedCost(null), [record({ periods: [days] })]).cents).toBeNull();
    const visits = { ...days, rate: perUnit(160) };
    expect(measureOf(avoidedCost(1200), [record({ periods: [visits] })]).cents).toBeNull();
  });
});

describe("appeals", () => {
  it("are won out of decided; one that is open counts on neither side", () => {
    const won = record({ outcome: "approvedOnAppeal" });
    const lost = record({ outcome: "denied", appealOutcome: "Upheld" });
    const open = record({ outcome: "denied" });
    const told = measureOf(appeals, [won, won, won, lost, lost, open]);
    expect(told).toMatchObject({ overturnRate: 0.6, won: 3, decided: 5 });
  });
});
