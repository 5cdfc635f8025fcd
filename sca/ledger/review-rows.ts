import type { Answer, Question, TrackedCase } from "../tracker/tracked-case.ts";
import { fieldHeading } from "./asked-fields.ts";
import { imprintOf } from "./imprint.ts";
import { isBlank, type LedgerRow, textIn } from "./ledger-row.ts";
import { answersFrom, type ReadTable, readTable } from "./read-ledger.ts";
import { REVIEW_STATUS, REVIEW_TABLE } from "./tables/review-table.ts";
import type { LedgerContent } from "./workbook-plan.ts";

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
  const moved = movedRows(questions, previous);
  const patients = new Map(cases.map((entry) => [entry.id, entry.patient ?? ""]));
  const groups = grouped(questions, (question) => question.settles);
  const rows: LedgerRow[] = [];
  for (const group of groups.values()) {
    group.forEach((question, index) => {
      const row = openRow(question, patients.get(question.caseId ?? "") ?? "", trackerSheet);
      if (index === 0 && group.length > 1) row.set("Also settles", `One answer settles ${group.length} questions`);
      else if (index > 0) row.set("Also settles", "Settled by the answer to the first of them");
      const earlier = before.get(question.id);
      copyTyped(earlier !== undefined && isSameText(earlier, question) ? earlier : moved.get(question.id), row);
      rows.push(row);
    });
  }
  const asked = new Set(questions.map((question) => question.id));
  for (const row of moved.values()) asked.add(textIn(row, "Question id"));
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

/**
 * Answers in an earlier Review table to questions that are asked again under another id, because rows moved: the same
 * case, field and text. Where there are any, understand the tracker once more with these answers too.
 */
export function carriedAnswers(questions: readonly Question[], previous: LedgerContent): Answer[] {
  const table = readTable(previous, "Review");
  const typed = new Map(answersFrom(previous).map((answer) => [answer.question, answer]));
  return [...movedRows(questions, table)].flatMap(([id, row]) => {
    const answer = typed.get(textIn(row, "Question id"));
    return answer === undefined ? [] : [{ ...answer, question: id }];
  });
}

/** Answered rows of the earlier table by the id under which their question is asked now; only where there is no doubt. */
function movedRows(questions: readonly Question[], previous: ReadTable | null): Map<string, LedgerRow> {
  const moved = new Map<string, LedgerRow>();
  if (previous === null) return moved;
  const byId = new Map(questions.map((question) => [question.id, question]));
  const left = previous.rows.filter((row) => {
    const question = byId.get(textIn(row, "Question id"));
    return !isBlank(row.get("Answer")) && (question === undefined || !isSameText(row, question));
  });
  const before = new Map(previous.rows.map((row) => [textIn(row, "Question id"), row]));
  const isFresh = (question: Question): boolean => {
    const row = before.get(question.id);
    return row === undefined || !isSameText(row, question);
  };
  const bySubject = grouped(left, (row) => subjectOf(row));
  const fresh = grouped(questions.filter(isFresh), (question) => subjectOf(openRow(question, "", "")));
  for (const [subject, found] of fresh) {
    const rows = bySubject.get(subject) ?? [];
    const [question] = found;
    const [row] = rows;
    if (found.length === 1 && rows.length === 1 && question !== undefined && row !== undefined) {
      moved.set(question.id, row);
    }
  }
  return moved;
}

/** An id names a cell: when rows move, another text may stand there, and the answer is not for that. */
function isSameText(row: LedgerRow, question: Question): boolean {
  return imprintOf(row.get("Found")) === imprintOf(question.found);
}

function subjectOf(row: LedgerRow): string {
  return JSON.stringify(["Case id", "Field", "Found"].map((heading) => imprintOf(row.get(heading))));
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function openRow(question: Question, patient: string, trackerSheet: string): LedgerRow {
  const field = question.field === null ? "" : fieldHeading(question.field);
  const choices = question.candidates.map(
    (candidate, index) => `${index + 1}) ${candidate.label.replace(/\s+/g, " ")}`,
  );
  return new Map([
    ["Status", REVIEW_STATUS.open],
    ["Found", question.found],
    ["Why", question.why],
    ["Choices", choices.join("\n")],
    ["Field", field],
    ["Case id", question.caseId ?? ""],
    ["Patient", patient],
    ["Sheet", question.sheet ?? trackerSheet],
    ["Cell", question.cell],
    ["Question id", question.id],
    ["Settles", question.settles],
  ]);
}

const DECLARED = new Set(REVIEW_TABLE.columns.map((column) => column.heading));

function copyTyped(from: LedgerRow | undefined, to: LedgerRow): void {
  for (const [heading, value] of from ?? []) {
    if (heading === "Answer" || !DECLARED.has(heading)) to.set(heading, value);
  }
}
