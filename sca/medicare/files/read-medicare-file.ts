import { CAP_LINE, capHeadingRow, capsOfLines, capsOfRecords } from "./caps.ts";
import { COMPACT_FORM, readCompactForm } from "./compact-form.ts";
import { countiesOfLines, countiesOfRecords, countyHeadingRow } from "./counties.ts";
import { dayRateHeadingRow, dayRatesOfRecords } from "./day-rates.ts";
import { indexHeadingRow, localitiesOfLines, localitiesOfRecords } from "./localities.ts";
import { baseName, type MedicareFile, type MedicareSource, refused } from "./medicare-file.ts";
import { notNeeded, otherCmsFile } from "./other-files.ts";
import { printedLine } from "./relative-value-line.ts";
import { type Completeness, headingRow, relativeValuesOfLines, relativeValuesOfRecords } from "./relative-values.ts";
import { isBlankRecord } from "./table-columns.ts";
import { zipAreasOfLines, zipAreasOfRecords, zipHeadingRow } from "./zip-areas.ts";
import { zipRowOfLine } from "./zip-row.ts";

type Records = readonly (readonly string[])[];

const ACCEPTED =
  "Read are CMS's relative values (PPRRVU), cost indices (GPCI), localities and counties (LOCCO), ZIP codes (ZIP5, ZIP9), outpatient caps (OPPSCAP) and OPPS Addendum A, as csv or txt or in the zip that they come in.";

/** What a file says of itself by its name, for the sentence about one that is not what it says. */
const NAMED: readonly (readonly [name: RegExp, called: string, has: string])[] = [
  [
    /PPRRVU/i,
    "relative values (PPRRVU)",
    "the headings HCPCS, MOD, STATUS CODE, WORK RVU and so on, or the fixed-width layout",
  ],
  [/GPCI/i, "cost indices (GPCI)", "contractor, locality number, locality name and the PW, PE and MP GPCIs"],
  [/LOCCO/i, "localities and counties (LOCCO)", "contractor, locality number, state, fee schedule area and counties"],
  [/ZIP[59]/i, "ZIP codes (ZIP5 or ZIP9)", "state, ZIP code, carrier and locality in CMS's fixed-width layout"],
  [/OPPS_?CAP/i, "outpatient caps (OPPSCAP)", "HCPCS, MOD, PROCSTAT, CARRIER, LOCALITY and two prices"],
  [
    /ADDENDUM[ _-]*A(?![a-z])/i,
    "OPPS Addendum A",
    "the headings APC, Group Title, SI, Relative Weight and Payment Rate",
  ],
];

/** Fields of a line of delimited text; quotes hold delimiters together, doubled quotes are one. */
function fieldsOf(line: string, delimiter: "," | "\t"): readonly string[] {
  if (!line.includes('"')) return line.split(delimiter);
  const fields: string[] = [];
  const pattern = delimiter === "," ? /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g : /(?:^|\t)(?:"((?:[^"]|"")*)"|([^\t]*))/g;
  for (const match of line.matchAll(pattern)) fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
  return fields;
}

/** A txt of CMS's may be set with tabs or commas, and a fixed-width one may have been split into records of one field. */
function formOf(source: MedicareSource): { readonly records: Records } | { readonly lines: readonly string[] } {
  if (source.form === "records") {
    const isOneColumn = source.records.every((record) => record.length <= 1);
    return isOneColumn ? { lines: source.records.map((record) => record[0] ?? "") } : { records: source.records };
  }
  const sample = source.lines.slice(0, 60).filter((line) => line.trim() !== "");
  for (const delimiter of ["\t", ","] as const) {
    const split = sample.filter((line) => fieldsOf(line, delimiter).length > 3).length;
    if (split > sample.length / 2) return { records: source.lines.map((line) => fieldsOf(line, delimiter)) };
  }
  return { lines: source.lines };
}

function ofRecords(source: MedicareSource, records: Records, completeness: Completeness): MedicareFile | null {
  if (capHeadingRow(records) >= 0) return capsOfRecords(source, records, completeness);
  const other = otherCmsFile(source.name, records);
  if (other !== null) return other;
  const top = headingRow(records);
  const above = records
    .slice(0, top + 1)
    .flat()
    .join(" ");
  if (top >= 0 && (/RELATIVE VALUE|\bRVU\b|_rvu\b/i.test(above) || /PPRRVU/i.test(baseName(source.name)))) {
    return relativeValuesOfRecords(source, records, completeness);
  }
  if (indexHeadingRow(records) >= 0) return localitiesOfRecords(source, records, completeness);
  if (countyHeadingRow(records) >= 0) return countiesOfRecords(source, records, completeness);
  if (dayRateHeadingRow(records) >= 0) return dayRatesOfRecords(source, records);
  if (zipHeadingRow(records) >= 0) return zipAreasOfRecords(source, records, completeness);
  return null;
}

function ofLines(source: MedicareSource, lines: readonly string[], completeness: Completeness): MedicareFile | null {
  const sample = lines.slice(0, 30).filter((line) => !isBlankRecord([line]));
  const top = sample.join("\n");
  if (/Fee Schedule Area/i.test(top) && /Counties/i.test(top)) return countiesOfLines(source, lines, completeness);
  if (/\bGPCIs?\b/.test(top) && sample.some((line) => /^\s*\d{4,5}\s/.test(line))) {
    return localitiesOfLines(source, lines, completeness);
  }
  if (sample.some((line) => line.startsWith("HDR ") || printedLine(line) !== null)) {
    return relativeValuesOfLines(source, lines, completeness);
  }
  if (sample.some((line) => zipRowOfLine(line) !== null)) return zipAreasOfLines(source, lines, completeness);
  if (sample.some((line) => CAP_LINE.test(line))) return capsOfLines(source, lines, completeness);
  return null;
}

/** How a zip, a PDF and an older Office file begin when they are taken for text. */
const BINARY_STARTS = ["PK\u0003\u0004", "%PDF", "\u00d0\u00cf\u0011\u00e0"];

/** What a text is that is no table at all. */
function noTable(source: MedicareSource, first: string): MedicareFile | null {
  if (first === "") return refused("empty-file", source.name, `: the file is empty. ${ACCEPTED}`);
  if (/^<(?:!doctype|html|head|meta|body|\?xml)/i.test(first)) {
    return refused(
      "web-page",
      source.name,
      ": this is a web page that was saved under the file's name, not the file. On CMS's page accept the license and download the zip itself.",
    );
  }
  if (BINARY_STARTS.some((start) => first.startsWith(start))) {
    return refused(
      "binary-file",
      source.name,
      `: this is a zip, an Office file or a PDF under the name of a text. Give it its own ending, or unpack it. ${ACCEPTED}`,
    );
  }
  return null;
}

function firstText(source: MedicareSource): string {
  const rows = source.form === "lines" ? source.lines.map((line) => [line]) : source.records;
  const first = rows.slice(0, 1000).find((row) => !isBlankRecord(row)) ?? [];
  return first.join(",").trim().slice(0, 300);
}

/**
 * Reads one of CMS's files, told by what it holds: relative values (PPRRVU), cost indices (GPCI), localities and counties
 * (LOCCO), ZIP codes (ZIP5, ZIP9), outpatient caps (OPPSCAP), the day rates of OPPS Addendum A. What is not one of them, not
 * whole, not final or not sound is refused with a sentence for the manager; nothing is ever half read. No description of a
 * code is in the answer. `completeness` "part" takes small texts as whole: for tests alone.
 *
 * @example readMedicareFile({ name: "PPRRVU2025_Oct.csv", archive: "rvu25d.zip", form: "records", records }) is the release 2025D
 */
export function readMedicareFile(source: MedicareSource, completeness: Completeness = "whole"): MedicareFile {
  const first = firstText(source);
  if (source.form === "lines" && first.startsWith(COMPACT_FORM)) {
    return readCompactForm(source.name, source.lines.join("\n"));
  }
  const needless = notNeeded(source, first);
  if (needless !== null) return needless;
  const wrong = noTable(source, first);
  if (wrong !== null) return wrong;
  const form = formOf(source);
  const read =
    "records" in form ? ofRecords(source, form.records, completeness) : ofLines(source, form.lines, completeness);
  if (read !== null) return read;
  const other = otherCmsFile(source.name, []);
  if (other !== null) return other;
  const named = NAMED.find(([name]) => name.test(baseName(source.name)));
  if (named !== undefined) {
    return refused(
      "unknown-file",
      source.name,
      `: its name says that it is CMS's ${named[1]}, but it has not what such a file has: ${named[2]}. It may be another file, or only a part. Download it from CMS again.`,
    );
  }
  return refused(
    "unknown-file",
    source.name,
    `: this is not one of the files that benchmarks are reckoned from. ${ACCEPTED}`,
  );
}
