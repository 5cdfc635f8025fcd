import { copyFile, readdir, rename, stat, unlink } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { LEDGER_TABLES } from "../../sca/ledger/ledger-tables.ts";
import { LeftOutList } from "../../sca/ledger/left-out.ts";
import { isLedgerFolder } from "../files/reading/ledger-folder.ts";
import { UserProblem } from "../user-problem.ts";
import { stagedValue, textOf } from "./cell-expressions.ts";
import { inDatabase } from "./duckdb-database.ts";
import { openFolder } from "./folder-tables.ts";
import type { SourceColumn, SourceTable } from "./source-table.ts";
import { quoted } from "./sql-text.ts";

const UNFINISHED = ".unfinished";
const NUMBERS: ReadonlySet<string> = new Set(["money", "rate", "percent", "multiple", "whole", "decimal"]);

/** Makes sure, before anything is counted, that an archive can go there. Throws a UserProblem otherwise. */
export async function checkArchivePlace(ledger: string, archive: string, overwrite: boolean): Promise<void> {
  const fail = (code: string, words: string): never => {
    throw new UserProblem(code, `${archive}: ${words} Nothing was written.`);
  };
  if (!(await isLedgerFolder(ledger)))
    fail("not-a-folder", "an archive is made of a folder with the ledger's tables as .csv, and the ledger is a file.");
  const found = await stat(archive).catch(() => null);
  if (found === null || !found.isDirectory())
    fail("no-folder", "there is no such folder. Make it first, or name another.");
  if (resolve(ledger) === resolve(archive))
    fail("same-folder", "the archive would lie among the tables that it is made of. Name another folder.");
  const names = (await readdir(archive)).filter((name) => name.endsWith(".parquet"));
  if (names.length > 0 && !overwrite)
    fail(
      "output-exists",
      `there is ${names[0]} in it. Name another folder, or replace what is there with --overwrite.`,
    );
}

/**
 * Writes every table of a folder as Parquet, a fraction of its text's size: columns of numbers and days as such where
 * every cell is one, all others as the text that they are, so that codes and ids keep their zeros. Files appear when all
 * are written. Answers with their names.
 *
 * @example await archiveFolder("export", "archive") is ["Cases.parquet", "ServiceLines.parquet"]
 */
export async function archiveFolder(ledger: string, archive: string): Promise<string[]> {
  const files: string[] = [];
  try {
    await inDatabase(async (connection) => {
      const tables = await openFolder(connection, ledger, new LeftOutList());
      for (const [table, source] of tables.sources) {
        const file = `${table}.parquet`;
        files.push(file);
        const columns = await archivedColumns(connection, table, source);
        await connection.run(
          `COPY (SELECT ${columns.join(", ")} FROM ${source.relation}) TO ${quoted(join(archive, file + UNFINISHED))} (FORMAT parquet, COMPRESSION zstd)`,
        );
      }
      if (tables.files.settings !== undefined) {
        const file = basename(tables.files.settings);
        files.push(file);
        await copyFile(tables.files.settings, join(archive, file + UNFINISHED));
      }
    });
    for (const file of files) await rename(join(archive, file + UNFINISHED), join(archive, file));
    return files;
  } catch (error) {
    for (const file of files) await unlink(join(archive, file + UNFINISHED)).catch(() => undefined);
    if (error instanceof UserProblem) throw error;
    throw new UserProblem(
      "not-archived",
      `${archive}: the archive could not be written. Its drive may be full or read-only, or a table of ${ledger} is no plain CSV in UTF-8. What stood there before is unchanged.`,
    );
  }
}

async function archivedColumns(connection: DuckDBConnection, table: string, source: SourceTable): Promise<string[]> {
  const declared = LEDGER_TABLES.find(({ name }) => name === table)?.columns ?? [];
  const wanted = [...source.columns].map(([heading, column]) => ({
    heading,
    column,
    value: typedAs(declared.find((one) => one.heading === heading)?.look, column),
  }));
  const checks = wanted.map(({ column, value }) =>
    value === null ? "TRUE" : `COALESCE(BOOL_AND(${textOf(column)} IS NULL OR ${value} IS NOT NULL), FALSE)`,
  );
  const [isTyped = []] = (
    await connection.runAndReadAll(`SELECT ${checks.join(", ")} FROM ${source.relation}`)
  ).getRows();
  return wanted.map(
    ({ heading, column, value }, at) =>
      `${value !== null && isTyped[at] === true ? value : textOf(column)} AS "${heading.replaceAll('"', '""')}"`,
  );
}

function typedAs(look: string | undefined, column: SourceColumn): string | null {
  if (look === "date" || look === "inputDate") return stagedValue("day", column);
  return look !== undefined && NUMBERS.has(look) ? stagedValue("number", column) : null;
}
