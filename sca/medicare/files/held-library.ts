import type { MedicareLibrary } from "../fee-schedule.ts";
import type { HeldFile } from "./medicare-file.ts";

/**
 * Files that were read, sorted into what answers for Medicare; in each kind in the order given.
 *
 * @example libraryOf([]) is EMPTY_LIBRARY
 */
export function libraryOf(held: readonly HeldFile[]): MedicareLibrary {
  return {
    releases: held.flatMap((file) => (file.kind === "relativeValues" ? file.release : [])),
    localityYears: held.flatMap((file) => (file.kind === "localities" ? file.localities : [])),
    countyYears: held.flatMap((file) => (file.kind === "counties" ? file.counties : [])),
    zipQuarters: held.flatMap((file) => (file.kind === "zip" ? file.zip : [])),
    zipPlusFourQuarters: held.flatMap((file) => (file.kind === "zipPlusFour" ? file.zipPlusFour : [])),
    dayRates: held.flatMap((file) => (file.kind === "dayRates" ? file.dayRates : [])),
    caps: held.flatMap((file) => (file.kind === "caps" ? file.caps : [])),
  };
}
