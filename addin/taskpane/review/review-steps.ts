import type { OpenQuestion } from "./open-questions.ts";

/** One thing to answer: a question, or all that one answer settles. */
export interface ReviewStep {
  readonly key: string;
  /** Never empty; the answer is written beside the first. */
  readonly questions: readonly [OpenQuestion, ...OpenQuestion[]];
  /** What was answered, here or in the sheet; "" for nothing yet. */
  readonly answer: string;
}

/** An answer given here, and what its cell held in the reading before: once that reads otherwise, the cell counts. */
export interface TypedAnswer {
  readonly text: string;
  readonly over: string;
}

/** Where the manager is in Review. */
export interface ReviewPlace {
  /** The step in view by its key; null for the first that has no answer. */
  readonly at: string | null;
  /** Answers given here, by question id. */
  readonly typed: ReadonlyMap<string, TypedAnswer>;
  /** Keys whose questions are answered one by one. */
  readonly apart: ReadonlySet<string>;
}

/** The place at which Review opens. */
export const FIRST_PLACE: ReviewPlace = { at: null, typed: new Map(), apart: new Set() };

/**
 * The steps through the open questions: those that one answer settles are one step, unless the manager took them apart.
 *
 * @example three questions, two of which settle "payer:bcbs", are two steps
 */
export function reviewSteps(questions: readonly OpenQuestion[], place: ReviewPlace): readonly ReviewStep[] {
  const groups = new Map<string, [OpenQuestion, ...OpenQuestion[]]>();
  for (const question of questions) {
    const key = place.apart.has(question.settles) ? question.id : question.settles;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [question]);
    else group.push(question);
  }
  return [...groups].map(([key, group]) => ({
    key,
    questions: group,
    answer: group.map((question) => answerTo(question, place)).find(Boolean) ?? "",
  }));
}

/** What a question's cell Answer holds, as far as is known here. */
export function answerTo({ id, answer }: OpenQuestion, { typed }: Pick<ReviewPlace, "typed">): string {
  const given = typed.get(id);
  return given !== undefined && given.over === answer ? given.text : answer;
}

/** The number of the step in view, counted from 0; the first without an answer where none is chosen, 0 where all have one. */
export function stepInView(steps: readonly ReviewStep[], { at }: ReviewPlace): number {
  const chosen = steps.findIndex(({ key }) => key === at);
  return chosen >= 0
    ? chosen
    : Math.max(
        0,
        steps.findIndex(({ answer }) => answer === ""),
      );
}

/** The key of the next step without an answer after this one, from the start again at the end; null where all have one. */
export function nextOpen(steps: readonly ReviewStep[], from: number): string | null {
  const order = [...steps.slice(from + 1), ...steps.slice(0, from + 1)];
  return order.find(({ answer }) => answer === "")?.key ?? null;
}

/** The key of the step so many further; stays within the first and the last. */
export function stepAway(steps: readonly ReviewStep[], from: number, by: number): string | null {
  return steps[Math.min(Math.max(from + by, 0), steps.length - 1)]?.key ?? null;
}

/**
 * How far Review has come, in words.
 *
 * @example "Question 2 of 5, 1 answered"
 */
export function placeWords(steps: readonly ReviewStep[], at: number): string {
  const answered = steps.filter(({ answer }) => answer !== "").length;
  return `Question ${at + 1} of ${steps.length}${answered === 0 ? "" : `, ${answered} answered`}`;
}
