import type { FieldName } from "./claim.ts";

/** The fields that a line can settle, in the order in which they are asked about. */
export const LINE_FIELDS: readonly FieldName[] = [
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
  "authNumber",
  "authStart",
  "authEnd",
  "unitsAuthorized",
  "unitsUsed",
];
