/** What one unit of a rate, or of a line of services, is. */
export const UNIT_BASES = ["day", "session", "visit", "hour", "quarterHour", "unit"] as const;
export type UnitBasis = (typeof UNIT_BASES)[number];

/** A basis as a person says it after "per". */
export const BASIS_WORDS: Readonly<Record<UnitBasis, string>> = {
  day: "day",
  session: "session",
  visit: "visit",
  hour: "hour",
  quarterHour: "15 minutes",
  unit: "unit",
};

const WORDS: readonly (readonly [UnitBasis, RegExp])[] = [
  [
    "quarterHour",
    /^(?:15[ -]?(?:min(?:ute)?s?|m)(?:[ -]units?)?|quarter[ -]?hours?|1\/4 ?h(?:ou)?rs?|units? of 15(?: min(?:ute)?s?)?|qh)$/,
  ],
  ["hour", /^(?:h|hrs?|hours?|hourly|60[ -]?min(?:ute)?s?)$/],
  ["day", /^(?:d|days?|daily|diem|per ?diem|pd|program days?|treatment days?|nights?|bed days?)$/],
  ["session", /^(?:\d+[ -]?min(?:ute)?s?[ -])?(?:s|sess?|sessions?|groups?|group sessions?|individual sessions?)$/],
  ["visit", /^(?:v|visits?|encounters?|enc|appointments?|appts?|evals?|evaluations?)$/],
  ["unit", /^(?:u|units?|each|ea|services?|codes?|procedures?|items?|doses?|services? units?)$/],
];

/**
 * Reads what a unit is: "day", "per session", "15 min", "hrs". Null where it says none of the bases.
 *
 * @example readUnitBasis("15 min units") is "quarterHour"
 */
export function readUnitBasis(text: string): UnitBasis | null {
  const plain = text
    .toLowerCase()
    .replace(/[.]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:per |\/ ?|by the |by )(?!diem)/, "");
  return WORDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** Minutes of a basis that is a span of time; null for the others. */
export function minutesOf(basis: UnitBasis): number | null {
  if (basis === "hour") return 60;
  return basis === "quarterHour" ? 15 : null;
}
