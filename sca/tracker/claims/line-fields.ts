import type { CaseField } from "../tracked-case.ts";
import type { FieldName } from "./claim.ts";

/** The fields of a case, in the order in which they are asked about. */
export const CASE_FIELDS: readonly CaseField[] = [
  "payer",
  "patient",
  "dob",
  "memberId",
  "groupNumber",
  "levelOfCare",
  "trigger",
  "submitted",
  "decided",
  "outcome",
  "denialReason",
  "model",
  "rate",
  "writtenConfirmation",
  "contactName",
  "contactPhone",
  "contactEmail",
  "costSharing",
];

/** The fields that a line can settle: those of its case, then those of its authorization period. */
export const LINE_FIELDS: readonly FieldName[] = [
  ...CASE_FIELDS,
  "authNumber",
  "authStart",
  "authEnd",
  "unitsAuthorized",
  "unitsUsed",
];
