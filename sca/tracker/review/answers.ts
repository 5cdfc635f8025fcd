import type { CalendarDate } from "../../values/calendar-date.ts";
import type { ExplainedWord } from "../context/tracker-words.ts";
import type { DateOrder } from "../dates/date-order.ts";
import type { Answer } from "../tracked-case.ts";
import { type HeadingAnswer, headingAnswer } from "./heading-answers.ts";
import { namedOrder, orderThatGives } from "./order-answer.ts";
import { readAnswer } from "./read-answer.ts";

/** The manager's answers, sorted by what they settle. */
export interface Answers {
  readonly dateOrder: DateOrder | null;
  /** Words of the tracker that she explained, with the field they stand in. */
  readonly words: readonly ExplainedWord[];
  /** By question id or settles key. */
  readonly byKey: ReadonlyMap<string, Answer>;
  /** The year that dates without one belong to, by sheet name ("" in a text file). */
  readonly years: ReadonlyMap<string, number>;
  /** What headings mean. */
  readonly headings: readonly HeadingAnswer[];
}

/** Sorts answers; blank ones are no answers, the last of several on one question counts. */
export function readAnswers(answers: readonly Answer[]): Answers {
  const byKey = new Map<string, Answer>();
  const years = new Map<string, number>();
  const words: ExplainedWord[] = [];
  const headings: HeadingAnswer[] = [];
  let dateOrder: DateOrder | null = null;
  for (const given of answers) {
    const { question, answer } = given;
    const text = answer.trim();
    if (text === "") continue;
    byKey.set(question, { ...given, answer: text });
    const heading = headingAnswer(given);
    if (heading !== null) headings.push(heading);
    const year = /^year:(.*)$/s.exec(question);
    const stated = /\b(20\d{2})\b/.exec(text);
    if (year?.[1] !== undefined && stated) years.set(year[1], Number(stated[1]));
    if (question.startsWith("date-order")) dateOrder = orderIn(given) ?? dateOrder;
    const word = /^word:([a-zA-Z]+):(.*)$/s.exec(question) ?? /^(payer):(.*)$/s.exec(question);
    if (word?.[1] !== undefined && word[2] !== undefined)
      words.unshift({ field: word[1], word: word[2], meaning: text });
  }
  return { dateOrder, words, byKey, years, headings };
}

/** The order that an answer names, or in which the cell gives the day that she answered. */
function orderIn({ answer, found }: Answer): DateOrder | null {
  const named = namedOrder(answer);
  if (named !== null || found === undefined) return named;
  const day = readAnswer(answer, "submitted", [], "mdy");
  const other = readAnswer(answer, "submitted", [], "dmy");
  // An answer that can itself be read either way tells nothing.
  if (typeof day !== "string" || day !== other) return null;
  return orderThatGives(found, day as CalendarDate);
}
