import type { Question, TrackedCase } from "../tracker/tracked-case.ts";
import { CASE_HEADINGS } from "./case-rows.ts";
import { isBlank, type LedgerRow, textIn } from "./ledger-row.ts";
import type { ReadTable } from "./read-ledger.ts";
import { REVIEW_STATUS, REVIEW_TABLE } from "./tables/review-table.ts";

/**
 * The rows of Review: the questions that are open, those that one answer settles together next to each other, then
 * the answered ones that are no longer asked. What the user typed beside a question stays with it.
 */
export function reviewRows(
  questions: readonly Question[],
  cases: readonly TrackedCase[],
  previous: ReadTable | null,
  trackerSheet: string,
): LedgerRow[] {
  const before = new Map((previous?.rows ?? []).map((row) => [textIn(row, "Question id"), row]));
  const patients = new Map(cases.map((entry) => [entry.id, entry.patient ?? ""]));
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const group = groups.get(question.settles);
    if (group === undefined) groups.set(question.settles, [question]);
    else group.push(question);
  }
  const rows: LedgerRow[] = [];
  for (const group of groups.values()) {
    group.forEach((question, index) => {
      const row = openRow(question, patients.get(question.caseId ?? "") ?? "", trackerSheet);
      if (index === 0 && group.length > 1) row.set("Also settles", `One answer settles ${group.length} questions`);
      else if (index > 0) row.set("Also settles", "Settled by the answer to the first of them");
      copyTyped(before.get(question.id), row);
      rows.push(row);
    });
  }
  const asked = new Set(questions.map((question) => question.id));
  for (const row of previous?.rows ?? []) {
    const id = textIn(row, "Question id");
    if (asked.has(id) || (isBlank(row.get("Answer")) && id !== "")) continue;
    const answered: LedgerRow = new Map(row);
    answered.delete("Open");
    answered.delete("Also settles");
    if (id !== "") answered.set("Status", REVIEW_STATUS.applied);
    rows.push(answered);
  }
  return rows;
}

function openRow(question: Question, patient: string, trackerSheet: string): LedgerRow {
  const field =
    question.field === null ? "" : ((CASE_HEADINGS as Record<string, string>)[question.field] ?? question.field);
  const choices = question.candidates.map(
    (candidate, index) => `${index + 1}) ${candidate.label.replace(/\s+/g, " ")}`,
  );
  return new Map([
    ["Status", REVIEW_STATUS.open],
    ["Found", question.found],
    ["Why", question.why],
    ["Choices", choices.join("\n")],
    ["Field", FIELD_WORDS.get(field) ?? field],
    ["Case id", question.caseId ?? ""],
    ["Patient", patient],
    ["Sheet", question.sheet ?? trackerSheet],
    ["Cell", question.cell],
    ["Question id", question.id],
    ["Settles", question.settles],
  ]);
}

/** Fields of authorizations and services, in the ledger's words. */
const FIELD_WORDS = new Map([
  ["authNumber", "Auth number"],
  ["authStart", "First covered day"],
  ["authEnd", "Last covered day"],
  ["unitsAuthorized", "Units authorized"],
  ["unitsUsed", "Units used"],
  ["units", "Units authorized"],
  ["code", "Code"],
  ["services", "Codes"],
  ["periods", "Authorizations"],
]);

const DECLARED = new Set(REVIEW_TABLE.columns.map((column) => column.heading));

function copyTyped(from: LedgerRow | undefined, to: LedgerRow): void {
  for (const [heading, value] of from ?? []) {
    if (heading === "Answer" || !DECLARED.has(heading)) to.set(heading, value);
  }
}
