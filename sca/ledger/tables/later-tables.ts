import { calculated, entered, type LedgerTable, thisRow } from "../ledger-table.ts";
import { OFFERS_TABLE } from "./offers-table.ts";
import { PAYER_PRICES_TABLE } from "./payer-prices-table.ts";

/*
 * Tables that are declared from the start and get a sheet when they first hold rows: a first ledger stays small.
 */

const FOLLOW_UPS_TABLE: LedgerTable = {
  name: "FollowUps",
  sheet: "Follow-ups",
  about: "One row a contact with a payer.",
  columns: [
    entered("Case id", "id", 14, "The case on the Cases sheet."),
    entered("Date", "date", 12, "The day of the contact."),
    entered("Who", "text", 20, "Whom you reached."),
    entered("Channel", "text", 12, "Phone, portal, fax, email or mail."),
    entered("Reference number", "id", 18, "The call's or message's reference number."),
    entered("Said", "wrapped", 40, "What was said."),
    entered("Promised", "wrapped", 30, "What was promised."),
    entered("Next touch", "date", 12, "When to try again."),
  ],
  conditions: [],
};

const ACCESS_ATTEMPTS_TABLE: LedgerTable = {
  name: "AccessAttempts",
  sheet: "Access attempts",
  about: "One row an in-network office tried for the patient: the evidence of a network gap.",
  columns: [
    entered("Case id", "id", 14, "The case on the Cases sheet."),
    entered("Office", "text", 26, "The in-network office."),
    entered("Date", "date", 12, "The day of the call."),
    entered("Wait offered", "whole", 10, "Days until the first appointment offered."),
    entered("Miles", "decimal", 9, "Distance from the patient's home."),
    entered("Why not viable", "wrapped", 40, "Why the patient cannot be seen there."),
  ],
  conditions: [],
};

const claim = thisRow("Claims");
const CLAIMS_TABLE: LedgerTable = {
  name: "Claims",
  sheet: "Claims",
  about: "One row a claim line under a case.",
  columns: [
    entered("Case id", "id", 14, "The case on the Cases sheet."),
    entered("Claim number", "id", 18, "The payer's claim number."),
    entered("Date of service", "date", 12, "The day of the service."),
    entered("Code", "id", 10, "The code billed."),
    entered("Units", "decimal", 9, "Units billed."),
    entered("Auth number on claim", "id", 18, "The authorization number that the claim carried."),
    entered("Billed", "money", 12, "Dollars billed."),
    entered("Allowed", "money", 12, "Dollars allowed."),
    entered("Paid", "money", 12, "Dollars paid."),
    entered("Status", "text", 14, "Where the claim stands."),
    entered("Adjustment reason", "wrapped", 30, "The payer's reason."),
    entered("Expected", "money", 12, "Dollars under the agreement."),
    calculated(
      "Variance",
      "money",
      12,
      `IF(AND(ISNUMBER(${claim("Paid")}),ISNUMBER(${claim("Expected")})),${claim("Paid")}-${claim("Expected")},"")`,
      "Paid less expected.",
    ),
  ],
  conditions: [{ column: "Variance", when: "AND(ISNUMBER({Variance}),N({Variance})<0)", signal: "urgent" }],
};

export const LATER_TABLES: readonly LedgerTable[] = [
  PAYER_PRICES_TABLE,
  OFFERS_TABLE,
  FOLLOW_UPS_TABLE,
  ACCESS_ATTEMPTS_TABLE,
  CLAIMS_TABLE,
];
