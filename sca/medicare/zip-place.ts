import { type CalendarDate, partsOfDay } from "../values/calendar-date.ts";
import type { NoBenchmark, Place } from "./benchmark.ts";
import { localityKey, type MedicareLibrary, type ZipArea } from "./fee-schedule.ts";
import { listed, localitiesOf, localityIn, noBenchmark } from "./locality-choice.ts";

interface Quarterly {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
}

/**
 * The locality of a ZIP code, by CMS's list of the day's quarter, else of the nearest quarter that is loaded (another
 * year's is told). Of a ZIP code that lies in several localities the four digits behind it are needed, with CMS's
 * ZIP+4 list.
 *
 * @example zipPlace("36104", null, library, day) is contractor 10112, locality 00
 */
export function zipPlace(
  zip: string,
  plusFour: string | null,
  library: MedicareLibrary,
  day: CalendarDate,
): Place | NoBenchmark {
  const list = nearestQuarter(library.zipQuarters, day);
  const parts = nearestQuarter(library.zipPlusFourQuarters, day);
  const spans = parts?.spans.get(zip);
  if (list === null && spans === undefined) return zipsNotLoaded(zip);
  const notes = zipNotes(list ?? parts, day);
  const whole = list?.zips.get(zip);
  const isSplit = list === null ? spans !== undefined : list.split.has(zip);
  if (!isSplit) return whole === undefined ? zipUnknown(zip, list) : place(whole, notes);
  const areas = distinct(spans ?? []);
  const [only] = areas;
  if (only !== undefined && areas.length === 1) return place(only, notes);
  const hit = plusFour === null ? undefined : spans?.find((span) => span.first <= plusFour && plusFour <= span.last);
  if (hit !== undefined) return place(hit, notes);
  return needsPlusFour({ zip, plusFour, areas, whole, isListed: spans !== undefined, library, day });
}

/** Whether any loaded list has the ZIP code. */
export function isZip(zip: string, library: MedicareLibrary): boolean {
  return (
    library.zipQuarters.some(({ zips, split }) => zips.has(zip) || split.has(zip)) ||
    library.zipPlusFourQuarters.some(({ spans }) => spans.has(zip))
  );
}

function nearestQuarter<Q extends Quarterly>(quarters: readonly Q[], day: CalendarDate): Q | null {
  const { year, month } = partsOfDay(day);
  const asked = year * 4 + Math.ceil(month / 3);
  const distance = (one: Quarterly): number => Math.abs(one.year * 4 + one.quarter - asked);
  return [...quarters].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function zipNotes(list: Quarterly | null, day: CalendarDate): string[] {
  const { year } = partsOfDay(day);
  if (list === null || list.year === year) return [];
  return [
    `The ZIP code was looked up in CMS's list of ${list.year}, quarter ${list.quarter}; none of ${year} is loaded.`,
  ];
}

function place({ mac, locality }: ZipArea, notes: readonly string[]): Place {
  return notes.length === 0 ? { kind: "locality", mac, locality } : { kind: "locality", mac, locality, notes };
}

function distinct(areas: readonly ZipArea[]): ZipArea[] {
  return [...new Map(areas.map((area) => [localityKey(area.mac, area.locality), area])).values()];
}

function zipsNotLoaded(zip: string): NoBenchmark {
  return noBenchmark(
    "localities-not-loaded",
    `${zip} is read as a ZIP code, and CMS's list of ZIP codes by locality (ZIP5) is not loaded. Load it, or give contractor and locality, such as 10112-00.`,
  );
}

function zipUnknown(zip: string, list: (Quarterly & { readonly file: string }) | null): NoBenchmark {
  const where = list === null ? "CMS's list" : `CMS's list of ${list.year}, quarter ${list.quarter} (${list.file})`;
  return noBenchmark(
    "zip-unknown",
    `The ZIP code ${zip} is not in ${where}. Check it, or give contractor and locality, such as 10112-00; until then there is no benchmark.`,
  );
}

interface SplitZip {
  readonly zip: string;
  readonly plusFour: string | null;
  readonly areas: readonly ZipArea[];
  readonly whole: ZipArea | undefined;
  readonly isListed: boolean;
  readonly library: MedicareLibrary;
  readonly day: CalendarDate;
}

function needsPlusFour({ zip, plusFour, areas, whole, isListed, library, day }: SplitZip): NoBenchmark {
  const { year } = partsOfDay(day);
  const loaded = localitiesOf(library, year);
  const candidates = areas.length > 0 ? areas : whole === undefined ? [] : [whole];
  const known = candidates.flatMap(({ mac, locality }) => {
    const found = loaded === undefined ? undefined : localityIn(loaded, mac, locality);
    return found === undefined ? [] : [found];
  });
  const names =
    known.length > 0 ? listed(known) : candidates.map(({ mac, locality }) => localityKey(mac, locality)).join(", ");
  const which = names === "" ? "" : areas.length > 0 ? `: ${names}` : `, among them ${names}`;
  const next = isListed
    ? plusFour === null
      ? `Give the four digits behind it, such as ${zip}-1234, or contractor and locality.`
      : `Its part ${plusFour} is not in CMS's ZIP+4 list; check the digits, or give contractor and locality.`
    : "Load CMS's ZIP+4 list (ZIP9) and give the four digits behind it, or give contractor and locality.";
  return noBenchmark(
    "zip-needs-plus-four",
    `The ZIP code ${zip} lies in more than one locality${which}. ${next} Until then there is no benchmark.`,
  );
}
