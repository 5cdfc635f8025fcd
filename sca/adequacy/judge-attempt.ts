import type { AccessAttempt } from "../contracting/contracting-facts.ts";
import { businessDaysBetween } from "../values/business-days.ts";
import { addDays, type CalendarDate, parseIsoDay } from "../values/calendar-date.ts";
import type { AccessLimit } from "./adequacy-standard.ts";

/** Whether what an office offered is within a limit. */
export interface AttemptVerdict {
  /** Null where the attempt does not tell. */
  readonly met: boolean | null;
  /** Why it does not tell; null where it does. */
  readonly why: string | null;
  /** What was offered, in the limit's unit; null where it is not known. */
  readonly offered: number | null;
}

/** A week without holidays, to look at every day on which a call can be made. */
const SOME_MONDAY = parseIsoDay("2026-03-02");
/** The most federal holidays that a wait of a few weeks can meet. */
const MOST_HOLIDAYS = 3;

/**
 * Sets what an office offered against a limit. A wait is kept in whole days, so hours are counted as days: 48 hours are 2.
 * Business days are counted from the day after the call to the day offered, without the ledger's holidays; where the day
 * of the call is blank, only waits that are within or beyond on every day of the week are judged.
 *
 * @example called Friday 2026-03-06, 14 days offered: 10 business days, within a limit of 10
 */
export function judgeAttempt(
  { day, waitDays, miles }: Pick<AccessAttempt, "day" | "waitDays" | "miles">,
  limit: AccessLimit,
  holidays: ReadonlySet<CalendarDate>,
): AttemptVerdict {
  if (limit.kind === "distance") {
    return miles === null ? unknown("no distance is noted") : { met: miles <= limit.most, why: null, offered: miles };
  }
  if (waitDays === null) return unknown("no wait is noted");
  if (limit.unit === "calendar days") return { met: waitDays <= limit.most, why: null, offered: waitDays };
  if (limit.unit === "hours") return { met: waitDays * 24 <= limit.most, why: null, offered: waitDays * 24 };
  if (day !== null) {
    const offered = businessDaysAfter(day, waitDays, holidays);
    return { met: offered <= limit.most, why: null, offered };
  }
  const [fewest, most] = businessDaysFromAnyDay(waitDays);
  if (most <= limit.most) return { met: true, why: null, offered: null };
  if (fewest - MOST_HOLIDAYS > limit.most) return { met: false, why: null, offered: null };
  return unknown("the day of the call is blank, so its business days cannot be counted");
}

function unknown(why: string): AttemptVerdict {
  return { met: null, why, offered: null };
}

function businessDaysAfter(day: CalendarDate, days: number, holidays: ReadonlySet<CalendarDate>): number {
  const whole = Math.ceil(days);
  return whole <= 0 ? 0 : businessDaysBetween(addDays(day, 1), addDays(day, whole), holidays);
}

function businessDaysFromAnyDay(days: number): [fewest: number, most: number] {
  const monday = SOME_MONDAY;
  if (monday === null) throw new Error("a day is a day");
  const counts = [0, 1, 2, 3, 4, 5, 6].map((at) => businessDaysAfter(addDays(monday, at), days, new Set()));
  return [Math.min(...counts), Math.max(...counts)];
}
