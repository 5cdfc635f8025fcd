import { describe, expect, it } from "vitest";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { parseIsoDay } from "../values/calendar-date.ts";
import { centsOf } from "../values/money.ts";
import { agreedPrices } from "./agreed-prices.ts";

const BARE: TrackedCase = {
  id: "C-1",
  source: { sheet: "Auths", rows: [4] },
  payer: "Aetna",
  outcome: "approved",
  services: [],
  periods: [],
  review: [],
  notes: [],
};
const told = (subject: Partial<TrackedCase>) =>
  agreedPrices([{ ...BARE, ...subject }]).map(({ code, model, rate, units }) => [code, model, rate, units]);

describe("the rates that a payer agreed to", () => {
  it("are those of granted cases only", () => {
    const rate = { model: "perDiem", rate: 850 } as const;
    for (const outcome of ["approved", "partiallyApproved", "approvedOnAppeal"] as const)
      expect(told({ ...rate, outcome })).toHaveLength(1);
    for (const outcome of ["denied", "pending", "withdrawn"] as const) expect(told({ ...rate, outcome })).toEqual([]);
  });

  it("leave out what a person is asked about: the outcome, the payer, the rate, the code", () => {
    const subject: Partial<TrackedCase> = {
      model: "perUnit",
      rate: 150,
      services: [{ code: "90837", units: 8 }],
      periods: [{ unitsAuthorized: 8 }],
    };
    expect(told(subject)).toEqual([["90837", "perUnit", 150, 8]]);
    for (const field of ["outcome", "payer", "rate", "model", "services"])
      expect(told({ ...subject, review: [field] })).toEqual([]);
    expect(told({ ...subject, services: [{ code: "90837", review: ["code"] }] })).toEqual([]);
    expect(told({ ...subject, periods: [{ unitsAuthorized: 8, review: ["unitsAuthorized"] }] })).toEqual([]);
    expect(told({ ...subject, review: ["memberId"] })).toHaveLength(1);
  });

  it("are by code where codes have rates of their own", () => {
    const services = [
      { code: "97153", model: "perUnit" as const, rate: 16.253, units: 1040 },
      { code: "97155", model: "perUnit" as const, rate: 28.75, units: 156 },
    ];
    expect(told({ model: "perDiem", rate: 400, services })).toEqual([
      ["97153", "perUnit", 16.253, 1040],
      ["97155", "perUnit", 28.75, 156],
    ]);
  });

  it("follow a step-down: each authorization's own rate, and none for one that was denied", () => {
    const periods = [
      { unitsAuthorized: 10 },
      { unitsAuthorized: 20, rate: 400 },
      { unitsAuthorized: 5, rate: 300, outcome: "denied" as const },
      { unitsAuthorized: 5, rate: null },
    ];
    expect(told({ model: "perDiem", rate: 900, services: [{ code: "H0035" }], periods })).toEqual([
      ["H0035", "perDiem", 900, 10],
      ["H0035", "perDiem", 400, 20],
    ]);
  });

  it("give one percent or rate per unit to each code, and a day rate to all of them together", () => {
    const services = [{ code: "H0035" }, { code: "90837" }];
    expect(told({ model: "percentOfMedicare", rate: 140, services })).toEqual([
      ["H0035", "percentOfMedicare", 140, null],
      ["90837", "percentOfMedicare", 140, null],
    ]);
    const [allIn, ...more] = agreedPrices([
      { ...BARE, model: "perDiem", rate: 850, services, periods: [{ unitsAuthorized: 12 }] },
    ]);
    expect([allIn?.code, allIn?.alsoCovers, allIn?.units, more.length]).toEqual(["H0035", ["90837"], 12, 0]);
  });

  it("take no rate of another model for a code that names its own model and no rate", () => {
    expect(
      told({
        model: "percentOfMedicare",
        rate: 140,
        services: [{ code: "90837", model: "perUnit" }, { code: "90834" }],
      }),
    ).toEqual([["90834", "percentOfMedicare", 140, null]]);
  });

  it("have a level of care where they have no code", () => {
    const [price] = agreedPrices([
      { ...BARE, model: "perDiem", rate: 850, levelOfCare: "PHP", periods: [{ unitsAuthorized: 9 }] },
    ]);
    expect(price).toMatchObject({
      code: "",
      levelOfCare: "PHP",
      units: 9,
      caseId: "C-1",
      source: { sheet: "Auths", rows: [4] },
    });
  });

  it("carry the day of decision, of the authorization before that of the case", () => {
    const decided = parseIsoDay("2026-01-05") ?? undefined;
    const later = parseIsoDay("2026-02-09") ?? undefined;
    const subject = { ...BARE, model: "perDiem" as const, rate: 850, ...(decided === undefined ? {} : { decided }) };
    const periods = [
      { unitsAuthorized: 4 },
      { unitsAuthorized: 4, ...(later === undefined ? {} : { decided: later }) },
    ];
    expect(agreedPrices([{ ...subject, periods }]).map((price) => price.decided)).toEqual(["2026-01-05", "2026-02-09"]);
  });

  it("are set against Medicare's amount; one that a person typed herself counts only where it is let", () => {
    const subject: TrackedCase = {
      ...BARE,
      model: "perUnit",
      rate: 150,
      services: [{ code: "90837" }, { code: "90834", ownBenchmark: 90 }],
    };
    const benchmarks = () => centsOf(10_000);
    expect(agreedPrices([subject], { benchmarks }).map(({ benchmark }) => benchmark)).toEqual([
      { kind: "amount", cents: 10_000 },
      null,
    ]);
    expect(agreedPrices([subject], { benchmarks, countOwn: true })[1]?.benchmark).toEqual({
      kind: "amount",
      cents: 9000,
      isOwn: true,
    });
    expect(agreedPrices([subject]).map(({ benchmark }) => benchmark)).toEqual([null, null]);
  });
});
