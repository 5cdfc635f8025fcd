import { calculated, entered, kept, type LedgerTable, thisRow } from "../ledger-table.ts";

const cell = thisRow("Review");

export const REVIEW_STATUS = { open: "Open", applied: "Applied" } as const;

export const REVIEW_TABLE: LedgerTable = {
  name: "Review",
  sheet: "Review",
  about: "One row a question that only a person can settle. Fill Answer and structure the tracker again.",
  columns: [
    entered("Answer", "input", 22, "A number of the choices, or the answer in words.", {
      hint: "Type the number of a choice, or the right value in your own words. Leave blank to settle it later.",
    }),
    kept("Status", "text", 10, "Open until an answer was applied."),
    kept("Found", "wrapped", 26, "The cell's text, as found."),
    kept("Why", "wrapped", 50, "Why it cannot be settled, and what happens meanwhile."),
    kept("Choices", "wrapped", 36, "Readings to choose from, by number."),
    kept("Field", "text", 20, "What the question is about."),
    kept("Case id", "id", 14, "The case, where the question is about one."),
    kept("Patient", "text", 20, "The case's patient."),
    kept("Sheet", "text", 16, "The sheet of the tracker."),
    kept("Cell", "text", 8, "The cell of the tracker."),
    calculated(
      "Open",
      "link",
      8,
      `IF(OR(${cell("Sheet")}="",${cell("Cell")}=""),"",HYPERLINK("#'"&SUBSTITUTE(${cell("Sheet")},"'","''")&"'!"&${cell("Cell")},"Go"))`,
      "Jumps to the cell.",
    ),
    kept("Also settles", "wrapped", 26, "How many questions this answer settles."),
    kept("Question id", "muted", 18, "Stays the same from run to run."),
    kept("Settles", "muted", 18, "Questions with the same word here are settled by one answer."),
  ],
  conditions: [
    { column: "Status", when: `{Status}="${REVIEW_STATUS.applied}"`, signal: "good" },
    { column: "Status", when: `{Status}="${REVIEW_STATUS.open}"`, signal: "attention" },
  ],
};
