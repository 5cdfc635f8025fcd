import { describe, expect, it } from "vitest";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { agreedAmountOf } from "./agreed-amount.ts";
import { measureOf } from "./measure.ts";
import { revenueAgreed } from "./revenue-agreed.ts";

const BARE: TrackedCase = {
  id: "C-1",
  source: { sheet: null, rows: [2] },
  outcome: "approved",
  services: [],
  periods: [],
  review: [],
  notes: [],
};

describe("the dollars agreed for one case", () => {
  it("are the day rate times the days authorized, over all periods", () => {
    const stay: TrackedCase = {
      ...BARE,
      model: "perDiem",
      rate: 850,
      periods: [{ unitsAuthorized: 14 }, { unitsAuthorized: 10 }],
    };
    expect(agreedAmountOf(stay)).toEqual({ cents: 2_040_000, parts: 2, untold: [] });
  });

  it("are rounded half a cent up, as typed: 3.5 days at $199.77 are $699.195", () => {
    const halves: TrackedCase = { ...BARE, model: "perDiem", rate: 199.77, periods: [{ unitsAuthorized: 3.5 }] };
    expect(agreedAmountOf(halves).cents).toBe(69_920);
    expect(agreedAmountOf({ ...BARE, model: "caseRate", rate: 1.005 }).cents).toBe(101);
  });

  it("follow a step-down: a period with its own rate is paid at that rate", () => {
    const stepDown: TrackedCase = {
      ...BARE,
      model: "perDiem",
      rate: 900,
      periods: [{ unitsAuthorized: 10 }, { unitsAuthorized: 20, rate: 400 }],
    };
    expect(agreedAmountOf(stepDown).cents).toBe(1_700_000);
  });

  it("leave out a period that was denied", () => {
    const stay: TrackedCase = {
      ...BARE,
      model: "perDiem",
      rate: 900,
      periods: [{ unitsAuthorized: 10 }, { unitsAuthorized: 20, outcome: "denied" }],
    };
    expect(agreedAmountOf(stay).cents).toBe(900_000);
  });

  it("leave out a period whose outcome is being asked about, and say so", () => {
    const stay: TrackedCase = {
      ...BARE,
      model: "perDiem",
      rate: 900,
      periods: [{ unitsAuthorized: 10 }, { unitsAuthorized: 20, review: ["outcome"] }],
    };
    expect(agreedAmountOf(stay)).toEqual({ cents: 900_000, parts: 1, untold: ["asked"] });
  });

  it("add up codes that have a rate each, with the units of each authorization", () => {
    const aba: TrackedCase = {
      ...BARE,
      services: [
        { code: "97153", modifiers: ["HM"], model: "perUnit", rate: 16.25 },
        { code: "97155", model: "perUnit", rate: 28.75 },
      ],
      periods: [
        {
          services: [
            { code: "97153", modifiers: ["HM"], units: 1040 },
            { code: "97155", units: 156 },
          ],
        },
      ],
    };
    expect(agreedAmountOf(aba)).toEqual({ cents: 1_690_000 + 448_500, parts: 2, untold: [] });
  });

  it("keep the same code with another modifier apart", () => {
    const aba: TrackedCase = {
      ...BARE,
      services: [{ code: "97153", modifiers: ["HO"], model: "perUnit", rate: 20 }],
      periods: [
        {
          services: [
            { code: "97153", modifiers: ["HM"], units: 7 },
            { code: "97153", modifiers: ["HO"], units: 3 },
          ],
        },
      ],
    };
    expect(agreedAmountOf(aba).cents).toBe(6_000);
  });

  it("are the case rate once, however many visits it covers", () => {
    const surgery: TrackedCase = { ...BARE, model: "caseRate", rate: 6500, periods: [{ unitsAuthorized: 3 }] };
    expect(agreedAmountOf(surgery).cents).toBe(650_000);
  });

  it.each([
    ["a percent of Medicare", { model: "percentOfMedicare", rate: 140 }, "percentRate"],
    ["a rate without a basis", { rate: 150 }, "noModel"],
    ["no rate", { model: "perDiem" }, "noRate"],
    ["a rate that is being asked about", { model: "perDiem", rate: 900, review: ["rate"] }, "asked"],
  ] as const)("cannot be told from %s", (_what, facts, reason) => {
    const agreement: TrackedCase = {
      ...BARE,
      periods: [{ unitsAuthorized: 10 }],
      ...facts,
      review: [...("review" in facts ? facts.review : [])],
    };
    expect(agreedAmountOf(agreement)).toEqual({ cents: 0, parts: 0, untold: [reason] });
  });

  it("cannot be told while the units of one of two codes are missing from a shared day rate", () => {
    const gap: TrackedCase = {
      ...BARE,
      model: "perUnit",
      rate: 100,
      services: [{ code: "90837", units: 4 }, { code: "90834" }],
    };
    expect(agreedAmountOf(gap).untold).toEqual(["noUnits"]);
  });
});

describe("revenue agreed", () => {
  it("adds up what can be told and counts beside it what cannot", () => {
    const revenue = measureOf(revenueAgreed(), [
      { ...BARE, model: "perDiem", rate: 900, periods: [{ unitsAuthorized: 10 }] },
      { ...BARE, model: "percentOfMedicare", rate: 140, periods: [{ unitsAuthorized: 10 }] },
      {
        ...BARE,
        services: [
          { code: "90837", model: "perUnit", rate: 150, units: 10 },
          { code: "90834", model: "perUnit", rate: 110 },
        ],
      },
    ]);
    expect(revenue).toMatchObject({ cents: 1_050_000, inFull: 1, inPart: 1, notAtAll: 1 });
    expect(revenue.untold).toMatchObject({ percentRate: 1, noUnits: 1 });
  });

  it("counts nothing under a request that is denied, pending or being asked about", () => {
    const stay: TrackedCase = { ...BARE, model: "perDiem", rate: 900, periods: [{ unitsAuthorized: 10 }] };
    const revenue = measureOf(revenueAgreed(), [
      { ...stay, outcome: "denied" },
      { ...stay, outcome: "pending" },
      { ...stay, review: ["outcome"] },
    ]);
    expect(revenue).toMatchObject({ cents: 0, inFull: 0, inPart: 0, notAtAll: 0 });
  });
});
