import { baseName, type MedicareFile, type MedicareSource, type RefusedFile, refused } from "./medicare-file.ts";
import { printedLine } from "./relative-value-line.ts";
import { ReleaseRows } from "./relative-value-rows.ts";
import { clueInTitle, type ReleaseClue } from "./release-clues.ts";
import { settleRelease } from "./settle-release.ts";
import { type ColumnPlaces, field, isBlankRecord, placesOf, type WantedColumn } from "./table-columns.ts";

/** Whether a file has to be the whole of what CMS publishes; a part serves tests alone. */
export type Completeness = "whole" | "part";

/** Headings as CMS stacks them above each other, joined; re-exports write them in one line of snake case. */
const COLUMNS = {
  code: { called: "HCPCS", says: /^HCPCS(?: CODE)?$/ },
  modifier: { called: "MOD", says: /^MOD(?:IFIER)?$/ },
  status: { called: "STATUS CODE", says: /^STATUS(?: CODE)?$/ },
  work: { called: "WORK RVU", says: /^WORK RVU$/ },
  nonFacilityPe: { called: "NON-FAC PE RVU", says: /^NON FAC(?:ILITY)? PE RVU$/ },
  nonFacilityNa: { called: "NON-FAC NA INDICATOR", says: /^NON FAC(?:ILITY)?(?: NA)? INDICATOR$/ },
  facilityPe: { called: "FACILITY PE RVU", says: /^FAC(?:ILITY)? PE RVU$/ },
  facilityNa: { called: "FACILITY NA INDICATOR", says: /^FAC(?:ILITY)?(?: NA)? INDICATOR$/ },
  malpractice: { called: "MP RVU", says: /^MP RVU$/ },
  nonFacilityTotal: { called: "NON-FACILITY TOTAL", says: /^NON FAC(?:ILITY)? TOTAL$/ },
  facilityTotal: { called: "FACILITY TOTAL", says: /^FAC(?:ILITY)? TOTAL$/ },
  factor: { called: "CONV FACTOR", says: /^CONV(?:ERSION)? FACTOR$/ },
  capNonFacilityPe: {
    called: "NON-FACILITY PE USED FOR OPPS PAYMENT AMOUNT",
    says: /^NON FAC(?:ILITY)? PE USED FOR OPPS PAYMENT AMOUNT$/,
  },
  capFacilityPe: {
    called: "FACILITY PE USED FOR OPPS PAYMENT AMOUNT",
    says: /^FAC(?:ILITY)? PE USED FOR OPPS PAYMENT AMOUNT$/,
  },
  capMalpractice: { called: "MP USED FOR OPPS PAYMENT AMOUNT", says: /^MP USED FOR OPPS PAYMENT AMOUNT$/ },
} as const satisfies Record<string, WantedColumn>;

const EXPECTED =
  "Expected are CMS's relative values (PPRRVU): the csv with its stacked headings above HCPCS, MOD, DESCRIPTION and so on, or the fixed-width txt.";

/** A row above the headings that says what the file is: its words would stick to a heading. */
function isTitle(record: readonly string[]): boolean {
  const texts = record.map((text) => text.trim()).filter((text) => text !== "");
  const [only = ""] = texts;
  return (
    (texts.length === 1 && only.length > 24) || texts.some((text) => /RELATIVE VALUE|^RELEASED|COPYRIGHT/i.test(text))
  );
}

/** Each column's headings, from the first stacked row down to the row of HCPCS. */
function stackedHeadings(records: readonly (readonly string[])[], bottom: number): readonly string[] {
  let top = bottom;
  while (top > 0 && !isTitle(records[top - 1] ?? [])) top--;
  const last = records[bottom] ?? [];
  return last.map((_, column) =>
    records
      .slice(top, bottom + 1)
      .map((record) => field(record, column).replace(/^\ufeff/, ""))
      .filter((text) => text !== "")
      .join(" "),
  );
}

/** In which row a csv of relative values has the headings' last line; -1 where it has none. */
export function headingRow(records: readonly (readonly string[])[]): number {
  return records.slice(0, 60).findIndex((record) => /^\ufeff?HCPCS(?:[ _]CODE)?$/i.test((record[0] ?? "").trim()));
}

/** How many rows a whole file has at least; the qualifying participants' file lists fewer codes. */
function fewestRows(year: number, isQp: boolean): number {
  if (isQp) return 9_000;
  return (
    ({ 2020: 15_000, 2021: 15_500, 2022: 17_000, 2023: 17_500, 2024: 18_000 } as Record<number, number>)[year] ?? 18_300
  );
}

/** The stretches of codes that every whole file reaches, whichever of digits and letters it sorts first. */
function stretchMissing(codes: Iterable<string>, isQp: boolean): string | null {
  let lastNumber = "";
  let lastLetter = "";
  const starts = new Set<string>();
  for (const code of codes) {
    starts.add(code.charAt(0));
    if (/^\d{5}$/.test(code) && code > lastNumber) lastNumber = code;
    if (/^[A-Z]/.test(code) && code > lastLetter) lastLetter = code;
  }
  for (const start of isQp ? "123456789G" : "0123456789ADGHJPQRSTV")
    if (!starts.has(start)) return `no code that begins with ${start}`;
  if (lastNumber < (isQp ? "99480" : "99600")) return `no code from ${lastNumber} to 99607`;
  if (!isQp && lastLetter < "V5360") return `no code from ${lastLetter} to V5364`;
  return null;
}

function finished(
  source: MedicareSource,
  rows: ReleaseRows,
  title: ReleaseClue | null,
  completeness: Completeness,
): MedicareFile {
  const { name } = source;
  if (rows.factor === null)
    return refused("file-partial", name, `: it has CMS's headings, but no row with a conversion factor. ${EXPECTED}`);
  const settled = settleRelease(source, title, rows.factor);
  if ("kind" in settled) return settled;
  if (completeness === "whole") {
    const isQp = settled.track === "qp";
    const fewest = fewestRows(settled.year, isQp);
    const codes = [...rows.values.values()].map((row) => row.code);
    const lack =
      rows.values.size < fewest
        ? `it has ${rows.values.size} codes, where CMS's file of ${settled.year} has over ${fewest}`
        : stretchMissing(codes, isQp);
    if (lack !== null) {
      return refused(
        "file-partial",
        name,
        `: only a part of CMS's file: ${lack.startsWith("it ") ? lack : `it has ${lack}`}. A code that is missing would be taken for one that Medicare does not know. Download it again.`,
      );
    }
  }
  const { factor, values } = rows;
  return { kind: "relativeValues", release: { ...settled, conversionFactor: factor, file: baseName(name), values } };
}

/** Reads the csv. */
export function relativeValuesOfRecords(
  source: MedicareSource,
  records: readonly (readonly string[])[],
  completeness: Completeness,
): MedicareFile {
  const bottom = headingRow(records);
  const headings = stackedHeadings(records, bottom);
  const found = placesOf(headings, COLUMNS);
  if ("wrong" in found) return refused("columns-missing", source.name, `: ${found.wrong}. ${EXPECTED}`);
  const width = headings.findLastIndex((heading) => heading !== "") + 1;
  const rows = new ReleaseRows(source);
  for (let at = bottom + 1; at < records.length; at++) {
    const record = records[at] ?? [];
    const problem = isBlankRecord(record) ? null : taken(rows, record, found.places, width, at + 1);
    if (problem !== null) return problem;
  }
  const title = records
    .slice(0, bottom)
    .flat()
    .find((text) => /RELATIVE VALUE/i.test(text));
  return finished(source, rows, title === undefined ? null : clueInTitle(title), completeness);
}

function taken(
  rows: ReleaseRows,
  record: readonly string[],
  places: ColumnPlaces<keyof typeof COLUMNS>,
  width: number,
  line: number,
): RefusedFile | null {
  if (record.length < width)
    return rows.fault(line, `has ${record.length} fields, but the headings ${width}; the file may be cut off there`);
  return rows.take(
    {
      code: field(record, places.code),
      modifier: field(record, places.modifier),
      status: field(record, places.status),
      work: field(record, places.work),
      nonFacilityPe: field(record, places.nonFacilityPe),
      nonFacilityNa: field(record, places.nonFacilityNa),
      facilityPe: field(record, places.facilityPe),
      facilityNa: field(record, places.facilityNa),
      malpractice: field(record, places.malpractice),
      nonFacilityTotal: field(record, places.nonFacilityTotal),
      facilityTotal: field(record, places.facilityTotal),
      factor: field(record, places.factor),
      capNonFacilityPe: field(record, places.capNonFacilityPe),
      capFacilityPe: field(record, places.capFacilityPe),
      capMalpractice: field(record, places.capMalpractice),
    },
    line,
  );
}

/** Reads the fixed-width txt; every line has to have the shape of the record layout. */
export function relativeValuesOfLines(
  source: MedicareSource,
  lines: readonly string[],
  completeness: Completeness,
): MedicareFile {
  const rows = new ReleaseRows(source);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.startsWith("HDR") || isBlankRecord([line])) continue;
    const printed = printedLine(line);
    const problem =
      printed === null
        ? rows.fault(
            at + 1,
            "does not have CMS's layout (code 1-5, status 58, work RVU 60-65, conversion factor 133-140, 171 characters); it is cut off or shifted",
          )
        : rows.take(printed, at + 1);
    if (problem !== null) return problem;
  }
  return finished(source, rows, null, completeness);
}
