import type { ZipArea } from "../fee-schedule.ts";

/** One row of CMS's ZIP files, checked. */
export interface ZipRow extends ZipArea {
  readonly zip: string;
  readonly needsPlusFour: boolean;
  /** The four digits behind; null in the file of the ZIP codes alone. */
  readonly plusFour: string | null;
  /** Year and quarter as CMS writes them: "20254". */
  readonly quarter: string;
}

/** CMS parts two states by its former carriers: East and West Kansas and Missouri. */
const PARTED_STATES: Readonly<Record<string, string>> = { EK: "KS", WK: "KS", EM: "MO", WM: "MO" };

/** The state's own letters. */
export function plainState(state: string): string {
  return PARTED_STATES[state] ?? state;
}

/**
 * State 1-2, ZIP code 3-7, carrier 8-12, locality 13-14, rural 15, lab locality 16-17, rural 18, flag 21; behind the flag the
 * file of ZIP codes has the Part B indicator at 23, that of ZIP+4 the four digits at 22-25; year and quarter 76-80
 * (ZIP5lyout.txt, ZIP9lyout.txt).
 */
const SHAPE =
  /^([A-Z]{2})(\d{5})(\d{5})(\d\d)[A-Z ][A-Z0-9 ]{2}[A-Z ] {2}([01])(?:(\d{4}).{50}| .{53})(20\d\d[1-4])\s*$/s;

/** What a line of either ZIP file says; null for a line of another shape. */
export function zipRowOfLine(line: string): ZipRow | null {
  const match = SHAPE.exec(line);
  if (match === null) return null;
  return {
    state: plainState(match[1] ?? ""),
    zip: match[2] ?? "",
    mac: match[3] ?? "",
    locality: match[4] ?? "",
    needsPlusFour: match[5] === "1",
    plusFour: match[6] ?? null,
    quarter: match[7] ?? "",
  };
}
