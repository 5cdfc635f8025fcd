import type { CalendarDate } from "../values/calendar-date.ts";

/** What a plan is to the law of networks. */
export type PlanKind = "exchange" | "stateRegulated" | "medicaidManagedCare" | "medicareAdvantage";

/** What kind of care a patient is looking for, as standards tell it apart. */
export type CareKind = "behavioralHealth" | "specialist" | "primaryCare";

/** How soon it is needed. */
export type Urgency = "routine" | "urgent";

/** The most that an enrollee has to wait or travel. */
export type AccessLimit =
  | { readonly kind: "wait"; readonly most: number; readonly unit: "hours" | "calendar days" | "business days" }
  | { readonly kind: "distance"; readonly most: number; readonly unit: "miles" };

/** One standard of network adequacy, as a law or a regulator states it. */
export interface AdequacyStandard {
  readonly id: string;
  readonly plans: readonly PlanKind[];
  /** Two letters; null where it holds in every state. */
  readonly state: string | null;
  readonly care: readonly CareKind[];
  /** Null where it holds however soon the care is needed. */
  readonly urgency: Urgency | null;
  readonly limit: AccessLimit;
  /**
   * What else has to be so, which a ledger does not tell, after "holds where"; null where nothing has to. What has a
   * condition is shown, and no attempt counts as beyond it.
   */
  readonly condition: string | null;
  /** Where it is written, as a letter would cite it. */
  readonly source: string;
  /** Its first day; null where that is not known, though it is in force. */
  readonly effective: CalendarDate | null;
  /** Confirmed: the rule's own words were read. To be checked: only others who restate it, or an earlier text, were. */
  readonly status: "confirmed" | "to be checked";
  /** What was read, and of when. */
  readonly read: string;
}
