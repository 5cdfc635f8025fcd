import type { NoBenchmark, NoBenchmarkReason } from "./benchmark.ts";
import { type LocalityIndices, type LocalityYear, localityKey, type MedicareLibrary } from "./fee-schedule.ts";

/** A reason and its sentence, as an answer. */
export function noBenchmark(reason: NoBenchmarkReason, sentence: string): NoBenchmark {
  return { kind: "none", reason, sentence };
}

/** The cost indices of a year, the last loaded of several. */
export function localitiesOf(library: MedicareLibrary, year: number): LocalityYear | undefined {
  return library.localityYears.findLast((loaded) => loaded.year === year);
}

/** The localities of a year are not loaded: which are. */
export function localitiesNotLoaded(library: MedicareLibrary, year: number): NoBenchmark {
  const years = [...new Set(library.localityYears.map((loaded) => loaded.year))].sort();
  const loaded = years.length === 0 ? "none is loaded" : `loaded: ${years.join(", ")}`;
  return noBenchmark(
    "localities-not-loaded",
    `The cost indices of the localities of ${year} (CMS's GPCI file) are not loaded; ${loaded}. Another year's are never used instead. Load them, or ask for the national amount.`,
  );
}

/** A contractor and locality that the year's list does not have: what it has that is near. */
export function localityUnknown(mac: string, locality: string, year: LocalityYear): NoBenchmark {
  const all = [...year.localities.values()];
  const ofContractor = all.filter((place) => place.mac === mac);
  const ofNumber = all.filter((place) => place.locality === locality);
  const what = `Contractor ${mac} has no locality ${locality} in CMS's list of ${year.year}.`;
  if (ofContractor.length > 0) return noBenchmark("locality-unknown", `${what} It has ${listed(ofContractor)}.`);
  const near =
    ofNumber.length > 0
      ? `No contractor of that list is ${mac}; locality ${locality} stands for ${listed(ofNumber)}.`
      : `Neither that contractor nor that locality is in the list.`;
  return noBenchmark("locality-unknown", `${what} ${near} Give contractor and locality, such as 10112-00.`);
}

/** A locality's number alone, which stands for other places under other contractors. */
export function localityWithoutContractor(locality: string, year: LocalityYear | undefined): NoBenchmark {
  const found = [...(year?.localities.values() ?? [])].filter((place) => place.locality === locality);
  const which = found.length === 0 ? "" : ` In ${year?.year} it stands for ${listed(found)}.`;
  return noBenchmark(
    "locality-without-contractor",
    `Locality ${locality} is given without its Medicare contractor, and the same number stands for other places under other contractors.${which} Give both, such as 10112-00.`,
  );
}

/** The locality of a key in a year. */
export function localityIn(year: LocalityYear, mac: string, locality: string): LocalityIndices | undefined {
  return year.localities.get(localityKey(mac, locality));
}

const SHOWN = 12;

/** Localities in words, the first dozen of many: "01112-05 (San Francisco, CA)". */
export function listed(places: readonly LocalityIndices[]): string {
  const shown = places.slice(0, SHOWN).map((place) => {
    const name = place.name.replaceAll("*", "").trim();
    return `${localityKey(place.mac, place.locality)} (${name}, ${place.state})`;
  });
  const more = places.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
