import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../measures/case-record.ts";
import { day, line, percentOfMedicare, perDay, perUnit, record } from "../measures/made-up-records.ts";
import type { AgreedPrice } from "../rates/agreed-price.ts";
import { revealedPrices } from "../rates/revealed-price.ts";
import { centsFromDollars } from "../values/money.ts";
import { contractAsks } from "./contract-asks.ts";
import type { ContractingAssumptions } from "./contracting-facts.ts";

const AS_OF = day("2026-06-30");
const ASSUMED: ContractingAssumptions = {
  costPerUnit: null,
  band: { low: 100, high: 150, sources: [] },
  hoursPerRequest: 6,
  hourCost: 35,
  contractHours: 40,
};

function price(caseId: string, facts: Partial<AgreedPrice>): AgreedPrice {
  return {
    ...{ payer: "Aetna", code: "90837", modifiers: [], model: "percentOfMedicare", rate: 100, unitBasis: null },
    ...{ units: 10, benchmark: null, decided: day("2026-01-09"), caseId, source: { sheet: null, rows: [] } },
    ...facts,
  };
}

/** 10 units of 90837 at a percent of Medicare's $150.00. */
function session(id: string, percent: number): CaseRecord {
  const dollars = 1.5 * percent;
  return record({
    id,
    lines: [
      line({
        family: "individual psychotherapy",
        rate: percentOfMedicare(percent, dollars),
        unitsAuthorized: 10,
        agreed: centsFromDollars(10 * dollars),
        medicare: centsFromDollars(1500),
        multiple: percent / 100,
      }),
    ],
  });
}

describe("the asks of a contract", () => {
  const percents = [120, 135, 150];
  const cases = percents.map((percent, at) => session(`C-${at}`, percent));
  const prices = revealedPrices(
    percents.map((rate, at) => price(`C-${at}`, { rate })),
    AS_OF,
  );

  it("open at the high end and aim at the median that the payer agreed to, in dollars of its own volume", () => {
    const [ask, ...rest] = contractAsks(cases, prices, null, ASSUMED).asks;
    expect(rest).toEqual([]);
    expect(ask).toMatchObject({ service: "individual psychotherapy", model: "percentOfMedicare" });
    expect([ask?.plan.opening?.figure, ask?.plan.target?.figure, ask?.plan.walkAway]).toEqual([150, 135, null]);
    // 30 units at $150.00 are $4,500.00 of Medicare's; agreed were 120, 135 and 150 % of $1,500.00.
    expect(ask?.services).toMatchObject({ lines: 3, cases: 3, units: 30, medicare: 450_000, agreed: 607_500 });
    expect(ask?.dollars).toEqual({ opening: 675_000, target: 607_500, walkAway: null });
  });

  it("walk away at the cost of a unit, in percent of Medicare", () => {
    const [ask] = contractAsks(cases, prices, null, { ...ASSUMED, costPerUnit: 118.5 }).asks;
    // $118.50 of $150.00.
    expect(ask?.plan.walkAway?.figure).toBe(79);
    expect(ask?.dollars.walkAway).toBe(355_500);
  });

  it("take the payer's own range before that of the settings", () => {
    const habits = { band: { low: 120, high: 180, sources: [] }, policy: "negotiable" as const };
    expect(contractAsks(cases, prices, habits, ASSUMED).asks[0]?.plan.opening?.figure).toBe(180);
  });

  it("are not led by one large case", () => {
    const more = revealedPrices(
      [...percents, 140, 300].map((rate, at) => price(`C-${at}`, { rate, units: rate === 300 ? 900 : 10 })),
      AS_OF,
    );
    expect(contractAsks(cases, more, null, ASSUMED).asks[0]?.plan.target?.figure).toBe(140);
  });

  it("are dollars a day for a program, which Medicare's fee schedule does not price", () => {
    const program = [400, 380].map((dollars, at) =>
      record({
        id: `P-${at}`,
        lines: [
          line({
            code: "H0015",
            family: "intensive outpatient care for substance use",
            rate: perDay(dollars),
            unitsAuthorized: 12,
            agreed: centsFromDollars(12 * dollars),
          }),
        ],
      }),
    );
    const agreed = [400, 380].map((rate, at) => price(`P-${at}`, { code: "H0015", model: "perDiem", rate }));
    const [ask] = contractAsks(program, revealedPrices(agreed, AS_OF), null, { ...ASSUMED, costPerUnit: 395 }).asks;
    expect(ask).toMatchObject({ model: "perDiem", band: null });
    // The median $390.00 is below the floor: the target is raised to it.
    expect([ask?.plan.opening?.figure, ask?.plan.target?.figure, ask?.plan.walkAway?.figure]).toEqual([400, 395, 395]);
    expect(ask?.dollars.opening).toBe(960_000);
  });

  it("go code by code where a family's dollars differ by code", () => {
    const agreed = ["90834", "90837"].map((code, at) =>
      price(`U-${at}`, { code, model: "perUnit", rate: 120 + 40 * at }),
    );
    const asks = contractAsks(
      [
        record({
          lines: [line({ code: "90834", rate: perUnit(120), unitsAuthorized: 5, agreed: centsFromDollars(600) })],
        }),
      ],
      revealedPrices(agreed, AS_OF),
      null,
      ASSUMED,
    ).asks;
    expect(asks.map(({ service, plan, services }) => [service, plan.target?.figure, services?.units ?? null])).toEqual([
      ["individual psychotherapy, 90834", 120, 5],
      ["individual psychotherapy, 90837", 160, null],
    ]);
  });

  it("name no number for rates per case, and keep a payer's policy", () => {
    const agreed = revealedPrices([price("K-1", { code: "H2036", model: "caseRate", rate: 9000 })], AS_OF);
    const told = contractAsks([], agreed, { band: null, policy: "highestInNetwork" }, ASSUMED);
    expect(told).toEqual({ asks: [], policy: "highestInNetwork", without: ["residential treatment"] });
  });
});
