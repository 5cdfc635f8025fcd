import type { CalendarDate } from "../values/calendar-date.ts";
import { isGranted } from "./approval-rate.ts";
import type { CaseRecord, PeriodRecord } from "./case-record.ts";
import type { Measure } from "./measure.ts";

/** Services that no authorization covered. */
export interface LapseDays {
  /** Service days outside; null where no case has both claims with a day and authorizations with days. */
  readonly outside: number | null;
  /** Service days looked at: each day of a case once, however many lines were billed for it. */
  readonly serviceDays: number;
}

interface Days {
  readonly outside: number;
  readonly serviceDays: number;
}

/**
 * Lapse: the service days of granted requests, from Claims, that lie outside every authorization in force of their case,
 * first and last covered day included. An authorization without a last day covers all that follows its first. A ledger
 * without claims tells nothing here: days between two authorizations are no lapse unless somebody was seen on them.
 * Source: design, Measures; guide 001 L14 (missed end dates).
 *
 * @example authorized 2026-03-02 to 2026-03-13, served on March 11, 13, 16 and twice on 17: 2 of 4 days outside
 */
export const lapseDays: Measure<Days, LapseDays, CaseRecord> = {
  create: () => ({ outside: 0, serviceDays: 0 }),
  add: (state, subject) => {
    if (subject.claims.length === 0 || !isGranted(subject)) return state;
    const periods = subject.periods.filter(
      ({ isGranted: counts, firstDay, lastDay }) => counts && (firstDay !== null || lastDay !== null),
    );
    if (periods.length === 0) return state;
    const days = [...new Set(subject.claims.map(({ day }) => day))].filter((day) => day !== null);
    const outside = days.filter((day) => !periods.some((period) => covers(period, day)));
    return { outside: state.outside + outside.length, serviceDays: state.serviceDays + days.length };
  },
  merge: (one, other) => ({
    outside: one.outside + other.outside,
    serviceDays: one.serviceDays + other.serviceDays,
  }),
  value: ({ outside, serviceDays }) => ({ outside: serviceDays === 0 ? null : outside, serviceDays }),
};

function covers({ firstDay, lastDay }: PeriodRecord, day: CalendarDate): boolean {
  return (firstDay ?? day) <= day && day <= (lastDay ?? day);
}
