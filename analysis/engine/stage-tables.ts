import type { DuckDBConnection } from "@duckdb/node-api";
import type { LeftOutList } from "../../sca/ledger/left-out.ts";
import {
  hasSpaces,
  isSmallPercent,
  isUnknownWord,
  isUnplain,
  mayBeTotals,
  stagedValue,
  WORD_COLUMNS,
} from "./cell-expressions.ts";
import type { SourceColumn, SourceTable } from "./source-table.ts";
import { type StagedColumn, type StagedTable, typedHeadings } from "./staged-tables.ts";
import { type ColumnOf, stagedValues } from "./staged-values.ts";
import { readUnplainRows } from "./unplain-rows.ts";

/** Headings of a ledger since it prices its lines: without any of them, Medicare rate is what the user typed herself. */
const SINCE_PRICING = ["Priced for", "Benchmark note", "Rate is per", "Medicare dollars", "Own benchmark"];
const MAY_BE_NEGATIVE = "Claims";

/** Whether the tables hold what formulas gave, so that it can be taken as it stands. */
export interface HasResults {
  readonly lines: boolean;
  readonly offers: boolean;
}

/** One of several parts of a ledger that are counted one after the other, each with all that hangs on its requests. */
export interface LedgerPart {
  readonly at: number;
  readonly of: number;
}

/**
 * Puts a table of the ledger into memory as the queries want it. Most cells are plainly a number, a day, a word of the
 * ledger; a row in which one is not, the ledger's own reader reads, and tells what it leaves out.
 */
export async function stageTable(
  connection: DuckDBConnection,
  staged: StagedTable,
  source: SourceTable | undefined,
  results: HasResults,
  part: LedgerPart,
  leftOut: LeftOutList,
): Promise<void> {
  const { name, table, columns } = staged;
  const isEarlier = table === "ServiceLines" && !SINCE_PRICING.some((heading) => source?.columns.has(heading));
  const columnOf: ColumnOf = (heading) => {
    if (!isEarlier) return source?.columns.get(heading);
    if (["Benchmark", "Medicare rate"].includes(heading)) return undefined;
    return source?.columns.get(heading === "Own benchmark" ? "Medicare rate" : heading);
  };
  const hasResults = table === "Offers" ? results.offers : results.lines;
  const isThere = (column: StagedColumn): boolean =>
    columnOf(column.heading) !== undefined && (hasResults || !isResult(column));
  const there = columns.filter(isThere);
  const unplain = source === undefined ? "FALSE" : unplainRows(staged, columnOf);
  const rows = source === undefined ? "FALSE" : rowsOfPart(columnOf("Case id"), part);
  const from = source === undefined ? "(SELECT 1)" : source.relation;
  // A cell is read once: what is amiss with it shows in what was read.
  const read = `SELECT ${[...rawColumns(source), ...stagedValues(there, columnOf)].join(", ") || "1"} FROM ${from} WHERE ${rows}`;
  const isUnplainRow = source === undefined ? "FALSE" : unplainRows(staged, columnOf, there);
  await connection.run(
    `CREATE TABLE staged_${name} AS SELECT ${[...there.map((column) => column.name), `${isUnplainRow} AS is_unplain`].join(", ")} FROM (${read})`,
  );
  if (source !== undefined) {
    const stored = { ...staged, columns: there };
    await readUnplainRows(connection, stored, source, `(${unplain}) AND ${rows}`, leftOut);
  }
  // What no file has takes no room.
  const all = columns.map((column) =>
    isThere(column) ? column.name : `${stagedValue(column.kind, undefined)} AS ${column.name}`,
  );
  await connection.run(
    `CREATE VIEW ${name} AS SELECT rowid * ${part.of} + ${part.at} AS row_no, ${all.join(", ")} FROM staged_${name}`,
  );
}

/** Rows of a part of the ledger, by their request; those without one belong to the first. */
export function rowsOfPart(id: SourceColumn | undefined, { at, of }: LedgerPart): string {
  if (of === 1) return "TRUE";
  return id === undefined ? String(at === 0).toUpperCase() : `COALESCE(${stagedValue("id", id)} % ${of}, 0) = ${at}`;
}

/** Columns that tell what formulas gave. */
function isResult({ name }: StagedColumn): boolean {
  return name.startsWith("stated_") || ["is_priced", "is_counted", "is_compared"].includes(name);
}

/** Every column of a source as it stands, by the name that expressions call it by. */
function rawColumns(source: SourceTable | undefined): string[] {
  return [...(source?.columns.values() ?? [])].map((column) => column.name);
}

/** True in SQL for a row that has anything to be told, or that may be none; by values that are read already, if any. */
function unplainRows(staged: StagedTable, columnOf: ColumnOf, read: readonly StagedColumn[] = []): string {
  const { table } = staged;
  const readAs = (heading: string, kind: "number" | "day"): string | undefined =>
    read.find((column) => column.heading === heading && column.kind === kind)?.name;
  const reasons: string[] = [];
  const add = (heading: string, reason: (column: SourceColumn) => string): void => {
    const column = columnOf(heading);
    if (column !== undefined) reasons.push(reason(column));
  };
  for (const { heading, accepts } of typedHeadings(table)) {
    add(heading, (column) => isUnplain(accepts, column, table === MAY_BE_NEGATIVE, readAs(heading, accepts)));
  }
  const words = WORD_COLUMNS[table] ?? {};
  for (const [heading, known] of Object.entries(words)) add(heading, (column) => isUnknownWord(known, column));
  const texts = staged.columns.filter((column) => ["text", "id", "word"].includes(column.kind) && !isResult(column));
  for (const heading of new Set(texts.map((column) => column.heading)))
    if (!(heading in words)) add(heading, hasSpaces);
  const rateHeading = table === "Offers" ? "Rate" : "Agreed rate";
  const rate = columnOf(rateHeading);
  if (rate !== undefined) {
    for (const heading of ["Rate model", "Model that applies"])
      add(heading, (model) => isSmallPercent(model, rate, readAs(rateHeading, "number")));
  }
  add("Case id", mayBeTotals);
  return reasons.length === 0 ? "FALSE" : reasons.join(" OR ");
}
