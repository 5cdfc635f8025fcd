import type { BuiltCase, CaseDoubt } from "../cases/build-case.ts";
import { addressOf } from "../grid.ts";
import type { Candidate, Question } from "../tracked-case.ts";
import type { Answers } from "./answers.ts";
import { whyText } from "./why-text.ts";

function candidateOf(value: unknown): Candidate {
  return {
    label: String(value),
    value: typeof value === "boolean" || typeof value === "number" ? value : String(value),
  };
}

/** Where a doubt's question stands: its sheet, its cell, and the id that both give it. */
export function questionPlace(built: BuiltCase, doubt: CaseDoubt): { id: string; sheet: string | null; cell: string } {
  const { columns, sheet } = built.tracked.source;
  const cell = addressOf(columns === undefined ? doubt.cell : { row: doubt.cell.column, column: doubt.cell.row });
  return { id: `${sheet ?? ""}!${cell}:${doubt.field}`, sheet, cell };
}

/** The readings to choose from, the tracker's own reading first. */
export function choicesOf(doubt: CaseDoubt): (string | number | boolean)[] {
  const own = doubt.value === null || doubt.value === undefined ? [] : [doubt.value as string | number | boolean];
  const all = [...own, ...doubt.doubt.candidates];
  return all.filter((value, index) => all.findIndex((other) => String(other) === String(value)) === index);
}

function foundIn(doubt: CaseDoubt): string {
  return doubt.cell.text.trim().slice(0, 500);
}

/** Answers to this question: by its own id, as long as the cell still says what was asked about, or by what settles it. */
export function answeredKeys(id: string, doubt: CaseDoubt, answers: Answers): string[] {
  const own = answers.byKey.get(id);
  const holds = own !== undefined && (own.found === undefined || own.found.trim() === foundIn(doubt));
  const shared = doubt.doubt.settles === undefined ? undefined : answers.byKey.get(doubt.doubt.settles);
  return [...(holds ? [own.answer] : []), ...(shared === undefined ? [] : [shared.answer])];
}

function questionOf(built: BuiltCase, doubt: CaseDoubt): Question {
  const place = questionPlace(built, doubt);
  return {
    ...place,
    settles: doubt.doubt.settles ?? place.id,
    caseId: built.tracked.id === "" ? null : built.tracked.id,
    field: doubt.field,
    found: foundIn(doubt),
    why: whyText(doubt.doubt.why, doubt.field),
    candidates: choicesOf(doubt).map(candidateOf),
  };
}

/** The questions of all cases, in the tracker's order, each cell and field once. Answered ones raise no doubt any more. */
export function askQuestions(cases: readonly BuiltCase[]): Question[] {
  const questions = new Map<string, Question>();
  for (const built of cases) {
    for (const doubt of built.doubts) {
      const question = questionOf(built, doubt);
      if (!questions.has(question.id)) questions.set(question.id, question);
    }
  }
  return [...questions.values()];
}
