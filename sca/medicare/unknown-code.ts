import { type CalendarDate, partsOfDay } from "../values/calendar-date.ts";
import type { NoBenchmark } from "./benchmark.ts";
import { type MedicareLibrary, type PricedModifier, type RelativeValueRelease, valueKey } from "./fee-schedule.ts";
import { noBenchmark } from "./locality-choice.ts";
import { releaseName, releaseStart } from "./release-choice.ts";

/** No release of the day's year is loaded: which years are. Another year's values are never used instead. */
export function yearNotLoaded(library: MedicareLibrary, day: CalendarDate): NoBenchmark {
  const { year } = partsOfDay(day);
  const years = [...new Set(library.releases.map((release) => release.year))].sort();
  const loaded = years.length === 0 ? "No fee schedule is loaded" : `Loaded: ${years.join(", ")}`;
  return noBenchmark(
    "year-not-loaded",
    `The relative values of ${year} are not loaded, and another year's are never used instead. ${loaded}. Load CMS's relative value file (PPRRVU) of ${year}; until then ${day} has no benchmark.`,
  );
}

/** The code, or the code with the modifier, is not in the release that prices the day. */
export function missingRow(
  code: string,
  modifier: PricedModifier,
  release: RelativeValueRelease,
  library: MedicareLibrary,
): NoBenchmark {
  const name = releaseName(release);
  if (release.values.has(code)) return withoutModifier(code, modifier, release);
  if (release.isPartial === true) return notInStarterSet(code, name, release.year);
  if (release.track === "qp") return notForParticipants(code, release);
  const elsewhere = elsewhereIn(code, release, library);
  if (elsewhere !== null)
    return noBenchmark("code-unknown", `${code} is not in Medicare's release ${name}; ${elsewhere}`);
  const looked = [...new Set(library.releases.map(releaseName))].sort().join(", ");
  return noBenchmark(
    "code-unknown",
    `${code} is in none of the releases that are loaded (${looked}). Check the code; until then it has no benchmark.`,
  );
}

function notInStarterSet(code: string, name: string, year: number): NoBenchmark {
  return noBenchmark(
    "code-unknown",
    `${code} is not in the starter set of ${name}, which holds some codes only. Load CMS's full relative value file (PPRRVU) of ${year}: npm run --silent sca -- medicare FILE.`,
  );
}

/** CMS lists only codes with values in the file for qualifying participants. */
function notForParticipants(code: string, release: RelativeValueRelease): NoBenchmark {
  return noBenchmark(
    "code-unknown",
    `${code} is not in ${release.file}, CMS's file for qualifying participants (QP), which leaves out codes without values. Load the release's non-QP file too, which lists them all; until then there is no benchmark.`,
  );
}

function withoutModifier(code: string, modifier: PricedModifier, release: RelativeValueRelease): NoBenchmark {
  const part =
    modifier === "26" ? "professional part" : modifier === "TC" ? "technical part" : "discontinued procedure";
  return noBenchmark(
    "modifier-not-in-file",
    `${code} has no amount for modifier ${modifier} (${part}) in ${releaseName(release)}. The amount of the whole service would be too high for it and is not used; check the modifier.`,
  );
}

/** Codes come and go with the years: in which loaded release it is nevertheless. */
function elsewhereIn(code: string, release: RelativeValueRelease, library: MedicareLibrary): string | null {
  const from = releaseStart(release);
  const having = library.releases
    .filter(({ values }) => values.has(code) || values.has(valueKey(code, "26")))
    .sort((a, b) => (releaseStart(a) < releaseStart(b) ? -1 : 1));
  const before = having.findLast((other) => releaseStart(other) < from);
  const after = having.find((other) => releaseStart(other) > from);
  if (before === undefined && after === undefined) return null;
  const last = before === undefined ? "" : `the last loaded release with it is ${releaseName(before)}`;
  const first =
    after === undefined
      ? ""
      : `the first loaded release with it is ${releaseName(after)}, in force from ${releaseStart(after)}`;
  const both = [last, first].filter((said) => said !== "").join(", and ");
  return `${both}. Check the code and the day; a release of another time is not used.`;
}
