import { stagedValue } from "./cell-expressions.ts";
import type { SourceColumn } from "./source-table.ts";
import type { StagedColumn } from "./staged-tables.ts";

/** The column of a source under a heading of the ledger. */
export type ColumnOf = (heading: string) => SourceColumn | undefined;

/** The staged values of a row in SQL, each under its name. */
export function stagedValues(columns: readonly StagedColumn[], columnOf: ColumnOf): string[] {
  return columns.map(({ kind, heading, name }) => `${stagedValue(kind, columnOf(heading))} AS ${name}`);
}
