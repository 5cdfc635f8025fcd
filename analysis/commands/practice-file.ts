import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseIsoDay } from "../../sca/values/calendar-date.ts";
import type { PracticeWords } from "../report/editions/practice-words.ts";
import { UserProblem } from "../user-problem.ts";
import { type Arguments, UsageProblem } from "./arguments.ts";

const TEXTS = ["name", "signer", "contact", "about"] as const;
const LISTS = ["address", "strengths"] as const;
const KNOWN: readonly string[] = [...TEXTS, ...LISTS, "answerBy"];

/** The options that say who writes; each comes before the same word of the file. */
export const PRACTICE_OPTIONS = ["practice", "practice-name", "signer", "contact", "answer-by"] as const;

/**
 * Who writes to the payer, from a JSON file and from the line. Throws a UserProblem that names every fault of the file at
 * once, a UsageProblem for the line.
 */
export async function practiceWords(given: Arguments): Promise<PracticeWords> {
  const path = given.text("practice");
  const file = path === undefined ? {} : await readPractice(path);
  const day = given.text("answer-by");
  const answerBy = day === undefined ? undefined : parseIsoDay(day);
  if (answerBy === null) throw new UsageProblem(`--answer-by "${day}" is not a calendar day. Write it as 2026-02-28.`);
  const line = {
    name: given.text("practice-name"),
    signer: given.text("signer"),
    contact: given.text("contact"),
    answerBy,
  };
  return { ...file, ...Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) };
}

async function readPractice(path: string): Promise<PracticeWords> {
  const file = basename(path);
  const refuse = (faults: readonly string[]): never => {
    throw new UserProblem(
      "bad-practice",
      `${file}: ${faults.join("; ")}. Accepted: {"name": "…", "address": ["…"], "signer": "…", "contact": "…", "about": "…", "strengths": ["…"], "answerBy": "2026-02-28"}, each of them or none. Nothing was written.`,
    );
  };
  const text = await readFile(path, "utf8").catch(() => refuse(["the file cannot be read"]));
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return refuse(["this is no JSON"]);
  }
  if (typeof read !== "object" || read === null || Array.isArray(read))
    return refuse(["it has to be one object in { }"]);
  const faults: string[] = [];
  const words: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(read)) {
    if (!KNOWN.includes(key)) faults.push(`"${key}" is not known`);
    else if (LISTS.some((list) => list === key)) {
      if (isTexts(value)) words[key] = value;
      else faults.push(`"${key}" has to be a list of texts`);
    } else if (typeof value !== "string" || value.trim() === "") faults.push(`"${key}" has to be a text`);
    else if (key === "answerBy") {
      const day = parseIsoDay(value);
      if (day === null) faults.push(`"answerBy" is "${value}", which is no calendar day`);
      else words[key] = day;
    } else words[key] = value;
  }
  return faults.length > 0 ? refuse(faults) : words;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string" && item.trim() !== "");
}
