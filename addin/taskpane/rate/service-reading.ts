import type { Benchmark } from "../../../sca/medicare/benchmark.ts";
import type { MedicareLibrary } from "../../../sca/medicare/fee-schedule.ts";
import { noBenchmarkOf, programOf } from "../../../sca/medicare/programs.ts";
import { type MixProblem, type MixRow, readServiceMix } from "../../../sca/rates/read-service-mix.ts";
import type { MixLine } from "../../../sca/rates/service-mix.ts";
import { calendarDate, partsOfDay } from "../../../sca/values/calendar-date.ts";
import { pricer } from "../../functions/pricer.ts";
import type { ReadTerms } from "./priced-service.ts";
import type { ServiceDraft } from "./rate-draft.ts";

const COLUMNS = ["code", "modifiers", "units", "basis", "minutes", "billed", "days"] as const;

const FIELDS: Readonly<Record<MixProblem["reason"], keyof ServiceDraft>> = {
  "no-headings": "code",
  "no-rows": "code",
  "code-unreadable": "code",
  "modifiers-unreadable": "modifiers",
  "units-missing": "units",
  "units-unreadable": "units",
  "basis-unknown": "basis",
  "minutes-unreadable": "minutes",
  "charge-unreadable": "billed",
  "days-unreadable": "days",
};

/** The services as they were read, and what is wrong by the row's id and field. */
export interface ReadServices {
  readonly isBlank: boolean;
  readonly rows: readonly MixRow[];
  readonly problems: ReadonlyMap<number, Partial<Record<keyof ServiceDraft, string>>>;
}

/** Reads the rows of services as a list with headings is read; rows without anything typed are passed over. */
export function readServices(drafts: readonly ServiceDraft[]): ReadServices {
  const filled = drafts.filter((service) => COLUMNS.some((field) => service[field].trim() !== ""));
  if (filled.length === 0) return { isBlank: true, rows: [], problems: new Map() };
  const read = readServiceMix([[...COLUMNS], ...filled.map((service) => COLUMNS.map((field) => service[field]))]);
  const problems = new Map<number, Partial<Record<keyof ServiceDraft, string>>>();
  for (const { row, reason, sentence } of read.problems) {
    const id = filled[row - 2]?.id ?? filled[0]?.id ?? 0;
    problems.set(id, { [FIELDS[reason]]: sentence, ...problems.get(id) });
  }
  // The first line is that of the headings: the manager counts her services from 1.
  return { isBlank: false, rows: read.rows.map((row) => ({ ...row, row: row.row - 1 })), problems };
}

/** A service with Medicare's amount under the draft's day, place and setting, and from other years that offers name. */
export function mixLine(row: MixRow, read: ReadTerms, library: MedicareLibrary, years: ReadonlySet<number>): MixLine {
  const program = programOf(row.code);
  if (program !== null) return { ...row, benchmark: noBenchmarkOf(program) };
  if (read.kind === "problems") {
    const sentence = Object.values(read.problems)[0] ?? "Day, place and setting are not all known.";
    return { ...row, benchmark: { kind: "none", reason: "date-unreadable", sentence } };
  }
  const { terms } = read;
  const price = pricer(library);
  const question = { ...terms, code: row.code, modifiers: row.modifiers };
  const { year, month, day } = partsOfDay(terms.day);
  const others = [...years].flatMap((other): [number, Benchmark][] => {
    const sameDay = calendarDate(other, month, day) ?? calendarDate(other, month, 28);
    return other === year || sameDay === null ? [] : [[other, price({ ...question, day: sameDay })]];
  });
  return { ...row, benchmark: price(question), otherYears: new Map(others) };
}
