import { existsSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { runQueries } from "../../../analysis/engine/count-part.ts";
import { MEASURE_QUERIES, REQUEST_QUERIES } from "../../../analysis/engine/measure-queries.ts";
import { STAGED_TABLES, type StagedColumn } from "../../../analysis/engine/staged-tables.ts";
import { BENCH_AS_OF } from "../large-ledger.ts";
import { printResult } from "./pipeline-result.ts";

/** All measures by the same queries, over tables that DuckDB's own reader makes of the files: nothing is looked at twice, and no cell is told. */
const folder = process.argv[2] ?? "";
const instance = await DuckDBInstance.create(":memory:", {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
});
const connection = await instance.connect();
for (const { name, table, columns } of STAGED_TABLES) {
  const path = join(folder, `${table}.csv`);
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  await connection.run(`CREATE TABLE raw_${name} AS SELECT * FROM read_csv('${path}', types = {'Case id': 'VARCHAR'})`);
  const found = await connection.runAndReadAll(`SELECT * FROM raw_${name} LIMIT 0`);
  const headings = new Set(found.columnNames());
  const values = columns.map((column) => `${cellOf(column, headings.has(column.heading))} AS ${column.name}`);
  await connection.run(`CREATE VIEW ${name} AS SELECT rowid AS row_no, ${values.join(", ")} FROM raw_${name}`);
}
await connection.run(
  `CREATE TABLE medicare_rates AS SELECT LOWER("Benchmark") AS benchmark_key, "Stated amount" AS amount FROM read_csv('${join(folder, "MedicareRates.csv")}')`,
);
await connection.run("CREATE TABLE holidays (on_day DATE)");
await connection.run(
  `CREATE TABLE calendar AS SELECT CAST(day AS DATE) AS on_day, dayofweek(day) AS weekday
   FROM (SELECT UNNEST(generate_series(TIMESTAMP '2020-01-01', TIMESTAMP '2027-12-31', INTERVAL 1 DAY)) AS day)`,
);
const terms = { asOf: BENCH_AS_OF, countOwn: false, baselinePercent: 0, higherDayRate: null };
await runQueries(connection, [...REQUEST_QUERIES, ...MEASURE_QUERIES], terms);
await connection.runAndReadAll("SELECT * FROM measure_fields");
await connection.runAndReadAll("SELECT * FROM left_out");
printResult(null);

function cellOf({ kind, heading }: StagedColumn, isThere: boolean): string {
  const cell = isThere ? `"${heading}"` : "NULL";
  const text = `CAST(${cell} AS VARCHAR)`;
  if (kind === "number" || kind === "result") return `TRY_CAST(${cell} AS DOUBLE)`;
  if (kind === "day") return `TRY_CAST(${cell} AS DATE)`;
  if (kind === "isOpen") return `CASE WHEN LOWER(${text}) = 'not stated' THEN 1 ELSE 0 END`;
  if (kind === "isFilled") return `CASE WHEN ${cell} IS NULL THEN 0 ELSE 1 END`;
  if (kind === "isOfCase") return `CASE WHEN LOWER(${text}) = 'the case has no service line' THEN 1 ELSE 0 END`;
  return kind === "text" ? text : `LOWER(${text})`;
}
