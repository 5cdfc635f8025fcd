import { MEANINGS, type Meaning } from "../tracker/headings/meaning.ts";
import { fieldHeading } from "./asked-fields.ts";

/** What a heading can mean beside the ledger's own fields, in the manager's words. */
const WORDS: Partial<Record<Meaning, string>> = {
  patientFirst: "Patient, first name",
  patientLast: "Patient, last name",
  patientMiddle: "Patient, middle name",
  patientSuffix: "Patient, suffix",
  rateAsked: "Rate asked for",
  rateOffered: "Rate offered",
  ratePercent: "Agreed rate, in percent",
  rateCents: "Agreed rate, cents",
  contact: "Contact",
  codeRequested: "Code asked for",
  modifier: "Modifiers",
  authSpan: "First and last covered day",
  unitsRequested: "Units requested",
  unitsLeft: "Units left",
  unitsUsedOfAuthorized: "Units used of units authorized",
  caseNumber: "The tracker's case number",
  parentCase: "The case it continues",
  lineKind: "Kind of line",
  networkStatus: "In or out of network",
  testFlag: "Marked as a test",
  duplicateOf: "Marked as a duplicate",
  appealDecided: "Appeal decided",
  notes: "Notes",
  request: "What was asked, in words",
  reply: "What was answered, in words",
  reference: "Notes (a reference number)",
  recordNumber: "Notes (a record number)",
  otherPerson: "Notes (another person)",
  otherDate: "Notes (another date)",
  entryDate: "Date of the entry",
  otherAmount: "Notes (another amount)",
  otherPlan: "Notes (another plan)",
  other: "Notes",
};

/**
 * What a heading was read as, for the manager to check; several meanings of one column side by side.
 *
 * @example meaningWords("unitsAuthorized + unitsUsed") is "Units authorized + Units used"
 */
export function meaningWords(field: string | null): string {
  if (field === null || field === "") return "Notes";
  return field
    .split(" + ")
    .map((meaning) => (WORDS as Readonly<Record<string, string>>)[meaning] ?? inWords(fieldHeading(meaning)))
    .join(" + ");
}

/** A meaning that no list knows yet, as words: "billedCharge" is "Billed charge". */
function inWords(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The meaning that these words stand for, whatever their case; null for words that name none.
 *
 * @example meaningNamed("last covered day") is "authEnd"
 */
export function meaningNamed(words: string): Meaning | null {
  const wanted = words.replace(/\s+/g, " ").trim().toLowerCase();
  if (wanted === "notes") return "other";
  return (
    MEANINGS.find((meaning) => meaning.toLowerCase() === wanted || meaningWords(meaning).toLowerCase() === wanted) ??
    null
  );
}
