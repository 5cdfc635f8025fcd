import { thisRow } from "./ledger-table.ts";

/** What a case and its other tables say about one term of its agreement. */
export interface TermEvidence {
  /** True when the case's own cell under that heading is filled. */
  filled(heading: string): boolean;
  readonly writtenConfirmation: boolean;
  /** Authorizations of the case with a first and a last covered day. */
  readonly datedPeriods: number;
  readonly numberedPeriods: number;
  readonly periodsWithUnits: number;
  readonly periodsWithRate: number;
  readonly periodsWithModel: number;
  readonly codes: number;
  readonly linesWithUnits: number;
  readonly linesWithRate: number;
  readonly linesWithModel: number;
}

/** A term that the agreement must state, and how the ledger sees that it is missing. */
export interface RequiredTerm {
  readonly label: string;
  readonly isMissing: (evidence: TermEvidence) => boolean;
  /** The same test as a formula on a row of Cases. */
  readonly missing: string;
}

const cell = thisRow("Cases");

function ownCell(label: string, heading: string): RequiredTerm {
  return { label, isMissing: (evidence) => !evidence.filled(heading), missing: `${cell(heading)}=""` };
}

function counted(table: string, ...criteria: readonly (readonly [heading: string, criterion: string])[]): string {
  const rest = criteria.map(([heading, criterion]) => `,${table}[${heading}],"${criterion}"`).join("");
  return `COUNTIFS(${table}[Case id],${cell("Case id")}${rest})=0`;
}

const PERIODS = "AuthorizationPeriods";
const LINES = "ServiceLines";

/** The terms that every agreement must state (the guides' list of what to have in writing), as far as the ledger holds them. */
export const REQUIRED_TERMS: readonly RequiredTerm[] = [
  ownCell("Payer", "Payer"),
  ownCell("Patient", "Patient"),
  ownCell("Date of birth", "Date of birth"),
  ownCell("Member id", "Member id"),
  ownCell("Group number", "Group number"),
  {
    label: "First and last covered day",
    isMissing: (evidence) => evidence.datedPeriods === 0,
    missing: counted(PERIODS, ["First covered day", ">0"], ["Last covered day", ">0"]),
  },
  { label: "Codes", isMissing: (evidence) => evidence.codes === 0, missing: counted(LINES, ["Code", "<>"]) },
  {
    label: "Rate",
    isMissing: (evidence) => !evidence.filled("Agreed rate") && evidence.linesWithRate + evidence.periodsWithRate === 0,
    missing: `AND(${cell("Agreed rate")}="",${counted(LINES, ["Agreed rate", ">0"])},${counted(PERIODS, ["Agreed rate", ">0"])})`,
  },
  {
    label: "What the rate is per",
    isMissing: (evidence) =>
      !evidence.filled("Rate model") && evidence.linesWithModel + evidence.periodsWithModel === 0,
    missing: `AND(${cell("Rate model")}="",${counted(LINES, ["Rate model", "<>"])},${counted(PERIODS, ["Rate model", "<>"])})`,
  },
  {
    label: "Units",
    isMissing: (evidence) => evidence.periodsWithUnits + evidence.linesWithUnits === 0,
    missing: `AND(${counted(PERIODS, ["Units authorized", ">0"])},${counted(LINES, ["Units authorized", ">0"])})`,
  },
  {
    label: "Authorization number",
    isMissing: (evidence) => evidence.numberedPeriods === 0,
    missing: counted(PERIODS, ["Auth number", "<>"]),
  },
  ownCell("Cost sharing", "Cost sharing"),
  ownCell("No balance billing", "Balance billing waived"),
  ownCell("Facility and professional", "Facility and professional"),
  ownCell("Renewal process", "Renewal process"),
  ownCell("Claims route", "Claims route"),
  ownCell("Timely filing", "Timely filing days"),
  ownCell("Contact name", "Contact name"),
  {
    label: "Contact phone or email",
    isMissing: (evidence) => !evidence.filled("Contact phone") && !evidence.filled("Contact email"),
    missing: `AND(${cell("Contact phone")}="",${cell("Contact email")}="")`,
  },
  {
    label: "Written confirmation",
    isMissing: (evidence) => !evidence.writtenConfirmation,
    missing: `${cell("Written confirmation")}<>"Yes"`,
  },
];
