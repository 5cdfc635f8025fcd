import { kept, type LedgerTable } from "../ledger-table.ts";

/** What every column means: the lower part of the Start sheet. */
export const DICTIONARY_TABLE: LedgerTable = {
  name: "Dictionary",
  sheet: "Start",
  about: "What each column means and who fills it.",
  columns: [
    kept("Column", "text", 34, "The column's heading."),
    kept("Table", "text", 24, "The table."),
    kept("Filled by", "text", 18, "The tracker, you, a formula or the ledger itself."),
    kept("Meaning", "wrapped", 100, "What it holds."),
  ],
  conditions: [],
};
