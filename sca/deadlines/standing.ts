import { addBusinessDays } from "../values/business-days.ts";
import type { CalendarDate } from "../values/calendar-date.ts";

/** Where an authorization stands on the as-of day, in the words of the ledger. */
export const AUTHORIZATION_STANDINGS = [
  "Not in force (pending)",
  "Not in force (denied)",
  "Not in force (withdrawn)",
  "No dates",
  "Dates conflict",
  "Not started",
  "No end day",
  "In force",
  "Due",
  "Overdue",
  "Renewal requested",
  "Used up",
  "Renewed",
  "Lapsed",
] as const;
export type AuthorizationStanding = (typeof AUTHORIZATION_STANDINGS)[number];

/** What the standing of one authorization rests on. */
export interface AuthorizationState {
  /** The answer that keeps it from being in force, where there is one. */
  readonly notInForce: "pending" | "denied" | "withdrawn" | null;
  readonly firstDay: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly unitsLeft: number | null;
  readonly requestBy: CalendarDate | null;
  /** A later authorization of the same case continues it. */
  readonly followed: boolean;
  /** A later authorization of the same case is asked for and not yet decided. */
  readonly renewalPending: boolean;
}

/**
 * The standing of an authorization, the first of these that holds:
 * not in force (pending, denied, withdrawn) · no dates · dates conflict (it ends before it starts) · not started ·
 * without an end: used up or no end day · past its last covered day: renewed if another follows, else lapsed ·
 * used up · in force until `noticeBusinessDays` before the request-by day, or when another follows ·
 * renewal requested · overdue (the request-by day is past) · due.
 *
 * @example last covered day 2025-07-18, request by 2025-07-11, notice 5: on 2025-07-03 "In force", on 2025-07-07
 * "Due", on 2025-07-14 "Overdue", on 2025-07-19 "Lapsed" (with 4 July kept as a holiday)
 */
export function standingOf(
  state: AuthorizationState,
  asOf: CalendarDate,
  noticeBusinessDays: number,
  holidays: ReadonlySet<CalendarDate>,
): AuthorizationStanding {
  const { firstDay, lastDay, requestBy } = state;
  if (state.notInForce !== null) return `Not in force (${state.notInForce})`;
  if (firstDay === null && lastDay === null) return "No dates";
  if (firstDay !== null && lastDay !== null && lastDay < firstDay) return "Dates conflict";
  if (firstDay !== null && asOf < firstDay) return "Not started";
  const usedUp = state.unitsLeft !== null && state.unitsLeft <= 0;
  if (lastDay === null) return usedUp ? "Used up" : "No end day";
  if (asOf > lastDay) return state.followed ? "Renewed" : "Lapsed";
  if (usedUp) return "Used up";
  if (state.followed || requestBy === null) return "In force";
  if (asOf < addBusinessDays(requestBy, -Math.trunc(noticeBusinessDays), holidays)) return "In force";
  if (state.renewalPending) return "Renewal requested";
  return asOf > requestBy ? "Overdue" : "Due";
}
