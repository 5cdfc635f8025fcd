import type { DuckDBConnection } from "@duckdb/node-api";
import { joined, type LeftOut, shortened } from "../../sca/ledger/left-out.ts";
import type { LeftOutReason } from "../../sca/ledger/left-out-reason.ts";
import { readableText } from "../../sca/ledger/readable-rows.ts";
import { OUTCOME_WORDS } from "../../sca/tracker/review/code-words.ts";
import { stagedValue, textOf } from "./cell-expressions.ts";
import type { SourceTable } from "./source-table.ts";
import { quoted } from "./sql-text.ts";
import { type LedgerPart, rowsOfPart } from "./stage-tables.ts";

/** order_no of a row that is looked at under its request: the request's place times this, and its own. */
const ORDER = 10_000_000_000;

/** Which cell of the first row is shown; the case's id where nothing is said. */
function headingShown(reason: LeftOutReason, table: string): string {
  if (reason === "unknown-outcome") return "Outcome";
  if (reason === "served-later") return "Date of service";
  if (reason === "offered-later") return "Date";
  if (reason === "same-line-id") return "Line id";
  if (reason === "same-claim") return "Claim number";
  if (reason === "unknown-period" || reason === "same-period-id") return "Period id";
  return reason === "renewal-later" || (reason === "decided-later" && table === "AuthorizationPeriods")
    ? "Period id"
    : "Case id";
}

/** What the queries leave out, with the first of each. */
export async function leftOutRows(
  connection: DuckDBConnection,
  sources: ReadonlyMap<string, SourceTable>,
  part: LedgerPart,
): Promise<LeftOut[]> {
  const found = (
    await connection.runAndReadAll("SELECT reason, in_table, in_column, times, order_no FROM left_out")
  ).getRows();
  const all: LeftOut[] = [];
  for (const [reason, table, column, times, order] of found) {
    const which = String(reason) as LeftOutReason;
    const exampleAt = async (place: number): Promise<string> =>
      shortened(await exampleOf(connection, which, String(table), place, sources, part));
    const told = { reason: which, table: String(table), column: String(column) };
    let one: LeftOut = { ...told, example: await exampleAt(Number(order)), count: Number(times) };
    for (const place of which === "unknown-outcome" ? await otherOutcomes(connection) : []) {
      one = joined(one, { ...told, example: await exampleAt(place), count: 0 });
    }
    all.push(one);
  }
  return all;
}

/** Where the second and the third of the outcomes stand that are none of the ledger's words. */
async function otherOutcomes(connection: DuckDBConnection): Promise<number[]> {
  const known = OUTCOME_WORDS.words.map((word) => quoted(word.toLowerCase())).join(", ");
  const places = await connection.runAndReadAll(
    `SELECT MIN(case_no) AS place FROM case_facts WHERE asks_outcome = 0 AND outcome NOT IN (${known})
     GROUP BY outcome ORDER BY place LIMIT 2 OFFSET 1`,
  );
  return places.getRows().map(([place]) => Number(place));
}

async function exampleOf(
  connection: DuckDBConnection,
  reason: LeftOutReason,
  table: string,
  order: number,
  sources: ReadonlyMap<string, SourceTable>,
  part: LedgerPart,
): Promise<string> {
  const isOfCase = reason === "not-under-agreement" || reason === "taken-back";
  const source = sources.get(isOfCase ? "Cases" : table);
  const row = isOfCase ? Math.floor(order / ORDER) : order % ORDER;
  if (reason === "no-case-id" || source === undefined) return "";
  if (reason === "offer-not-placed") {
    const found = await connection.runAndReadAll(`SELECT why_not FROM offer_facts WHERE row_no = ${row}`);
    return (
      textIn(found.getRows()[0]) ||
      (await cellAt(connection, source, "Compared with", row, part)) ||
      (await cellAt(connection, source, "Case id", row, part))
    );
  }
  return cellAt(connection, source, headingShown(reason, table), row, part);
}

/** A cell as the ledger's own reader takes it: staged rows keep their place. A day is told as days are. */
async function cellAt(
  connection: DuckDBConnection,
  source: SourceTable,
  heading: string,
  row: number,
  part: LedgerPart,
): Promise<string> {
  const column = source.columns.get(heading);
  if (column === undefined) return "";
  const value = heading.startsWith("Date")
    ? `CAST(${stagedValue("day", column)} AS VARCHAR)`
    : `TRIM(${textOf(column)})`;
  const [found] = (
    await connection.runAndReadAll(
      `SELECT ${value} FROM ${source.relation} WHERE ${rowsOfPart(source.columns.get("Case id"), part)} LIMIT 1 OFFSET ${Math.floor(row / part.of)}`,
    )
  ).getRows();
  return readableText(source.table, heading, textIn(found));
}

function textIn(row: readonly unknown[] | undefined): string {
  const value = row?.[0];
  return value === null || value === undefined ? "" : String(value);
}
