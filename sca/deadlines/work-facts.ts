import type { CalendarDate } from "../values/calendar-date.ts";
import type { Cents } from "../values/money.ts";
import type { AFTER_THE_END } from "./countdown.ts";
import type { AuthorizationStanding } from "./standing.ts";

/** Whose work it is about. */
export interface WorkSubject {
  readonly caseId: string;
  readonly patient: string;
  readonly payer: string;
}

/** One authorization as its countdown stands. */
export interface AuthorizationFacts extends WorkSubject {
  readonly periodId: string;
  readonly authNumber: string;
  readonly standing: AuthorizationStanding | null;
  readonly lastDay: CalendarDate | null;
  readonly requestBy: CalendarDate | null;
  readonly runsOut: CalendarDate | typeof AFTER_THE_END | null;
  /** Units left times the agreed rate; null where it is not known. */
  readonly atRisk: Cents | null;
}

/** A request that waits for its decision. */
export interface PendingFacts extends WorkSubject {
  readonly submitted: CalendarDate | null;
  /** Business days waited; null where the day of sending is not known. */
  readonly waited: number | null;
  readonly escalateAfter: number;
}

/** An approval that nobody has in writing. */
export interface VerbalFacts extends WorkSubject {
  readonly decided: CalendarDate | null;
  readonly expected: Cents | null;
}

/** One contact with a payer, as it was logged. */
export interface ContactFacts {
  readonly caseId: string;
  readonly day: CalendarDate | null;
  readonly nextTouch: CalendarDate | null;
  readonly promised: string;
}

/** A next touch that stands on the case itself. */
export interface TouchFacts extends WorkSubject {
  readonly day: CalendarDate;
  readonly step: string;
}

/** What the worklist of a day is made from. */
export interface WorkFacts {
  readonly asOf: CalendarDate;
  readonly holidays: ReadonlySet<CalendarDate>;
  /** Business days before the request-by day from which an authorization is due. */
  readonly dueNotice: number;
  /** Days for which a lapse counts as recent. */
  readonly lapseAlert: number;
  readonly authorizations: readonly AuthorizationFacts[];
  readonly pending: readonly PendingFacts[];
  readonly verbal: readonly VerbalFacts[];
  readonly touches: readonly TouchFacts[];
  /** In the order in which they were logged. */
  readonly contacts: readonly ContactFacts[];
  /** The cases by id, for contacts. */
  readonly subjects: ReadonlyMap<string, WorkSubject>;
  /** Approved cases for which nobody logged whether there is written proof. */
  readonly withoutProof: number;
}
