import { daysWaiting } from "../deadlines/waiting.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { type AnsweredRequest, isGranted } from "./approval-rate.ts";
import { type Bag, itemsOf, joined, withItem } from "./bag.ts";
import type { CaseRecord, Wait } from "./case-record.ts";
import { kaplanMeierMedian } from "./kaplan-meier.ts";
import type { Measure } from "./measure.ts";

/** How long requests wait for their decision. */
export interface Turnaround {
  /** Business days; null where fewer than half have an answer, so that nobody can tell yet. */
  readonly median: number | null;
  /** Requests with both days, decided. */
  readonly decided: number;
  /** Requests that were still waiting on the as-of day. */
  readonly waiting: number;
  /** Requests left out: a day is missing, asked about or impossible. Withdrawn requests are not among them. */
  readonly undated: number;
}

interface Waits {
  readonly waits: Bag<Wait>;
  readonly undated: number;
}

/**
 * How long a request waited: business days after the day that it was sent, up to and including the day of the decision
 * or, while it is pending, the as-of day. Null where a day that is needed is missing or asked about, and for an answer
 * that came before its request.
 *
 * @example sent Friday 2026-03-06, decided Monday 2026-03-09: { days: 1, decided: true }
 */
export function waitOf(
  request: AnsweredRequest & { readonly submitted: CalendarDate | null; readonly decided: CalendarDate | null },
  asOf: CalendarDate,
  holidays: ReadonlySet<CalendarDate>,
): Wait | null {
  const { submitted, decided, review } = request;
  if (submitted === null || review.includes("submitted") || request.outcome === "withdrawn") return null;
  if (!isDecided(request)) return { days: daysWaiting(submitted, asOf, holidays), decided: false };
  if (decided === null || review.includes("decided") || decided < submitted) return null;
  return { days: daysWaiting(submitted, decided, holidays), decided: true };
}

function isDecided(request: AnsweredRequest): boolean {
  return isGranted(request) || (request.outcome === "denied" && !request.review.includes("outcome"));
}

/**
 * Turnaround: the median of the business days from submitted to decision. Pending requests count as still waiting on
 * the as-of day (Kaplan–Meier), since leaving them out would praise the payer for what it has not answered. For a denial
 * that was overturned the decision is the overturning, as the ledger keeps it; withdrawn requests are outside. Holidays
 * are those of the ledger. Source: design, Measures; guide 003 L44 (stage times).
 *
 * @example decided after 3, 5 and 9 business days, one waiting since 7: 5, since after 3 days 3 of 4 wait and after 5 one half
 */
export const turnaround: Measure<Waits, Turnaround, Pick<CaseRecord, "wait" | "outcome">> = {
  create: () => ({ waits: null, undated: 0 }),
  add: (state, { wait, outcome }) => {
    const { waits, undated } = state;
    if (wait !== null) return { waits: withItem(waits, wait), undated };
    return outcome === "withdrawn" ? state : { waits, undated: undated + 1 };
  },
  merge: (one, other) => ({ waits: joined(one.waits, other.waits), undated: one.undated + other.undated }),
  value: ({ waits, undated }) => {
    const all = itemsOf(waits);
    const decided = all.filter((wait) => wait.decided).length;
    return { median: kaplanMeierMedian(all), decided, waiting: all.length - decided, undated };
  },
};
