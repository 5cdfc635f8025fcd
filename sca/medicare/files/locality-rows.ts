import { type LocalityIndices, type LocalityYear, localityKey } from "../fee-schedule.ts";
import { stateCodeOf, statesMissing } from "./contractor-states.ts";
import { printWhole, wholeOf } from "./exact-number.ts";
import { contractorNumber, localityNumber } from "./locality-number.ts";
import { baseName, type MedicareFile, type MedicareSource, type RefusedFile, refused } from "./medicare-file.ts";
import type { Completeness } from "./relative-values.ts";
import { settleYear } from "./settle-year.ts";
import { tidy } from "./table-columns.ts";

export const EXPECTED_INDICES =
  "Expected is CMS's GPCI file (Addendum E): contractor, locality number and name, and the work (PW), PE and MP indices.";
const FEWEST = 100;
const FLOOR = 1000;

/** One row of cost indices as printed. */
export interface PrintedIndices {
  readonly mac: string;
  readonly state: string;
  readonly locality: string;
  readonly name: string;
  readonly works: readonly string[];
  readonly pe: string;
  readonly malpractice: string;
}

/** What each of the printed work indices is; null where the headings do not tell and the figures have to. */
export type WorkKind = "with" | "without" | null;

/** One row of cost indices, read: thousandths. */
export interface ReadIndices extends Omit<LocalityIndices, "workWithFloor" | "workWithoutFloor"> {
  readonly works: readonly number[];
}

/** Reads one row; what to say behind "row 12" where it cannot be one of CMS's. */
export function readIndices(printed: PrintedIndices): ReadIndices | string {
  const mac = contractorNumber(printed.mac);
  if (mac === null) return `"${printed.mac.slice(0, 40)}" stands where a contractor's five digits belong`;
  const locality = localityNumber(printed.locality);
  if (locality === null) return `"${printed.locality.slice(0, 40)}" stands where a locality's two digits belong`;
  const state = printed.state === "" ? stateCodeOf(mac, locality) : printed.state.toUpperCase();
  if (state === null || !/^[A-Z]{2}$/.test(state))
    return `no state is told for contractor ${mac}, and none is known for it`;
  const name = tidy(printed.name.replace(/\*+\s*$/, ""));
  const figures: number[] = [];
  for (const text of [...printed.works, printed.pe, printed.malpractice]) {
    const index = wholeOf(text, 3);
    if (index === null || index < 100 || index > 9999) {
      return `(${name}): "${text.slice(0, 40)}" stands where an index with at most three decimals belongs, such as 0.869`;
    }
    figures.push(index);
  }
  const works = figures.slice(0, -2);
  return { mac, locality, state, name, works, pe: figures.at(-2) ?? 0, malpractice: figures.at(-1) ?? 0 };
}

/** The figures tell what the headings do not: with the floor nothing is below 1.0, and nothing below the other column. */
function kindsFromFigures(kinds: readonly WorkKind[], rows: readonly ReadIndices[]): readonly WorkKind[] | null {
  if (!kinds.includes(null)) return kinds;
  const isFloored = kinds.map((_, at) => rows.every((row) => (row.works[at] ?? 0) >= FLOOR));
  if (kinds.length === 1) return [isFloored[0] === true ? "with" : "without"];
  if (isFloored[0] === isFloored[1]) return null;
  return isFloored.map((floored) => (floored ? "with" : "without"));
}

/** Holds the rows of a file against each other and makes a year of them. */
export function localityYearOf(
  source: MedicareSource,
  rows: readonly (readonly [row: ReadIndices, line: number])[],
  headingKinds: readonly WorkKind[],
  words: string,
  completeness: Completeness,
): MedicareFile {
  const { name } = source;
  const year = settleYear(source, words);
  if (typeof year !== "number") return year;
  const kinds = kindsFromFigures(
    headingKinds,
    rows.map(([row]) => row),
  );
  if (kinds === null) {
    return refused(
      "columns-missing",
      name,
      `: it has two work indices, and neither headings nor figures tell which is with the floor of 1.0. ${EXPECTED_INDICES}`,
    );
  }
  const localities = new Map<string, LocalityIndices>();
  const states = new Set<string>();
  for (const [row, line] of rows) {
    const key = localityKey(row.mac, row.locality);
    if (localities.has(key)) {
      return refused(
        "row-twice",
        name,
        `, row ${line}: locality ${key} (${row.name}) stands there a second time. Download the file from CMS again.`,
      );
    }
    const { works, ...indices } = row;
    const floored = kinds.indexOf("with");
    const bare = kinds.indexOf("without");
    const workWithFloor = floored < 0 ? null : (works[floored] ?? null);
    const workWithoutFloor = bare < 0 ? null : (works[bare] ?? null);
    if (workWithFloor !== null && workWithFloor < Math.max(FLOOR, workWithoutFloor ?? 0)) {
      return refused(
        "row-unreadable",
        name,
        `, row ${line} (${row.name}): the work index with the floor of 1.0 says ${printWhole(workWithFloor, 3)}, which is below the floor or below the index without it; the columns may be exchanged. Download the file from CMS again.`,
      );
    }
    localities.set(key, { ...indices, workWithFloor, workWithoutFloor });
    states.add(row.state);
  }
  const problem = completeness === "whole" ? partOf(name, localities.size, states) : null;
  if (problem !== null) return problem;
  const held: LocalityYear = { year, file: baseName(name), localities };
  return { kind: "localities", localities: held };
}

function partOf(name: string, count: number, states: ReadonlySet<string>): RefusedFile | null {
  const lacking = statesMissing(states);
  if (count >= FEWEST && lacking.length === 0) return null;
  const lack =
    lacking.length === 0
      ? ""
      : `; there is none of ${lacking.slice(0, 8).join(", ")}${lacking.length > 8 ? " and others" : ""}`;
  return refused(
    "file-partial",
    name,
    `: only a part of CMS's file: it has ${count} localities, where the country has some 110${lack}. Download it again.`,
  );
}
