import type { TrackedCase, TrackedPeriod } from "../tracker/tracked-case.ts";
import type { ImportRecord } from "./import-record.ts";
import { imprintOf } from "./imprint.ts";

/** What was last taken over of each authorization, with its number, by case id. */
export type NumberedRecords = ReadonlyMap<
  string,
  readonly { readonly number: number; readonly record: ImportRecord }[]
>;

/** The records of authorizations, whose ids are "SCA-7K2Q9XM/2". */
export function numberedRecords(imported: Iterable<ImportRecord>): NumberedRecords {
  const byCase = new Map<string, { number: number; record: ImportRecord }[]>();
  for (const record of imported) {
    if (record.table !== "AuthorizationPeriods") continue;
    const slash = record.id.lastIndexOf("/");
    const digits = record.id.slice(slash + 1);
    if (slash < 0 || !/^[1-9]\d{0,8}$/.test(digits)) continue;
    const known = byCase.get(record.id.slice(0, slash)) ?? [];
    known.push({ number: Number(digits), record });
    byCase.set(record.id.slice(0, slash), known);
  }
  for (const known of byCase.values()) known.sort((a, b) => a.number - b.number);
  return byCase;
}

/**
 * Numbers a case's authorizations so that each keeps its number from run to run: by authorization number, days and
 * rows, else by its place among them. New ones take the next free number.
 */
export function periodNumbers(entry: TrackedCase, imported: NumberedRecords): number[] {
  const known = imported.get(entry.id) ?? [];
  const highest = known.reduce((most, { number }) => Math.max(most, number), 0);
  const pairs = entry.periods.flatMap((period, index) =>
    known.map(({ number, record }) => ({ index, number, score: likeness(period, index, number, record) })),
  );
  pairs.sort((a, b) => b.score - a.score || a.index - b.index || a.number - b.number);
  const numbers: (number | undefined)[] = entry.periods.map(() => undefined);
  const used = new Set<number>();
  for (const { index, number, score } of pairs) {
    if (score <= 0 || numbers[index] !== undefined || used.has(number)) continue;
    numbers[index] = number;
    used.add(number);
  }
  // What is left has new values throughout: an authorization in the same place was replaced by another.
  entry.periods.forEach((_, index) => {
    const number = index + 1;
    if (numbers[index] !== undefined || used.has(number) || !known.some((other) => other.number === number)) return;
    numbers[index] = number;
    used.add(number);
  });
  let next = highest;
  return numbers.map((number) => {
    if (number !== undefined) return number;
    next += 1;
    return next;
  });
}

function likeness(period: TrackedPeriod, index: number, number: number, record: ImportRecord): number {
  let score = number === index + 1 ? 0.5 : 0;
  const compare = (now: string | undefined, heading: string, weight: number): void => {
    const then = record.imprint.get(heading);
    if (now === undefined || then === undefined) return;
    score += imprintOf(now) === then ? weight : -weight / 2;
  };
  compare(period.authNumber, "Auth number", 4);
  compare(period.authStart, "First covered day", 2);
  compare(period.authEnd, "Last covered day", 1);
  return score;
}
