import { printFactor } from "../../sca/medicare/conversion-factor.ts";
import type { Track } from "../../sca/medicare/fee-schedule.ts";
import type { HeldFile } from "../../sca/medicare/files/medicare-file.ts";
import { counted } from "../report/figures.ts";

const MONTHS: ReadonlyMap<string, string> = new Map([
  ["A", "January"],
  ["B", "April"],
  ["C", "July"],
  ["D", "October"],
]);

/**
 * A release in words.
 *
 * @example releaseWords("2025D") is "2025 October release"; releaseWords("2024AR") is "2024 January release, corrected"
 */
export function releaseWords(release: string): string {
  const [, year = "", letter = "", corrected = ""] = /^(\d{4})([A-Z])(R?)$/.exec(release) ?? [];
  const month = MONTHS.get(letter);
  if (month === undefined) return `release ${release}`;
  return `${year} ${month} release${corrected === "" ? "" : ", corrected"}`;
}

/** Whose conversion factor it is; nothing is to be said before 2026. */
export function trackWords(track: Track | null): string {
  if (track === null) return "";
  return track === "qp"
    ? " for qualifying APM participants (QP)"
    : " for everyone but qualifying APM participants (non-QP)";
}

/**
 * What a file of Medicare's holds, in half a sentence.
 *
 * @example "2025 October release (2025D), 19,090 codes, conversion factor 32.3465"
 */
export function heldWords(held: HeldFile): string {
  switch (held.kind) {
    case "relativeValues": {
      const { year, letter, values, conversionFactor, track } = held.release;
      const release = `${year}${letter}`;
      return `${releaseWords(release)} (${release}), ${counted(values.size, "code")}, conversion factor ${printFactor(conversionFactor)}${trackWords(track)}`;
    }
    case "localities":
      return `cost indices of ${held.localities.year}, ${counted(held.localities.localities.size, "locality", "localities")}`;
    case "counties":
      return `counties of the localities of ${held.counties.year}, ${counted(held.counties.areas.length, "area")}`;
    case "zip": {
      const { year, quarter, zips, split } = held.zip;
      return `ZIP codes of quarter ${quarter} of ${year}, ${counted(zips.size + split.size, "ZIP code")}, ${split.size.toLocaleString("en-US")} of them need four more digits`;
    }
    case "zipPlusFour": {
      const { year, quarter, spans } = held.zipPlusFour;
      return `ZIP codes with four more digits of quarter ${quarter} of ${year}, ${counted(spans.size, "ZIP code")}`;
    }
    case "dayRates":
      return `hospital day rates from ${held.dayRates.effective}, ${counted(held.dayRates.rates.size, "rate")}`;
    case "caps":
      return `outpatient hospital caps of ${held.caps.year}${held.caps.letter}, ${counted(held.caps.amounts.size, "amount")}`;
  }
}
