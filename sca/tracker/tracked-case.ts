import type { CalendarDate } from "../values/calendar-date.ts";

/** The payer's answer to a request. `partiallyApproved`: less than was asked; `approvedOnAppeal`: first denied, then won. */
export const OUTCOMES = [
  "approved",
  "partiallyApproved",
  "denied",
  "pending",
  "withdrawn",
  "approvedOnAppeal",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why the patient is seen out of network. */
export const TRIGGERS = ["networkGap", "continuity", "specialty", "geographic", "costAlternative", "other"] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** How the payer pays: a percent of Medicare or of the billed charge, or dollars per day, per case or per unit. */
export const RATE_MODELS = ["percentOfMedicare", "percentOfBilled", "perDiem", "caseRate", "perUnit"] as const;
export type RateModel = (typeof RATE_MODELS)[number];

/** At which level of the plan's benefits the patient pays. */
export const COST_SHARINGS = ["inNetwork", "outOfNetwork"] as const;
export type CostSharing = (typeof COST_SHARINGS)[number];

/** The fields that a case states about its request. Absent means that the tracker does not say. */
export interface CaseFacts {
  payer?: string;
  patient?: string;
  dob?: CalendarDate;
  memberId?: string;
  groupNumber?: string;
  levelOfCare?: string;
  trigger?: Trigger;
  submitted?: CalendarDate;
  decided?: CalendarDate;
  outcome?: Outcome;
  denialReason?: string;
  model?: RateModel;
  /** A percent as 140 for 140 %, otherwise US dollars. */
  rate?: number;
  writtenConfirmation?: boolean;
  contactName?: string;
  contactPhone?: string;
  contactEmail?: string;
  costSharing?: CostSharing;
}
export type CaseField = keyof CaseFacts;

/** One code that the agreement covers. */
export interface TrackedService {
  code: string;
  modifiers?: string[];
  model?: RateModel;
  rate?: number;
  units?: number;
  unitsUsed?: number;
  rows?: number[];
  review?: string[];
  /** Typed into the ledger: where the service is furnished. A tracker's reading never fills this or what follows. */
  placeOfService?: string;
  /** Typed into the ledger: dollars for one unit that the rate is measured against instead of Medicare's. */
  ownBenchmark?: number;
  /** Typed into the ledger: what a unit is (day, visit, hour, 15 minutes). */
  unitBasis?: string;
  /** Typed into the ledger: dollars charged for one unit. */
  billedCharge?: number;
}

/** One authorization period; it may repeat a case field that differs for it (`null`: not stated for this period). */
export interface TrackedPeriod extends Partial<{ [F in CaseField]: CaseFacts[F] | null }> {
  authNumber?: string;
  authStart?: CalendarDate;
  authEnd?: CalendarDate;
  unitsAuthorized?: number;
  unitsUsed?: number;
  services?: TrackedService[];
  rows?: number[];
  review?: string[];
}

/** Where a case stands in the tracker. */
export interface CaseSource {
  /** Null in a text file. */
  sheet: string | null;
  /** Rows of the case, counted from 1; empty when the cases stand in columns. */
  rows: number[];
  /** Column letters, when the cases stand in columns. */
  columns?: string[];
  /** Older copies of the same case. */
  alsoAt?: { sheet: string | null; rows: number[] }[];
  /** The cells each field was read from, as addresses ("C14"), keyed by field name. */
  cells?: Record<string, string[]>;
}

/** One single case agreement request for one patient, as the tracker states it. */
export interface TrackedCase extends CaseFacts {
  /** The case's id in the ledger, the same from run to run. */
  id: string;
  source: CaseSource;
  services: TrackedService[];
  periods: TrackedPeriod[];
  /** Fields of the case that a person is asked about. */
  review: string[];
  /** Text of the case's cells that no field holds in full: "Heading: text", one per cell, nothing dropped. */
  notes: { at: string; heading: string; text: string }[];
}

/** What a row is that is not a case. */
export const ROW_KINDS = [
  "title",
  "header",
  "repeatedHeader",
  "section",
  "subtotal",
  "total",
  "legend",
  "note",
  "list",
  "summary",
  "example",
  "footer",
  "duplicate",
  "notSca",
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export interface NotCase {
  sheet: string | null;
  rows: number[];
  kind: RowKind;
}

/** A reading that the manager can choose: what she sees, and what the ledger would hold. */
export interface Candidate {
  /** As shown in the Review table. */
  label: string;
  /** As the field takes it: an ISO day, an enum word, a number, a text. */
  value: string | number | boolean | null;
}

/** One thing that a person has to settle. Questions with the same `settles` key are settled by one answer. */
export interface Question {
  /** Stable from run to run: the same cell and field give the same id. */
  id: string;
  /** What one answer settles everywhere: "date-order", "payer:bcbs", "word:status:a"; or the question's own id. */
  settles: string;
  caseId: string | null;
  sheet: string | null;
  /** Address of the cell, such as "C14". */
  cell: string;
  /** Field asked about, or null for a question about a row or column as a whole. */
  field: string | null;
  /** The cell's text as found. */
  found: string;
  /** One sentence for the manager: why it cannot be settled and what happens meanwhile. */
  why: string;
  candidates: Candidate[];
}

/** A settled question: the answer as the manager typed or chose it. */
export interface Answer {
  /** The `id` or the `settles` key of the question. */
  question: string;
  answer: string;
  /**
   * The cell's text when the question was asked, for an answer to one question. The answer holds only while the cell
   * says the same: rows move, and a question's id may then be another cell's.
   */
  found?: string;
}

/** Everything that was understood of a tracker. */
export interface Understanding {
  file: string;
  cases: TrackedCase[];
  notCases: NotCase[];
  questions: Question[];
  /** One line a table found: how its headings were read, for the manager to check. */
  headings: HeadingReading[];
}

/** How one heading of the tracker was read. */
export interface HeadingReading {
  sheet: string | null;
  cell: string;
  heading: string;
  /** The field, or null when the column is kept as notes. */
  field: string | null;
  /** 0 to 1. */
  confidence: number;
  reason: string;
}
