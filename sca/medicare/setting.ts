import type { Setting } from "./benchmark.ts";

/** Place of service codes that Medicare pays at the facility amount (CMS 100-04 chapter 12, section 20.4.2). */
const FACILITY_CODES = "02 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61".split(" ");
/** And those that it pays at the office amount. */
const OFFICE_CODES = "01 03 04 09 10 11 12 13 14 15 16 17 20 25 32 33 49 50 54 55 57 58 60 62 65 71 72 81 99".split(
  " ",
);

const FACILITY_WORDS = `
f | fac | facility | facilities | hospital | inpatient | inpatient hospital | outpatient hospital | hospital inpatient |
hospital outpatient | hospital outpatient department | outpatient hospital department | hopd | hospital based |
on campus outpatient hospital | off campus outpatient hospital | emergency room | emergency department |
emergency room hospital | er | ed | asc | ambulatory surgical center | ambulatory surgery center |
skilled nursing facility | snf | inpatient psychiatric facility | psychiatric hospital | inpatient psych |
partial hospitalization | partial hospitalization program | php | psychiatric facility partial hospitalization |
psych partial hospitalization | community mental health center | cmhc | psychiatric residential treatment center | prtf |
hospice | inpatient hospice | ambulance | military treatment facility |
comprehensive inpatient rehabilitation facility | telehealth not in home | telehealth other than in patients home |
telehealth provided other than in patients home`;
const OFFICE_WORDS = `
nf | n f | nfac | nonf | nonfac | non fac | nonfacility | non facility | not facility | not a facility | office |
physician office | physicians office | doctors office | private office | private practice | home | patient home |
patients home | private residence | telehealth home | home telehealth | telehealth at home | telehealth in home |
telehealth in patients home | telehealth provided in patients home | assisted living | assisted living facility |
group home | urgent care | urgent care facility | independent clinic | federally qualified health center | fqhc |
rural health clinic | rhc | school | pharmacy | nonresidential substance abuse treatment facility |
non residential substance abuse treatment facility | residential substance abuse treatment facility |
non residential opioid treatment facility | nonresidential opioid treatment facility | opioid treatment program |
end stage renal disease treatment facility | independent laboratory | nursing facility | custodial care facility |
birthing center`;

const SETTINGS: ReadonlyMap<string, Setting> = new Map([
  ...[...FACILITY_CODES, ...phrases(FACILITY_WORDS)].map((said) => [said, "facility"] as const),
  ...[...OFFICE_CODES, ...phrases(OFFICE_WORDS)].map((said) => [said, "nonFacility"] as const),
]);

function phrases(listed: string): string[] {
  return listed.split("|").map((phrase) => phrase.replace(/\s+/g, " ").trim());
}

/**
 * Reads where a service is furnished as far as its amount goes: a place of service code ("11", "POS 02", "53 - CMHC") or
 * words (office, non-facility, hospital, home). Null for what Medicare has no rule for and for what leaves it open
 * ("telehealth", "outpatient", "clinic"), so that it is asked. Partial hospitalization (52) and community mental health
 * centers (53) are facilities, telehealth at home (10) is not, other telehealth (02) is.
 * Source: CMS 100-04, chapter 12, section 20.4.2.
 *
 * @example readSetting("52") is "facility"; readSetting("Office") is "nonFacility"; readSetting("77") is null
 */
export function readSetting(text: string): Setting | null {
  const said = text
    .toLowerCase()
    .replace(/^\s*(\d{1,2})\.0+\s*$/, "$1")
    .replace(/['’.]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\b(?:pos|place of service|setting|rate|price|amount|code)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const numbered = /^(\d{1,2})(?: ([a-z].*))?$/.exec(said);
  if (numbered === null) return SETTINGS.get(said) ?? null;
  const byCode = SETTINGS.get((numbered[1] ?? "").padStart(2, "0")) ?? null;
  const byWords = numbered[2] === undefined ? undefined : SETTINGS.get(numbered[2]);
  return byWords !== undefined && byWords !== byCode ? null : byCode;
}

/** A setting as a manager says it. */
export function printSetting(setting: Setting): string {
  return setting === "facility" ? "facility" : "office (non-facility)";
}
