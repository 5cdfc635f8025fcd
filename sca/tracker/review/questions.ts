import { parseIsoDay } from "../../values/calendar-date.ts";
import type { BuiltCase, CaseDoubt } from "../cases/build-case.ts";
import { addressOf } from "../grid.ts";
import type { Candidate, Question } from "../tracked-case.ts";
import type { Answers } from "./answers.ts";
import { type Choice, choiceLabel, codesOf } from "./choice-label.ts";
import { orderThatGives } from "./order-answer.ts";
import { whyText } from "./why-text.ts";

function candidateOf(value: Choice, doubt: CaseDoubt): Candidate {
  const day = doubt.doubt.why === "date-order" ? parseIsoDay(String(value)) : null;
  const order = day === null ? null : orderThatGives(doubt.cell.text, day);
  return { label: choiceLabel(value, doubt.field, order), value };
}

/** Where a doubt's question stands: its sheet, its cell, and the id that both give it. */
export function questionPlace(built: BuiltCase, doubt: CaseDoubt): { id: string; sheet: string | null; cell: string } {
  const { columns, sheet } = built.tracked.source;
  const cell = addressOf(columns === undefined ? doubt.cell : { row: doubt.cell.column, column: doubt.cell.row });
  return { id: `${sheet ?? ""}!${cell}:${doubt.field}`, sheet, cell };
}

/** The readings to choose from, the tracker's own reading first; where nothing was read, all that the field can hold. */
export function choicesOf(doubt: CaseDoubt): Choice[] {
  const own = doubt.value === null || doubt.value === undefined ? [] : [doubt.value as Choice];
  const all = [...own, ...doubt.doubt.candidates];
  if (all.length === 0) return codesOf(doubt.field);
  return all.filter((value, index) => all.findIndex((other) => String(other) === String(value)) === index);
}

function foundIn(doubt: CaseDoubt): string {
  return doubt.cell.text.trim().slice(0, 500);
}

/** What a workbook keeps of a cell's text, whichever program saved it. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** An answer about an order or a year is applied where dates are read: as a value it would give every cell one day. */
function isAboutReading(settles: string): boolean {
  return settles.startsWith("date-order") || settles.startsWith("year:");
}

/** Answers to this question: by its own id, as long as the cell still says what was asked about, or by what settles it. */
export function answeredKeys(id: string, doubt: CaseDoubt, answers: Answers): string[] {
  const own = answers.byKey.get(id);
  const holds = own !== undefined && (own.found === undefined || plain(own.found) === plain(foundIn(doubt)));
  const settles = doubt.doubt.settles;
  const shared = settles === undefined || isAboutReading(settles) ? undefined : answers.byKey.get(settles);
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
    candidates: choicesOf(doubt).map((value) => candidateOf(value, doubt)),
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
