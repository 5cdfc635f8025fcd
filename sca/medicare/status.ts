import type { NoBenchmark } from "./benchmark.ts";
import type { RelativeValues } from "./fee-schedule.ts";

/** Only these are paid by relative values (RVU26B: "Only RVUs associated with status codes of A, R, or T"). */
const PAID = new Set(["A", "R", "T"]);

/** Why Medicare does not pay the others by the fee schedule, in our own words. */
const NOT_PAID: ReadonlyMap<string, string> = new Map([
  ["B", "Medicare pays it as a part of other services, never by itself"],
  ["D", "Medicare has deleted the code"],
  ["E", "a regulation keeps it out of the physician fee schedule; where Medicare covers it, another schedule pays it"],
  ["F", "Medicare has deleted the code"],
  ["G", "Medicare does not take this code and has another one for the service"],
  ["H", "Medicare has deleted the code with this modifier"],
  ["I", "Medicare does not take this code and has another one for the service, if it pays the service at all"],
  ["L", "it is a local code"],
  ["M", "it reports a measure of quality and is not paid"],
  ["N", "Medicare does not cover it"],
  ["P", "Medicare pays it as a part of other services or under another program, never by this schedule"],
  ["Q", "it reports a therapy's results and is not paid"],
  ["X", "the law does not count it as a physician's service; another Medicare schedule may pay it"],
]);

/**
 * Why a code has no amount by its status, or null where it is paid by relative values.
 * Source: attachment A of CMS's relative value file documentation.
 *
 * @example unpaidStatus({ …status "C" }, "2025D").reason is "contractor-priced"
 */
export function unpaidStatus(values: RelativeValues, release: string): NoBenchmark | null {
  const { status } = values;
  const name = values.modifier === "" ? values.code : `${values.code}-${values.modifier}`;
  if (status === "C" || (PAID.has(status) && isWithoutValues(values))) {
    return none(
      "contractor-priced",
      `${name} has no national amount in ${release}: Medicare's contractor of each region prices it. Ask the contractor for its price; until then there is no benchmark.`,
    );
  }
  if (PAID.has(status)) return null;
  if (status === "J") {
    return none(
      "anesthesia",
      `${name} is anesthesia, which Medicare pays by time and not by relative values. Its amount takes the code's base units, the minutes (one unit for 15) and the anesthesia factor of the locality; these are not loaded, so there is no benchmark.`,
    );
  }
  const why = NOT_PAID.get(status) ?? `its status “${status}” is not one that the physician fee schedule pays`;
  const shown = isWithoutValues(values)
    ? ""
    : ` The file shows relative values (${valuesOf(values)}) for information alone.`;
  return none("status-not-paid", `${name} has no Medicare benchmark in ${release}: ${why} (status ${status}).${shown}`);
}

function none(reason: NoBenchmark["reason"], sentence: string): NoBenchmark {
  return { kind: "none", reason, sentence };
}

function isWithoutValues({ work, nonFacilityPe, facilityPe, malpractice }: RelativeValues): boolean {
  return work === 0 && nonFacilityPe === 0 && facilityPe === 0 && malpractice === 0;
}

function valuesOf({ work, nonFacilityPe, facilityPe, malpractice }: RelativeValues): string {
  const office = units(work + nonFacilityPe + malpractice);
  const facility = units(work + facilityPe + malpractice);
  return `${office} in the office, ${facility} in a facility`;
}

function units(hundredths: number): string {
  const digits = String(hundredths).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
