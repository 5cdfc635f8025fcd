import { describe, expect, it } from "vitest";
import { type Worklist, worklist } from "../deadlines/worklist.ts";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { ledgerAsOf } from "./ledger-as-of.ts";
import { workFacts } from "./ledger-work.ts";
import { cellOf, contentOf, day, madeUpCase, typed, understood } from "./made-up-cases.ts";
import { planLedger } from "./plan-ledger.ts";
import type { LedgerContent, PlanValue } from "./workbook-plan.ts";

/** Wednesday. */
const TODAY = day("2026-03-11");

function caseIn(row: number, facts: Partial<TrackedCase>): TrackedCase {
  return madeUpCase({ source: { sheet: "Auths", rows: [row] }, patient: `Patient ${row}`, ...facts });
}

const until = (end: string, more = {}) => ({
  periods: [{ authNumber: `A-${end}`, authStart: day("2026-01-05"), authEnd: day(end), ...more }],
  writtenConfirmation: true,
});

const LEDGER = contentOf(
  planLedger(
    understood([
      caseIn(2, until("2026-03-02")),
      caseIn(3, { ...until("2026-03-13", { unitsAuthorized: 20, unitsUsed: 12 }), model: "perUnit", rate: 100 }),
      caseIn(4, until("2026-03-20")),
      caseIn(5, until("2026-09-30", { unitsAuthorized: 50, unitsUsed: 30 })),
      caseIn(6, until("2026-06-30", { unitsAuthorized: 5, unitsUsed: 5 })),
      caseIn(7, { outcome: "pending", submitted: day("2026-02-02") }),
      caseIn(8, { outcome: "pending", submitted: day("2026-03-02") }),
      caseIn(9, { decided: day("2026-03-03"), writtenConfirmation: false }),
      caseIn(10, { decided: day("2026-03-03") }),
      caseIn(11, until("2025-09-30", { authStart: day("2025-06-01") })),
      caseIn(12, until("2026-12-31")),
    ]),
    { asOf: TODAY },
  ),
);

function workOf(content: LedgerContent): Worklist {
  return worklist(workFacts(ledgerAsOf(content, TODAY)));
}

function told(content: LedgerContent): string[] {
  return workOf(content).items.map(({ patient, kind }) => `${patient.replace("Patient ", "")} ${kind}`);
}

function caseIdOf(patient: string): string {
  const table = LEDGER.tables.get("Cases");
  const row = table?.rows.find((cells) => cells.includes(patient));
  return String(row?.[0]);
}

function withFollowUp(...cells: readonly (readonly [string, PlanValue])[]): LedgerContent {
  const headings = cells.map(([heading]) => heading);
  const table = { name: "FollowUps", sheet: "Follow-ups", headings, rows: [cells.map(([, value]) => value)] };
  return { ...LEDGER, tables: new Map(LEDGER.tables).set("FollowUps", table) };
}

describe("the work of a day", () => {
  it("has everything that is due, the most urgent and the most dollars first", () => {
    expect(told(LEDGER)).toEqual([
      "3 overdue",
      "2 lapsed",
      "6 usedUp",
      "7 escalate",
      "4 due",
      "9 verbalOnly",
      "5 runningOut",
    ]);
    expect(workOf(LEDGER)).toMatchObject({ olderLapses: 1, withoutProof: 1, asOf: TODAY });
  });

  it("says why, by when and what is at risk", () => {
    const [overdue, lapsed] = workOf(LEDGER).items;
    expect(overdue).toMatchObject({
      title: "Renewal overdue",
      why: "Authorization A-2026-03-13 ends on Fri, Mar 13, 2026.",
      byWords: "Ask for the next one now: it was to be asked for by Fri, Mar 6, 2026, 3 business days ago.",
      atRisk: 80_000,
    });
    expect(lapsed?.why).toBe(
      "Authorization A-2026-03-02 ended on Mon, Mar 2, 2026, 9 days ago, and none of the case follows.",
    );
    expect(lapsed?.atRisk).toBeNull();
    const due = workOf(LEDGER).items.find(({ kind }) => kind === "due");
    expect(due?.byWords).toBe("Ask for the next one by Fri, Mar 13, 2026, in 2 business days.");
  });

  it("stands on the same standings as the ledger's formulas", () => {
    const plan = planLedger(understood([caseIn(3, until("2026-03-13"))]), { asOf: TODAY });
    const content = contentOf(plan);
    const [row] = ledgerAsOf(content, TODAY).rows.periods;
    expect(row?.get("Standing")).toBe(cellOf(plan, "AuthorizationPeriods", "A-2026-03-13", "Standing"));
    expect(ledgerAsOf(content, day("2026-03-14")).rows.periods[0]?.get("Standing")).toBe("Lapsed");
  });

  it("counts from the day that is typed on Settings", () => {
    const earlier = { ...LEDGER, named: new Map(LEDGER.named).set("AsOfSet", { day: day("2026-01-06") }) };
    expect(workOf(earlier).asOf).toBe("2026-01-06");
    expect(told(earlier)).not.toContain("2 lapsed");
  });

  it("holds next touches that are reached, of the case and of the last follow-up", () => {
    const id = caseIdOf("Patient 12");
    const own = typed(LEDGER, "Cases", id, "Next touch", { day: day("2026-03-10") });
    expect(told(own)).toContain("12 touch");
    const logged = withFollowUp(["Case id", id], ["Date", { day: day("2026-03-01") }], ["Next touch", { day: TODAY }]);
    expect(told(logged)).toContain("12 touch");
    const touch = workOf(logged).items.find(({ kind }) => kind === "touch");
    expect(touch?.byWords).toBe("Call or write today.");
  });
});

describe("work that somebody is at", () => {
  const id = caseIdOf("Patient 2");
  const logged = (on: string, next: string | null) =>
    withFollowUp(
      ["Case id", id],
      ["Date", { day: day(on) }],
      ["Next touch", next === null ? null : { day: day(next) }],
    );

  it("stands behind everything else until its next touch", () => {
    const list = workOf(logged("2026-03-10", "2026-03-16")).items;
    expect(list.at(-1)).toMatchObject({ patient: "Patient 2", kind: "lapsed", inHandUntil: "2026-03-16" });
  });

  it("is not put off by a contact without a next touch, or from before it came up", () => {
    expect(told(logged("2026-03-10", null)).slice(0, 2)).toEqual(["3 overdue", "2 lapsed"]);
    expect(told(logged("2026-02-20", "2026-03-16")).slice(0, 2)).toEqual(["3 overdue", "2 lapsed"]);
  });
});
