import type { ExplainedWord } from "../context/tracker-words.ts";
import type { DateOrder } from "../dates/date-order.ts";
import type { Answer } from "../tracked-case.ts";

/** The manager's answers, sorted by what they settle. */
export interface Answers {
  readonly dateOrder: DateOrder | null;
  /** Words of the tracker that she explained, with the field they stand in. */
  readonly words: readonly ExplainedWord[];
  /** By question id or settles key, as typed. */
  readonly byKey: ReadonlyMap<string, string>;
}

/** Sorts answers; blank ones are no answers, the last of several on one question counts. */
export function readAnswers(answers: readonly Answer[]): Answers {
  const byKey = new Map<string, string>();
  const words: ExplainedWord[] = [];
  let dateOrder: DateOrder | null = null;
  for (const { question, answer } of answers) {
    const text = answer.trim();
    if (text === "") continue;
    byKey.set(question, text);
    if (question.startsWith("date-order")) {
      if (/month|mdy|m\/d/i.test(text)) dateOrder = "mdy";
      else if (/day|dmy|d\/m/i.test(text)) dateOrder = "dmy";
    }
    const word = /^word:([a-zA-Z]+):(.*)$/s.exec(question) ?? /^(payer):(.*)$/s.exec(question);
    if (word?.[1] !== undefined && word[2] !== undefined) words.unshift({ field: word[1], word: word[2], meaning: text });
  }
  return { dateOrder, words, byKey };
}
