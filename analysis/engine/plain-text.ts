import { open } from "node:fs/promises";
import { delimitedRecords } from "../files/reading/delimited-records.ts";
import { startsWithSeparator, tableOfRecords } from "../files/reading/ledger-folder.ts";

/** A text file whose rows can be read one after the other: in UTF-8, its headings in the first row. */
export interface PlainText {
  readonly path: string;
  /** As the file has them. */
  readonly found: readonly string[];
  /** As the ledger writes them. */
  readonly headings: readonly string[];
  readonly delimiter: "," | ";" | "\t" | "|";
  readonly newLine: "\n" | "\r\n";
}

/** Enough of a file to see its headings and how its fields are set apart. */
const SAMPLE = 1 << 16;

/** How a text file of one of the ledger's tables is built; null where it is in another encoding or has no plain headings. */
export async function plainText(table: string, path: string): Promise<PlainText | null> {
  const text = await firstText(path);
  // Line ends of an old Macintosh, and a first line about the separator, are for the reader of trackers.
  if (text === null || /\r(?!\n)/.test(text) || startsWithSeparator(text.replace(/^\ufeff/, ""))) return null;
  const [found = []] = delimitedRecords(text);
  const delimiter = delimiterBehind(text, found[0] ?? "");
  if (found.length < 2 || delimiter === null) return null;
  const { headings } = tableOfRecords(table, [found]);
  return { path, found, headings, delimiter, newLine: /\r?\n/.exec(text)?.[0] === "\r\n" ? "\r\n" : "\n" };
}

/** The start of a file in UTF-8, up to its last whole line; null where it is in another encoding. */
async function firstText(path: string): Promise<string | null> {
  const handle = await open(path, "r");
  try {
    const buffer = Buffer.alloc(SAMPLE);
    const { bytesRead } = await handle.read(buffer, 0, SAMPLE, 0);
    const whole = bytesRead < SAMPLE ? bytesRead : buffer.lastIndexOf("\n", bytesRead - 1) + 1;
    if (whole === 0 || buffer.subarray(0, whole).includes(0)) return null;
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer.subarray(0, whole));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  } finally {
    await handle.close();
  }
}

/** What stands behind the first heading: the sign that sets fields apart. */
function delimiterBehind(text: string, heading: string): PlainText["delimiter"] | null {
  const plain = text.trimStart();
  const written = plain.startsWith('"') ? `"${heading.replaceAll('"', '""')}"` : heading;
  const sign = plain.startsWith(written) ? plain[written.length] : undefined;
  return sign === "," || sign === ";" || sign === "\t" || sign === "|" ? sign : null;
}
