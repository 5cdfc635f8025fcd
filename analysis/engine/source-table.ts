import { basename } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { CellFlaw } from "../../sca/ledger/workbook-plan.ts";
import { filledRecords, tableOfRecords } from "../files/reading/ledger-folder.ts";
import { readFileBytes } from "../files/reading/read-tracker.ts";
import { UserProblem } from "../user-problem.ts";
import { plainText } from "./plain-text.ts";
import { quoted } from "./sql-text.ts";

/** A column of a source under the name that queries call it by. */
export interface SourceColumn {
  readonly name: string;
  readonly type: "text" | "number" | "day";
}

/** A table of the ledger where it lies: something that a query can read from. */
export interface SourceTable {
  /** The ledger's own name of the table. */
  readonly table: string;
  readonly headings: readonly string[];
  /** One a heading, as the ledger writes it; the first where there are two. */
  readonly columns: ReadonlyMap<string, SourceColumn>;
  readonly relation: string;
  readonly flaws: readonly CellFlaw[];
}

/** Text that DuckDB does not take is read whole by the reader of trackers, up to this size. */
const LARGEST_WHOLE = 120 * 2 ** 20;
/** A cell holds 32,767 characters at most in Excel, and a row a few such cells. */
const LONGEST_ROW = 1_000_000;
const BUFFER = 4_000_000;

/** A plain text file as DuckDB reads it; null where it is in another encoding or has no plain headings. */
export async function plainCsv(table: string, path: string): Promise<SourceTable | null> {
  const plain = await plainText(table, path);
  if (plain === null) return null;
  const { found, delimiter } = plain;
  const columns = found.map((_, at) => `${quoted(`c${at}`)}: 'VARCHAR'`).join(", ");
  const newLine = plain.newLine === "\r\n" ? "\\r\\n" : "\\n";
  const relation =
    `read_csv(${quoted(path)}, columns = {${columns}}, auto_detect = false, header = true, delim = ${quoted(delimiter)}, ` +
    `quote = '"', escape = '"', nullstr = '', new_line = '${newLine}', max_line_size = ${LONGEST_ROW}, buffer_size = ${BUFFER})`;
  return sourceOf(
    table,
    found,
    relation,
    found.map(() => "text"),
    [],
  );
}

/** Any text file, read whole as trackers are and put into a table of the database's memory. */
export async function readCsv(connection: DuckDBConnection, table: string, path: string): Promise<SourceTable> {
  const bytes = await readFileBytes(path);
  if (bytes.length > LARGEST_WHOLE) {
    throw new UserProblem(
      "uneven-table",
      `${basename(path)}: the file is ${Math.round(bytes.length / 2 ** 20)} MB large, and a file of this size has to be plain: comma-separated text in UTF-8, no row with another number of cells than there are headings, no quotation mark left open. Save it as "CSV UTF-8 (Comma delimited)". Nothing was counted.`,
    );
  }
  const records = filledRecords(path, bytes);
  const [headings = []] = records;
  const width = headings.length;
  const { flaws = [] } = tableOfRecords(table, records);
  if (width === 0) return sourceOf(table, [], "(SELECT 1 WHERE FALSE)", [], []);
  const name = `main.read_${table}`;
  await connection.run(`CREATE TABLE ${name} (${headings.map((_, at) => `c${at} VARCHAR`).join(", ")})`);
  const appender = await connection.createAppender(`read_${table}`, "main");
  for (const record of records.slice(1)) {
    if (record.slice(width).some((text) => text.trim() !== "")) continue;
    for (let at = 0; at < width; at++) appender.appendVarchar(record[at] ?? "");
    appender.endRow();
  }
  appender.closeSync();
  return sourceOf(
    table,
    headings,
    name,
    headings.map(() => "text"),
    flaws,
  );
}

/** A Parquet file, whose columns have types. */
export async function parquetSource(connection: DuckDBConnection, table: string, path: string): Promise<SourceTable> {
  const file = `read_parquet(${quoted(path)})`;
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${file}`);
  const columns = described.getRows().map(([name, type]) => ({ heading: String(name), type: String(type) }));
  const renamed = columns.map(({ heading }, at) => `"${heading.replaceAll('"', '""')}" AS c${at}`).join(", ");
  const types = columns.map(({ type }) => kindOfType(type));
  return sourceOf(
    table,
    columns.map(({ heading }) => heading),
    `(SELECT ${renamed} FROM ${file})`,
    types,
    [],
  );
}

function kindOfType(type: string): SourceColumn["type"] {
  if (/^(DATE|TIMESTAMP)/.test(type)) return "day";
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL)/.test(type) ? "number" : "text";
}

function sourceOf(
  table: string,
  found: readonly string[],
  relation: string,
  types: readonly SourceColumn["type"][],
  flaws: readonly CellFlaw[],
): SourceTable {
  const { headings } = tableOfRecords(table, [found]);
  const columns = new Map<string, SourceColumn>();
  for (const [at, heading] of headings.entries()) {
    if (!columns.has(heading)) columns.set(heading, { name: `c${at}`, type: types[at] ?? "text" });
  }
  return { table, headings, columns, relation, flaws };
}
