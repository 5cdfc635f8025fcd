import type { BuiltCase, CaseDoubt } from "../cases/build-case.ts";
import { addressOf } from "../grid.ts";
import type { Candidate, Question } from "../tracked-case.ts";
import type { Answers } from "./answers.ts";
import { whyText } from "./why-text.ts";

function candidateOf(value: unknown): Candidate {
  return { label: String(value), value: typeof value === "boolean" || typeof value === "number" ? value : String(value) };
}

function questionOf(built: BuiltCase, doubt: CaseDoubt): Question {
  const { tracked } = built;
  const { columns, sheet } = tracked.source;
  const cell = addressOf(columns === undefined ? doubt.cell : { row: doubt.cell.column, column: doubt.cell.row });
  const id = `${sheet ?? ""}!${cell}:${doubt.field}`;
  const values = [...(doubt.value === null || doubt.value === undefined ? [] : [doubt.value]), ...doubt.doubt.candidates];
  return {
    id,
    settles: doubt.doubt.settles ?? id,
    caseId: tracked.id === "" ? null : tracked.id,
    sheet,
    cell,
    field: doubt.field,
    found: doubt.cell.text.trim().slice(0, 500),
    why: whyText(doubt.doubt.why, doubt.field),
    candidates: [...new Set(values.map(String))].map((text) => candidateOf(values.find((value) => String(value) === text))),
  };
}

/** The questions of all cases, in the tracker's order, each cell and field once; those already answered are left out. */
export function askQuestions(cases: readonly BuiltCase[], answers: Answers): Question[] {
  const questions = new Map<string, Question>();
  for (const built of cases) {
    for (const doubt of built.doubts) {
      const question = questionOf(built, doubt);
      if (!answers.byKey.has(question.id) && !questions.has(question.id)) questions.set(question.id, question);
    }
  }
  return [...questions.values()];
}
