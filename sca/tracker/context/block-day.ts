import type { CalendarDate } from "../../values/calendar-date.ts";
import { partsOfDay } from "../../values/calendar-date.ts";
import type { LineFacts } from "../claims/line-facts.ts";
import type { RecordLine } from "../layout/sheet-layout.ts";

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
 * A day that a card, block or line has settled before its next part is read: its last period's, else its answer's or request's.
 * Dates without a year on that line lie around it.
 */
export function blockDay(record: RecordLine, earlier: readonly LineFacts[]): CalendarDate | null {
  if (record.block === null && record.round === undefined) return null;
  for (let index = earlier.length - 1; index >= 0; index -= 1) {
    const line = earlier[index];
    if (
      line === undefined ||
      line.record.block !== record.block ||
      (record.block === null && line.record.at !== record.at)
    )
      return null;
    const day = latestDayOn(line);
    if (day !== null && partsOfDay(day).year > 1990) return day;
  }
  return null;
}
