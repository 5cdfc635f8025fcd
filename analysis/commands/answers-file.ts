import { basename } from "node:path";
import type { Answer } from "../../sca/tracker/tracked-case.ts";
import { readFileBytes } from "../files/reading/read-tracker.ts";
import { UserProblem } from "../user-problem.ts";

const ACCEPTED =
  'A list such as [{ "question": "payer:bcbs", "answer": "Aetna" }] is accepted, or { "payer:bcbs": "Aetna" }.';

/**
 * Answers from a JSON file: a list of `{ question, answer }`, an object from question to answer, or either under the key
 * `answers`. Blank answers are left out: the question stays open.
 * Throws a UserProblem where the file is no such JSON, naming the entry.
 */
export async function readAnswersFile(path: string): Promise<Answer[]> {
  const text = new TextDecoder().decode(await readFileBytes(path));
  return answersFromText(text, basename(path));
}

/** As `readAnswersFile`, from the text of the file. */
export function answersFromText(text: string, file: string): Answer[] {
  const refuse = (what: string): never => {
    throw new UserProblem("answers-unreadable", `${file}: ${what}. ${ACCEPTED} Nothing was written.`);
  };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refuse("this is not JSON");
  }
  if (isObject(content) && "answers" in content) content = content["answers"];
  const entries: readonly unknown[] = Array.isArray(content)
    ? content
    : isObject(content)
      ? Object.entries(content).map(([question, answer]) => ({ question, answer }))
      : refuse("there is no list of answers in it");
  return entries.flatMap((entry, index) => {
    const question = isObject(entry) ? entry["question"] : undefined;
    const answer = isObject(entry) ? entry["answer"] : undefined;
    if (typeof question !== "string") return refuse(`entry ${index + 1} does not name its question`);
    if (answer === null || answer === undefined || answer === "") return [];
    if (typeof answer === "object")
      return refuse(`the answer to "${question}" is not a word, a number or true or false`);
    return [{ question, answer: String(answer) }];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
