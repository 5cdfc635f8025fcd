import { kept, type LedgerTable } from "../ledger-table.ts";

/** How each heading of the tracker was read. */
export const HEADINGS_TABLE: LedgerTable = {
  name: "TrackerHeadings",
  sheet: "Tracker map",
  about: "One row a heading of the tracker: the column it became in the ledger, and why.",
  columns: [
    kept("Sheet", "text", 18, "The sheet of the tracker."),
    kept("Cell", "text", 8, "The heading's cell."),
    kept("Heading", "text", 26, "The heading as written."),
    kept("Read as", "text", 22, "The field of the ledger; Notes where it is kept in words."),
    kept("Certainty", "percent", 10, "How sure the reading is."),
    kept("Because", "wrapped", 44, "What the reading rests on."),
  ],
  conditions: [{ column: "Certainty", when: "AND(ISNUMBER({Certainty}),{Certainty}<0.7)", signal: "attention" }],
};

/** Rows of the tracker that became no case, so that nothing is lost. */
export const LEFT_OUT_TABLE: LedgerTable = {
  name: "RowsLeftAlone",
  sheet: "Tracker map",
  about: "Rows of the tracker that are no cases: titles, headings, totals, legends, notes.",
  columns: [
    kept("Tracker sheet", "text", 18, "The sheet of the tracker."),
    kept("Rows", "wrapped", 30, "Its rows."),
    kept("What it is", "text", 26, "What the rows are taken for."),
  ],
  conditions: [],
};
