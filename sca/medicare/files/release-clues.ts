import type { ReleaseLetter } from "../fee-schedule.ts";

/** The quarter that a release is for; a correction of it adds an R. */
export type QuarterLetter = "A" | "B" | "C" | "D";

/** What a name, a title or the manager tells of a release. */
export interface ReleaseClue {
  readonly year: number | null;
  readonly quarter: QuarterLetter | null;
  /** Told to be the correction of its quarter: "RVU24AR". */
  readonly corrected: boolean;
}

const MONTH = /(?<![a-z])(jan(?:uary)?|apr(?:il)?|july?|oct(?:ober)?)(?![a-z])/i;
const QUARTER_OF_MONTH: Readonly<Record<string, QuarterLetter>> = { J: "A", A: "B", L: "C", O: "D" };

function quarterOfMonth(text: string): QuarterLetter | null {
  const month = MONTH.exec(text)?.[1]?.toUpperCase();
  if (month === undefined) return null;
  return QUARTER_OF_MONTH[month.startsWith("JUL") ? "L" : month.charAt(0)] ?? null;
}

function fullYear(digits: string): number {
  return Number(digits.length === 2 ? `20${digits}` : digits);
}

/** How CMS tags a release wherever it names one: "rvu25d", "RVU24AR_0", "rvu26d-updated-08-26-2026". */
const TAG = /(?<![a-z])rvu(20\d\d|\d\d)([a-d])(r?)\d?(?![a-z])/i;
/** The year in the name of one of the release's files: "PPRRVU2025_Oct", "GPCI24", "25LOCCO". */
const YEAR_IN_NAME =
  /(?:PPRRVU|GPCI|ANES|OPPSCAP|LOCCO)_?(20\d\d|\d\d)(?!\d)|(?<!\d)(20\d\d|\d\d)_?(?:LOCCO|GPCI|ANES|PPRRVU|OPPSCAP)/i;

/**
 * What a file's or an archive's name tells of the release; a date of an update in it tells nothing.
 *
 * @example clueInName("PPRRVU2025_Oct.csv") is 2025, D; clueInName("rvu24ar.zip") is 2024, A, corrected
 */
export function clueInName(name: string): ReleaseClue {
  const tag = TAG.exec(name);
  const own = YEAR_IN_NAME.exec(name);
  const ownYear = own?.[1] ?? own?.[2];
  const tagged = tag?.[2]?.toUpperCase();
  const quarter = tagged === "A" || tagged === "B" || tagged === "C" || tagged === "D" ? tagged : quarterOfMonth(name);
  const digits = ownYear ?? tag?.[1];
  return {
    year: digits === undefined ? null : fullYear(digits),
    quarter,
    corrected: tag?.[3] !== undefined && tag[3] !== "",
  };
}

/**
 * What the title of a csv tells: "2025 National Physician Fee Schedule Relative Value File October Release".
 * The years of its copyright lines are no release years.
 */
export function clueInTitle(title: string): ReleaseClue {
  const year = /(?<!\d)(20\d\d)\s+National\s+Physician\s+Fee\s+Schedule/i.exec(title)?.[1];
  return { year: year === undefined ? null : Number(year), quarter: quarterOfMonth(title), corrected: false };
}

/**
 * What the manager wrote behind `--release`; null where it says none.
 *
 * @example clueInHint("2024AR") is 2024, A, corrected; clueInHint("2025Q4") is 2025, D; clueInHint("soon") is null
 */
export function clueInHint(hint: string): ReleaseClue | null {
  const match = /^(?:RVU)?(20\d\d|\d\d)[\s-]*(?:([A-D])(R?)|Q([1-4]))?$/i.exec(hint.trim());
  if (match === null) return null;
  const letter = match[2]?.toUpperCase() ?? (match[4] === undefined ? undefined : "ABCD"[Number(match[4]) - 1]);
  const quarter = letter === "A" || letter === "B" || letter === "C" || letter === "D" ? letter : null;
  return { year: fullYear(match[1] ?? ""), quarter, corrected: (match[3] ?? "") !== "" };
}

/** The letter of a release from its quarter. */
export function releaseLetter(quarter: QuarterLetter, corrected: boolean): ReleaseLetter {
  return corrected ? `${quarter}R` : quarter;
}

/** The number of a quarter: A is 1. */
export function quarterNumber(quarter: QuarterLetter): 1 | 2 | 3 | 4 {
  return ({ A: 1, B: 2, C: 3, D: 4 } as const)[quarter];
}
