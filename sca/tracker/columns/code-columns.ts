import type { Meaning } from "../headings/meaning.ts";
import type { ColumnMeaning } from "./column-meaning.ts";

/** Meanings of columns that may name codes beside what they say ("metabolic clinic: 99205, 99215"). */
const WORDED: readonly Meaning[] = ["description", "request", "notes", "other", "rateAsked", "unitsRequested"];
const LONGEST = 45;

/**
 * Where no column is headed as the codes', a column of short texts, half of which name codes, holds them beside what its
 * heading says.
 */
export function withCodeColumns(columns: readonly ColumnMeaning[]): ColumnMeaning[] {
  if (columns.some(({ meanings, profile }) => meanings.includes("code") && profile.filled > 0)) return [...columns];
  const naming = columns.filter(
    ({ meanings, profile, confidence }) =>
      !(meanings.includes("notes") && confidence > 0.6) &&
      meanings.every((meaning) => WORDED.includes(meaning)) &&
      profile.filled >= 2 &&
      profile.codes >= 0.5 &&
      profile.outcome < 0.3 &&
      profile.averageLength <= LONGEST,
  );
  const [most] = [...naming].sort((a, b) => b.profile.codes - a.profile.codes);
  return columns.map((one) =>
    one === most
      ? { ...one, meanings: codedMeanings(one.meanings), reason: `${one.reason}; its cells name codes` }
      : one,
  );
}

function codedMeanings(meanings: readonly Meaning[]): Meaning[] {
  const kept = meanings.filter((meaning) => meaning === "description");
  return [...kept, "code"];
}
