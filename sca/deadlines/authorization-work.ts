import { addBusinessDays, businessDaysBetween } from "../values/business-days.ts";
import { addDays, type CalendarDate, daysBetween } from "../values/calendar-date.ts";
import { dayWords } from "../values/day-words.ts";
import { AFTER_THE_END } from "./countdown.ts";
import type { AuthorizationFacts, WorkFacts } from "./work-facts.ts";
import type { WorkItem } from "./work-item.ts";

type Item = Omit<WorkItem, "inHandUntil">;
type Told = Pick<Item, "kind" | "urgency" | "title" | "why" | "by" | "byWords" | "since">;

/** What authorizations ask for, and how many lapses are older than the ledger's alert. */
export function authorizationWork(facts: WorkFacts): { readonly items: readonly Item[]; readonly olderLapses: number } {
  let olderLapses = 0;
  const items = facts.authorizations.flatMap((period): Item[] => {
    const { standing, lastDay } = period;
    if (standing === "Lapsed" && lastDay !== null && daysBetween(lastDay, facts.asOf) > facts.lapseAlert) {
      olderLapses += 1;
      return [];
    }
    const told = toldOf(period, facts);
    if (told === null) return [];
    const { caseId, patient, payer, periodId, atRisk } = period;
    return [{ caseId, patient, payer, periodId, atRisk, ...told }];
  });
  return { items, olderLapses };
}

function toldOf(period: AuthorizationFacts, facts: WorkFacts): Told | null {
  const { asOf } = facts;
  const { lastDay, requestBy, runsOut } = period;
  const name = period.authNumber === "" ? "The authorization" : `Authorization ${period.authNumber}`;
  switch (period.standing) {
    case "Lapsed": {
      if (lastDay === null) return null;
      return {
        kind: "lapsed",
        urgency: "now",
        title: "Lapsed",
        why: `${name} ended on ${dayWords(lastDay)}, ${days(daysBetween(lastDay, asOf))} ago, and none of the case follows.`,
        by: addDays(lastDay, 1),
        byWords: "Ask for the next one now: days of service since then are outside any authorization.",
        since: addDays(lastDay, 1),
      };
    }
    case "Used up":
      return {
        kind: "usedUp",
        urgency: "now",
        title: "Units used up",
        why: `${name} has no units left${lastDay === null ? "" : `, though it runs to ${dayWords(lastDay)}`}.`,
        by: null,
        byWords: "Ask for more units now: what is rendered is not authorized.",
        since: null,
      };
    case "Overdue":
    case "Due": {
      if (requestBy === null) return null;
      const isOverdue = period.standing === "Overdue";
      return {
        kind: isOverdue ? "overdue" : "due",
        urgency: isOverdue ? "now" : "soon",
        title: isOverdue ? "Renewal overdue" : "Renewal due",
        why: endWords(name, lastDay, runsOut),
        by: requestBy,
        byWords: requestWords(requestBy, facts),
        since: isOverdue
          ? addDays(requestBy, 1)
          : addBusinessDays(requestBy, -Math.trunc(facts.dueNotice), facts.holidays),
      };
    }
    case "Renewal requested":
      return {
        kind: "renewalPending",
        urgency: "watch",
        title: "Renewal not decided",
        why: `The next authorization is asked for and not decided. ${endWords(name, lastDay, runsOut)}`,
        by: lastDay,
        byWords: lastDay === null ? "Ask for the decision." : `Ask for the decision before ${dayWords(lastDay)}.`,
        since: null,
      };
    case "In force":
      return isEarly(runsOut, lastDay) && requestBy !== null
        ? {
            kind: "runningOut",
            urgency: "watch",
            title: "Units run out early",
            why: endWords(name, lastDay, runsOut),
            by: requestBy,
            byWords: requestWords(requestBy, facts),
            since: null,
          }
        : null;
    default:
      return null;
  }
}

function isEarly(runsOut: AuthorizationFacts["runsOut"], lastDay: CalendarDate | null): runsOut is CalendarDate {
  return runsOut !== null && runsOut !== AFTER_THE_END && lastDay !== null && runsOut < lastDay;
}

function endWords(name: string, lastDay: CalendarDate | null, runsOut: AuthorizationFacts["runsOut"]): string {
  if (isEarly(runsOut, lastDay)) {
    const end = lastDay === null ? "" : `, before it ends on ${dayWords(lastDay)}`;
    return `${name}: at the pace so far the units run out on ${dayWords(runsOut)}${end}.`;
  }
  return lastDay === null ? `${name} states no end.` : `${name} ends on ${dayWords(lastDay)}.`;
}

function requestWords(requestBy: CalendarDate, { asOf, holidays }: WorkFacts): string {
  if (requestBy < asOf) {
    const late = businessDaysBetween(addDays(requestBy, 1), asOf, holidays);
    return `Ask for the next one now: it was to be asked for by ${dayWords(requestBy)}${late > 0 ? `, ${businessDays(late)} ago` : ""}.`;
  }
  if (requestBy === asOf) return `Ask for the next one today, ${dayWords(requestBy)}.`;
  const left = businessDaysBetween(addDays(asOf, 1), requestBy, holidays);
  return `Ask for the next one by ${dayWords(requestBy)}, in ${businessDays(left)}.`;
}

function days(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}

/** @example businessDays(1) is "1 business day" */
export function businessDays(count: number): string {
  return `${count} business ${count === 1 ? "day" : "days"}`;
}
