import { contractorNumber, localityNumber } from "./locality-number.ts";
import { baseName, type MedicareFile, type MedicareSource, type RefusedFile, refused } from "./medicare-file.ts";
import type { Completeness } from "./relative-values.ts";
import { clueInHint, clueInName, quarterNumber } from "./release-clues.ts";
import { field, headingWords, isBlankRecord, placesOf, type WantedColumn } from "./table-columns.ts";
import { EXPECTED_ZIPS, quarterOf, ZipRows } from "./zip-gathering.ts";
import { plainState, zipRowOfLine } from "./zip-row.ts";

function unreadable(source: MedicareSource, line: number): RefusedFile {
  return refused(
    "row-unreadable",
    source.name,
    `, ${source.form === "lines" ? "line" : "row"} ${line}: does not have CMS's layout (state, ZIP code, carrier, locality, plus-four flag, year and quarter); it is cut off or shifted. ${EXPECTED_ZIPS}`,
  );
}

/** Reads the fixed-width txt of ZIP codes or of ZIP+4. */
export function zipAreasOfLines(
  source: MedicareSource,
  lines: readonly string[],
  completeness: Completeness,
): MedicareFile {
  const rows = new ZipRows(source);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const row = zipRowOfLine(line);
    if (row === null) {
      if (isBlankRecord([line])) continue;
      return unreadable(source, at + 1);
    }
    const problem = rows.take(row, at + 1);
    if (problem !== null) return problem;
  }
  return rows.finished(completeness);
}

const COLUMNS = {
  state: { called: "State", says: /^STATE(?: CODE)?$/ },
  zip: { called: "ZIP Code", says: /^ZIP(?: ?5)?(?: CODE)?$/ },
  mac: { called: "Carrier", says: /^CARRIER(?: NUMBER)?$|^MAC$|^CONTRACTOR$/ },
  locality: { called: "Locality", says: /^(?:PRICING )?LOCALITY(?: NUMBER| CODE)?$/ },
  flag: { called: "Plus Four Flag", says: /^PLUS ?(?:FOUR|4) (?:FLAG|IND(?:ICATOR)?)$/ },
  plusFour: { called: "Plus Four", says: /^PLUS ?(?:FOUR|4)$|^ZIP ?4$/, optional: true },
  quarter: { called: "Year/Quarter", says: /^Y(?:EA)?R ?(?:QUARTER|QTR|Q)$/, optional: true },
} as const satisfies Record<string, WantedColumn>;

/** In which row a table has the headings of a ZIP file; -1 where it has none. */
export function zipHeadingRow(records: readonly (readonly string[])[]): number {
  return records.slice(0, 30).findIndex((record) => {
    const words = record.map(headingWords);
    return [COLUMNS.zip, COLUMNS.mac, COLUMNS.locality].every(({ says }) =>
      words.some((heading) => says.test(heading)),
    );
  });
}

function quarterInNames(source: MedicareSource): string {
  for (const clue of [
    clueInHint(source.releaseHint ?? ""),
    clueInName(baseName(source.name)),
    clueInName(source.name),
    clueInName(source.archive ?? ""),
  ]) {
    if (clue === null || clue.quarter === null) continue;
    const year = clue.year ?? Number(/20\d\d/.exec(`${source.name} ${source.archive ?? ""}`)?.[0] ?? 0);
    if (year > 0) return `${year}${quarterNumber(clue.quarter)}`;
  }
  return "";
}

/** Reads the table with headings that CMS publishes as the spreadsheet's twin. */
export function zipAreasOfRecords(
  source: MedicareSource,
  records: readonly (readonly string[])[],
  completeness: Completeness,
): MedicareFile {
  const bottom = zipHeadingRow(records);
  const found = placesOf(records[bottom] ?? [], COLUMNS);
  if ("wrong" in found) return refused("columns-missing", source.name, `: ${found.wrong}. ${EXPECTED_ZIPS}`);
  const { places } = found;
  const named = places.quarter < 0 ? quarterInNames(source) : "";
  if (places.quarter < 0 && named === "") {
    return refused(
      "year-unknown",
      source.name,
      `: nothing says of which quarter it is. Name it as CMS does ("ZIP5_OCT2025.csv"), or say it with --release 2025D.`,
    );
  }
  const rows = new ZipRows(source);
  for (let at = bottom + 1; at < records.length; at++) {
    const record = records[at] ?? [];
    if (isBlankRecord(record)) continue;
    const zip = field(record, places.zip).padStart(5, "0");
    const mac = contractorNumber(field(record, places.mac));
    const locality = localityNumber(field(record, places.locality));
    const state = field(record, places.state).toUpperCase();
    const flag = field(record, places.flag);
    const printed = field(record, places.plusFour);
    const plusFour = places.plusFour < 0 ? null : printed.padStart(4, "0");
    const quarter = named === "" ? field(record, places.quarter) : named;
    const isSound =
      /^\d{5}$/.test(zip) && mac !== null && locality !== null && /^[A-Z]{2}$/.test(state) && /^[01]$/.test(flag);
    if (
      !isSound ||
      mac === null ||
      locality === null ||
      quarterOf(quarter) === null ||
      (plusFour !== null && !/^\d{4}$/.test(plusFour))
    ) {
      return unreadable(source, at + 1);
    }
    const problem = rows.take(
      { state: plainState(state), zip, mac, locality, needsPlusFour: flag === "1", plusFour, quarter },
      at + 1,
    );
    if (problem !== null) return problem;
  }
  return rows.finished(completeness);
}
