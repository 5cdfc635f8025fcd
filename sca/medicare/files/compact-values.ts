import { type PricedModifier, type RelativeValues, valueKey } from "../fee-schedule.ts";
import type { CompactBody } from "./compact-tables.ts";

function isWithoutValues(row: RelativeValues): boolean {
  return (
    row.work + row.nonFacilityPe + row.facilityPe + row.malpractice === 0 &&
    row.capNonFacilityPe + row.capFacilityPe + row.capMalpractice === 0
  );
}

/** "n" and "f": not applicable outside, and in a facility. */
function naMarks(row: RelativeValues): string {
  return `${row.nonFacilityNa ? "n" : ""}${row.facilityNa ? "f" : ""}`;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A line for each code with values ("99213 A 130 126 55 10", behind it marks and "c" with the values of the cap); half of all
 * codes have none, and stand together by status and marks ("=Xn 27599 30999").
 */
export function valueBody(values: ReadonlyMap<string, RelativeValues>): CompactBody {
  const lines: string[] = [];
  const groups = new Map<string, string[]>();
  for (const [key, row] of [...values].sort(byKey)) {
    const marks = naMarks(row);
    if (isWithoutValues(row)) {
      const group = `=${row.status}${marks}`;
      const keys = groups.get(group);
      if (keys === undefined) groups.set(group, [key]);
      else keys.push(key);
      continue;
    }
    const figures = `${key} ${row.status} ${row.work} ${row.nonFacilityPe} ${row.facilityPe} ${row.malpractice}`;
    const hasCap = row.capNonFacilityPe + row.capFacilityPe + row.capMalpractice > 0;
    const cap = hasCap ? ` c ${row.capNonFacilityPe} ${row.capFacilityPe} ${row.capMalpractice}` : "";
    lines.push(`${figures}${marks === "" ? "" : ` ${marks}`}${cap}`);
  }
  for (const [group, keys] of [...groups].sort(byKey)) lines.push(`${group} ${keys.join(" ")}`);
  return { lines, count: values.size };
}

function modifierOf(key: string): PricedModifier | null {
  if (key.length === 5) return "";
  const modifier = key.slice(6);
  return key[5] === "-" && (modifier === "26" || modifier === "TC" || modifier === "53") ? modifier : null;
}

type Figures = readonly [number, number, number, number, number, number, number];
const NO_FIGURES: Figures = [0, 0, 0, 0, 0, 0, 0];

class Values {
  readonly map = new Map<string, RelativeValues>();

  /** False where the parts are none that were written. */
  add(key: string, status: string, marks: string, figures: Figures): boolean {
    const modifier = modifierOf(key);
    if (modifier === null || !/^[A-Z]$/.test(status) || !/^n?f?$/.test(marks)) return false;
    const code = key.slice(0, 5);
    const [work, nonFacilityPe, facilityPe, malpractice, capNonFacilityPe, capFacilityPe, capMalpractice] = figures;
    this.map.set(valueKey(code, modifier), {
      code,
      modifier,
      status,
      work,
      nonFacilityPe,
      facilityPe,
      malpractice,
      nonFacilityNa: marks.startsWith("n"),
      facilityNa: marks.endsWith("f"),
      capNonFacilityPe,
      capFacilityPe,
      capMalpractice,
    });
    return true;
  }
}

/** A whole number as written; NaN for anything else, the empty text too. */
function whole(text: string | undefined): number {
  return text === undefined || text === "" ? Number.NaN : Number(text);
}

function addLine(values: Values, line: string): boolean {
  const parts = line.split(" ");
  const [key = "", status = "", work, nonFacilityPe, facilityPe, malpractice] = parts;
  if (key.startsWith("=")) {
    return parts.slice(1).every((one) => values.add(one, key.charAt(1), key.slice(2), NO_FIGURES));
  }
  const marks = parts[6] === undefined || parts[6] === "c" ? "" : parts[6];
  const capAt = marks === "" ? 6 : 7;
  const hasCap = parts[capAt] === "c";
  if (parts.length !== (hasCap ? capAt + 4 : capAt)) return false;
  const figures: Figures = [
    whole(work),
    whole(nonFacilityPe),
    whole(facilityPe),
    whole(malpractice),
    hasCap ? whole(parts[capAt + 1]) : 0,
    hasCap ? whole(parts[capAt + 2]) : 0,
    hasCap ? whole(parts[capAt + 3]) : 0,
  ];
  for (const figure of figures) if (!Number.isSafeInteger(figure) || figure < 0) return false;
  return values.add(key, status, marks, figures);
}

/** Reads the lines back; null where they are not what was written. */
export function valuesOf(lines: readonly string[], count: number): ReadonlyMap<string, RelativeValues> | null {
  const values = new Values();
  for (const line of lines) if (!addLine(values, line)) return null;
  return values.map.size === count ? values.map : null;
}
