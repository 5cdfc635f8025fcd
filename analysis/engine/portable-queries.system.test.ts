import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerRecords } from "../../sca/ledger/ledger-records.ts";
import { ledgerMeasures, measureFields } from "../../sca/measures/ledger-measures.ts";
import { measuresBy } from "../../sca/measures/measures-by.ts";
import { readLedgerFolder } from "../files/reading/ledger-folder.ts";
import { MEASURED_AS_OF } from "../testing/measured-ledger.ts";
import { PrivatePostgres, postgresPrograms } from "../testing/private-postgres.ts";
import { withStagedFolder } from "../testing/staged-folder.ts";
import { recordText, untidyTables } from "../testing/untidy-tables.ts";
import { runQueries } from "./count-part.ts";
import { MEASURE_QUERIES, queryText, REQUEST_QUERIES } from "./measure-queries.ts";
import { STAGED_TABLES } from "./staged-tables.ts";

const QUERIES = [...REQUEST_QUERIES, ...MEASURE_QUERIES];
const TERMS = { asOf: MEASURED_AS_OF, countOwn: false, baselinePercent: 35.5, higherDayRate: 900.25 };
/** What PostgreSQL calls the types of the loaded tables; an id is any value that can be told from another. */
const TYPES: Readonly<Record<string, string>> = {
  DOUBLE: "DOUBLE PRECISION",
  VARCHAR: "TEXT",
  UBIGINT: "NUMERIC",
  TINYINT: "SMALLINT",
};
const TABLES = [...STAGED_TABLES.map(({ name }) => name), "calendar", "holidays", "medicare_rates"];

const bin = postgresPrograms();
let postgres: PrivatePostgres | null = null;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-portable-"));
  if (bin !== null) postgres = new PrivatePostgres(bin);
});
afterAll(() => {
  postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Row = Readonly<Record<string, unknown>>;

/** The fields of all requests and of each payer, by the ledger's own code, under the names of the queries. */
async function expected(): Promise<Row[]> {
  const records = ledgerRecords(await readLedgerFolder(folder), MEASURED_AS_OF) ?? expect.fail("no ledger");
  const { all, groups } = measuresBy(ledgerMeasures(records.terms), records.cases, ({ payer }) => payer);
  const scoped = [
    { scope: "all", payer: null, value: all },
    ...groups.map(({ key, value }) => ({ scope: `payer:${(key ?? "").toLowerCase()}`, payer: key, value })),
  ];
  return scoped.map(({ scope, payer, value }) => {
    const fields = Object.entries(measureFields(value)).map(([name, figure]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      figure,
    ]);
    return { scope_key: scope, payer, ...Object.fromEntries(fields) };
  });
}

function comparable(rows: readonly Row[]) {
  const plain = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        isFigure(value) ? Number(Number(value).toPrecision(10)) : value,
      ]),
    ),
  );
  return plain.sort((one, other) => (String(one["scope_key"]) < String(other["scope_key"]) ? -1 : 1));
}

function isFigure(value: unknown): boolean {
  return typeof value === "number" || typeof value === "bigint";
}

/** What is left out, row by row, by how often and where first. */
function toldOf(rows: readonly Row[]) {
  const told = rows.map((row) => Object.values(row).join(" "));
  return told.sort();
}

async function load(seed: number): Promise<{ readonly fields: Row[]; readonly leftOut: Row[] }> {
  for (const [table, records] of untidyTables(seed, 60, 80))
    writeFileSync(join(folder, `${table}.csv`), recordText(records));
  writeFileSync(join(folder, "Settings.csv"), "RevenueBaseline,35.5\nHigherLevelDayRate,900.25\n");
  return withStagedFolder(folder, MEASURED_AS_OF, async (connection) => {
    for (const name of TABLES) {
      const rows = await connection.runAndReadAll(`SELECT * FROM ${name}`);
      const columns = rows
        .columnNames()
        .map((column, at) => `${column} ${TYPES[String(rows.columnTypes()[at])] ?? rows.columnTypes()[at]}`);
      postgres?.query(`DROP TABLE IF EXISTS ${name} CASCADE; CREATE TABLE ${name} (${columns.join(", ")})`);
      const records = rows.getRowsJson().map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
      postgres?.query(`COPY ${name} FROM STDIN (FORMAT csv)`, recordText(records));
    }
    await runQueries(connection, QUERIES, TERMS);
    const read = async (name: string) => (await connection.runAndReadAll(`SELECT * FROM ${name}`)).getRowObjects();
    return { fields: (await read("measure_fields")) as Row[], leftOut: (await read("left_out")) as Row[] };
  });
}

/** What a query gave in PostgreSQL. */
function rowsOf(name: string): Row[] {
  const rows = postgres?.query(`SELECT row_to_json(r) FROM ${name} r`) ?? "";
  const lines = rows.trim().split("\n");
  return lines.map((row) => JSON.parse(row) as Row);
}

describe.skipIf(bin === null)("the queries of analysis/sql", () => {
  it.each([3, 14, 27])(
    "give in PostgreSQL and in DuckDB, unchanged, what the ledger's own code gives, tables %i",
    async (seed) => {
      const duckdb = await load(seed);
      const fields = await expected();
      expect(comparable(duckdb.fields)).toEqual(comparable(fields));
      for (const { name } of QUERIES)
        postgres?.query(`DROP TABLE IF EXISTS ${name}; CREATE TABLE ${name} AS ${queryText(name, TERMS)}`);
      expect(comparable(rowsOf("measure_fields"))).toEqual(comparable(fields));
      expect(toldOf(rowsOf("left_out"))).toEqual(toldOf(duckdb.leftOut));
      expect(fields.length).toBeGreaterThan(3);
    },
  );
});
