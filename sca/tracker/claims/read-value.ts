import type { Meaning } from "../headings/meaning.ts";
import { readAnswer, readCostShare, readLevel, readReason, readWhy, readWritten } from "./read-answer-value.ts";
import { readCodes, readRequestedCodes } from "./read-code-value.ts";
import { readContactCell, readEmailCell, readPhoneCell } from "./read-contact-value.ts";
import { readLeft, readRequested, readUnits } from "./read-count-value.ts";
import { readDay, readSpan } from "./read-date-value.ts";
import { readBirth, readId, readPatient, readPayer } from "./read-identity-value.ts";
import { readRate, readRateModel } from "./read-rate-value.ts";
import type { ValueReader } from "./value.ts";

/** How each meaning's cells are read. Meanings without a reader are kept as notes. */
export const READERS: Partial<Readonly<Record<Meaning, ValueReader>>> = {
  patient: readPatient,
  dob: (draft, value) => readBirth(draft, value, true),
  payer: readPayer,
  memberId: readId("memberId"),
  groupNumber: readId("groupNumber"),
  authNumber: readId("authNumber"),
  levelOfCare: readLevel,
  trigger: readWhy,
  submitted: readDay("submitted"),
  decided: readDay("decided"),
  authStart: readDay("authStart"),
  authEnd: readDay("authEnd"),
  authSpan: readSpan,
  outcome: readAnswer,
  denialReason: readReason,
  rate: (draft, value) => readRate(draft, value, "agreed"),
  ratePercent: (draft, value) => readRate(draft, value, "percent"),
  rateCents: (draft, value) => readRate(draft, value, "cents"),
  rateModel: readRateModel,
  writtenConfirmation: readWritten,
  contact: readContactCell,
  contactName: readContactCell,
  contactPhone: readPhoneCell,
  contactEmail: readEmailCell,
  costSharing: readCostShare,
  code: readCodes,
  codeRequested: readRequestedCodes,
  unitsAuthorized: readUnits("unitsAuthorized", "authorized"),
  unitsUsed: readUnits("unitsUsed", "used"),
  unitsRequested: readRequested,
  unitsLeft: readLeft,
  unitsUsedOfAuthorized: readUnits("unitsAuthorized", "pair"),
};
