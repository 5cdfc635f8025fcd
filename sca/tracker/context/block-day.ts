import type { CalendarDate } from "../../values/calendar-date.ts";
import { partsOfDay } from "../../values/calendar-date.ts";
import type { LineFacts } from "../claims/line-facts.ts";

const NEAREST = ["authEnd", "authStart", "decided", "submitted"] as const;

function latestDayOn(line: LineFacts): CalendarDate | null {
  for (const field of NEAREST) {
    for (const claim of line.claims) {
      if (claim.field === field && claim.value !== null && !claim.doubt) return claim.value as CalendarDate;
    }
  }
  return null;
}

/**
 * A day that a card or block has settled before its next line is read: its last period's, else its answer's or request's.
 * Dates without a year on that line lie around it.
 */
export function blockDay(block: number | null, earlier: readonly LineFacts[]): CalendarDate | null {
  if (block === null) return null;
  for (let index = earlier.length - 1; index >= 0; index -= 1) {
    const line = earlier[index];
    if (line === undefined || line.record.block !== block) return null;
    const day = latestDayOn(line);
    if (day !== null && partsOfDay(day).year > 1990) return day;
  }
  return null;
}
