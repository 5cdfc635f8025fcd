import { decodeText } from "../files/reading/text-encoding.ts";
import { UserProblem } from "../user-problem.ts";
import { separatedRecords } from "./separated-records.ts";

/** A file of CMS's as it was split: a table by separators, or lines of fixed width. */
export type OfficialText =
  | { readonly form: "records"; readonly records: readonly (readonly string[])[] }
  | { readonly form: "lines"; readonly lines: readonly string[] };

/** What CMS packs together: the same table as text, and as workbook. */
export const TAKE_TEXT = "Take the .csv or .txt file of the same download, or its .zip as it is";

const SIGNATURES: readonly (readonly [code: string, what: string, ...start: number[]])[] = [
  ["picture", "a picture", 0x89, 0x50, 0x4e, 0x47],
  ["picture", "a picture", 0xff, 0xd8, 0xff],
  ["picture", "a picture", 0x47, 0x49, 0x46, 0x38],
  ["pdf", "a PDF document", 0x25, 0x50, 0x44, 0x46],
  ["workbook", "an old Excel workbook or another Office file", 0xd0, 0xcf, 0x11, 0xe0],
  ["packed", "an archive that is not a zip", 0x1f, 0x8b],
  ["packed", "an archive that is not a zip", 0x37, 0x7a, 0xbc, 0xaf],
  ["packed", "an archive that is not a zip", 0x52, 0x61, 0x72, 0x21],
];

/** Whether the bytes start as a zip does; .xlsx files do, too. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new UserProblem("empty", "the file is empty (0 bytes). Download it again.");
  }
  for (const [code, what, ...start] of SIGNATURES) {
    if (start.every((byte, at) => bytes[at] === byte)) {
      throw new UserProblem(code, `this is ${what}, whatever its name says. ${TAKE_TEXT}.`);
    }
  }
}

function refuseOtherTexts(text: string): void {
  const start = text.slice(0, 4000);
  if (/^\s*(<!doctype|<html|<head|<\?xml|<body|<!--)/i.test(start)) {
    throw new UserProblem(
      "web-page",
      "this is a web page, not the file: the site answered with a notice or a login. Open the download's page in a browser, accept the license there, and download again.",
    );
  }
  if (start.includes("\u0000")) throw new UserProblem("not-text", `this is no text file. ${TAKE_TEXT}.`);
  if (text.trim() === "") throw new UserProblem("empty", "there is nothing but blanks in the file. Download it again.");
}

const SAMPLE_LINES = 60;

/** How many fields nearly all lines have under a separator; 0 where they do not agree. */
function evenFields(sample: string, separator: string): number {
  const counts = new Map<number, number>();
  const records = [...separatedRecords(sample, separator)].filter(({ raw }) => raw.trim() !== "");
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  for (const [fields, times] of counts) if (fields >= 3 && times >= records.length * 0.8) return fields;
  return 0;
}

/** The separator that a text has whatever its name says; null for fixed width. */
function separatorOf(text: string, isNamedCsv: boolean): string | null {
  const sample = /^(?:[^\n]*\n){0,60}/.exec(text)?.[0] ?? "";
  const start = sample === "" ? text.slice(0, SAMPLE_LINES * 400) : sample;
  if (evenFields(start, ",") > 0) return ",";
  if (evenFields(start, "\t") > 0) return "\t";
  return isNamedCsv && start.includes(",") ? "," : null;
}

/**
 * Splits the text of an official file: Latin-1 or UTF-8; commas or tabs where its lines agree on them, else lines of fixed
 * width. Throws a UserProblem for what is no such text, in words that stand behind the file's name.
 *
 * @example officialText(bytes, "GPCI2025.csv") is { form: "records", records: [["ADDENDUM E. …", "", …], …] }
 */
export function officialText(bytes: Uint8Array, name: string): OfficialText {
  refuseOtherKinds(bytes);
  const decoded = decodeText(bytes);
  const text = decoded.endsWith("\u001a") ? decoded.slice(0, -1) : decoded;
  refuseOtherTexts(text);
  const separator = separatorOf(text, /\.csv$/i.test(name));
  if (separator === null) return { form: "lines", lines: text.split(/\r\n|\n|\r/) };
  return { form: "records", records: Array.from(separatedRecords(text, separator), ({ fields }) => fields) };
}
