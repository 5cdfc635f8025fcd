import { entered, type LedgerTable } from "../ledger-table.ts";

export const MEDICARE_RATES_TABLE: LedgerTable = {
  name: "MedicareRates",
  sheet: "Medicare rates",
  about: "One row a Medicare amount used as a benchmark.",
  columns: [
    entered("Code", "id", 10, "CPT or HCPCS code."),
    entered("Modifier", "id", 10, "Modifier that changes the amount."),
    entered("Release", "text", 14, "Year or release of the fee schedule."),
    entered("Locality", "text", 18, "Medicare locality."),
    entered("Setting", "text", 14, "Facility or non-facility."),
    entered("Amount", "money", 12, "Dollars for one unit."),
    entered("Source file", "text", 30, "The official file that it came from."),
  ],
  conditions: [],
};
