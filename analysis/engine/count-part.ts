import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type LedgerRow, textIn } from "../../sca/ledger/ledger-row.ts";
import { type LeftOut, LeftOutList } from "../../sca/ledger/left-out.ts";
import { amountOfRate } from "../../sca/ledger/rate-rows.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import type { LedgerFiles } from "../files/reading/ledger-folder.ts";
import { stagedId } from "./cell-expressions.ts";
import { type FolderTables, stageFolder } from "./folder-tables.ts";
import { addCells } from "./left-out-cells.ts";
import { leftOutRows } from "./left-out-rows.ts";
import { CARRIED, type MeasureQuery, type QueryTerms, queryText, REQUEST_QUERIES } from "./measure-queries.ts";
import { carryIds } from "./parts-together.ts";
import { quoted } from "./sql-text.ts";
import type { LedgerPart } from "./stage-tables.ts";

/** A part has about so many bytes of text, up to the most parts: each part reads all files once more. */
const BYTES_OF_PART = 512 * 2 ** 20;
const MOST_PARTS = 8;

/** In how many parts a folder is counted, so that memory stays small. */
export async function partsOf({ tables }: LedgerFiles, bytesOfPart = BYTES_OF_PART): Promise<number> {
  const sizes = await Promise.all([...tables.values()].map(async (path) => (await stat(path)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return Math.max(1, Math.min(MOST_PARTS, Math.ceil(bytes / bytesOfPart)));
}

/**
 * Puts what is small and read as the rest of the product reads it into the database: holidays, Medicare's amounts, and
 * the requests that an office was tried for.
 */
export async function writeSmallTables(
  connection: DuckDBConnection,
  holidays: ReadonlySet<CalendarDate>,
  rates: readonly LedgerRow[],
  tried: readonly LedgerRow[],
): Promise<void> {
  await connection.run("CREATE TABLE tried_ids (case_id VARCHAR)");
  const ids = [...new Set(tried.map((row) => textIn(row, "Case id")).filter((id) => id !== ""))];
  if (ids.length > 0)
    await connection.run(`INSERT INTO tried_ids VALUES ${ids.map((id) => `(${quoted(id)})`).join(", ")}`);
  await connection.run("CREATE TABLE holidays (on_day DATE)");
  if (holidays.size > 0) {
    await connection.run(`INSERT INTO holidays VALUES ${[...holidays].map((day) => `(DATE '${day}')`).join(", ")}`);
  }
  const amounts = new Map<string, number | null>();
  for (const row of rates) {
    const key = textIn(row, "Benchmark").toLowerCase();
    if (key !== "" && !amounts.has(key)) amounts.set(key, amountOfRate(row));
  }
  await connection.run("CREATE TABLE medicare_rates (benchmark_key UBIGINT, amount DOUBLE)");
  if (amounts.size > 0) {
    const rows = [...amounts].map(([key, amount]) => `(${stagedId(key)}, ${amount ?? "NULL"})`);
    await connection.run(`INSERT INTO medicare_rates VALUES ${rows.join(", ")}`);
  }
}

/**
 * Counts one part of a ledger: what the measures add up afterwards is carried over, everything else of the part leaves
 * the memory. Answers with what the part leaves out; what is amiss with cells goes into `cells`.
 */
export async function countPart(
  connection: DuckDBConnection,
  tables: FolderTables,
  part: LedgerPart,
  terms: QueryTerms,
  cells: LeftOutList,
): Promise<LeftOut[]> {
  const found = part.at === 0 ? cells : new LeftOutList();
  await stagePart(connection, tables, part, terms.asOf, found);
  if (found !== cells) addCells(cells, found);
  await runQueries(connection, REQUEST_QUERIES, terms);
  for (const [name, columns] of Object.entries(CARRIED)) {
    const into = part.at === 0 ? `CREATE TABLE main.${name} AS` : `INSERT INTO main.${name}`;
    await connection.run(`${into} SELECT ${columns} FROM part.${name}`);
  }
  await carryAttempts(connection, part);
  if (part.of > 1) await carryIds(connection, part);
  const left = await leftOutRows(connection, tables.sources, part);
  await connection.run("SET search_path = 'main'");
  await connection.run("DROP SCHEMA part CASCADE");
  return left;
}

/** Puts a part of the tables, and the days that they speak of, into the database under the names that queries know. */
export async function stagePart(
  connection: DuckDBConnection,
  tables: FolderTables,
  part: LedgerPart,
  asOf: CalendarDate,
  cells: LeftOutList,
): Promise<void> {
  await connection.run("CREATE SCHEMA part");
  await connection.run("SET search_path = 'part,main'");
  await stageFolder(connection, tables, part, cells);
  await connection.run(
    `CREATE TABLE calendar AS SELECT CAST(day AS DATE) AS on_day, dayofweek(day) AS weekday
     FROM (SELECT LEAST(MIN(submitted), MIN(decided), DATE '${asOf}') AS first_day,
       GREATEST(MAX(submitted), MAX(decided), DATE '${asOf}') AS last_day FROM cases),
     LATERAL (SELECT UNNEST(generate_series(CAST(first_day AS TIMESTAMP), CAST(last_day AS TIMESTAMP), INTERVAL 1 DAY)) AS day)`,
  );
}

/** The plans of the requests that an office was tried for. */
async function carryAttempts(connection: DuckDBConnection, part: LedgerPart): Promise<void> {
  const into = part.at === 0 ? "CREATE TABLE main.tried_cases AS" : "INSERT INTO main.tried_cases";
  await connection.run(
    `${into} SELECT t.case_id, c.plan_funding FROM main.tried_ids t
     JOIN part.case_facts f ON f.case_key = hash(LOWER(t.case_id)) JOIN part.cases c ON c.row_no = f.case_no`,
  );
}

/** Runs queries, each below what it reads. */
export async function runQueries(
  connection: DuckDBConnection,
  queries: readonly MeasureQuery[],
  terms: QueryTerms,
): Promise<void> {
  for (const { name, isKept } of queries) {
    await connection.run(`CREATE ${isKept ? "TABLE" : "VIEW"} ${name} AS ${queryText(name, terms)}`);
  }
}
