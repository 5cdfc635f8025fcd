import type { CalendarDate } from "../values/calendar-date.ts";
import { authorizationWork } from "./authorization-work.ts";
import { pendingWork, touchWork, verbalWork } from "./request-work.ts";
import type { ContactFacts, WorkFacts } from "./work-facts.ts";
import { WORK_KINDS, WORK_URGENCIES, type WorkItem } from "./work-item.ts";

/** The work of a day. */
export interface Worklist {
  readonly asOf: CalendarDate;
  readonly items: readonly WorkItem[];
  /** Lapses from longer ago than the ledger's setting. */
  readonly olderLapses: number;
  readonly withoutProof: number;
}

/**
 * Everything that has to be done as of a day: authorizations that lapsed, are used up, overdue, due or run out of units
 * early; requests that waited too long; approvals without written proof; next touches that are reached. The most urgent
 * first, then the most dollars at risk, what is not known behind, then the earliest day.
 *
 * A thing is in hand, and stands behind everything else, while the last contact that was logged for its case names a
 * next touch that is still to come, and was made since the thing came up: nothing leaves the list without a day on which
 * it comes back.
 *
 * @example an authorization to be asked for by March 6, on March 9: "overdue" before a request that waited 18 days
 */
export function worklist(facts: WorkFacts): Worklist {
  const latest = latestContacts(facts.contacts);
  const { items, olderLapses } = authorizationWork(facts);
  const all = [...items, ...pendingWork(facts), ...verbalWork(facts), ...touchWork(facts, latest)];
  return {
    asOf: facts.asOf,
    items: all.map((item) => withHand(item, latest.get(item.caseId), facts.asOf)).sort(inOrder),
    olderLapses,
    withoutProof: facts.withoutProof,
  };
}

/** The last contact of each case: the latest day, and of one day the one that was logged last. */
function latestContacts(contacts: readonly ContactFacts[]): ReadonlyMap<string, ContactFacts> {
  const latest = new Map<string, ContactFacts>();
  for (const contact of contacts) {
    const before = latest.get(contact.caseId);
    if (before === undefined || (contact.day ?? "") >= (before.day ?? "")) latest.set(contact.caseId, contact);
  }
  return latest;
}

type Unheld = Omit<WorkItem, "inHandUntil">;

function withHand(item: Unheld, contact: ContactFacts | undefined, asOf: CalendarDate): WorkItem {
  const next = contact?.nextTouch ?? null;
  const isSince = item.since === null || (contact?.day ?? "") >= item.since;
  return { ...item, inHandUntil: next !== null && next > asOf && isSince ? next : null };
}

function inOrder(one: WorkItem, other: WorkItem): number {
  return (
    Number(one.inHandUntil !== null) - Number(other.inHandUntil !== null) ||
    WORK_URGENCIES.indexOf(one.urgency) - WORK_URGENCIES.indexOf(other.urgency) ||
    (other.atRisk ?? -1) - (one.atRisk ?? -1) ||
    compare(one.by ?? "9999", other.by ?? "9999") ||
    WORK_KINDS.indexOf(one.kind) - WORK_KINDS.indexOf(other.kind) ||
    compare(one.periodId ?? one.caseId, other.periodId ?? other.caseId)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
