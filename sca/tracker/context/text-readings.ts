import { findCodes } from "../codes/find-codes.ts";
import { modifiersInCell } from "../codes/modifiers-in-cell.ts";
import { findDates } from "../dates/find-dates.ts";
import { findIdentifiers } from "../identifiers/find-identifiers.ts";
import { readContact } from "../people/contact.ts";
import { findContacts } from "../people/contact-mentions.ts";
import { findEmails } from "../people/emails.ts";
import { readPatientName } from "../people/patient-name.ts";
import { looksLikePersonName } from "../people/person-likeness.ts";
import { findPhones } from "../people/phones.ts";
import { findRates } from "../rates/find-rates.ts";
import { readRateBasis } from "../rates/rate-basis.ts";
import { findUnits } from "../units/find-units.ts";
import { readCostSharing } from "../vocabulary/cost-sharing.ts";
import { findLevelsOfCare, readLevelOfCare } from "../vocabulary/levels-of-care.ts";
import { readOutcome } from "../vocabulary/outcomes.ts";
import { findPayers, matchPayer } from "../vocabulary/payers.ts";
import { readTrigger } from "../vocabulary/triggers.ts";
import { readWrittenConfirmation } from "../vocabulary/written-confirmation.ts";
import { remembered } from "./remembered.ts";

/** The value readers, each text read once: what profiles, columns, sections and prose ask of the same cell is asked once. */
export const reading = {
  codes: remembered((text) => findCodes(text)),
  codesOfColumn: remembered((text) => findCodes(text, { expect: "codes" })),
  modifiers: remembered(modifiersInCell),
  dates: remembered(findDates),
  identifiers: remembered(findIdentifiers),
  contact: remembered(readContact),
  contacts: remembered((text) => findContacts(text)),
  emails: remembered(findEmails),
  patientName: remembered(readPatientName),
  personLikeness: remembered(looksLikePersonName),
  phones: remembered(findPhones),
  rates: remembered((text) => findRates(text)),
  ratesOfColumn: remembered((text) => findRates(text, { expect: "rates" })),
  rateBasis: remembered((text) => readRateBasis(text)),
  units: remembered(findUnits),
  costSharing: remembered(readCostSharing),
  level: remembered(readLevelOfCare),
  levels: remembered(findLevelsOfCare),
  outcome: remembered(readOutcome),
  payer: remembered(matchPayer),
  payers: remembered(findPayers),
  trigger: remembered(readTrigger),
  written: remembered((text) => readWrittenConfirmation(text)),
  writtenInProse: remembered((text) => readWrittenConfirmation(text, { prose: true })),
} as const;
