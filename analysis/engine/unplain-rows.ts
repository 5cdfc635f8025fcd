import type { DuckDBConnection } from "@duckdb/node-api";
import { plainText } from "../../sca/ledger/ledger-row.ts";
import { LeftOutList } from "../../sca/ledger/left-out.ts";
import { textOf } from "./cell-expressions.ts";
import { cleanRows } from "./clean-rows.ts";
import { addCells } from "./left-out-cells.ts";
import type { SourceColumn, SourceTable } from "./source-table.ts";
import type { StagedTable } from "./staged-tables.ts";
import { stagedValues } from "./staged-values.ts";

/** So many rows are read at a time. */
const AT_ONCE = 20_000;

/**
 * Reads the rows of a table that are not plainly readable as the ledger's own reader does, and puts what it makes of them
 * in their place: cells that are none are blank, lines of totals are gone. Tells what it leaves out, and what is amiss
 * with the headings.
 */
export async function readUnplainRows(
  connection: DuckDBConnection,
  staged: StagedTable,
  source: SourceTable,
  unplain: string,
  leftOut: LeftOutList,
): Promise<void> {
  const places = (
    await connection.runAndReadAll(`SELECT rowid FROM staged_${staged.name} WHERE is_unplain ORDER BY rowid`)
  ).getRows();
  if (places.length === 0) {
    cleanRows(staged.table, source.headings, [], source.flaws, leftOut);
    return;
  }
  const headings = [...new Set([...staged.columns.map(({ heading }) => heading), ...source.headings])];
  const clean = `clean_${staged.name}`;
  await connection.run(`CREATE TABLE ${clean} (place BIGINT, ${headings.map((_, at) => `c${at} VARCHAR`).join(", ")})`);
  const texts = source.headings.map((heading, at) =>
    textOf({ name: `c${at}`, type: source.columns.get(heading)?.type ?? "text" }),
  );
  const result = await connection.stream(`SELECT ${texts.join(", ")} FROM ${source.relation} WHERE ${unplain}`);
  // What is amiss with the headings is told with the first rows, and once.
  const rest = new LeftOutList();
  let read = 0;
  let waiting: string[][] = [];
  const flush = async (): Promise<void> => {
    const records = waiting.map((cells, at) => ({ cells, place: Number(places[read + at]?.[0]) }));
    const rows = cleanRows(
      staged.table,
      source.headings,
      records,
      read === 0 ? source.flaws : [],
      read === 0 ? leftOut : rest,
    );
    const appender = await connection.createAppender(clean, "part");
    for (const { place, row } of rows) {
      appender.appendBigInt(BigInt(place));
      for (const heading of headings) {
        const text = plainText(row.get(heading));
        if (text === "") appender.appendNull();
        else appender.appendVarchar(text);
      }
      appender.endRow();
    }
    appender.closeSync();
    read += waiting.length;
    waiting = [];
  };
  for await (const chunk of result) {
    for (const row of chunk.getRows()) waiting.push(row.map((cell) => (cell === null ? "" : String(cell))));
    if (waiting.length >= AT_ONCE) await flush();
  }
  await flush();
  addCells(leftOut, rest);
  const columnOf = (heading: string): SourceColumn | undefined => {
    const at = headings.indexOf(heading);
    return at < 0 ? undefined : { name: `c${at}`, type: "text" };
  };
  const said = staged.columns.map(({ name }) => `${name} = clean.${name}`).join(", ");
  await connection.run(
    `UPDATE staged_${staged.name} SET ${said} FROM (SELECT place, ${stagedValues(staged.columns, columnOf).join(", ")} FROM ${clean}) clean WHERE staged_${staged.name}.rowid = clean.place`,
  );
  await connection.run(
    `DELETE FROM staged_${staged.name} WHERE is_unplain AND rowid NOT IN (SELECT place FROM ${clean})`,
  );
  await connection.run(`DROP TABLE ${clean}`);
}
