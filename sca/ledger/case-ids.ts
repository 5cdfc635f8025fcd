import type { TrackedCase, Understanding } from "../tracker/tracked-case.ts";
import { textIn } from "./ledger-row.ts";
import { matchCases } from "./match-cases.ts";
import { normalizedName } from "./normalized-name.ts";
import { readTable } from "./read-ledger.ts";
import { shortHash } from "./short-hash.ts";
import type { LedgerContent } from "./workbook-plan.ts";

/**
 * Gives every case the id it has in the ledger. A case that the previous ledger knows (by patient, date of birth,
 * member id, authorization numbers, dates, what was imported, place in the tracker) keeps its id; any other gets one
 * made from the patient's name, with a number for the second, third … case of that name. The id shows no patient data;
 * it is a short hash though, so treat it as the practice's own: someone who guesses the name can check the guess.
 *
 * @example two cases of one patient: "SCA-7K2Q9XM" for the earlier request, "SCA-7K2Q9XM-2" for the later
 */
export function assignCaseIds(cases: readonly TrackedCase[], previous?: LedgerContent): TrackedCase[] {
  const known = previous === undefined ? new Map<number, string>() : matchCases(cases, previous);
  const taken = new Set([...known.values(), ...idsIn(previous)].map((id) => id.toUpperCase()));
  const ids: string[] = cases.map((_, index) => known.get(index) ?? "");
  const fresh = cases.map((_, index) => index).filter((index) => ids[index] === "");
  fresh.sort((a, b) => compareForNumbering(at(cases, a), at(cases, b)) || a - b);
  for (const index of fresh) {
    const stem = `SCA-${shortHash(identityKey(at(cases, index)))}`;
    let id = stem;
    for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
    taken.add(id);
    ids[index] = id;
  }
  return cases.map((entry, index) => ({ ...entry, id: ids[index] ?? "" }));
}

/**
 * The understanding with the ledger's case ids, in its questions too.
 * The same ids come out whatever ids the cases had before, so it may be applied again.
 */
export function withCaseIds(understanding: Understanding, previous?: LedgerContent): Understanding {
  const cases = assignCaseIds(understanding.cases, previous);
  const renamed = new Map(understanding.cases.map((entry, index) => [entry.id, at(cases, index).id]));
  const questions = understanding.questions.map((question) =>
    question.caseId === null ? question : { ...question, caseId: renamed.get(question.caseId) ?? question.caseId },
  );
  return { ...understanding, cases, questions };
}

function at(cases: readonly TrackedCase[], index: number): TrackedCase {
  const entry = cases[index];
  if (entry === undefined) throw new RangeError(`no case ${index}`);
  return entry;
}

function idsIn(previous: LedgerContent | undefined): string[] {
  const rows = previous === undefined ? [] : (readTable(previous, "Cases")?.rows ?? []);
  return rows.map((row) => textIn(row, "Case id")).filter((id) => id !== "");
}

/**
 * Few things make up the identity, since whatever does cannot be corrected without a new id: the name alone where it
 * is a name, with the date of birth or member id where the tracker holds initials only.
 */
function identityKey(entry: TrackedCase): string {
  const name = normalizedName(entry.patient ?? "");
  const isName = name.split(" ").filter((word) => word.length > 1).length > 1;
  if (isName) return name;
  const person = `${name}|${entry.dob ?? entry.memberId ?? ""}`;
  if (person !== "|") return person;
  const number = entry.periods.find((period) => period.authNumber !== undefined)?.authNumber;
  return number ?? `${entry.source.sheet ?? ""}|${entry.source.rows[0] ?? entry.source.columns?.[0] ?? ""}`;
}

function compareForNumbering(a: TrackedCase, b: TrackedCase): number {
  return compareTexts(firstDay(a), firstDay(b)) || compareTexts(a.dob ?? "", b.dob ?? "") || firstRow(a) - firstRow(b);
}

function firstDay(entry: TrackedCase): string {
  return entry.submitted ?? entry.periods.find((period) => period.authStart !== undefined)?.authStart ?? "9999";
}

function firstRow(entry: TrackedCase): number {
  return entry.source.rows[0] ?? 0;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
