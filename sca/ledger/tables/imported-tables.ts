import { kept, type LedgerTable } from "../ledger-table.ts";

/** What was last taken from the tracker, cell by cell: tells the user's changes from the tracker's. */
export const IMPORTED_TABLE: LedgerTable = {
  name: "Imported",
  sheet: "Imported",
  about:
    "What was taken from the tracker, with the cell it came from. The next run compares with it; leave it as it is.",
  columns: [
    kept("Record", "id", 26, "The id of the case, authorization or line."),
    kept("Table", "text", 20, "The table that the record stands in."),
    kept("Sheet", "text", 18, "The sheet of the tracker."),
    kept("Rows", "text", 18, "The rows or columns of the tracker."),
    kept("Values", "text", 80, "One line a value: heading = value, and the tracker's cell where it is known."),
  ],
  conditions: [],
};

/** What each run did. */
export const RUNS_TABLE: LedgerTable = {
  name: "Runs",
  sheet: "Imported",
  about: "One row a run that changed the ledger.",
  columns: [
    kept("Run", "whole", 6, "1 for the first."),
    kept("As of", "date", 12, "The as-of day of the run."),
    kept("Tracker", "text", 28, "The file read."),
    kept("What changed", "wrapped", 60, "Counts of what was added, updated and kept."),
  ],
  conditions: [],
};
