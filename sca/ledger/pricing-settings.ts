import { type MedicarePricing, NATIONAL_NOTE, type PricingTerms } from "../measures/price-line.ts";
import type { Place } from "../medicare/benchmark.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { type LedgerRow, plainText } from "./ledger-row.ts";
import { COUNT_OWN, LOCALITY, QUALIFYING, SITE_OF_SERVICE, WORK_FLOOR } from "./settings.ts";
import type { PlanValue } from "./workbook-plan.ts";

/**
 * The Pricing part of Settings as lines are priced by it. A spreadsheet drops the zeros in front of a ZIP code or a
 * place of service code that was typed as a number: they come back here.
 */
export function pricingTerms(values: ReadonlyMap<string, PlanValue>): PricingTerms {
  const floor = textOf(values, WORK_FLOOR).toLowerCase();
  return {
    locality: withZeros(values.get(LOCALITY), 5),
    setting: withZeros(values.get(SITE_OF_SERVICE), 2),
    track: isYes(values, QUALIFYING) ? "qp" : "nonQp",
    workFloor: floor === "with" || floor === "without" ? floor : "asByLaw",
  };
}

/**
 * Whose amounts the benchmarks are, in words.
 *
 * @example pricingWords(NO_TERMS) is "national amounts, no locality chosen; office (non-facility) unless a line says otherwise"
 */
export function pricingWords({ locality, setting, track }: PricingTerms): string {
  const where = locality === "" ? "national amounts, no locality chosen" : `amounts of ${locality}`;
  const said = setting === "" ? "office (non-facility)" : setting;
  const factor = track === "qp" ? "; conversion factor of qualifying participants from 2026" : "";
  return `${where}; ${said} unless a line says otherwise${factor}`;
}

/** True where a setting says Yes. */
export function isYes(values: ReadonlyMap<string, PlanValue>, name: string): boolean {
  return textOf(values, name).toLowerCase() === "yes";
}

/** A line's place of service as typed. */
export function placeOfService(row: LedgerRow): string {
  return withZeros(row.get("Place of service"), 2);
}

/** What each of the typed settings was taken for, or what is wrong with it: shown in place of its hint. */
export function pricingRemarks(
  values: ReadonlyMap<string, PlanValue>,
  medicare: MedicarePricing | undefined,
  asOf: CalendarDate,
): Map<string, string> {
  const remarks = new Map<string, string>();
  const terms = pricingTerms(values);
  if (medicare !== undefined) {
    if (terms.locality === "") remarks.set(LOCALITY, NATIONAL_NOTE);
    else {
      const place = medicare.placeOn(terms.locality, asOf);
      remarks.set(LOCALITY, place.kind === "none" ? notUnderstood(place.sentence) : `Read as ${inWords(place)}.`);
    }
    const setting = terms.setting === "" ? "nonFacility" : medicare.readSetting(terms.setting);
    remarks.set(
      SITE_OF_SERVICE,
      setting === null
        ? notUnderstood(`"${terms.setting}" is neither a place of service code nor office or facility.`)
        : `Read as ${setting === "facility" ? "facility" : "office (non-facility)"}.`,
    );
  }
  const answers: readonly (readonly [string, readonly string[], string])[] = [
    [QUALIFYING, ["yes", "no", ""], "Yes or No; until then it counts as No."],
    [COUNT_OWN, ["yes", "no", ""], "Yes or No; until then it counts as No."],
    [
      WORK_FLOOR,
      ["as by law", "with", "without", ""],
      "As by law, With or Without; until then it counts as As by law.",
    ],
  ];
  for (const [name, words, accepted] of answers) {
    const typed = textOf(values, name);
    if (!words.includes(typed.toLowerCase())) remarks.set(name, `"${typed}" is not understood: type ${accepted}`);
  }
  return remarks;
}

function notUnderstood(sentence: string): string {
  return `Not understood, so lines have no benchmark: ${sentence}`;
}

function inWords(place: Place): string {
  return place.kind === "national" ? "national amounts" : `locality ${place.mac}-${place.locality}`;
}

function textOf(values: ReadonlyMap<string, PlanValue>, name: string): string {
  return plainText(values.get(name)).trim();
}

function withZeros(value: PlanValue | undefined, digits: number): string {
  const text = plainText(value).trim();
  return typeof value === "number" && Number.isInteger(value) ? text.padStart(digits, "0") : text;
}
