import type { ClaimRecord } from "../measures/case-record.ts";
import type { Band } from "../rates/negotiation-bands.ts";
import type { PayerPolicy } from "../rates/payer-policy.ts";
import type { CalendarDate } from "../values/calendar-date.ts";

/** One in-network office that was tried for a patient: the evidence of a gap. */
export interface AccessAttempt {
  readonly caseId: string;
  readonly day: CalendarDate | null;
  /** Calendar days until the first appointment offered; null where none was offered or nobody noted it. */
  readonly waitDays: number | null;
  readonly miles: number | null;
  /** Why the patient cannot be seen there, as typed: it may name a patient, and stays inside. */
  readonly reason: string;
  /** As typed; stays inside. */
  readonly office: string;
}

/** A claim line with the number that it is disputed by. */
export interface NumberedClaim {
  readonly caseId: string;
  readonly number: string;
  readonly claim: ClaimRecord;
}

/** What the sheet Payers says of a payer. */
export interface PayerHabits {
  /** The payer's own range over Medicare; null where the settings' range holds. */
  readonly band: Band | null;
  readonly policy: PayerPolicy | null;
}

/** What is taken as given, from Settings; each is printed beside the figures that rest on it. */
export interface ContractingAssumptions {
  /** Dollars that one session, unit or day costs us; null where nobody states it. */
  readonly costPerUnit: number | null;
  /** The practice's usual range over Medicare. */
  readonly band: Band;
  /** Hours of our staff for one request, from the search for an in-network office to the last renewal. */
  readonly hoursPerRequest: number;
  /** Dollars for one hour of that staff, with benefits. */
  readonly hourCost: number;
  /** Hours a year that a contract takes: credentialing, roster, renewals. */
  readonly contractHours: number;
}
