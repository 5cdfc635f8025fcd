import type { CaseRecord } from "../measures/case-record.ts";
import { addDays, type CalendarDate, calendarDate, partsOfDay } from "../values/calendar-date.ts";

/** Days from one to another, both within. */
export interface Span {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/**
 * The twelve months that end on a day: contracts are talked about by the year.
 *
 * @example yearTo("2026-09-30") is 2025-10-01 to 2026-09-30; yearTo("2024-02-29") starts on 2023-03-01
 */
export function yearTo(asOf: CalendarDate): Span {
  const { year, month, day } = partsOfDay(asOf);
  const before = calendarDate(year - 1, month, day) ?? calendarDate(year - 1, month, day - 1);
  if (before === null) throw new RangeError(`${asOf} has no year before it that a ledger reaches`);
  return { first: addDays(before, 1), last: asOf };
}

/** The requests that were sent within a span; one without a day of sending goes by its decision, one without both is out. */
export function requestsIn(cases: readonly CaseRecord[], { first, last }: Span): CaseRecord[] {
  return cases.filter(({ submitted, decided }) => {
    const day = submitted ?? decided;
    return day !== null && first <= day && day <= last;
  });
}

/** The first and the last day on which requests were sent; null where no day is known. */
export function spanOf(cases: readonly CaseRecord[]): Span | null {
  const days = cases.flatMap(({ submitted, decided }) => submitted ?? decided ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** The requests of one payer; payers compare without regard to case, and what is not settled is nobody's. */
export function requestsOfPayer(cases: readonly CaseRecord[], payer: string): CaseRecord[] {
  const name = payer.trim().toLowerCase();
  return cases.filter((subject) => subject.payer?.toLowerCase() === name);
}
