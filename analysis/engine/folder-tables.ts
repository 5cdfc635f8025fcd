import { basename, extname } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { tellTables } from "../../sca/ledger/ledger-gaps.ts";
import { NEEDED_OF_LINES, NEEDED_OF_OFFERS, NEEDED_OF_PERIODS } from "../../sca/ledger/ledger-records.ts";
import type { LeftOutList } from "../../sca/ledger/left-out.ts";
import { ledgerFromContent, type ReadTable } from "../../sca/ledger/read-ledger.ts";
import type { LedgerContent, TableContent } from "../../sca/ledger/workbook-plan.ts";
import { type LedgerFiles, ledgerFiles, readSettings, tableOfRecords } from "../files/reading/ledger-folder.ts";
import { UserProblem } from "../user-problem.ts";
import { textOf } from "./cell-expressions.ts";
import { parquetSource, plainCsv, readCsv, type SourceTable } from "./source-table.ts";
import { type HasResults, type LedgerPart, stageTable } from "./stage-tables.ts";
import { SMALL_TABLES, STAGED_TABLES } from "./staged-tables.ts";

/** The tables of a folder as a database can read them, and what the ledger's own code reads of them. */
export interface FolderTables {
  readonly files: LedgerFiles;
  readonly sources: Map<string, SourceTable>;
  /** Small tables with their rows, large ones with their headings alone. */
  readonly content: LedgerContent;
  readonly read: ReadonlyMap<string, ReadTable>;
  readonly results: HasResults;
}

/** The files of a folder that a database reads: text, or Parquet where there is no text. */
export function databaseFiles(folder: string): Promise<LedgerFiles> {
  return ledgerFiles(folder, [".csv", ".parquet"]);
}

/** Opens the tables of a folder. Throws a UserProblem where there is no table Cases or a file cannot be read. */
export async function openFolder(
  connection: DuckDBConnection,
  folder: string,
  leftOut: LeftOutList,
): Promise<FolderTables> {
  const files = await databaseFiles(folder);
  const sources = new Map<string, SourceTable>();
  for (const [table, path] of files.tables) sources.set(table, await openTable(connection, table, path));
  const tables = new Map<string, TableContent>();
  for (const [table, source] of sources) {
    const isSmall = (SMALL_TABLES as readonly string[]).includes(table);
    const records = isSmall ? await recordsOf(connection, source) : [];
    tables.set(table, tableOfRecords(table, [source.headings, ...records]));
  }
  const content = { tables, ...(await readSettings(files.settings)), strangers: files.strangers };
  const read = ledgerFromContent(content);
  if (!read.has("Cases")) throw noCases(folder, sources.get("Cases"));
  tellTables(content, read, leftOut);
  const lacks = (table: string, needed: readonly string[]): boolean =>
    needed.some((heading) => read.get(table)?.headings.includes(heading) === false);
  const isReckoned = lacks("ServiceLines", NEEDED_OF_LINES) || lacks("AuthorizationPeriods", NEEDED_OF_PERIODS);
  const results = { lines: !isReckoned, offers: !lacks("Offers", NEEDED_OF_OFFERS) };
  return { files, sources, content, read, results };
}

/** Puts a part of a folder's tables into the database's memory. */
export async function stageFolder(
  connection: DuckDBConnection,
  { files, sources, read, results }: FolderTables,
  part: LedgerPart,
  leftOut: LeftOutList,
): Promise<void> {
  for (const staged of STAGED_TABLES) {
    const source = read.has(staged.table) ? sources.get(staged.table) : undefined;
    try {
      await stageTable(connection, staged, source, results, part, leftOut);
    } catch (error) {
      const path = files.tables.get(staged.table);
      if (path === undefined || !isUnreadableText(error)) throw error;
      // A row that does not fit, another encoding further down: the reader of trackers copes with that.
      const again = await readCsv(connection, staged.table, path);
      sources.set(staged.table, again);
      await stageTable(connection, staged, again, results, part, leftOut);
    }
  }
}

/** Whether a database's complaint is about a text file that it was to read. */
function isUnreadableText(error: unknown): boolean {
  return error instanceof Error && /CSV|unicode|UTF-?8/i.test(error.message);
}

/** Whether a database's complaint is that its memory is full. */
export function isShortOfMemory(error: unknown): boolean {
  return error instanceof Error && /out of memory|could not allocate|failed to allocate/i.test(error.message);
}

async function openTable(connection: DuckDBConnection, table: string, path: string): Promise<SourceTable> {
  if (extname(path).toLowerCase() !== ".parquet") {
    return (await plainCsv(table, path)) ?? readCsv(connection, table, path);
  }
  try {
    return await parquetSource(connection, table, path);
  } catch {
    throw new UserProblem(
      "damaged-table",
      `${basename(path)}: the file is no Parquet file, or it is damaged. Write the archive anew, or put the table there as ${table}.csv. Nothing was counted.`,
    );
  }
}

async function recordsOf(connection: DuckDBConnection, source: SourceTable): Promise<string[][]> {
  const texts = source.headings.map((heading, at) =>
    textOf({ name: `c${at}`, type: source.columns.get(heading)?.type ?? "text" }),
  );
  const { relation } = source;
  const rows = (await connection.runAndReadAll(`SELECT ${texts.join(", ")} FROM ${relation}`)).getRows();
  return rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
}

function noCases(folder: string, source: SourceTable | undefined): UserProblem {
  return source === undefined
    ? new UserProblem(
        "no-ledger",
        `${folder}: there is no Cases.csv or Cases.parquet in this folder. Save each table of the ledger as a .csv of its name: Cases, AuthorizationPeriods, ServiceLines, Offers, Claims.`,
      )
    : new UserProblem(
        "no-ledger",
        `${folder}: the table Cases has no column "Case id", so nothing can be counted. Its first columns are ${source.headings.slice(0, 4).join(", ")}. Give the column of the case ids its name back: Case id.`,
      );
}
