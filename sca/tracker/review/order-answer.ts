import { type CalendarDate, partsOfDay } from "../../values/calendar-date.ts";
import type { DateOrder } from "../dates/date-order.ts";
import { findDates } from "../dates/find-dates.ts";

/** The word that comes first tells: "month first", "MM/DD", "day/month". */
const FIRST_WORD = /\b(?:(month|mdy|mm?[/.-]dd?)|(day|dmy|dd?[/.-]mm?))/i;

/** The order of day and month that an answer names; null where it names none. */
export function namedOrder(text: string): DateOrder | null {
  const found = FIRST_WORD.exec(text);
  if (found === null) return null;
  return found[1] === undefined ? "dmy" : "mdy";
}

/**
 * The order in which the figures of a cell have to be read to give this day; null where neither or either does.
 *
 * @example orderThatGives("3/4/25", "2025-04-03") is "dmy"
 */
export function orderThatGives(found: string, day: CalendarDate): DateOrder | null {
  const { month, day: dayOfMonth } = partsOfDay(day);
  for (const mention of findDates(found)) {
    for (const written of mention.kind === "day" ? [mention.day] : [mention.from, mention.to]) {
      if (written?.kind !== "numeric" || written.first === written.second) continue;
      if (written.first === month && written.second === dayOfMonth) return "mdy";
      if (written.first === dayOfMonth && written.second === month) return "dmy";
    }
  }
  return null;
}
