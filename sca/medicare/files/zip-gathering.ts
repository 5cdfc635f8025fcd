import type { ZipArea, ZipPlusFourQuarter, ZipQuarter } from "../fee-schedule.ts";
import { statesMissing } from "./contractor-states.ts";
import { baseName, type MedicareFile, type MedicareSource, type RefusedFile, refused } from "./medicare-file.ts";
import { FIRST_YEAR } from "./paid-factors.ts";
import type { Completeness } from "./relative-values.ts";
import type { ZipRow } from "./zip-row.ts";
import { spansOf } from "./zip-spans.ts";

export const EXPECTED_ZIPS =
  "Expected is CMS's file of ZIP codes and localities (ZIP5) or of ZIP+4 (ZIP9): the fixed-width txt, or its table with State, ZIP Code, Carrier, Locality, Plus Four Flag and Year/Quarter.";
const FEWEST_ZIPS = 40_000;
const FEWEST_PLUS_FOURS = 500_000;

interface Quarter {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
}

/** Year and quarter as CMS writes them: "20254". */
export function quarterOf(text: string): Quarter | null {
  const match = /^(20\d\d)([1-4])$/.exec(text);
  if (match === null) return null;
  const quarter = Number(match[2]);
  return { year: Number(match[1]), quarter: quarter === 1 || quarter === 2 || quarter === 3 ? quarter : 4 };
}

/** Gathers the rows of a ZIP file. */
export class ZipRows {
  readonly zips = new Map<string, ZipArea>();
  readonly split = new Set<string>();
  /** For each ZIP code the number of the place of each of its ten thousand parts; 0 where CMS lists none. */
  readonly plusFours = new Map<string, Uint16Array>();
  readonly states = new Set<string>();
  rows = 0;
  quarter = "";
  readonly #areas = new Map<string, number>();
  readonly #places: ZipArea[] = [];
  readonly #source: MedicareSource;

  constructor(source: MedicareSource) {
    this.#source = source;
  }

  take(row: ZipRow, line: number): RefusedFile | null {
    const { name } = this.#source;
    if (this.quarter === "") this.quarter = row.quarter;
    if (row.quarter !== this.quarter) {
      return refused(
        "quarters-differ",
        name,
        `, line ${line}: is of ${row.quarter}, but the lines above of ${this.quarter} (year and quarter); files were mixed. Download the file from CMS again.`,
      );
    }
    this.rows++;
    this.states.add(row.state);
    const place = this.#placeOf(row);
    const isTwice =
      row.plusFour === null ? this.#takeZip(row, place) : this.#takePlusFour(row.zip, Number(row.plusFour), place);
    if (!isTwice) return null;
    const key = row.plusFour === null ? row.zip : `${row.zip}-${row.plusFour}`;
    return refused(
      "row-twice",
      name,
      `, line ${line}: ${key} stands there a second time. Download the file from CMS again.`,
    );
  }

  /** The number of a place, from 1 on: a million rows share some hundred. */
  #placeOf(row: ZipRow): number {
    const key = `${row.mac}${row.locality}${row.state}`;
    const known = this.#areas.get(key);
    if (known !== undefined) return known;
    const place = this.#places.push({ mac: row.mac, locality: row.locality, state: row.state });
    this.#areas.set(key, place);
    return place;
  }

  #takeZip(row: ZipRow, place: number): boolean {
    if (this.zips.has(row.zip) || this.split.has(row.zip)) return true;
    const area = this.#places[place - 1];
    if (row.needsPlusFour || area === undefined) this.split.add(row.zip);
    else this.zips.set(row.zip, area);
    return false;
  }

  #takePlusFour(zip: string, plusFour: number, place: number): boolean {
    let parts = this.plusFours.get(zip);
    if (parts === undefined) {
      parts = new Uint16Array(10_000);
      this.plusFours.set(zip, parts);
    }
    if (parts[plusFour] !== 0) return true;
    parts[plusFour] = place;
    return false;
  }

  finished(completeness: Completeness): MedicareFile {
    const { name } = this.#source;
    const settled = this.quarter === "" ? null : quarterOf(this.quarter);
    if (settled === null) return refused("file-partial", name, `: it has no row with a ZIP code. ${EXPECTED_ZIPS}`);
    if (settled.year < FIRST_YEAR)
      return refused(
        "year-not-held",
        name,
        `: it is of ${settled.year}; read are the files of ${FIRST_YEAR} and later.`,
      );
    if (this.plusFours.size > 0 && this.zips.size + this.split.size > 0) {
      return refused(
        "row-unreadable",
        name,
        `: some rows have the four digits behind the ZIP code and some have not; files were mixed. ${EXPECTED_ZIPS}`,
      );
    }
    const isPlusFour = this.plusFours.size > 0;
    const problem = completeness === "whole" ? this.#lack(isPlusFour) : null;
    if (problem !== null) return problem;
    const file = baseName(name);
    if (isPlusFour) {
      const zipPlusFour: ZipPlusFourQuarter = { ...settled, file, spans: spansOf(this.plusFours, this.#places) };
      return { kind: "zipPlusFour", zipPlusFour };
    }
    const zip: ZipQuarter = { ...settled, file, zips: this.zips, split: this.split };
    return { kind: "zip", zip };
  }

  #lack(isPlusFour: boolean): RefusedFile | null {
    const fewest = isPlusFour ? FEWEST_PLUS_FOURS : FEWEST_ZIPS;
    const lacking = isPlusFour ? [] : statesMissing(this.states);
    if (this.rows >= fewest && lacking.length === 0) return null;
    const lack =
      lacking.length === 0
        ? ""
        : `; there is none of ${lacking.slice(0, 8).join(", ")}${lacking.length > 8 ? " and others" : ""}`;
    return refused(
      "file-partial",
      this.#source.name,
      `: only a part of CMS's file: it has ${this.rows} rows, where a whole one has over ${fewest}${lack}. Download it again.`,
    );
  }
}
