import { entered, type LedgerTable } from "../ledger-table.ts";

export const HOLIDAYS_TABLE: LedgerTable = {
  name: "Holidays",
  sheet: "Settings",
  about: "Days that are no business days, beside Saturdays and Sundays. Add your own.",
  columns: [
    entered("Day", "date", 13, "A day on which payers do not work."),
    entered("Holiday", "text", 38, "Its name."),
  ],
  conditions: [],
};
