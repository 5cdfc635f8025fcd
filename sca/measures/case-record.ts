import type { Outcome, RateModel, Trigger } from "../tracker/tracked-case.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { Cents } from "../values/money.ts";
import type { AgreedAmount } from "./agreed-amount.ts";

/**
 * One request as the ledger has it on the as-of day, with all that hangs on it: what every measure counts. What was
 * decided later is pending here; what happened later is not here. Nothing that a person is asked about is a figure here.
 */
export interface CaseRecord {
  readonly id: string;
  /** Null where the ledger does not state one, or a person is asked about it. */
  readonly payer: string | null;
  readonly trigger: Trigger | null;
  readonly levelOfCare: string | null;
  readonly owner: string | null;
  /** Undefined where it is blank or no word of the ledger: then it counts as pending. */
  readonly outcome: Outcome | undefined;
  /** Fields of the case that a person is asked about. */
  readonly review: readonly string[];
  readonly submitted: CalendarDate | null;
  /** Null while the request is pending. */
  readonly decided: CalendarDate | null;
  /** How an appeal ended, in the ledger's words; blank where none did. */
  readonly appealOutcome: string;
  /** How long the request waited; null where the days are not known or contradict each other. */
  readonly wait: Wait | null;
  /** Expected dollars: rate × units authorized. */
  readonly agreed: AgreedAmount;
  readonly lines: readonly LineRecord[];
  readonly periods: readonly PeriodRecord[];
  readonly negotiations: readonly NegotiationRecord[];
  readonly claims: readonly ClaimRecord[];
}

/** A time from the sending of a request. */
export interface Wait {
  /** Business days. */
  readonly days: number;
  /** False: still waiting after so many days, for nobody knows how many more. */
  readonly decided: boolean;
}

/** A rate as it is agreed or offered, ready to be set against another. */
export interface RateRecord {
  readonly model: RateModel;
  /** 140 for 140 percent, otherwise US dollars. */
  readonly rate: number;
  /** Day, hour or 15 minutes, where the rate is not for one service of the code. */
  readonly unit: string | null;
  /** What it comes to for one unit, in dollars; null where that cannot be told. */
  readonly dollarsPerUnit: number | null;
}

/** One code under a case. */
export interface LineRecord {
  readonly id: string;
  readonly code: string;
  /** What payers negotiate as one thing with this code. */
  readonly family: string;
  readonly periodId: string;
  /** Granted or denied; false while it is pending, and where it was withdrawn. */
  readonly isDecided: boolean;
  readonly isGranted: boolean;
  /** Null where none is stated, and while Review asks about it. */
  readonly rate: RateRecord | null;
  readonly unitsRequested: number | null;
  /** For this code, or of its authorization where it is the only code. */
  readonly unitsAuthorized: number | null;
  readonly unitsUsed: number | null;
  /** Rate × units authorized, to the cent; null where it cannot be told. */
  readonly agreed: Cents | null;
  /** Medicare's amount for the same units, to the cent; null for lines that are in no multiple. */
  readonly medicare: Cents | null;
  /** Agreed rate over the benchmark of one unit; a number wherever `medicare` is one. */
  readonly multiple: number | null;
}

/** One authorization of a case. */
export interface PeriodRecord {
  readonly id: string;
  readonly isGranted: boolean;
  readonly firstDay: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly unitsAuthorized: number | null;
  readonly unitsUsed: number | null;
  /** The rate for the authorization as a whole: its own, else its only code's, else the case's. */
  readonly rate: RateRecord | null;
}

/** What was asked and offered for one code of a case, or for a case without codes. */
export interface NegotiationRecord {
  /** In the order in which they were made. */
  readonly moves: readonly MoveRecord[];
  /** What it ended with; null where nothing was agreed. */
  readonly agreed: RateRecord | null;
}

export interface MoveRecord {
  readonly side: "payer" | "provider";
  /** Null where the row has no rate that can be used. */
  readonly rate: RateRecord | null;
}

/** One claim line under a case. */
export interface ClaimRecord {
  readonly day: CalendarDate | null;
  readonly code: string;
  readonly units: number | null;
  readonly paid: Cents | null;
  /** Dollars under the agreement as the ledger's column Expected states them. */
  readonly expected: Cents | null;
}
