import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessAttempt } from "../contracting/contracting-facts.ts";
import { addDays, type CalendarDate, parseIsoDay, weekdayOf } from "../values/calendar-date.ts";
import { standardSentence } from "./adequacy-words.ts";
import { type AccessFacts, ADEQUACY_STANDARDS, standardsFor } from "./applicable-standards.ts";
import { attemptsAgainstStandards } from "./attempts-against-standards.ts";
import { judgeAttempt } from "./judge-attempt.ts";
import { PLAN_FUNDING_WORDS, readPlanKind } from "./plan-kind.ts";

function day(text: string): CalendarDate {
  const parsed = parseIsoDay(text);
  if (parsed === null) throw new RangeError(`${text} is no day`);
  return parsed;
}

const TODAY = day("2026-03-11");
const NO_HOLIDAYS = new Set<CalendarDate>();
const facts = (more: Partial<AccessFacts> = {}): AccessFacts => ({
  funding: "Fully insured",
  state: "MD",
  care: "behavioralHealth",
  urgency: "routine",
  ...more,
});
const idsOf = (more: Partial<AccessFacts> = {}, asOf = TODAY) => {
  const found = standardsFor(facts(more), asOf);
  return found.kind === "apply" ? found.standards.map(({ id }) => id) : found.kind;
};
const attempt = (more: Partial<AccessAttempt> = {}): AccessAttempt => ({
  caseId: "C-1",
  day: day("2026-03-06"),
  waitDays: 14,
  miles: null,
  reason: "",
  office: "",
  ...more,
});

describe("which standards hold", () => {
  it("is decided by who bears the plan's risk first", () => {
    expect(idsOf()).toEqual(["md-behavioral"]);
    expect(idsOf({ funding: "Self-funded" })).toBe("none");
    expect(idsOf({ funding: "ASO through Aetna" })).toBe("none");
    expect(idsOf({ funding: "" })).toBe("ask");
    expect(idsOf({ funding: "Unknown" })).toBe("ask");
    expect(idsOf({ funding: "Government" })).toBe("ask");
    expect(idsOf({ funding: "Exchange plan" })).toEqual(["us-exchange-behavioral", "md-behavioral"]);
  });

  it("is never a state's standard for a self-funded plan, whatever else is known", () => {
    for (const { state, care } of ADEQUACY_STANDARDS) {
      for (const kind of care) expect(idsOf({ funding: "self-insured", state, care: kind })).toBe("none");
    }
  });

  it("says what has to be known where it is not", () => {
    expect(standardsFor(facts({ funding: "", state: null, care: null }), TODAY)).toMatchObject({
      kind: "ask",
      what: [
        expect.stringContaining("Plan funding is not known"),
        expect.stringContaining("State of the practice's plans, is blank"),
        expect.stringContaining("Kind of care, is blank"),
      ],
    });
    expect(idsOf({ funding: "Medicare Advantage", state: null })).toEqual([
      "us-advantage-routine",
      "us-advantage-attention",
    ]);
  });

  it("does not take a state that is not in the list for one without standards", () => {
    expect(standardsFor(facts({ state: "WY" }), TODAY)).toEqual({
      kind: "none",
      why: "No standard for fully insured plans in WY and this kind of care is held here. It is a first set, no survey: look up the state's own rule.",
    });
  });

  it("is not one that only comes into force later", () => {
    const medicaid = { funding: "Medicaid managed care", state: "OH" };
    expect(standardsFor(facts(medicaid), TODAY)).toMatchObject({
      kind: "none",
      why: expect.stringContaining("holds from 2027-07-09 on"),
    });
    expect(idsOf(medicaid, day("2027-08-01"))).toEqual(["us-medicaid-behavioral"]);
    expect(idsOf({ state: "NY" }, day("2025-06-30"))).toBe("none");
    expect(idsOf({ state: "NY" }, day("2025-07-01"))).toEqual(["ny-behavioral"]);
  });

  it("differs by kind of care and urgency", () => {
    expect(idsOf({ care: "specialist" })).toEqual(["md-specialist"]);
    expect(idsOf({ urgency: "urgent" })).toEqual(["md-urgent"]);
  });
});

describe("the list of standards", () => {
  it("says of each where it is written, since when, and what of it was read", () => {
    expect(new Set(ADEQUACY_STANDARDS.map(({ id }) => id)).size).toBe(ADEQUACY_STANDARDS.length);
    for (const { id, source, read, status, state, effective, plans, care } of ADEQUACY_STANDARDS) {
      expect(source, id).toMatch(/\d|Medicaid/);
      expect(read.length, id).toBeGreaterThan(20);
      expect(status === "confirmed" ? /[Tt]ext|FAQs/.test(read) : /not read|restate|notice|alert/.test(read), id).toBe(
        true,
      );
      expect(state === null || /^[A-Z]{2}$/.test(state), id).toBe(true);
      expect(effective === null || effective > "2010-01-01", id).toBe(true);
      expect(plans.length * care.length, id).toBeGreaterThan(0);
    }
  });

  it("is read by every word that Cases offers for plan funding", () => {
    expect(
      PLAN_FUNDING_WORDS.map((words) => readPlanKind(words)).map((one) => ("plan" in one ? one.plan : one.kind)),
    ).toEqual(["stateRegulated", "exchange", "none", "medicaidManagedCare", "medicareAdvantage", "ask", "ask"]);
  });

  it("is printed with its law and its status", () => {
    const found = ADEQUACY_STANDARDS.find(({ id }) => id === "md-behavioral");
    expect(found && standardSentence(found)).toBe(
      "10 calendar days to an appointment (behavioral health; routine), MD. COMAR 31.10.44, waiting time standards (for at least 95% of enrollees); in force, first day not known; to be checked.",
    );
  });
});

describe("an attempt against a limit", () => {
  const business = { kind: "wait", most: 10, unit: "business days" } as const;

  it("called on a Friday with an appointment in 14 days meets 10 business days, in 17 it does not", () => {
    expect(judgeAttempt(attempt(), business, NO_HOLIDAYS)).toEqual({ met: true, why: null, offered: 10 });
    expect(judgeAttempt(attempt({ waitDays: 17 }), business, NO_HOLIDAYS)).toMatchObject({ met: false, offered: 11 });
    const holiday = new Set([day("2026-03-09")]);
    expect(judgeAttempt(attempt({ waitDays: 17 }), business, holiday)).toMatchObject({ met: true, offered: 10 });
  });

  it("is not judged where the day of the call is blank and would decide", () => {
    const undated = (waitDays: number) => judgeAttempt(attempt({ day: null, waitDays }), business, NO_HOLIDAYS).met;
    expect([undated(10), undated(15), undated(40)]).toEqual([true, null, false]);
  });

  it("counts hours by the day, and miles as they are", () => {
    const hours = { kind: "wait", most: 48, unit: "hours" } as const;
    const met = (waitDays: number) => judgeAttempt(attempt({ waitDays }), hours, NO_HOLIDAYS).met;
    expect([met(0), met(2), met(3)]).toEqual([true, true, false]);
    const miles = { kind: "distance", most: 45, unit: "miles" } as const;
    expect(judgeAttempt(attempt({ miles: 45 }), miles, NO_HOLIDAYS).met).toBe(true);
    expect(judgeAttempt(attempt({ miles: 45.1 }), miles, NO_HOLIDAYS).met).toBe(false);
    expect(judgeAttempt(attempt(), miles, NO_HOLIDAYS)).toMatchObject({ met: null, why: "no distance is noted" });
  });

  it("has as many business days as a calendar shows, from any day", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(60), (start, waitDays) => {
        const from = addDays(day("2026-01-01"), start);
        let count = 0;
        for (let at = 1; at <= waitDays; at += 1) if (![0, 6].includes(weekdayOf(addDays(from, at)))) count += 1;
        expect(judgeAttempt(attempt({ day: from, waitDays }), business, NO_HOLIDAYS).offered).toBe(count);
        const undated = judgeAttempt(attempt({ day: null, waitDays }), business, NO_HOLIDAYS).met;
        if (undated !== null) expect(undated).toBe(count <= 10);
      }),
    );
  });
});

describe("attempts against the standards of their cases", () => {
  const standardsOf = ({ caseId }: AccessAttempt) =>
    standardsFor(
      facts({
        funding: caseId.startsWith("SELF") ? "Self-funded" : caseId.startsWith("OPEN") ? "" : "Fully insured",
        state: caseId.startsWith("TX") ? "TX" : "MD",
      }),
      TODAY,
    );
  const found = attemptsAgainstStandards(
    [
      attempt({ waitDays: 8 }),
      attempt({ waitDays: 12, reason: "Treats adults only" }),
      attempt({ waitDays: 40 }),
      attempt({ waitDays: null, reason: "Not taking patients" }),
      attempt({ caseId: "SELF-1", waitDays: 60 }),
      attempt({ caseId: "OPEN-1", waitDays: 60 }),
      attempt({ caseId: "TX-1", waitDays: 20 }),
    ],
    standardsOf,
    NO_HOLIDAYS,
  );

  it("say how many are beyond, out of how many that can be judged", () => {
    expect(found).toMatchObject({
      attempts: 7,
      viable: 5,
      medianWait: 30,
      waits: 6,
      judged: 3,
      beyond: 2,
      share: 2 / 3,
    });
  });

  it("show a standard with a condition, and count nothing beyond it for all", () => {
    expect(found.standards.map(({ standard, judged, beyond }) => [standard.id, judged, beyond])).toEqual([
      ["md-behavioral", 3, 2],
      ["tx-hmo-behavioral", 1, 1],
    ]);
  });

  it("say why the others are not judged", () => {
    expect(found.notJudged.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(4);
    const whys = found.notJudged.map(({ why }) => why).join("\n");
    for (const part of [
      "A self-funded plan",
      "Plan funding is not known",
      "where the plan is an HMO",
      "no wait is noted",
    ]) {
      expect(whys).toContain(part);
    }
  });

  it("of nothing are no share", () => {
    expect(attemptsAgainstStandards([], standardsOf, NO_HOLIDAYS)).toMatchObject({
      attempts: 0,
      share: null,
      medianWait: null,
    });
  });
});
