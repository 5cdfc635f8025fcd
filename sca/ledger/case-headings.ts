import type { CaseField } from "../tracker/tracked-case.ts";

/** The fields of a case and the headings that hold them, on Cases and (where a period differs) on Authorizations. */
export const CASE_HEADINGS: Readonly<Record<CaseField, string>> = {
  payer: "Payer",
  patient: "Patient",
  dob: "Date of birth",
  memberId: "Member id",
  groupNumber: "Group number",
  levelOfCare: "Level of care",
  trigger: "Trigger",
  submitted: "Submitted",
  decided: "Decided",
  outcome: "Outcome",
  denialReason: "Denial reason",
  model: "Rate model",
  rate: "Agreed rate",
  writtenConfirmation: "Written confirmation",
  contactName: "Contact name",
  contactPhone: "Contact phone",
  contactEmail: "Contact email",
  costSharing: "Cost sharing",
};
