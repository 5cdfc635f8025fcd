import type { BenchmarkQuestion, NoBenchmark } from "./benchmark.ts";
import { type ReadCode, readServiceCode } from "./code-reading.ts";
import { type MedicareLibrary, type RelativeValues, type Track, valueKey } from "./fee-schedule.ts";
import { noBenchmark } from "./locality-choice.ts";
import { type ReadModifiers, readModifiers } from "./modifiers.ts";
import { noBenchmarkOf, programOf } from "./programs.ts";
import { type ChosenRelease, releaseChooser, releaseName } from "./release-choice.ts";
import { unpaidStatus } from "./status.ts";
import { missingRow, yearNotLoaded } from "./unknown-code.ts";

/** The row of values that prices a code with its modifiers, and the release that it is of. */
export interface FoundRow {
  readonly kind: "row";
  readonly row: RelativeValues;
  readonly chosen: ChosenRelease;
  readonly track: Track;
  readonly notes: readonly string[];
}

/** How many written forms of codes and modifiers are remembered. */
const REMEMBERED = 50_000;

/**
 * Prepares the finding of the row that prices a question: 26, TC and 53 have rows of their own, and the whole service's
 * row never stands in for them, since it would double the amount. Without a row, why.
 *
 * @example rowFinder(library)({ code: "91110", modifiers: ["26"], … }).row.modifier is "26"
 */
export function rowFinder(library: MedicareLibrary): (question: BenchmarkQuestion) => FoundRow | NoBenchmark {
  const releaseOn = releaseChooser(library.releases);
  const codeOf = remembered(procedureOf);
  const modifiersOf = remembered((texts: string) => readModifiers([texts]));
  return (question) => {
    const read = codeOf(question.code);
    if (read.kind === "none") return read;
    const modifiers = modifiersOf([...read.modifiers, ...question.modifiers].join(" "));
    if (modifiers.kind === "none") return modifiers;
    const track = question.track ?? "nonQp";
    const chosen = releaseOn(question.day, track);
    if (chosen === null) return yearNotLoaded(library, question.day);
    const found = inRelease(read, modifiers, chosen, track, library);
    if (found.kind === "row" || found.reason !== "code-unknown" || chosen.release.track !== "qp") return found;
    // The file for qualifying participants leaves out codes without values; the other one tells why they have none.
    const other = releaseOn(question.day, "nonQp");
    if (other === null || other.release.track === "qp") return found;
    return inRelease(read, modifiers, other, track, library);
  };
}

function inRelease(
  { code }: ReadCode,
  { priced, notes }: ReadModifiers,
  chosen: ChosenRelease,
  track: Track,
  library: MedicareLibrary,
): FoundRow | NoBenchmark {
  const { release } = chosen;
  const row = release.values.get(valueKey(code, priced));
  // A code that Medicare does not pay is that first, whatever its modifiers.
  const telling = row ?? release.values.get(code);
  if (telling === undefined) return missingRow(code, priced, release, library);
  const refused = unpaidStatus(telling, releaseName(release));
  if (refused !== null) return refused;
  if (row === undefined) return missingRow(code, priced, release, library);
  return { kind: "row", row, chosen, track, notes };
}

function procedureOf(text: string): ReadCode | NoBenchmark {
  const program = programOf(text);
  if (program !== null) return noBenchmarkOf(program);
  const read = readServiceCode(text);
  return read.kind === "revenue" ? revenueCode(read.code) : read;
}

function revenueCode(code: string): NoBenchmark {
  return noBenchmark(
    "code-not-physician",
    `${code} is read as a revenue code of a hospital's bill, and revenue codes have no amount in Medicare's physician fee schedule. If it is a procedure code that lost its leading zeros, write all five characters; until then it has no benchmark.`,
  );
}

/** The same texts come again and again in a batch. */
function remembered<Found>(read: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const found = read(text);
    known.set(text, found);
    return found;
  };
}
