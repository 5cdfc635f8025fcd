import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type PayerFigures, printResult } from "./pipeline-result.ts";

/** The same figures as somebody writes them who has DuckDB and nothing else: its own reader of CSV, its own median. */
const folder = process.argv[2] ?? "";
const file = (name: string): string => `'${join(folder, name).replaceAll("'", "''")}'`;
const cents = (dollars: string): string =>
  `(floor(${dollars} * 100) + CASE WHEN ${dollars} >= (floor(${dollars} * 100) + 0.5) / 100 THEN 1 ELSE 0 END)`;
const GRANTED = "('Approved', 'Partially approved', 'Approved on appeal')";
const Z = "1.959963985";

const instance = await DuckDBInstance.create(":memory:", {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
});
const connection = await instance.connect();
const found = await connection.runAndReadAll(`
  WITH cases AS (SELECT "Case id" AS id, Payer AS payer, Outcome AS outcome FROM read_csv(${file("Cases.csv")}, types = {'Case id': 'VARCHAR'})),
  counts AS (
    SELECT payer, count(*) AS n, count(*) FILTER (outcome IN ${GRANTED}) AS k, count(*) FILTER (outcome IN ${GRANTED} OR outcome = 'Denied') AS d
    FROM cases GROUP BY payer),
  lines AS (
    SELECT c.payer, l."Outcome that applies" IN ${GRANTED} AS granted, l."Outcome that applies" = 'Denied' AS denied,
      l."Expected dollars" AS expected, l."Medicare dollars" AS medicare, TRY_CAST(l."Multiple of Medicare" AS DOUBLE) AS multiple,
      l."Units requested" AS requested, coalesce(l."Units that apply", l."Units authorized") AS authorized
    FROM read_csv(${file("ServiceLines.csv")}, types = {'Case id': 'VARCHAR', 'Code': 'VARCHAR', 'Multiple of Medicare': 'VARCHAR', 'Expected dollars': 'DOUBLE', 'Medicare dollars': 'DOUBLE', 'Units that apply': 'DOUBLE'}) l
    JOIN cases c ON c.id = l."Case id"),
  multiples AS (
    SELECT payer, sum(${cents("expected")}) / sum(${cents("medicare")}) AS weighted, median(multiple) AS median, min(multiple) AS low, max(multiple) AS high, count(*) AS n
    FROM lines WHERE granted AND expected IS NOT NULL AND medicare IS NOT NULL AND multiple IS NOT NULL GROUP BY payer),
  units AS (SELECT payer, sum(authorized) / sum(requested) AS yield FROM lines WHERE (granted OR denied) AND requested > 0 AND authorized >= 0 GROUP BY payer)
  SELECT payer, counts.n AS requests, d AS decided, k / d AS "approvalRate",
    (k / d + ${Z} * ${Z} / (2 * d) - ${Z} * sqrt(k / d * (1 - k / d) / d + ${Z} * ${Z} / (4.0 * d * d))) / (1 + ${Z} * ${Z} / d) AS "approvalLow",
    (k / d + ${Z} * ${Z} / (2 * d) + ${Z} * sqrt(k / d * (1 - k / d) / d + ${Z} * ${Z} / (4.0 * d * d))) / (1 + ${Z} * ${Z} / d) AS "approvalHigh",
    m.weighted AS "multipleWeighted", m.median AS "multipleMedian", m.low AS "multipleLow", m.high AS "multipleHigh", m.n AS "multipleLines", u.yield AS "unitYield"
  FROM counts JOIN multiples m USING (payer) JOIN units u USING (payer) ORDER BY payer`);
printResult(
  found.getRowObjects().map((row) => {
    const figures = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, name === "payer" ? String(value) : Number(value)]),
    );
    return figures as unknown as PayerFigures;
  }),
);
