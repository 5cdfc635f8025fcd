import { isBlank, textIn } from "../../../sca/ledger/ledger-row.ts";
import { readTable } from "../../../sca/ledger/read-ledger.ts";
import { REVIEW_STATUS } from "../../../sca/ledger/tables/review-table.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";

/** A question of the Review table that is open. */
export interface OpenQuestion {
  readonly id: string;
  /** Questions with the same key are settled by one answer. */
  readonly settles: string;
  readonly found: string;
  readonly why: string;
  /** The readings to choose from, without their numbers. */
  readonly choices: readonly string[];
  readonly field: string;
  readonly patient: string;
  readonly sheet: string;
  readonly cell: string;
  /** What stands in its cell Answer already; "" for nothing. */
  readonly answer: string;
}

/** The open questions in the order of the table. */
export function openQuestions(ledger: LedgerContent): readonly OpenQuestion[] {
  return (readTable(ledger, "Review")?.rows ?? []).flatMap((row) => {
    const id = textIn(row, "Question id");
    if (id === "" || textIn(row, "Status") !== REVIEW_STATUS.open) return [];
    return {
      id,
      settles: isBlank(row.get("Settles")) ? id : textIn(row, "Settles"),
      found: textIn(row, "Found"),
      why: textIn(row, "Why"),
      choices: choicesIn(textIn(row, "Choices")),
      field: textIn(row, "Field"),
      patient: textIn(row, "Patient"),
      sheet: textIn(row, "Sheet"),
      cell: textIn(row, "Cell"),
      answer: textIn(row, "Answer").trim(),
    };
  });
}

/** Each on its line behind its number. */
function choicesIn(text: string): string[] {
  return text.split("\n").flatMap((line) => /^\d+\) (.*)$/.exec(line)?.[1] ?? []);
}
