import { addDays, type CalendarDate, daysBetween } from "../values/calendar-date.ts";
import { dayWords } from "../values/day-words.ts";

/** An authorization of the case that a renewal must not lie on. */
export interface CoveredPeriod {
  readonly periodId: string;
  readonly authNumber: string;
  readonly firstDay: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly units: number | null;
  /** Denied or withdrawn: it covers nothing. One that is pending may come to cover its days. */
  readonly isRefused: boolean;
}

/** The next authorization as it is proposed or typed; null for what is not known. */
export interface Renewal {
  readonly firstDay: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly units: number | null;
}

/** What is wrong with a renewal, beside the field that it stands in. */
export interface RenewalProblem {
  readonly field: "firstDay" | "lastDay" | "units";
  readonly sentence: string;
}

/** Longer than any authorization: a slip of the hand. */
const MOST_DAYS = 1100;
const MOST_UNITS = 100_000;

/**
 * The next authorization behind all others of the case: from the day after the last covered day, as long and with as many
 * units as the one that it continues. What that one does not state is left open.
 *
 * @example January 20 to July 19, 30 units: proposes from July 20 for as many days, 30 units
 */
export function proposeRenewal(continued: CoveredPeriod, periods: readonly CoveredPeriod[]): Renewal {
  const ends = periods.flatMap(({ lastDay, isRefused }) => (isRefused || lastDay === null ? [] : [lastDay])).sort();
  const last = ends.at(-1) ?? continued.lastDay;
  if (last === null) return { firstDay: null, lastDay: null, units: continued.units };
  const firstDay = addDays(last, 1);
  const { firstDay: first, lastDay: end, units } = continued;
  const length = first === null || end === null || end < first ? null : daysBetween(first, end);
  return { firstDay, lastDay: length === null ? null : addDays(firstDay, length), units };
}

/**
 * Everything that is wrong with a renewal: days missing or in the wrong order, days that another authorization of the
 * case covers, units that are no number above 0. Units may be left open.
 *
 * @example from July 15, where July 19 is the last covered day: "… is covered already until Sun, Jul 19, 2026 …"
 */
export function renewalProblems(renewal: Renewal, periods: readonly CoveredPeriod[]): RenewalProblem[] {
  const { firstDay, lastDay, units } = renewal;
  const problems: RenewalProblem[] = [];
  if (firstDay === null) problems.push({ field: "firstDay", sentence: `The first covered day is missing. ${NOTHING}` });
  if (lastDay === null) problems.push({ field: "lastDay", sentence: `The last covered day is missing. ${NOTHING}` });
  if (firstDay !== null && lastDay !== null) {
    if (lastDay < firstDay) {
      problems.push({ field: "lastDay", sentence: `The last covered day lies before the first. ${NOTHING}` });
    } else if (daysBetween(firstDay, lastDay) > MOST_DAYS) {
      problems.push({ field: "lastDay", sentence: `That is more than three years. Check the year. ${NOTHING}` });
    } else {
      const other = periods.find((period) => overlaps(firstDay, lastDay, period));
      if (other !== undefined) problems.push({ field: "firstDay", sentence: overlapWords(other, periods) });
    }
  }
  if (units !== null && !(Number.isFinite(units) && units > 0 && units <= MOST_UNITS)) {
    problems.push({ field: "units", sentence: `A number of units above 0 is accepted, or none. ${NOTHING}` });
  }
  return problems;
}

const NOTHING = "Nothing was added.";

function overlaps(firstDay: CalendarDate, lastDay: CalendarDate, period: CoveredPeriod): boolean {
  if (period.isRefused || (period.firstDay === null && period.lastDay === null)) return false;
  const from = period.firstDay ?? period.lastDay ?? firstDay;
  // Without an end nobody knows how far it covers: only its first day is held against the renewal.
  const to = period.lastDay ?? period.firstDay ?? lastDay;
  return firstDay <= to && from <= lastDay;
}

function overlapWords(other: CoveredPeriod, periods: readonly CoveredPeriod[]): string {
  const name = other.authNumber === "" ? "another authorization of this case" : `authorization ${other.authNumber}`;
  const span =
    other.firstDay === null || other.lastDay === null
      ? `on ${dayWords(other.lastDay ?? other.firstDay ?? ("1900-01-01" as CalendarDate))}`
      : `from ${dayWords(other.firstDay)} to ${dayWords(other.lastDay)}`;
  const next = proposeRenewal(other, periods).firstDay;
  const free = next === null ? "" : ` The first free day is ${dayWords(next)}.`;
  return `These days overlap with ${name}, which covers the case ${span}.${free} ${NOTHING}`;
}
