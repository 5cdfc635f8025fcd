import { type CalendarDate, calendarDate, partsOfDay } from "../values/calendar-date.ts";
import { RELEASE_LETTERS, type RelativeValueRelease, type ReleaseLetter, type Track } from "./fee-schedule.ts";

/** The release that prices a day, and the sentence to say where it is not the one that was in force. */
export interface ChosenRelease {
  readonly release: RelativeValueRelease;
  readonly note: string | null;
}

/** The releases of one year that share their track, in the order in which they came into force. */
type InOrder = readonly { readonly from: CalendarDate; readonly release: RelativeValueRelease }[];

/**
 * Prepares the choice of the release of relative values for a day: among the loaded ones of the day's own year and
 * track, the latest in force on that day, else the earliest that came later in the year. Another track's release serves
 * where the asked one is not loaded (the values are the same, the factor is not). Null where the year has none.
 *
 * @example releaseChooser(library.releases)("2025-02-01", "nonQp") is 2025D with a note, where only 2025D is loaded
 */
export function releaseChooser(
  releases: readonly RelativeValueRelease[],
): (day: CalendarDate, track: Track) => ChosenRelease | null {
  const tracks = { nonQp: byYear(releases, "nonQp"), qp: byYear(releases, "qp") };
  return (day, track) => {
    const { year } = partsOfDay(day);
    const inOrder = tracks[track].get(year) ?? tracks[track === "qp" ? "nonQp" : "qp"].get(year);
    const chosen = inOrder?.findLast(({ from }) => from <= day) ?? inOrder?.[0];
    if (chosen === undefined) return null;
    return { release: chosen.release, note: noteOn(chosen.release, day) };
  };
}

/** The name of a release, as every figure carries it: "2025D". */
export function releaseName(release: { readonly year: number; readonly letter: ReleaseLetter }): string {
  return `${release.year}${release.letter}`;
}

/**
 * The day from which a release is in force: January, April, July, October; the correction of January 2024 came with a
 * new conversion factor on 9 March.
 */
export function releaseStart(release: { readonly year: number; readonly letter: ReleaseLetter }): CalendarDate {
  const { year, letter } = release;
  const quarter = letter.charAt(0);
  const month = quarter === "A" ? 1 : quarter === "B" ? 4 : quarter === "C" ? 7 : 10;
  const from = year === 2024 && letter === "AR" ? calendarDate(2024, 3, 9) : calendarDate(year, month, 1);
  if (from === null) throw new RangeError(`${year} is no year of a release`);
  return from;
}

function byYear(releases: readonly RelativeValueRelease[], track: Track): ReadonlyMap<number, InOrder> {
  const years = new Map<number, Map<ReleaseLetter, RelativeValueRelease>>();
  for (const release of releases) {
    if (release.track !== null && release.track !== track) continue;
    const letters = years.get(release.year) ?? new Map();
    years.set(release.year, letters.set(release.letter, release));
  }
  return new Map(
    [...years].map(([year, letters]) => {
      const dated = [...letters.values()].map((release) => ({ from: releaseStart(release), release }));
      return [year, dated.sort((a, b) => order(a.release.letter) - order(b.release.letter))];
    }),
  );
}

function order(letter: ReleaseLetter): number {
  return RELEASE_LETTERS.indexOf(letter);
}

function noteOn(release: RelativeValueRelease, day: CalendarDate): string | null {
  const inForce = inForceOn(day);
  const sameQuarter = release.letter.charAt(0) === inForce.charAt(0);
  if (sameQuarter && (release.year !== 2024 || release.letter === inForce || inForce.charAt(0) !== "A")) return null;
  const from = releaseStart(release);
  return `Priced with Medicare's release ${releaseName(release)} (in force from ${from}): ${release.year}${inForce}, which was in force on ${day}, is not loaded.`;
}

function inForceOn(day: CalendarDate): ReleaseLetter {
  const { year, month } = partsOfDay(day);
  if (month < 4) return year === 2024 && day >= "2024-03-09" ? "AR" : "A";
  return month < 7 ? "B" : month < 10 ? "C" : "D";
}
