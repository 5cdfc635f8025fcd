import { type CalendarDate, calendarDate } from "../values/calendar-date.ts";
import type { Track } from "./fee-schedule.ts";

/** A span of days and its conversion factors in ten-thousandths of a dollar; the last day is the year's. */
export interface FactorSpan {
  /** Null for no day: a day that the calendar does not have. */
  readonly from: CalendarDate | null;
  readonly nonQp: number;
  /** Where the law has one for qualifying participants of advanced payment models (MACRA, from 2026). */
  readonly qp: number | null;
}

/** Every conversion factor that Medicare paid by: the one list of them, also for telling CMS's files by their factor. */
export const FACTOR_SPANS: readonly FactorSpan[] = [
  { from: calendarDate(2020, 1, 1), nonQp: 360896, qp: null }, // RVU20A to D
  { from: calendarDate(2021, 1, 1), nonQp: 348931, qp: null }, // RVU21A to D; 32.4085 was replaced before it was used
  { from: calendarDate(2022, 1, 1), nonQp: 346062, qp: null }, // RVU22A to D
  { from: calendarDate(2023, 1, 1), nonQp: 338872, qp: null }, // RVU23A to D
  { from: calendarDate(2024, 1, 1), nonQp: 327442, qp: null }, // RVU24A
  { from: calendarDate(2024, 3, 9), nonQp: 332875, qp: null }, // RVU24AR: Consolidated Appropriations Act, 2024
  { from: calendarDate(2025, 1, 1), nonQp: 323465, qp: null }, // RVU25D
  { from: calendarDate(2026, 1, 1), nonQp: 334009, qp: 335675 }, // CY 2026 final rule; RVU26B
];
/** Behind this year the factor is whatever the loaded release of the year states. */
const LAST_YEAR = "2026";

/** From this year on there are two conversion factors (MACRA). */
export const FIRST_YEAR_OF_TRACKS = 2026;

/**
 * The physician fee schedule's conversion factor on a day, in ten-thousandths of a dollar. It follows the day of service,
 * not the file: 2024 has two. Before 2026 both tracks have the same. Null outside 2020 to 2026.
 * Source: the conversion factor printed in CMS's relative value files of each year (PPRRVU, column CONV FACTOR).
 *
 * @example conversionFactorOn("2024-03-08", "nonQp") is 327442, which is $32.7442; a day later it is 332875
 */
export function conversionFactorOn(day: CalendarDate, track: Track): number | null {
  if (day.slice(0, 4) > LAST_YEAR) return null;
  const span = FACTOR_SPANS.findLast(({ from }) => from !== null && from <= day);
  if (span === undefined) return null;
  return track === "qp" ? (span.qp ?? span.nonQp) : span.nonQp;
}

/** A conversion factor as CMS prints it: 334009 is "33.4009". */
export function printFactor(factor: number): string {
  const digits = String(factor).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
