import { type CalendarDate, daysBetween } from "../../values/calendar-date.ts";
import { findDates } from "../dates/find-dates.ts";
import { findUnits } from "../units/find-units.ts";
import { claim, type LineDraft } from "./line-draft.ts";

/** Levels of care that are authorized by the day. */
const BY_THE_DAY: ReadonlySet<string> = new Set(["Detox", "RTC", "IP", "PHP", "IOP"]);

/**
 * Days named beside an authorization's dates ("4/2–4/6 (5d)") are the units it grants where care is authorized by the day
 * and the dates bear the count out; elsewhere "30 days" is only how long it lasts.
 */
export function claimDaysOfSpan(draft: LineDraft): void {
  if (draft.claims.some((entry) => entry.field === "unitsAuthorized")) return;
  const byTheDay = draft.claims.some(
    (entry) =>
      (entry.field === "levelOfCare" && BY_THE_DAY.has(String(entry.value))) ||
      (entry.field === "model" && entry.value === "perDiem"),
  );
  const start = draft.claims.find((entry) => entry.field === "authStart" && entry.value !== null);
  const end = draft.claims.find((entry) => entry.field === "authEnd" && entry.value !== null);
  if (!byTheDay || !start || !end || start.cell !== end.cell) return;
  const days = daysBetween(start.value as CalendarDate, end.value as CalendarDate) + 1;
  const span = findDates(start.cell.text).find((date) => date.kind === "span");
  if (!span) return;
  const counts = findUnits(start.cell.text).filter(
    (unit) =>
      unit.start >= span.end &&
      unit.authorized !== undefined &&
      (unit.duration === true || unit.unit === "day" || unit.weak === true),
  );
  const [count] = counts;
  if (
    counts.length === 1 &&
    count?.authorized !== undefined &&
    (count.authorized === days || count.authorized === days - 1)
  ) {
    claim(draft, "unitsAuthorized", count.authorized, { cell: start.cell, trust: 0.85, origin: "packed" });
  }
}
