import { countDaysLeft, runsOutDay, usageDay } from "../../sca/deadlines/countdown.ts";
import { requestByDay } from "../../sca/deadlines/request-by.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { isCellProblem, missing, wrong } from "./cell-problem.ts";
import { type CellAnswer, type Cells, cellByCell, plainValue } from "./function-answer.ts";
import { dayIn, isBlankCell, numberIn, serialOf } from "./read-cell.ts";

/**
 * Days left of an authorization: 0 on its last covered day, below 0 once it is past.
 * @customfunction
 * @param {any[][]} lastDay Last covered day: a date, or a range of dates.
 * @param {any[][]} [asOf] The day to count from. Left out: today.
 * @returns {any[][]} Days left.
 * @volatile
 */
export function daysLeft(lastDay: unknown[][], asOf?: unknown[][]) {
  return cellByCell([lastDay, asOf], ([lastCell, asOfCell], facts) => {
    const last = dayIn(lastCell, "The last covered day");
    if (isCellProblem(last)) return last;
    const from = isBlankCell(asOfCell) ? facts.today() : dayIn(asOfCell, "The day to count from");
    return isCellProblem(from) ? from : countDaysLeft(last, from);
  });
}

/**
 * Units left of an authorization; below 0 where more were used than authorized.
 * @customfunction
 * @param {any[][]} authorized Units authorized.
 * @param {any[][]} used Units used so far; 0 where none were used.
 * @returns {any[][]} Units left.
 */
export function unitsLeft(authorized: unknown[][], used: unknown[][]) {
  return cellByCell([authorized, used], ([authorizedCell, usedCell]) => {
    const all = numberIn(authorizedCell, "Units authorized", 0);
    if (isCellProblem(all)) return all;
    const gone = numberIn(usedCell, "Units used", 0);
    return isCellProblem(gone) ? gone : all - gone;
  });
}

/**
 * Last day on which to ask for the next authorization, so many business days before the last covered day. Format the cell as a date.
 * @customfunction
 * @param {any[][]} lastDay Last covered day, or the day on which the units run out where that comes first.
 * @param {any[][]} leadDays Business days that the payer wants in advance, such as 5.
 * @param {any[][]} [holidays] Range of holidays that are no business days. Left out: weekends only.
 * @returns {any[][]} The request-by day.
 */
export function requestBy(lastDay: unknown[][], leadDays: unknown[][], holidays?: unknown[][]) {
  const kept = holidaysIn(holidays);
  return cellByCell([lastDay, leadDays], ([lastCell, leadCell]) => {
    if (isCellProblem(kept)) return kept;
    const last = dayIn(lastCell, "The last covered day");
    if (isCellProblem(last)) return last;
    const lead = numberIn(leadCell, "The lead", 0, "A whole number of business days");
    if (isCellProblem(lead)) return lead;
    if (!Number.isInteger(lead) || lead > MOST_LEAD_DAYS) {
      return wrong(`The lead is ${lead}. A whole number of business days from 0 to ${MOST_LEAD_DAYS} is accepted.`);
    }
    const day = requestByDay(last, null, lead, kept);
    return day === null ? wrong(`The last covered day is ${last}. Days from 1910 on are accepted.`) : serialOf(day);
  });
}

const MOST_LEAD_DAYS = 260;

function holidaysIn(cells: Cells): ReadonlySet<CalendarDate> | ReturnType<typeof wrong> {
  const days = new Set<CalendarDate>();
  for (const cell of (cells ?? []).flat().map(plainValue)) {
    if (isBlankCell(cell) || cell === 0) continue;
    const day = dayIn(cell, "A holiday");
    if (isCellProblem(day)) return day;
    days.add(day);
  }
  return days;
}

/**
 * Day on which the last unit goes at the pace of use so far, or "after the end" where units will be left on the last covered day. Format the cell as a date.
 * @customfunction
 * @param {any[][]} firstDay First covered day.
 * @param {any[][]} lastDay Last covered day; an empty cell where none is stated.
 * @param {any[][]} authorized Units authorized.
 * @param {any[][]} used Units used so far.
 * @param {any[][]} countedTo Day up to which the use was counted.
 * @returns {any[][]} The day, or "after the end".
 */
export function runsOut(
  firstDay: unknown[][],
  lastDay: unknown[][],
  authorized: unknown[][],
  used: unknown[][],
  countedTo: unknown[][],
) {
  return cellByCell([firstDay, lastDay, authorized, used, countedTo], (cells): CellAnswer => {
    const first = dayIn(cells[0], "The first covered day");
    if (isCellProblem(first)) return first;
    const last = isBlankCell(cells[1]) || cells[1] === 0 ? null : dayIn(cells[1], "The last covered day");
    if (isCellProblem(last)) return last;
    const all = numberIn(cells[2], "Units authorized", 0);
    if (isCellProblem(all)) return all;
    const gone = numberIn(cells[3], "Units used", 0);
    if (isCellProblem(gone)) return gone;
    const counted = dayIn(cells[4], "The day up to which the use was counted");
    if (isCellProblem(counted)) return counted;
    if (last !== null && last < first) return wrong(`The period ends on ${last}, before it starts on ${first}.`);
    if (all === 0) return missing("No units are authorized, so none run out.");
    if (gone === 0) return missing("No units were used yet, so there is no pace to go by.");
    if (counted < first) return missing(`The use is counted to ${counted}, before the first covered day, ${first}.`);
    const use = {
      firstDay: first,
      lastDay: last,
      authorized: all,
      used: gone,
      countedTo: usageDay(counted, last, counted),
    };
    const day = runsOutDay(use);
    if (day === null)
      return missing("At this pace the units last more than ten years, and no last covered day is stated.");
    return isDay(day) ? serialOf(day) : day;
  });
}

function isDay(answer: string): answer is CalendarDate {
  return /^\d{4}-/.test(answer);
}
