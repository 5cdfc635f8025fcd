import { describe, expect, it } from "vitest";
import { proposeRenewal, renewalProblems } from "../deadlines/renewal.ts";
import { ledgerAsOf } from "./ledger-as-of.ts";
import { contentOf, day, madeUpCase, understood } from "./made-up-cases.ts";
import { planLedger } from "./plan-ledger.ts";
import { coveredPeriods, type NewPeriod, renewalRows } from "./renewal-rows.ts";
import type { LedgerContent } from "./workbook-plan.ts";

const TODAY = day("2026-07-13");
const UNDERSTOOD = understood([
  madeUpCase({
    periods: [
      {
        authNumber: "00478210",
        authStart: day("2026-01-20"),
        authEnd: day("2026-07-19"),
        unitsAuthorized: 30,
        services: [
          { code: "97153", modifiers: ["HM"], model: "perUnit", rate: 17, units: 20.5, unitsUsed: 3 },
          { code: "97155", model: "perUnit", rate: 30, units: 9.5, unitsUsed: 1 },
        ],
      },
      { outcome: "denied", authStart: day("2026-08-01"), authEnd: day("2026-08-31") },
    ],
  }),
]);
const LEDGER = contentOf(planLedger(UNDERSTOOD, { asOf: TODAY }));
const CASE = String(LEDGER.tables.get("Cases")?.rows[0]?.[0]);
const PERIODS = coveredPeriods(LEDGER, CASE);
const FIRST = PERIODS[0];
if (FIRST === undefined) throw new Error("the case has an authorization");

const RENEWAL: NewPeriod = {
  ...proposeRenewal(FIRST, PERIODS),
  authNumber: "00510011",
  continues: FIRST.periodId,
  isGranted: true,
  on: TODAY,
};

function appended(content: LedgerContent, table: string, rows: readonly ReadonlyMap<string, unknown>[]): LedgerContent {
  const found = content.tables.get(table);
  if (found === undefined) throw new Error(`no table ${table}`);
  const added = rows.map((row) => found.headings.map((heading) => (row.get(heading) ?? null) as null));
  return {
    ...content,
    tables: new Map(content.tables).set(table, { ...found, rows: [...found.rows, ...added] }),
  };
}

function renewed(content: LedgerContent): LedgerContent {
  const { periods, lines } = renewalRows(content, CASE, RENEWAL);
  return appended(appended(content, "AuthorizationPeriods", periods), "ServiceLines", lines);
}

describe("a renewal", () => {
  it("is proposed from the day after the last covered day, as long and with as many units", () => {
    expect(proposeRenewal(FIRST, PERIODS)).toEqual({
      firstDay: "2026-07-20",
      lastDay: "2027-01-16",
      units: 30,
    });
    expect(renewalProblems(proposeRenewal(FIRST, PERIODS), PERIODS)).toEqual([]);
  });

  it("leaves open what the earlier one does not state", () => {
    const open = { ...FIRST, firstDay: null, units: null };
    expect(proposeRenewal(open, [open])).toEqual({ firstDay: "2026-07-20", lastDay: null, units: null });
  });

  it("is refused where it overlaps, with the first free day", () => {
    const problems = renewalProblems({ firstDay: day("2026-07-19"), lastDay: day("2026-12-31"), units: 30 }, PERIODS);
    expect(problems).toEqual([
      {
        field: "firstDay",
        sentence:
          "These days overlap with authorization 00478210, which covers the case from Tue, Jan 20, 2026 to Sun, Jul 19, 2026. The first free day is Mon, Jul 20, 2026. Nothing was added.",
      },
    ]);
  });

  it("is refused without days, with its days in the wrong order, far too long, or with units that are none", () => {
    const fields = (renewal: Parameters<typeof renewalProblems>[0]) =>
      renewalProblems(renewal, PERIODS).map(({ field }) => field);
    expect(fields({ firstDay: null, lastDay: null, units: 0 })).toEqual(["firstDay", "lastDay", "units"]);
    expect(fields({ firstDay: day("2026-08-02"), lastDay: day("2026-08-01"), units: null })).toEqual(["lastDay"]);
    expect(fields({ firstDay: day("2026-08-02"), lastDay: day("2062-08-01"), units: null })).toEqual(["lastDay"]);
  });

  it("becomes rows with the next number, the codes of the last and nothing used", () => {
    const { periods, lines } = renewalRows(LEDGER, CASE, RENEWAL);
    expect(Object.fromEntries(periods[0] ?? [])).toMatchObject({
      "Period id": `${CASE}/3`,
      "Case id": CASE,
      Period: 3,
      "Auth number": "00510011",
      "First covered day": { day: "2026-07-20" },
      Outcome: "Approved",
      Decided: { day: TODAY },
    });
    expect(lines.map((line) => [line.get("Line id"), line.get("Units authorized"), line.get("Units used")])).toEqual([
      [`${CASE}/3/97153-HM`, 20.5, undefined],
      [`${CASE}/3/97155`, 9.5, undefined],
    ]);
  });

  it("continues the authorization in the ledger, and stays when the tracker is structured again", () => {
    const content = renewed(LEDGER);
    const [first] = ledgerAsOf(content, day("2026-07-25")).rows.periods;
    expect(first?.get("Standing")).toBe("Renewed");
    const again = contentOf(planLedger(UNDERSTOOD, { asOf: TODAY, previous: content }));
    const ids = coveredPeriods(again, CASE).map(({ periodId }) => periodId);
    expect(ids).toContain(`${CASE}/3`);
    expect(again.tables.get("ServiceLines")?.rows.length).toBe(content.tables.get("ServiceLines")?.rows.length);
  });

  it("that is asked for and not decided is pending, and its days are kept free of another", () => {
    const asked = renewalRows(LEDGER, CASE, { ...RENEWAL, isGranted: false });
    expect(asked.periods[0]?.get("Outcome")).toBe("Pending");
    const content = appended(LEDGER, "AuthorizationPeriods", asked.periods);
    expect(renewalProblems(RENEWAL, coveredPeriods(content, CASE)).map(({ field }) => field)).toEqual(["firstDay"]);
  });
});
