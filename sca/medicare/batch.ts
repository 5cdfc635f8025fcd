import { type CalendarDate, calendarDate } from "../values/calendar-date.ts";
import { printMoney } from "../values/money.ts";
import type { Benchmark, BenchmarkAmount, BenchmarkQuestion, NoBenchmark, Place } from "./benchmark.ts";
import { readServiceTime } from "./day-of-service.ts";
import type { MedicareLibrary } from "./fee-schedule.ts";
import { noBenchmark } from "./locality-choice.ts";
import { contractorAlone, contractorAndLocality, readPlace } from "./place.ts";
import { noBenchmarkOf, programOf } from "./programs.ts";
import { readSetting } from "./setting.ts";

/** One row of a batch, its cells as they are written. */
export interface BatchRow {
  readonly year: string;
  readonly dos_from: string;
  /** Medicare's contractor; NATIONAL where no locality is meant. */
  readonly mac: string;
  readonly locality: string;
  readonly hcpcs: string;
  readonly mod: string;
  readonly setting: string;
}

/** What a batch adds to a row. */
export interface BatchAnswer {
  /** Dollars and cents ("100.42"), "NA" where Medicare prints NA, "no benchmark" otherwise. */
  readonly amount: string;
  /** Why there is no amount, as `code: sentence`; or what should be known of the amount; else empty. */
  readonly reason: string;
  /** The release that the amount is of: "2025D"; empty without an amount. */
  readonly release: string;
}

/** What holds for a whole batch. */
export type BatchTerms = Pick<BenchmarkQuestion, "track" | "workFloor">;

/** Within a year Medicare's amounts can change on these days, and in 2024 on 9 March as well. */
const CHANGES: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [3, 9],
  [4, 1],
  [7, 1],
  [10, 1],
];

/**
 * Prices one row of a batch. The cells are read as managers write them: lost zeros of contractor and locality, the
 * day in any usual form, the setting as a word or a place of service code. A year without a day is priced where the
 * amount is the same all year, and refused where it is not.
 *
 * @example
 * priceBatchRow({ year: "2025", dos_from: "2025-01-01", mac: "10112", locality: "00", hcpcs: "90834", mod: "", setting: "nonfac" }, library, benchmarkWith(library))
 * // amount "100.42"
 */
export function priceBatchRow(
  row: BatchRow,
  library: MedicareLibrary,
  benchmark: (question: BenchmarkQuestion) => Benchmark,
  terms: BatchTerms = {},
): BatchAnswer {
  return answer(benchmarkOf(row, library, benchmark, terms));
}

function benchmarkOf(
  row: BatchRow,
  library: MedicareLibrary,
  benchmark: (question: BenchmarkQuestion) => Benchmark,
  terms: BatchTerms,
): Benchmark {
  const program = programOf(row.hcpcs);
  if (program !== null) return noBenchmarkOf(program);
  const time = readServiceTime(row.dos_from, row.year);
  if (time.kind === "none") return time;
  const setting = readSetting(row.setting);
  if (setting === null) return settingUnreadable(row.setting);
  const on = (day: CalendarDate): Benchmark => {
    const place = placeOf(row.mac.trim(), row.locality.trim(), library, day);
    if (place.kind === "none") return place;
    return benchmark({ ...terms, code: row.hcpcs, modifiers: [row.mod], day, place, setting });
  };
  return time.kind === "day" ? on(time.day) : allYear(time.year, on);
}

/** The amount of a year, where it is the same on every day of it. */
function allYear(year: number, on: (day: CalendarDate) => Benchmark): Benchmark {
  const days = CHANGES.flatMap(([month, day]) => calendarDate(year, month, day) ?? []);
  const answers = days.map((day) => ({ day, found: on(day) }));
  const [first] = answers;
  if (first === undefined) throw new RangeError(`${year} is no year of the calendar`);
  const other = answers.find(({ found }) => outcome(found) !== outcome(first.found));
  if (other === undefined) return fewestNotes(answers.map(({ found }) => found)) ?? first.found;
  return noBenchmark(
    "date-unreadable",
    `Only the year ${year} is given, and the amount changes within it: ${outcome(first.found)} on ${first.day}, ${outcome(other.found)} on ${other.day}. Give the day of service; until then there is no benchmark.`,
  );
}

function outcome(found: Benchmark): string {
  return found.kind === "amount" ? printMoney(found.cents) : `none (${found.reason})`;
}

/** Of equal answers the one of a day whose own release is loaded, which needs no word about it. */
function fewestNotes(answers: readonly Benchmark[]): Benchmark | undefined {
  const amounts = answers.filter((found) => found.kind === "amount");
  return amounts.sort((a, b) => a.notes.length - b.notes.length)[0];
}

function placeOf(mac: string, locality: string, library: MedicareLibrary, day: CalendarDate): Place | NoBenchmark {
  const contractor = mac.replace(/\.0+$/, "");
  const number = locality.replace(/\.0+$/, "");
  if (/^\d{4,5}$/.test(contractor) && /^\d{1,2}$/.test(number)) {
    return contractorAndLocality(contractor, number, library, day);
  }
  if (/^\d{4,5}$/.test(contractor) && number === "") return contractorAlone(contractor, library, day);
  if (contractor === "" || number === "") return readPlace(contractor === "" ? number : contractor, library, day);
  if (isNational(contractor, library, day) && /^(?:national|0+|none|n\/?a|all|-+)$/i.test(number))
    return { kind: "national" };
  const whole = readPlace(contractor, library, day);
  const agrees = whole.kind === "locality" && whole.locality === number.padStart(2, "0");
  return agrees ? whole : readPlace(`${contractor}-${number}`, library, day);
}

function isNational(text: string, library: MedicareLibrary, day: CalendarDate): boolean {
  return readPlace(text, library, day).kind === "national";
}

function settingUnreadable(text: string): NoBenchmark {
  const found =
    text.trim() === "" ? "No setting is given" : `The setting “${text.trim()}” is not one that Medicare has a rule for`;
  return noBenchmark(
    "setting-unreadable",
    `${found}. Accepted are nonfac or office, fac or facility, or a place of service code such as 11; until then there is no benchmark.`,
  );
}

function answer(found: Benchmark): BatchAnswer {
  if (found.kind === "amount") return { amount: dollars(found), reason: found.notes.join(" "), release: found.release };
  const amount = found.reason === "setting-not-applicable" ? "NA" : "no benchmark";
  return { amount, reason: `${found.reason}: ${found.sentence}`, release: "" };
}

function dollars({ cents }: BenchmarkAmount): string {
  const digits = String(cents).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
