import { localityKey, type OutpatientCaps, type PricedModifier, valueKey } from "../fee-schedule.ts";
import { wholeOf } from "./exact-number.ts";
import { contractorNumber, localityNumber } from "./locality-number.ts";
import { baseName, type MedicareFile, type MedicareSource, type RefusedFile, refused } from "./medicare-file.ts";
import { FIRST_YEAR } from "./paid-factors.ts";
import type { Completeness } from "./relative-values.ts";
import { clueInHint, clueInName, releaseLetter } from "./release-clues.ts";
import { field, headingWords, isBlankRecord, placesOf, type WantedColumn } from "./table-columns.ts";

/** CMS puts the facility price before the other, and misspells the other's heading. */
const COLUMNS = {
  code: { called: "HCPCS", says: /^HCPCS(?: CODE)?$/ },
  modifier: { called: "MOD", says: /^MOD(?:IFIER)?$/ },
  status: { called: "PROCSTAT", says: /^PROC ?STAT(?:US)?$/ },
  mac: { called: "CARRIER", says: /^CARRIER(?: NUMBER)?$|^MAC$/ },
  locality: { called: "LOCALITY", says: /^LOCALITY(?: NUMBER)?$/ },
  facility: { called: "FACILITY PRICE", says: /^FACILI?TY PRICE$/ },
  nonFacility: { called: "NON-FACILITY PRICE", says: /^NON ?FACILI?TY PRICE$/ },
} as const satisfies Record<string, WantedColumn>;

const EXPECTED =
  "Expected is CMS's OPPSCAP file: HCPCS, MOD, PROCSTAT, CARRIER, LOCALITY, FACILITY PRICE, NON-FACILITY PRICE.";
const FEWEST = 5_000;

/** In which row a table has the headings of the caps; -1 where it has none. */
export function capHeadingRow(records: readonly (readonly string[])[]): number {
  return records.slice(0, 30).findIndex((record) => {
    const words = record.map(headingWords);
    return (
      words.some((heading) => COLUMNS.status.says.test(heading)) && words.some((heading) => /PRICE$/.test(heading))
    );
  });
}

interface PrintedCap {
  readonly code: string;
  readonly modifier: string;
  readonly status: string;
  readonly mac: string;
  readonly locality: string;
  readonly facility: string;
  readonly nonFacility: string;
}

class CapRows {
  readonly amounts = new Map<string, readonly [number, number]>();
  /** How many places each code and modifier has: a whole file has the same number for each. */
  readonly #places = new Map<string, number>();
  readonly #seen = new Set<string>();
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  take(printed: PrintedCap, line: number): RefusedFile | null {
    const code = printed.code.toUpperCase();
    const mac = contractorNumber(printed.mac);
    const locality = localityNumber(printed.locality);
    const modifier = printed.modifier.toUpperCase();
    const facility = wholeOf(printed.facility, 2);
    const nonFacility = wholeOf(printed.nonFacility, 2);
    const isModifier = (text: string): text is PricedModifier =>
      text === "" || text === "26" || text === "TC" || text === "53";
    if (
      !/^[A-Z0-9]{5}$/.test(code) ||
      !isModifier(modifier) ||
      mac === null ||
      locality === null ||
      facility === null ||
      nonFacility === null
    ) {
      const found = Object.values(printed).join(" ").slice(0, 60);
      return refused(
        "row-unreadable",
        this.#name,
        `, row ${line}: "${found}" does not read as a code, its place and two prices. ${EXPECTED}`,
      );
    }
    const value = valueKey(code, modifier);
    const key = `${value} ${localityKey(mac, locality)}`;
    if (this.#seen.has(key)) {
      return refused(
        "row-twice",
        this.#name,
        `, row ${line}: ${key} stands there a second time. Download the file from CMS again.`,
      );
    }
    this.#seen.add(key);
    this.#places.set(value, (this.#places.get(value) ?? 0) + 1);
    // For a code that contractors price (C) CMS prints the cap itself, which is nobody's payment.
    if (printed.status.toUpperCase() !== "C") this.amounts.set(key, [nonFacility, facility]);
    return null;
  }

  lack(): RefusedFile | null {
    const most = Math.max(0, ...this.#places.values());
    const short = [...this.#places].find(([, count]) => count < most);
    if (this.#seen.size >= FEWEST && short === undefined) return null;
    const lack =
      short === undefined
        ? `it has ${this.#seen.size} rows, where a whole one has over ${FEWEST}`
        : `${short[0]} has ${short[1]} places, other codes ${most}`;
    return refused("file-partial", this.#name, `: only a part of CMS's file: ${lack}. Download it again.`);
  }
}

function finished(source: MedicareSource, rows: CapRows, completeness: Completeness): MedicareFile {
  const { name } = source;
  const hint = source.releaseHint === undefined ? null : clueInHint(source.releaseHint);
  if (source.releaseHint !== undefined && hint === null) {
    return refused(
      "hint-unreadable",
      name,
      `: "${source.releaseHint}" names no release; accepted are a year and a letter, such as 2025D or 2024AR.`,
    );
  }
  const problem = completeness === "whole" ? rows.lack() : null;
  if (problem !== null) return problem;
  const clues = [clueInName(baseName(name)), hint, clueInName(name), clueInName(source.archive ?? "")].filter(
    (clue) => clue !== null,
  );
  const year = clues.find((clue) => clue.year !== null)?.year ?? null;
  const quarter = clues.find((clue) => clue.quarter !== null)?.quarter ?? null;
  if (
    hint !== null &&
    clues.some((clue) => (clue.year ?? hint.year) !== hint.year || (clue.quarter ?? hint.quarter) !== hint.quarter)
  ) {
    return refused(
      "release-disagrees",
      name,
      `: its name or its archive's says another release than --release ${source.releaseHint}.`,
    );
  }
  if (year === null || quarter === null) {
    return refused(
      "release-unknown",
      name,
      `: CMS does not write the year into this file, and no name tells ${year === null ? "the year" : "the quarter"}. Load the zip that it comes in ("rvu25d.zip"), or say it with --release 2025D.`,
    );
  }
  if (year < FIRST_YEAR)
    return refused("year-not-held", name, `: it is of ${year}; read are the files of ${FIRST_YEAR} and later.`);
  const corrected = clues.some((clue) => clue.corrected && clue.quarter === quarter);
  const caps: OutpatientCaps = {
    year,
    letter: releaseLetter(quarter, corrected),
    file: baseName(name),
    amounts: rows.amounts,
  };
  return { kind: "caps", caps };
}

/** Reads the csv. */
export function capsOfRecords(
  source: MedicareSource,
  records: readonly (readonly string[])[],
  completeness: Completeness,
): MedicareFile {
  const bottom = capHeadingRow(records);
  const found = placesOf(records[bottom] ?? [], COLUMNS);
  if ("wrong" in found) return refused("columns-missing", source.name, `: ${found.wrong}. ${EXPECTED}`);
  const { places } = found;
  const rows = new CapRows(source.name);
  for (let at = bottom + 1; at < records.length; at++) {
    const record = records[at] ?? [];
    if (isBlankRecord(record)) continue;
    const problem = rows.take(
      {
        code: field(record, places.code),
        modifier: field(record, places.modifier),
        status: field(record, places.status),
        mac: field(record, places.mac),
        locality: field(record, places.locality),
        facility: field(record, places.facility),
        nonFacility: field(record, places.nonFacility),
      },
      at + 1,
    );
    if (problem !== null) return problem;
  }
  return finished(source, rows, completeness);
}

/** One line of the fixed-width txt: "0633TTC C 01112  05   150.69    150.69". */
export const CAP_LINE = /^([A-Z0-9]{5})(26|TC|53| {2}) ([A-Z]) (\d{5}) +(\d\d) +([\d,]*\.\d\d) +([\d,]*\.\d\d)\s*$/;

/** Reads the fixed-width txt. */
export function capsOfLines(
  source: MedicareSource,
  lines: readonly string[],
  completeness: Completeness,
): MedicareFile {
  const rows = new CapRows(source.name);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isBlankRecord([line])) continue;
    const match = CAP_LINE.exec(line);
    const part = (group: number): string => (match?.[group] ?? "").trim();
    const problem =
      match === null
        ? refused("row-unreadable", source.name, `, line ${at + 1}: is cut off or shifted. ${EXPECTED}`)
        : rows.take(
            {
              code: part(1),
              modifier: part(2),
              status: part(3),
              mac: part(4),
              locality: part(5),
              facility: part(6),
              nonFacility: part(7),
            },
            at + 1,
          );
    if (problem !== null) return problem;
  }
  return finished(source, rows, completeness);
}
