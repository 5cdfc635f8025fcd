import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { withCaseIds } from "./case-ids.ts";
import { cellOf, contentOf, day, madeUpCase, typed, understood } from "./made-up-cases.ts";
import { planLedger } from "./plan-ledger.ts";
import { answersFrom } from "./read-ledger.ts";
import { carriedAnswers } from "./review-rows.ts";
import type { LedgerContent, PlanValue, WorkbookPlan } from "./workbook-plan.ts";

const AS_OF = day("2026-03-11");

const ANA = madeUpCase({
  groupNumber: "0711",
  periods: [{ authNumber: "0047", authStart: day("2026-01-20"), authEnd: day("2026-07-19"), unitsAuthorized: 40 }],
  services: [{ code: "97153", modifiers: ["HM"] }],
  notes: [{ at: "K2", heading: "Comments", text: "called twice" }],
});
const BO = madeUpCase({
  patient: "Bo Li",
  dob: day("2011-02-03"),
  memberId: "B77",
  outcome: "pending",
  source: { sheet: "Auths", rows: [3] },
});

function plan(cases: TrackedCase[], previous?: LedgerContent): WorkbookPlan {
  return planLedger(understood(cases), { asOf: AS_OF, ...(previous === undefined ? {} : { previous }) });
}
function idOf(of: WorkbookPlan, patient: string): string {
  return String(cellOf(of, "Cases", patient, "Case id"));
}
function rowsOf(of: WorkbookPlan, table: string): readonly (readonly unknown[])[] {
  const found = of.sheets.flatMap((sheet) => sheet.tables).find((candidate) => candidate.name === table);
  return (found?.rows ?? []).filter((row) => row.some((value) => value !== null && value !== ""));
}
/** Everything in the workbook but the log of runs. */
function withoutRuns(of: WorkbookPlan): unknown {
  return of.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.filter((table) => table.name !== "Runs") }));
}

describe("structuring the same tracker again", () => {
  it("changes nothing, the log of runs included", () => {
    const first = plan([ANA, BO]);
    expect(plan([ANA, BO], contentOf(first))).toEqual(first);
  });

  it("changes nothing whatever the cases hold", () => {
    fc.assert(
      fc.property(fc.array(anyCase(), { maxLength: 12 }), (drawn) => {
        const cases = drawn.map((entry, index) => ({ ...entry, source: { sheet: "Auths", rows: [index + 2] } }));
        const first = plan(cases);
        const second = plan(cases, contentOf(first));
        expect(second).toEqual(first);
        expect(rowsOf(first, "Cases")).toHaveLength(cases.length);
      }),
      { numRuns: 60 },
    );
  });

  it("changes nothing after the user typed, either", () => {
    const first = plan([ANA, BO]);
    const edited = typed(contentOf(first), "Cases", idOf(first, "Bo Li"), "Owner", "Dana");
    const second = plan([ANA, BO], edited);
    expect(plan([ANA, BO], contentOf(second))).toEqual(second);
  });
});

describe("what the user typed", () => {
  it("stays in columns that the tracker does not fill", () => {
    const first = plan([ANA, BO]);
    const id = idOf(first, "Ana Ruiz");
    const second = plan([ANA, BO], typed(contentOf(first), "Cases", id, "Next step", "call Lee Park"));
    expect(cellOf(second, "Cases", id, "Next step")).toBe("call Lee Park");
  });

  it("stays where it corrects what was imported, and the formulas follow", () => {
    const first = plan([ANA, BO]);
    const id = idOf(first, "Bo Li");
    const second = plan([ANA, BO], typed(contentOf(first), "Cases", id, "Outcome", "Denied"));
    expect(cellOf(second, "Cases", id, "Outcome")).toBe("Denied");
    expect(cellOf(second, "Cases", id, "Standing")).toBe("Denied");
  });

  it("stays when a cell was cleared on purpose", () => {
    const first = plan([ANA, BO]);
    const id = idOf(first, "Ana Ruiz");
    const second = plan([ANA, BO], typed(contentOf(first), "Cases", id, "Group number", null));
    expect(cellOf(second, "Cases", id, "Group number")).toBeNull();
  });

  it("stays on Settings and Payers, and countdowns go by it", () => {
    const first = plan([ANA, BO]);
    let content = typed(contentOf(first), "Payers", "Aetna", "Reauth lead", 20);
    content = { ...content, named: new Map(content.named).set("DueNoticeDays", 9) };
    const second = plan([ANA, BO], content);
    expect(cellOf(second, "AuthorizationPeriods", "0047", "Lead that applies")).toBe(20);
    expect(contentOf(second).named.get("DueNoticeDays")).toBe(9);
    expect(contentOf(second).named.get("ReauthLeadDays")).toBe(5);
  });

  it("stays as rows and columns of the user's own", () => {
    const content = contentOf(plan([ANA, BO]));
    const cases = content.tables.get("Cases");
    if (cases === undefined) throw new Error("no cases");
    const blank: PlanValue[] = cases.headings.map(() => null);
    const own = {
      ...cases,
      headings: [...cases.headings, "Therapist"],
      rows: [
        ...cases.rows.map((row) => [...row, "Kim"]),
        [...blank.with(cases.headings.indexOf("Patient"), "Walk In"), "Lou"],
      ],
    };
    const second = plan([ANA, BO], { ...content, tables: new Map(content.tables).set("Cases", own) });
    expect(cellOf(second, "Cases", "Walk In", "Therapist")).toBe("Lou");
    expect(cellOf(second, "Cases", "Bo Li", "Therapist")).toBe("Kim");
    expect(rowsOf(second, "Cases")).toHaveLength(3);
  });

  it("keeps the order in which the user sorted the cases", () => {
    const content = contentOf(plan([ANA, BO]));
    const cases = content.tables.get("Cases");
    if (cases === undefined) throw new Error("no cases");
    const sorted = { ...cases, rows: [...cases.rows].reverse() };
    const second = plan([ANA, BO], { ...content, tables: new Map(content.tables).set("Cases", sorted) });
    expect(rowsOf(second, "Cases").map((row) => row[1])).toEqual(["Bo Li", "Ana Ruiz"]);
  });
});

describe("what changed in the tracker", () => {
  const decided: TrackedCase = { ...BO, outcome: "approved", decided: day("2026-03-09") };

  it("comes into the ledger where the user left the cell as it was", () => {
    const first = plan([ANA, BO]);
    const second = plan([ANA, decided], contentOf(first));
    expect(cellOf(second, "Cases", idOf(first, "Bo Li"), "Outcome")).toBe("Approved");
    expect(rowsOf(second, "Runs")).toHaveLength(2);
  });

  it("is asked about where the user changed the same cell otherwise; the user's stays meanwhile", () => {
    const first = plan([ANA, BO]);
    const id = idOf(first, "Bo Li");
    const edited = typed(contentOf(first), "Cases", id, "Outcome", "Withdrawn");
    const second = plan([ANA, decided], edited);
    expect(cellOf(second, "Cases", id, "Outcome")).toBe("Withdrawn");
    const question = String(cellOf(second, "Review", id, "Question id"));
    expect(question).toContain("Outcome");
    expect(withoutRuns(plan([ANA, decided], contentOf(second)))).toEqual(withoutRuns(second));

    const answered = typed(contentOf(second), "Review", question, "Answer", 2);
    const third = plan([ANA, decided], answered);
    expect(cellOf(third, "Cases", id, "Outcome")).toBe("Approved");
    expect(cellOf(third, "Review", question, "Status")).toBe("Applied");

    const kept = plan([ANA, decided], typed(contentOf(second), "Review", question, "Answer", "keep mine"));
    expect(cellOf(kept, "Cases", id, "Outcome")).toBe("Withdrawn");
    expect(cellOf(plan([ANA, decided], contentOf(kept)), "Cases", id, "Outcome")).toBe("Withdrawn");
    expect(cellOf(kept, "Review", question, "Status")).toBe("Applied");
  });

  it("never removes a case: it stays and says that it left the tracker", () => {
    const first = plan([ANA, BO]);
    const second = plan([BO], contentOf(first));
    expect(rowsOf(second, "Cases")).toHaveLength(2);
    expect(cellOf(second, "Cases", "Ana Ruiz", "Source rows")).toBe("no longer in the tracker (was 2)");
    expect(cellOf(second, "AuthorizationPeriods", "0047", "Source rows")).toContain("no longer in the tracker");
    expect(withoutRuns(plan([BO], contentOf(second)))).toEqual(withoutRuns(second));
    const back = plan([ANA, BO], contentOf(second));
    expect(cellOf(back, "Cases", "Ana Ruiz", "Source rows")).toBe("2");
    expect(idOf(back, "Ana Ruiz")).toBe(idOf(first, "Ana Ruiz"));
  });

  it("adds a new authorization behind the others of its case", () => {
    const first = plan([ANA, BO]);
    const renewed: TrackedCase = {
      ...ANA,
      periods: [...ANA.periods, { authNumber: "0099", authStart: day("2026-07-20") }],
    };
    const second = plan([renewed, BO], contentOf(first));
    expect(cellOf(second, "AuthorizationPeriods", "0099", "Period")).toBe(2);
    expect(cellOf(second, "AuthorizationPeriods", "0047", "Period")).toBe(1);
  });

  it("keeps an authorization's number when an earlier one is written in above it", () => {
    const first = plan([ANA, BO]);
    const earlier: TrackedCase = {
      ...ANA,
      periods: [{ authNumber: "0001", authStart: day("2025-07-20"), authEnd: day("2026-01-19") }, ...ANA.periods],
    };
    const second = plan([earlier, BO], contentOf(first));
    expect(cellOf(second, "AuthorizationPeriods", "0047", "Period")).toBe(1);
    expect(cellOf(second, "AuthorizationPeriods", "0001", "Period")).toBe(2);
  });
});

describe("questions in Review", () => {
  const question = (id: string, caseId: string) => ({
    id,
    settles: "payer:bcbs",
    caseId,
    sheet: "Auths",
    cell: "C2",
    field: "payer",
    found: "BCBS",
    why: "Several payers are called so.",
    candidates: [
      { label: "Anthem", value: "Anthem" },
      { label: "Blue Cross Blue Shield of Texas", value: "Blue Cross Blue Shield of Texas" },
    ],
  });
  const questions = [question("q1", "row-2"), question("q2", "row-3")];

  it("say that one answer settles them all, and carry the ledger's case id", () => {
    const first = planLedger(understood([ANA, BO], { questions }), { asOf: AS_OF });
    expect(cellOf(first, "Review", "q1", "Also settles")).toBe("One answer settles 2 questions");
    expect(cellOf(first, "Review", "q2", "Case id")).toBe(idOf(first, "Bo Li"));
  });

  it("give back the choice that was numbered, or the words that were typed", () => {
    const first = contentOf(planLedger(understood([ANA, BO], { questions }), { asOf: AS_OF }));
    expect(answersFrom(typed(first, "Review", "q1", "Answer", 2))).toEqual([
      { question: "q1", answer: "Blue Cross Blue Shield of Texas", found: "BCBS" },
      { question: "payer:bcbs", answer: "Blue Cross Blue Shield of Texas" },
    ]);
    expect(answersFrom(typed(first, "Review", "q2", "Answer", "Highmark"))[0]).toEqual({
      question: "q2",
      answer: "Highmark",
      found: "BCBS",
    });
    expect(answersFrom(first)).toEqual([]);
  });

  it("keep their answer when the row moved and the question is asked at another cell", () => {
    const asked = { ...question("Auths!C2", "row-2"), settles: "Auths!C2" };
    const first = planLedger(understood([ANA, BO], { questions: [asked] }), { asOf: AS_OF });
    const answered = typed(contentOf(first), "Review", "Auths!C2", "Answer", 1);
    const again = { ...asked, id: "Auths!C7", settles: "Auths!C7", cell: "C7" };
    const known = withCaseIds(understood([ANA, BO], { questions: [again] }), answered);
    expect(carriedAnswers(known.questions, answered)).toEqual([
      { question: "Auths!C7", answer: "Anthem", found: "BCBS" },
    ]);
    const second = planLedger(known, { asOf: AS_OF, previous: answered });
    expect(cellOf(second, "Review", "Auths!C7", "Answer")).toBe(1);
    expect(rowsOf(second, "Review")).toHaveLength(1);
    const another = { ...again, found: "Blue" };
    expect(carriedAnswers([another], answered)).toEqual([]);
  });

  it("do not pass an answer on to another text that moved into the cell", () => {
    const asked = { ...question("Auths!C2", "row-2"), settles: "Auths!C2" };
    const first = planLedger(understood([ANA, BO], { questions: [asked] }), { asOf: AS_OF });
    const answered = typed(contentOf(first), "Review", "Auths!C2", "Answer", 1);
    const other = { ...asked, caseId: "row-3", found: "Blue" };
    const second = planLedger(understood([ANA, BO], { questions: [other] }), { asOf: AS_OF, previous: answered });
    expect(cellOf(second, "Review", "Auths!C2", "Answer")).toBeNull();
  });

  it("stay as applied once their answer settled them", () => {
    const first = contentOf(planLedger(understood([ANA, BO], { questions }), { asOf: AS_OF }));
    const answered = typed(first, "Review", "q1", "Answer", 1);
    const second = planLedger(understood([ANA, BO]), { asOf: AS_OF, previous: answered });
    expect(cellOf(second, "Review", "q1", "Status")).toBe("Applied");
    expect(rowsOf(second, "Review")).toHaveLength(1);
    expect(answersFrom(contentOf(second))).toHaveLength(2);
  });
});

/** Cases of few patients, so that some are alike. */
function anyCase(): fc.Arbitrary<TrackedCase> {
  const days = fc.constantFrom(day("2026-01-05"), day("2026-02-02"), day("2026-03-02"), undefined);
  return fc
    .record({
      patient: fc.constantFrom("Ana Ruiz", "Bo Li", "A.R.", undefined),
      dob: fc.constantFrom(day("2016-04-09"), day("2011-02-03"), undefined),
      submitted: days,
      outcome: fc.constantFrom("approved" as const, "denied" as const, "pending" as const, undefined),
      text: fc.string({ unit: "grapheme", maxLength: 400 }),
      auth: fc.constantFrom("0047", "  [A1]", "a\nb = c", undefined),
      start: days,
      codes: fc.array(fc.constantFrom("97153", "97155"), { maxLength: 3 }),
      units: fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined }),
    })
    .map(({ patient, dob, submitted, outcome, text, auth, start, codes, units }) => {
      const { patient: _p, dob: _d, submitted: _s, outcome: _o, memberId: _m, ...base } = madeUpCase();
      return {
        ...base,
        ...(patient === undefined ? {} : { patient }),
        ...(dob === undefined ? {} : { dob }),
        ...(submitted === undefined ? {} : { submitted }),
        ...(outcome === undefined ? {} : { outcome }),
        notes: text === "" ? [] : [{ at: "Z9", heading: "Note", text }],
        services: codes.map((code) => ({ code, ...(units === undefined ? {} : { units }) })),
        periods: [
          { ...(auth === undefined ? {} : { authNumber: auth }), ...(start === undefined ? {} : { authStart: start }) },
          { outcome: null },
        ],
      };
    });
}
