import { basename } from "node:path";
import type { Benchmark } from "../../sca/medicare/benchmark.ts";
import { readPlace } from "../../sca/medicare/place.ts";
import { benchmarkWith } from "../../sca/medicare/price.ts";
import { noBenchmarkOf, programOf } from "../../sca/medicare/programs.ts";
import { type MixRow, readServiceMix } from "../../sca/rates/read-service-mix.ts";
import type { MixLine } from "../../sca/rates/service-mix.ts";
import { calendarDate, partsOfDay } from "../../sca/values/calendar-date.ts";
import { delimitedRecords } from "../files/reading/delimited-records.ts";
import { readFileBytes } from "../files/reading/read-tracker.ts";
import { decodeText } from "../files/reading/text-encoding.ts";
import { medicareFolder, readLibrary } from "../medicare/library-folder.ts";
import type { Arguments } from "./arguments.ts";
import { rateTerms } from "./rate-question.ts";

/** A list of services from a file, with its faults in words. */
export interface MixFile {
  readonly rows: readonly MixRow[];
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}

/** Reads the file of `--mix`. Throws a UserProblem where there is no such file. */
export async function readMixFile(path: string): Promise<MixFile> {
  const { rows, problems, unread } = readServiceMix(delimitedRecords(decodeText(await readFileBytes(path))));
  return {
    rows,
    faults: problems.map(({ row, sentence }) => `${basename(path)}, line ${row}: ${sentence}`),
    notes: unread.length === 0 ? [] : [`Columns that were not read: ${unread.join(", ")}.`],
  };
}

const NOT_ASKED: Benchmark = {
  kind: "none",
  reason: "date-unreadable",
  sentence: "Medicare's amounts were not looked up: give --day, --place and --setting.",
};

/** The rows with Medicare's amounts for the day, place and setting of the command line, and for other years that offers name. */
export async function withBenchmarks(
  rows: readonly MixRow[],
  given: Arguments,
  years: ReadonlySet<number>,
): Promise<MixLine[]> {
  const isAsked = ["day", "as-of", "place", "setting"].some((option) => given.text(option) !== undefined);
  if (!isAsked) {
    return rows.map((row) => {
      const program = programOf(row.code);
      return { ...row, benchmark: program === null ? NOT_ASKED : noBenchmarkOf(program) };
    });
  }
  const { placeText, ...terms } = rateTerms(given);
  const library = await readLibrary(given.text("medicare") ?? medicareFolder());
  const place = readPlace(placeText, library, terms.day);
  if (place.kind === "none") return rows.map((row) => ({ ...row, benchmark: place }));
  const price = benchmarkWith(library);
  const { year, month, day } = partsOfDay(terms.day);
  return rows.map((row) => {
    const question = { ...terms, place, code: row.code, modifiers: row.modifiers };
    const others = [...years].flatMap((other): [number, Benchmark][] => {
      const sameDay = calendarDate(other, month, day) ?? calendarDate(other, month, 28);
      return other === year || sameDay === null ? [] : [[other, price({ ...question, day: sameDay })]];
    });
    return { ...row, benchmark: price(question), otherYears: new Map(others) };
  });
}
