import { type CalendarDate, partsOfDay } from "../values/calendar-date.ts";
import type { NoBenchmark, Place } from "./benchmark.ts";
import { countyKey, type StateArea, stateAreas } from "./county-areas.ts";
import type { CountyYear, MedicareLibrary } from "./fee-schedule.ts";
import { listed, localitiesOf, localityIn, noBenchmark } from "./locality-choice.ts";

/**
 * The locality of a county, by CMS's list of counties of the day's year (else of the nearest year that is loaded, which
 * is told). A county that the list does not name belongs to "all other counties" of its state, which is told too;
 * one letter beside a named county is asked about instead.
 *
 * @example countyPlace("Cook", "ILLINOIS", library, day) is contractor 06102, locality 16
 */
export function countyPlace(
  county: string,
  state: string,
  library: MedicareLibrary,
  day: CalendarDate,
): Place | NoBenchmark {
  const { year } = partsOfDay(day);
  const list = nearestYear(library.countyYears, year);
  if (list === null) {
    return noBenchmark(
      "localities-not-loaded",
      `“${county.trim()}” names a county, and CMS's list of counties by locality (LOCCO) is not loaded. Load it, or give contractor and locality, such as 10112-00.`,
    );
  }
  const areas = areasOf(list).get(state) ?? [];
  if (areas.length === 0)
    return unknownCounty(county, state, `CMS's list of ${list.year} has no localities of ${title(state)}`);
  const notes =
    list.year === year
      ? []
      : [`The county was looked up in CMS's list of ${list.year}; that of ${year} is not loaded.`];
  const [key, city] = [countyKey(county), `${countyKey(county)}CITY`];
  const exact = areas.filter((area) => area.named.has(key));
  const named = distinct(exact.length > 0 ? exact : areas.filter((area) => area.named.has(city)));
  const [only] = named;
  if (only !== undefined && named.length === 1) return place(only, notes);
  if (only !== undefined) return severalAreas(county, named, library, year);
  const near = areas.flatMap((area) => [...area.named]).find((name) => isNear(name, key));
  const rest = distinct(areas.filter((area) => area.takes !== "named"));
  const [whole] = rest;
  if (near !== undefined) {
    const meant = whole === undefined ? "" : `; if it is another county, give ${whole.mac}-${whole.locality}`;
    return unknownCounty(county, state, `CMS's list names ${title(near)}, which is close to it${meant}`);
  }
  if (whole === undefined || rest.length > 1) return unknownCounty(county, state, "CMS's list does not name it");
  if (whole.takes === "all") return place(whole, notes);
  return place(whole, [
    ...notes,
    `CMS's list does not name ${title(county)}, so it counts among all other counties of ${title(state)}.`,
  ]);
}

/** The localities of a state, for who gives the state alone: one, or the list to choose from. */
export function statePlace(
  letters: string,
  name: string,
  library: MedicareLibrary,
  day: CalendarDate,
): Place | NoBenchmark {
  const { year } = partsOfDay(day);
  const loaded = localitiesOf(library, year);
  // A locality may reach into another state and say so in its name: "DC + MD/VA SUBURBS", "HAWAII, GUAM".
  const reaches = new RegExp(`[+/]\\s*${letters}\\b|, ${name}\\b`);
  const found = [...(loaded?.localities.values() ?? [])].filter(
    (locality) => locality.state === letters || reaches.test(locality.name.toUpperCase()),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) {
    return { kind: "locality", mac: only.mac, locality: only.locality };
  }
  const which = found.length === 0 ? "" : ` In ${year} it has ${listed(found)}.`;
  return noBenchmark(
    "locality-unknown",
    `${title(name)} alone does not tell the locality.${which} Give contractor and locality, a ZIP code, or a county such as “Cook County, IL”.`,
  );
}

const READ = new WeakMap<CountyYear, ReadonlyMap<string, StateArea[]>>();

/** A list's areas by state, read once. */
function areasOf(list: CountyYear): ReadonlyMap<string, readonly StateArea[]> {
  const before = READ.get(list);
  if (before !== undefined) return before;
  const states = new Map<string, StateArea[]>();
  for (const area of stateAreas(list.areas)) states.set(area.state, [...(states.get(area.state) ?? []), area]);
  READ.set(list, states);
  return states;
}

function nearestYear(years: readonly CountyYear[], year: number): CountyYear | null {
  const sorted = [...years].sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year));
  return sorted[0] ?? null;
}

function place(area: StateArea, notes: readonly string[]): Place {
  const { mac, locality } = area;
  return notes.length === 0 ? { kind: "locality", mac, locality } : { kind: "locality", mac, locality, notes };
}

function distinct(areas: readonly StateArea[]): StateArea[] {
  return [...new Map(areas.map((area) => [`${area.mac}-${area.locality}`, area])).values()];
}

function severalAreas(
  county: string,
  areas: readonly StateArea[],
  library: MedicareLibrary,
  year: number,
): NoBenchmark {
  const loaded = localitiesOf(library, year);
  const localities = areas.flatMap(({ mac, locality }) => {
    const found = loaded === undefined ? undefined : localityIn(loaded, mac, locality);
    return found === undefined ? [] : [found];
  });
  const which =
    localities.length > 0 ? listed(localities) : areas.map((area) => `${area.mac}-${area.locality}`).join(", ");
  return noBenchmark(
    "locality-unknown",
    `${title(county)} lies in more than one locality: ${which}. Give contractor and locality, or a ZIP code.`,
  );
}

function unknownCounty(county: string, state: string, why: string): NoBenchmark {
  return noBenchmark(
    "locality-unknown",
    `The county ${title(county)}, ${title(state)}, was not found: ${why}. Check the spelling, or give contractor and locality, such as 10112-00, or a ZIP code.`,
  );
}

function title(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** One letter more, less or other, or two neighbours swapped, in names of five letters and more. */
function isNear(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
