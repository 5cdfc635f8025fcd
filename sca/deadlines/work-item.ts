import type { CalendarDate } from "../values/calendar-date.ts";
import type { Cents } from "../values/money.ts";
import type { WorkSubject } from "./work-facts.ts";

/** What has to be done about a case, the most urgent kinds first. */
export const WORK_KINDS = [
  "lapsed",
  "usedUp",
  "overdue",
  "due",
  "escalate",
  "verbalOnly",
  "touch",
  "runningOut",
  "renewalPending",
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** How pressing: now, in the next days, or to be watched. */
export const WORK_URGENCIES = ["now", "soon", "watch"] as const;
export type WorkUrgency = (typeof WORK_URGENCIES)[number];

/** One thing to do, with its reason and its day in words. */
export interface WorkItem extends WorkSubject {
  readonly kind: WorkKind;
  readonly urgency: WorkUrgency;
  /** The authorization that it is about; null where it is about the case. */
  readonly periodId: string | null;
  readonly title: string;
  readonly why: string;
  /** The day by which, where there is one. */
  readonly by: CalendarDate | null;
  /** What to do and by when. */
  readonly byWords: string;
  /** What is at risk, where it can be told; never 0 for not known. */
  readonly atRisk: Cents | null;
  /** Since when it is so: a contact from before then does not put it into hand. */
  readonly since: CalendarDate | null;
  /** Where somebody is at it: the day of the next touch. */
  readonly inHandUntil: CalendarDate | null;
}
