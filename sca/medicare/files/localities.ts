import { EXPECTED_INDICES, localityYearOf, type ReadIndices, readIndices, type WorkKind } from "./locality-rows.ts";
import { type MedicareFile, type MedicareSource, type RefusedFile, refused } from "./medicare-file.ts";
import type { Completeness } from "./relative-values.ts";
import { field, headingWords, isBlankRecord, placesOf, tidy, type WantedColumn } from "./table-columns.ts";

const MAC: WantedColumn = {
  called: "Medicare Administrative Contractor (MAC)",
  says: /^(?:MEDICARE )?ADMINI?STRATIVE CONTRACTOR|^MEDICARE ADMIN|^MAC$|^CARRIER(?: NUMBER)?$/,
};

/** The work index comes with the floor of 1.0, without it, in both columns, or not told which. */
const COLUMNS = {
  mac: MAC,
  state: { called: "State", says: /^STATE$/, optional: true },
  locality: { called: "Locality Number", says: /^LOCALITY(?: NUMBER| CODE)?$/ },
  name: { called: "Locality Name", says: /^(?:LOCALITY )?NAME$/ },
  withFloor: { called: "PW GPCI (with 1.0 Floor)", says: /(?:PW|WORK).*\bWITH\b/, optional: true },
  withoutFloor: { called: "PW GPCI (without 1.0 Floor)", says: /(?:PW|WORK).*\bWITHOUT\b/, optional: true },
  plainWork: { called: "PW GPCI", says: /^(?:20\d\d )?(?:(?:PW|WORK) GPCI|GPCI (?:PW|WORK))$/, optional: true },
  pe: { called: "PE GPCI", says: /^(?:20\d\d )?(?:(?:PE|PRACTICE EXPENSE) GPCI|GPCI PE)$/ },
  malpractice: { called: "MP GPCI", says: /^(?:20\d\d )?(?:(?:MP|MALPRACTICE) GPCI|GPCI MP)$/ },
} as const satisfies Record<string, WantedColumn>;

/** In which row a table has the headings of cost indices; -1 where it has none. */
export function indexHeadingRow(records: readonly (readonly string[])[]): number {
  return records.slice(0, 30).findIndex((record) => {
    const words = record.map(headingWords);
    return (
      words.some((heading) => /\bGPCI\b/.test(heading) && /\b(?:PE|MP|PW|WORK)\b/.test(heading)) &&
      words.some((heading) => COLUMNS.locality.says.test(heading) || MAC.says.test(heading))
    );
  });
}

function unreadable(name: string, line: number, about: string): RefusedFile {
  return refused("row-unreadable", name, `, row ${line}: ${about}. ${EXPECTED_INDICES}`);
}

/** A footnote stands alone in its row. */
function isFootnote(record: readonly string[]): boolean {
  return record.filter((text) => text.trim() !== "").length === 1 && !/^\d+$/.test(tidy(record.join("")));
}

/** Reads the csv, or a txt with tabs. */
export function localitiesOfRecords(
  source: MedicareSource,
  records: readonly (readonly string[])[],
  completeness: Completeness,
): MedicareFile {
  const bottom = indexHeadingRow(records);
  const headings = records[bottom] ?? [];
  const found = placesOf(headings, COLUMNS);
  if ("wrong" in found) return refused("columns-missing", source.name, `: ${found.wrong}. ${EXPECTED_INDICES}`);
  const { places } = found;
  const works = (
    [
      [places.withoutFloor, "without"],
      [places.withFloor, "with"],
      [places.plainWork, null],
    ] as const
  ).filter(([place]) => place >= 0);
  if (works.length === 0 || (works.length > 1 && places.plainWork >= 0)) {
    return refused(
      "columns-missing",
      source.name,
      `: its headings tell no work index (PW GPCI), or several without saying which. ${EXPECTED_INDICES}`,
    );
  }
  const rows: [ReadIndices, number][] = [];
  for (let at = bottom + 1; at < records.length; at++) {
    const record = records[at] ?? [];
    if (isBlankRecord(record) || isFootnote(record)) continue;
    const read = readIndices({
      mac: field(record, places.mac),
      state: field(record, places.state),
      locality: field(record, places.locality),
      name: field(record, places.name),
      works: works.map(([place]) => field(record, place)),
      pe: field(record, places.pe),
      malpractice: field(record, places.malpractice),
    });
    if (typeof read === "string") return unreadable(source.name, at + 1, read);
    rows.push([read, at + 1]);
  }
  const words = records
    .slice(0, bottom + 1)
    .flat()
    .join(" ");
  return localityYearOf(
    source,
    rows,
    works.map(([, kind]) => kind),
    words,
    completeness,
  );
}

const LINE =
  /^\s*(\d{4,5})\s+(?:([A-Z]{2})\s+)?(\d{1,2})\s+(\S.*?)\s+(\d*\.\d+|\d)\s+(\d*\.\d+|\d)\s+(\d*\.\d+|\d)(?:\s+(\d*\.\d+|\d))?\s*$/;

/** Reads the txt whose columns are set with blanks. */
export function localitiesOfLines(
  source: MedicareSource,
  lines: readonly string[],
  completeness: Completeness,
): MedicareFile {
  const rows: [ReadIndices, number][] = [];
  let top = "";
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (rows.length === 0 && !/^\s*\d{4,5}\s/.test(line)) {
      top += ` ${line}`;
      continue;
    }
    const match = LINE.exec(line);
    if (match === null) {
      if (isBlankRecord([line]) || !/^\s*\d/.test(line)) continue;
      return unreadable(source.name, at + 1, `"${tidy(line).slice(0, 60)}" does not read as one locality`);
    }
    const figures = [match[5] ?? "", match[6] ?? "", match[7] ?? "", ...(match[8] === undefined ? [] : [match[8]])];
    const read = readIndices({
      mac: match[1] ?? "",
      state: match[2] ?? "",
      locality: match[3] ?? "",
      name: match[4] ?? "",
      works: figures.slice(0, -2),
      pe: figures.at(-2) ?? "",
      malpractice: figures.at(-1) ?? "",
    });
    if (typeof read === "string") return unreadable(source.name, at + 1, read);
    if (rows[0] !== undefined && read.works.length !== rows[0][0].works.length) {
      return unreadable(
        source.name,
        at + 1,
        `(${read.name}) has ${figures.length} indices, the lines above have another number`,
      );
    }
    rows.push([read, at + 1]);
  }
  const kinds = (rows[0]?.[0].works ?? []).map((): WorkKind => null);
  return localityYearOf(source, rows, kinds, top, completeness);
}
