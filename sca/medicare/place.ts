import { type CalendarDate, partsOfDay } from "../values/calendar-date.ts";
import type { NoBenchmark, Place } from "./benchmark.ts";
import { countyPlace, statePlace } from "./county-place.ts";
import type { MedicareLibrary } from "./fee-schedule.ts";
import {
  listed,
  localitiesOf,
  localityIn,
  localityUnknown,
  localityWithoutContractor,
  noBenchmark,
} from "./locality-choice.ts";
import { stateLetters, stateName } from "./states.ts";
import { isZip, zipPlace } from "./zip-place.ts";

const NATIONAL =
  /^(?:THE )?(?:NATIONAL|NATIONWIDE|NATION|US|USA|U\.S\.A?\.?|UNITED STATES)(?: (?:AMOUNT|RATE|AVERAGE|PAYMENT|PAYMENT AMOUNT))?$/;
const CONTRACTOR_AND_LOCALITY =
  /^(?:(?:MAC|CARRIER|CONTRACTOR)[\s:#]*)?(\d{4,5})(?:[\s\-–—/,.:]+|\s*(?:LOCALITY|LOC)[\s:#]*)(?:(?:LOCALITY|LOC)[\s:#]*)?(\d{1,2})(?:[\s,:(–—-]+[A-Z(].*)?$/;

/**
 * Reads where a service is furnished, as it holds on a day: "NATIONAL"; contractor and locality ("10112-00", "10112 00",
 * also with lost zeros: "1112-5"); a ZIP code, with its four digits where it has them; a county with its state
 * ("Cook County, IL"); a state of one locality; or a locality's name. What is open or unknown answers with its reason
 * and what would settle it.
 * Source: 42 CFR 414.4; CMS's GPCI, LOCCO and ZIP5 files.
 *
 * @example readPlace("Cook County, IL", library, day) is contractor 06102, locality 16
 */
export function readPlace(text: string, library: MedicareLibrary, day: CalendarDate): Place | NoBenchmark {
  const said = text.toUpperCase().replace(/[“”"]/g, "").replace(/\s+/g, " ").trim();
  if (said === "") return unreadable(text);
  if (NATIONAL.test(said)) return { kind: "national" };
  const zipSaid = said.replace(/^ZIP(?:\s?CODE)?[\s:#]*(?=\d)/, "");
  const isZipSaid = zipSaid !== said;
  const split = /^(\d{3,5})\s?[-–—\s]\s?(\d{4})$/.exec(zipSaid) ?? /^(\d{4,5})(\d{4})$/.exec(zipSaid);
  if (split !== null) return zipPlace(restored(split[1]), split[2] ?? null, library, day);
  const pair = isZipSaid ? null : (CONTRACTOR_AND_LOCALITY.exec(said) ?? /^(\d{4,5})(\d{2})$/.exec(said));
  if (pair !== null) return contractorAndLocality(pair[1] ?? "", pair[2] ?? "", library, day);
  const bare = /^\d{3,5}$/.exec(zipSaid);
  if (bare !== null) return bareDigits(zipSaid, isZipSaid, library, day);
  const number = /^(?:(?:LOCALITY|LOC)[\s:#]*)?(\d{1,2})$/.exec(said);
  if (number !== null) {
    const loaded = localitiesOf(library, partsOfDay(day).year);
    return localityWithoutContractor((number[1] ?? "").padStart(2, "0"), loaded);
  }
  return byName(text, said, library, day);
}

/**
 * The place of a contractor's and a locality's number, lost zeros put back; refused by name where the list of the day's
 * year is loaded and does not have it.
 *
 * @example contractorAndLocality("1112", "5", library, day) is contractor 01112, locality 05
 */
export function contractorAndLocality(
  contractor: string,
  number: string,
  library: MedicareLibrary,
  day: CalendarDate,
): Place | NoBenchmark {
  const mac = restored(contractor);
  const locality = number.padStart(2, "0");
  const loaded = localitiesOf(library, partsOfDay(day).year);
  if (loaded !== undefined && localityIn(loaded, mac, locality) === undefined)
    return localityUnknown(mac, locality, loaded);
  return { kind: "locality", mac, locality };
}

/**
 * The place of a contractor's number where no locality is given with it: the contractor's only locality, which is told,
 * or the list to choose from. Five digits that are no contractor are read as a ZIP code.
 */
export function contractorAlone(contractor: string, library: MedicareLibrary, day: CalendarDate): Place | NoBenchmark {
  const mac = restored(contractor);
  const loaded = localitiesOf(library, partsOfDay(day).year);
  const found = [...(loaded?.localities.values() ?? [])].filter((place) => place.mac === mac);
  const [only] = found;
  if (only === undefined) return zipPlace(mac, null, library, day);
  if (found.length > 1) {
    return noBenchmark(
      "locality-unknown",
      `Contractor ${mac} is given without a locality; it has ${listed(found)}. Give one of them; until then there is no benchmark.`,
    );
  }
  return {
    kind: "locality",
    mac,
    locality: only.locality,
    notes: [`No locality is given; contractor ${mac} has one alone: ${listed(found)}.`],
  };
}

function restored(digits: string | undefined): string {
  return (digits ?? "").padStart(5, "0");
}

function bareDigits(
  digits: string,
  isZipSaid: boolean,
  library: MedicareLibrary,
  day: CalendarDate,
): Place | NoBenchmark {
  const zip = restored(digits);
  const loaded = localitiesOf(library, partsOfDay(day).year);
  const ofContractor = [...(loaded?.localities.values() ?? [])].filter((place) => place.mac === zip);
  if (isZipSaid || ofContractor.length === 0) return zipPlace(zip, null, library, day);
  const keys = ofContractor.map(({ locality }) => `${zip}-${locality}`).join(", ");
  if (!isZip(zip, library)) {
    return noBenchmark(
      "locality-unknown",
      `${zip} is a Medicare contractor's number without its locality; it has ${keys}. Give both, such as ${keys.slice(0, 8)}.`,
    );
  }
  const found = zipPlace(zip, null, library, day);
  if (found.kind !== "locality") return found;
  const note = `${zip} is read as a ZIP code; a Medicare contractor has the same number, and its places are written ${keys}.`;
  return { ...found, notes: [...(found.notes ?? []), note] };
}

function byName(text: string, said: string, library: MedicareLibrary, day: CalendarDate): Place | NoBenchmark {
  const state = stateName(said);
  if (state !== null) return statePlace(stateLetters(state) ?? "", state, library, day);
  const loaded = localitiesOf(library, partsOfDay(day).year);
  const plain = said.replaceAll("*", "");
  const ofName = [...(loaded?.localities.values() ?? [])].filter(
    (place) => place.name.toUpperCase().replaceAll("*", "").trim() === plain,
  );
  const [only] = ofName;
  if (only !== undefined && ofName.length === 1) return { kind: "locality", mac: only.mac, locality: only.locality };
  const county = countyAndState(said);
  return county === null ? unreadable(text) : countyPlace(county.county, county.state, library, day);
}

/** "COOK COUNTY, IL", "COOK, ILLINOIS", "COOK COUNTY IL", "IL - COOK". */
function countyAndState(said: string): { readonly county: string; readonly state: string } | null {
  const words = said.split(/\s*[,;/()]\s*|\s+[-–—]\s+|\s+/).filter((word) => word !== "");
  const most = Math.min(3, words.length - 1);
  for (let count = most; count >= 1; count -= 1) {
    const behind = stateName(words.slice(-count).join(" "));
    if (behind !== null) return { county: words.slice(0, -count).join(" "), state: behind };
  }
  for (let count = most; count >= 1; count -= 1) {
    const before = stateName(words.slice(0, count).join(" "));
    if (before !== null && /[,;/(–—-]/.test(said)) return { county: words.slice(count).join(" "), state: before };
  }
  return null;
}

function unreadable(text: string): NoBenchmark {
  const found = text.trim() === "" ? "No place is given" : `The place “${text.trim()}” was not understood`;
  return noBenchmark(
    "place-unreadable",
    `${found}. Accepted are NATIONAL, contractor and locality (10112-00), a ZIP code, or a county with its state (Cook County, IL). Until then there is no benchmark.`,
  );
}
