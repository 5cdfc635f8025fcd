import { isBlank, type LedgerRow } from "../../sca/ledger/ledger-row.ts";
import type { LeftOutList } from "../../sca/ledger/left-out.ts";
import { readTable } from "../../sca/ledger/read-ledger.ts";
import { readableRows } from "../../sca/ledger/readable-rows.ts";
import type { CellFlaw } from "../../sca/ledger/workbook-plan.ts";
import { tableOfRecords } from "../files/reading/ledger-folder.ts";

/** Heading under which a row's place travels through the ledger's reader; no user's column is called so. */
const PLACE = "";

/** A row of text, with where it belongs. */
export interface PlacedRecord {
  readonly cells: readonly string[];
  readonly place: number;
}

/**
 * Rows of a table as the ledger's own reader reads them, each with its place: cells that are none are blank, lines of
 * totals and rows that slipped are gone. Tells what it leaves out, and what is amiss with the headings.
 */
export function cleanRows(
  table: string,
  headings: readonly string[],
  records: readonly PlacedRecord[],
  flaws: readonly CellFlaw[],
  leftOut: LeftOutList,
): { readonly place: number; readonly row: LedgerRow }[] {
  const slips = ({ cells }: PlacedRecord): boolean => cells.slice(headings.length).some((text) => text.trim() !== "");
  const whole = records.filter((record) => !slips(record));
  const inOrder = [...whole, ...records.filter(slips)];
  const read = tableOfRecords(table, [headings, ...inOrder.map(({ cells }) => cells)]);
  const rows = read.rows.map((row, at) => [row.every(isBlank) ? null : (whole[at]?.place ?? null), ...row]);
  const content = { ...read, headings: [PLACE, ...read.headings], rows, flaws: [...flaws, ...(read.flaws ?? [])] };
  const found = readTable({ tables: new Map([[table, content]]), named: new Map() }, table);
  return readableRows(table, found ?? undefined, leftOut).map((row) => ({ place: Number(row.get(PLACE)), row }));
}
