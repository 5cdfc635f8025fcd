import { addBusinessDays } from "../values/business-days.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { dayWords } from "../values/day-words.ts";
import { businessDays } from "./authorization-work.ts";
import type { ContactFacts, WorkFacts } from "./work-facts.ts";
import type { WorkItem } from "./work-item.ts";

type Item = Omit<WorkItem, "inHandUntil">;

/** Requests that waited for their decision as long as the payer's limit, or longer. */
export function pendingWork({ pending, holidays }: WorkFacts): Item[] {
  return pending.flatMap(({ caseId, patient, payer, submitted, waited, escalateAfter }): Item[] => {
    if (submitted === null || waited === null || waited < escalateAfter) return [];
    const since = addBusinessDays(submitted, Math.trunc(escalateAfter), holidays);
    return [
      {
        caseId,
        patient,
        payer,
        kind: "escalate",
        urgency: "soon",
        periodId: null,
        title: "Pending too long",
        why: `Asked on ${dayWords(submitted)}; no decision after ${businessDays(waited)}. The limit is ${escalateAfter}.`,
        by: since,
        byWords: "Escalate now: ask for utilization or case management.",
        atRisk: null,
        since,
      },
    ];
  });
}

/** Approvals that stand on words alone: not binding (AToN Center v. United Healthcare, 93 Cal.App.5th 1214, 2023). */
export function verbalWork({ verbal }: WorkFacts): Item[] {
  return verbal.map(({ caseId, patient, payer, decided, expected }) => ({
    caseId,
    patient,
    payer,
    kind: "verbalOnly",
    urgency: "soon",
    periodId: null,
    title: "Approved, verbal only",
    why: `${decided === null ? "Approved" : `Approved on ${dayWords(decided)}`}, and no letter is there. Verbal approvals are not binding.`,
    by: null,
    byWords: "Ask for the confirmation in writing before the next claim goes out.",
    atRisk: expected,
    since: decided,
  }));
}

/** Next touches that are reached: the case's own, or that of the last contact; one a case, the earlier day. */
export function touchWork(facts: WorkFacts, latest: ReadonlyMap<string, ContactFacts>): Item[] {
  const due = new Map<string, { readonly day: CalendarDate; readonly why: string }>();
  const add = (caseId: string, day: CalendarDate, why: string): void => {
    const before = due.get(caseId);
    if (day <= facts.asOf && (before === undefined || day < before.day)) due.set(caseId, { day, why });
  };
  for (const { caseId, day, step } of facts.touches) {
    add(caseId, day, step === "" ? "The next touch of the case is reached." : `Next step: ${step}`);
  }
  for (const [caseId, { nextTouch, promised }] of latest) {
    if (nextTouch === null) continue;
    add(
      caseId,
      nextTouch,
      promised === "" ? "The last follow-up named this day." : `At the last follow-up was promised: ${promised}`,
    );
  }
  return [...due].flatMap(([caseId, { day, why }]): Item[] => {
    const subject = facts.subjects.get(caseId);
    if (subject === undefined) return [];
    return [
      {
        ...subject,
        kind: "touch",
        urgency: "soon",
        periodId: null,
        title: "Follow up",
        why,
        by: day,
        byWords: day === facts.asOf ? "Call or write today." : `Call or write now: the day was ${dayWords(day)}.`,
        atRisk: null,
        since: day,
      },
    ];
  });
}
