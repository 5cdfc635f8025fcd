import type { DuckDBConnection } from "@duckdb/node-api";
import { type LeftOut, shortened } from "../../sca/ledger/left-out.ts";
import { stagedValue, textOf } from "./cell-expressions.ts";
import type { SourceTable } from "./source-table.ts";
import type { LedgerPart } from "./stage-tables.ts";

/** Carries over the ids by which rows of a part may hang together with rows of another. */
export async function carryIds(connection: DuckDBConnection, part: LedgerPart): Promise<void> {
  const into = (name: string): string => (part.at === 0 ? `CREATE TABLE main.${name} AS` : `INSERT INTO main.${name}`);
  await connection.run(
    `${into("all_periods")} SELECT DISTINCT period_key FROM part.authorization_periods WHERE period_key IS NOT NULL`,
  );
  await connection.run(
    `${into("lost_lines")} SELECT DISTINCT l.period_key FROM part.service_lines l
     ANTI JOIN part.authorization_periods p ON p.period_key = l.period_key WHERE l.period_key IS NOT NULL`,
  );
  await connection.run(`${into("all_lines")} SELECT DISTINCT line_key FROM part.line_facts WHERE line_key IS NOT NULL`);
}

/**
 * Whether a line names an authorization of another part, or two parts have one of the same id: then the ledger has to be
 * counted as a whole.
 */
export async function reachesAcross(connection: DuckDBConnection): Promise<boolean> {
  const found = await connection.runAndReadAll(
    `SELECT COUNT(*) FROM main.lost_lines l SEMI JOIN main.all_periods p ON p.period_key = l.period_key
     UNION ALL SELECT COUNT(*) - COUNT(DISTINCT period_key) FROM main.all_periods`,
  );
  return found.getRows().some(([times]) => Number(times) > 0);
}

/** Lines whose id a line of another part has; each part tells its own. One share of the ids is looked at at a time. */
export async function sameLinesAcross(
  connection: DuckDBConnection,
  lines: SourceTable | undefined,
  of: number,
): Promise<LeftOut[]> {
  let count = 0;
  let key: unknown = null;
  for (let at = 0; at < of; at++) {
    const found = await connection.runAndReadAll(
      `SELECT SUM(times - 1), MIN(line_key) FROM (SELECT line_key, COUNT(*) AS times FROM main.all_lines
       WHERE (line_key >> 32) % ${of} = ${at} GROUP BY line_key HAVING COUNT(*) > 1)`,
    );
    const [times, first] = found.getRows()[0] ?? [];
    count += Number(times ?? 0);
    key ??= first;
  }
  const column = lines?.columns.get("Line id");
  if (count === 0 || lines === undefined || column === undefined) return [];
  const [row] = (
    await connection.runAndReadAll(
      `SELECT TRIM(${textOf(column)}) FROM ${lines.relation} WHERE ${stagedValue("id", column)} = ${key} LIMIT 1`,
    )
  ).getRows();
  const example = shortened(String(row?.[0] ?? ""));
  return [{ reason: "same-line-id", table: "ServiceLines", column: "Line id", example, count }];
}
