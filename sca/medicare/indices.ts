import { partsOfDay } from "../values/calendar-date.ts";
import type { BenchmarkQuestion, NoBenchmark } from "./benchmark.ts";
import { type Indices, NATIONAL_INDICES } from "./exact-amount.ts";
import type { LocalityIndices, MedicareLibrary } from "./fee-schedule.ts";
import { localitiesNotLoaded, localitiesOf, localityIn, localityUnknown } from "./locality-choice.ts";

/** The cost indices that price a question, and what should be known of them. */
export interface ChosenIndices extends Indices {
  readonly kind: "indices";
  readonly workFloor: "with" | "without" | "none";
  readonly notes: readonly string[];
}

const NATIONAL: ChosenIndices = { kind: "indices", ...NATIONAL_INDICES, workFloor: "none", notes: [] };
const FLOOR = 1000;
/**
 * The last year for which the law has the work floor of 1.0: its lapses of 2025 were made good for the days before
 * (P.L. 119-37), and the Consolidated Appropriations Act, 2026 carries it through 31 December 2026.
 */
const LAST_YEAR_WITH_FLOOR = 2026;

/**
 * Prepares the cost indices of places: all 1 for the national amount, else of the day's own year. The work index has the
 * floor of 1.0 where the law has it on the day, unless the question says otherwise.
 *
 * @example indicesChooser(library)(question).work is 1000 in Alabama in 2026, and 988 without the floor
 */
export function indicesChooser(library: MedicareLibrary): (question: BenchmarkQuestion) => ChosenIndices | NoBenchmark {
  return ({ place, day, workFloor }) => {
    if (place.kind === "national") return NATIONAL;
    const { year } = partsOfDay(day);
    const loaded = localitiesOf(library, year);
    if (loaded === undefined) return localitiesNotLoaded(library, year);
    const found = localityIn(loaded, place.mac, place.locality);
    if (found === undefined) return localityUnknown(place.mac, place.locality, loaded);
    const asked = workFloor === "with" || workFloor === "without" ? workFloor : byLaw(year);
    const work = workIndex(found, asked);
    const notes = [...(place.notes ?? []), ...(work.note === null ? [] : [work.note])];
    return {
      kind: "indices",
      work: work.index,
      pe: found.pe,
      malpractice: found.malpractice,
      workFloor: work.floor,
      notes,
    };
  };
}

function byLaw(year: number): "with" | "without" {
  return year <= LAST_YEAR_WITH_FLOOR ? "with" : "without";
}

interface WorkIndex {
  readonly index: number;
  readonly floor: "with" | "without";
  readonly note: string | null;
}

function workIndex(found: LocalityIndices, asked: "with" | "without"): WorkIndex {
  const { workWithFloor, workWithoutFloor } = found;
  if (asked === "with") {
    if (workWithFloor !== null) return { index: workWithFloor, floor: "with", note: null };
    const bare = workWithoutFloor ?? FLOOR;
    const note =
      bare < FLOOR
        ? "The file prints the work index without the floor of 1.0 alone; the floor was put in by its rule."
        : null;
    return { index: Math.max(bare, FLOOR), floor: "with", note };
  }
  if (workWithoutFloor !== null) return { index: workWithoutFloor, floor: "without", note: null };
  const floored = workWithFloor ?? FLOOR;
  if (floored > FLOOR) return { index: floored, floor: "without", note: null };
  const note = "The file prints the work index with the floor of 1.0 alone, so the amount is with the floor.";
  return { index: floored, floor: "with", note };
}
