import type { BatchAnswer, BatchRow } from "../../sca/medicare/batch.ts";
import { UserProblem } from "../user-problem.ts";
import { type SeparatedRecord, separatedRecords } from "./separated-records.ts";

type Column = keyof BatchRow;

/** Headings that are taken for a column, written without blanks, dashes and underscores. The first is the usual one. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  year: ["year"],
  dos_from: ["dos_from", "dos", "date_of_service", "service_date", "from_date"],
  mac: ["mac", "carrier", "contractor", "carrier_number"],
  locality: ["locality", "locality_number"],
  hcpcs: ["hcpcs", "cpt", "code", "hcpcs_code", "cpt_code", "procedure_code"],
  mod: ["mod", "modifier", "modifiers"],
  setting: ["setting", "pos", "place_of_service"],
};
const COLUMNS = Object.keys(HEADINGS).filter((name): name is Column => name in HEADINGS);
/** Without these nothing can be asked; of year and day of service either will do. */
const NEEDED: readonly Column[] = ["mac", "locality", "hcpcs", "mod", "setting"];

/** The columns that are added, in this order, at the end. */
const ADDED = ["amount", "reason", "release"] as const;
const ADDED_AT_END = /(?:^|[,\t;|])amount([,\t;|])reason\1release$/i;

const SEPARATORS = [",", "\t", ";", "|"] as const;

const plain = (heading: string): string => heading.toLowerCase().replaceAll(/[\s_-]+/g, "");

interface Layout {
  readonly separator: string;
  /** The index of the record that names the columns. */
  readonly heading: number;
  readonly at: Readonly<Record<Column, number>>;
  /** Fields of an earlier answer at the end of the headings, to be replaced. */
  readonly earlier: number;
}

function placesOf(fields: readonly string[], column: Column): number[] {
  const accepted = HEADINGS[column];
  // The usual heading wins over another word for it: a table may have "code" and "hcpcs".
  for (const word of accepted) {
    const places = fields.flatMap((field, at) => (plain(field) === plain(word) ? [at] : []));
    if (places.length > 0) return places;
  }
  return [];
}

function separatorOf(heading: string): string {
  const known = (separator: string): number => {
    const fields = [...separatedRecords(heading, separator)][0]?.fields ?? [];
    return COLUMNS.filter((column) => placesOf(fields, column).length > 0).length;
  };
  return SEPARATORS.reduce((best, next) => (known(next) > known(best) ? next : best));
}

/** The first record in which something stands names the columns. */
function headingOf(text: string, separator: string): { readonly heading: number; readonly fields: readonly string[] } {
  let heading = 0;
  for (const { fields } of separatedRecords(text, separator)) {
    if (fields.some((field) => field.trim() !== "")) return { heading, fields: fields.map((field) => field.trim()) };
    heading++;
  }
  return { heading, fields: [] };
}

/** How many fields the longest record has, and the heading's own. */
function extentOf(
  text: string,
  { separator, heading }: Layout,
): { readonly width: number; readonly headingFields: number } {
  let width = 0;
  let headingFields = 0;
  let index = 0;
  for (const record of separatedRecords(text, separator)) {
    width = Math.max(width, record.fields.length);
    if (index++ === heading) headingFields = record.fields.length;
  }
  return { width, headingFields };
}

function layoutOf(file: string, text: string): Layout {
  const firstLine = /[^\s,;|"][^\n]*/.exec(text);
  if (firstLine === null) {
    throw new UserProblem("empty", `${file}: there is nothing in this file. ${accepted()} Nothing was written.`);
  }
  const lineStart = Math.max(text.lastIndexOf("\n", firstLine.index), text.lastIndexOf("\r", firstLine.index)) + 1;
  const separator = separatorOf(text.slice(lineStart, firstLine.index + firstLine[0].length));
  const { heading, fields } = headingOf(text, separator);
  const places = new Map(COLUMNS.map((column) => [column, placesOf(fields, column)]));

  const lacks = (column: Column): boolean => places.get(column)?.length === 0;
  const missing = [...(lacks("dos_from") && lacks("year") ? ["dos_from" as const] : []), ...NEEDED.filter(lacks)];
  if (missing.length > 0) {
    const names = missing.map((column) => HEADINGS[column][0]).join(", ");
    const found = fields
      .filter((field) => field !== "")
      .slice(0, 12)
      .join(", ");
    throw new UserProblem(
      "columns-missing",
      `${file}: the headings lack ${names}. Found: ${found}. ${accepted()} Nothing was written.`,
    );
  }
  const twice = COLUMNS.filter((column) => (places.get(column)?.length ?? 0) > 1);
  if (twice.length > 0) {
    const names = twice.map((column) => fields[places.get(column)?.[0] ?? 0]).join(", ");
    throw new UserProblem(
      "columns-twice",
      `${file}: more than one column is named ${names}. Rename the others. Nothing was written.`,
    );
  }
  const earlier = ADDED_AT_END.test(fields.join(",")) ? ADDED.length : 0;
  const own = fields.slice(0, fields.length - earlier).filter((field) => ADDED.some((name) => name === plain(field)));
  if (own.length > 0) {
    throw new UserProblem(
      "columns-taken",
      `${file}: there is a column named ${own.join(", ")} already, and the answer adds amount, reason and release at the end. Rename yours, for example billed_amount. Nothing was written.`,
    );
  }
  const place = (column: Column): number => places.get(column)?.[0] ?? -1;
  const at = {
    year: place("year"),
    dos_from: place("dos_from"),
    mac: place("mac"),
    locality: place("locality"),
    hcpcs: place("hcpcs"),
    mod: place("mod"),
    setting: place("setting"),
  };
  return { separator, heading, at, earlier };
}

/** Whether a text starts as a table that was answered before. */
export function isAnswered(start: string): boolean {
  return ADDED_AT_END.test((start.split(/\r?\n|\r/)[0] ?? "").trim());
}

function accepted(): string {
  return "The first row names the columns, in any order: year, dos_from, mac, locality, hcpcs, mod, setting; others are kept.";
}

/** A field that a spreadsheet shows and never reckons: none of our words begins as a formula, and this keeps it so. */
function asField(text: string, separator: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return safe.includes(separator) || NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const FORMULA_START = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /["\r\n]/;

/** What stands before an earlier answer at the end of a record, as it is written. */
function withoutAnswer({ raw, fields }: SeparatedRecord, separator: string): string {
  const added = fields.slice(-ADDED.length).map((field) => separator + asField(field, separator));
  const end = added.join("");
  if (raw.endsWith(end)) return raw.slice(0, raw.length - end.length);
  const kept = fields.slice(0, -ADDED.length);
  return kept
    .map((field) =>
      NEEDS_QUOTES.test(field) || field.includes(separator) ? `"${field.replaceAll('"', '""')}"` : field,
    )
    .join(separator);
}

/**
 * Answers a table row by row: what stands in the file stays byte for byte, and amount, reason and release are added at
 * the end of each row. Rows keep their order and number; empty lines stay empty. Rows shorter than the longest are
 * filled up with empty fields first, so that the answers stand under their headings. An earlier answer at the end of
 * the rows is replaced.
 *
 * Throws a UserProblem where the file is empty, lacks columns (all of them named), or has a column of its own that is
 * named as one of the answer's.
 *
 * @example answeredTable("in.csv", "dos_from,mac,locality,hcpcs,mod,setting\n…", answer).text
 */
export function answeredTable(
  file: string,
  text: string,
  answer: (row: BatchRow) => BatchAnswer,
  progress: (share: number) => void = () => undefined,
): { readonly text: string; readonly rows: number } {
  const layout = layoutOf(file, text);
  const { separator, heading, at, earlier } = layout;
  const { width, headingFields } = extentOf(text, layout);
  const lines: string[] = [];
  let rows = 0;
  let read = 0;
  let index = -1;
  for (const record of separatedRecords(text, separator)) {
    index++;
    read += record.raw.length + record.end.length;
    if (record.raw.trim() === "") {
      lines.push(record.raw + record.end);
      continue;
    }
    const { fields } = record;
    const isAnswer = earlier > 0 && fields.length === headingFields;
    const kept = isAnswer ? withoutAnswer(record, separator) : record.raw;
    const missing = width - fields.length - (isAnswer ? 0 : earlier);
    const start = (missing > 0 ? kept + separator.repeat(missing) : kept) + separator;
    if (index <= heading) {
      lines.push(start + (index === heading ? ADDED.join(separator) : separator.repeat(ADDED.length - 1)) + record.end);
      continue;
    }
    const { amount, reason, release } = answer({
      year: fields[at.year] ?? "",
      dos_from: fields[at.dos_from] ?? "",
      mac: fields[at.mac] ?? "",
      locality: fields[at.locality] ?? "",
      hcpcs: fields[at.hcpcs] ?? "",
      mod: fields[at.mod] ?? "",
      setting: fields[at.setting] ?? "",
    });
    lines.push(
      start +
        asField(amount, separator) +
        separator +
        asField(reason, separator) +
        separator +
        asField(release, separator) +
        record.end,
    );
    rows++;
    if (rows % 20_000 === 0) progress(read / text.length);
  }
  return { text: lines.join(""), rows };
}
