import type { ExplainedWord } from "../context/tracker-words.ts";
import type { DateOrder } from "../dates/date-order.ts";
import type { Answer } from "../tracked-case.ts";

/** The manager's answers, sorted by what they settle. */
export interface Answers {
  readonly dateOrder: DateOrder | null;
  /** Words of the tracker that she explained, with the field they stand in. */
  readonly words: readonly ExplainedWord[];
  /** By question id or settles key. */
  readonly byKey: ReadonlyMap<string, Answer>;
  /** The year that dates without one belong to, by sheet name ("" in a text file). */
  readonly years: ReadonlyMap<string, number>;
}

/** Sorts answers; blank ones are no answers, the last of several on one question counts. */
export function readAnswers(answers: readonly Answer[]): Answers {
  const byKey = new Map<string, Answer>();
  const years = new Map<string, number>();
  const words: ExplainedWord[] = [];
  let dateOrder: DateOrder | null = null;
  for (const given of answers) {
    const { question, answer } = given;
    const text = answer.trim();
    if (text === "") continue;
    byKey.set(question, { ...given, answer: text });
    const year = /^year:(.*)$/s.exec(question);
    const stated = /\b(20\d{2})\b/.exec(text);
    if (year?.[1] !== undefined && stated) years.set(year[1], Number(stated[1]));
    if (question.startsWith("date-order")) {
      if (/month|mdy|m\/d/i.test(text)) dateOrder = "mdy";
      else if (/day|dmy|d\/m/i.test(text)) dateOrder = "dmy";
    }
    const word = /^word:([a-zA-Z]+):(.*)$/s.exec(question) ?? /^(payer):(.*)$/s.exec(question);
    if (word?.[1] !== undefined && word[2] !== undefined)
      words.unshift({ field: word[1], word: word[2], meaning: text });
  }
  return { dateOrder, words, byKey, years };
}
