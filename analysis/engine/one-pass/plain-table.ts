import { LeftOutList } from "../../../sca/ledger/left-out.ts";
import { cleanRows, type PlacedRecord } from "../clean-rows.ts";
import type { PlainText } from "../plain-text.ts";
import { eachRow } from "./row-bytes.ts";
import { CleanCells, PlainCells, type RowCells } from "./row-cells.ts";

/** So many odd rows are read at a time. */
const AT_ONCE = 20_000;
const CASE_ID = "Case id";
const TOTALS = new Set(["to", "su", "gr"].map((letters) => letters.charCodeAt(0) * 256 + letters.charCodeAt(1)));
const TO_SMALL = 32;

/**
 * The headings that a reader wants, by its own names for them, as a list and as places in it.
 *
 * @example wantedHeadings({ id: "Case id", paid: "Paid" }) is { headings: ["Case id", "Paid"], places: { id: 0, paid: 1 } }
 */
export function wantedHeadings<Name extends string>(named: Readonly<Record<Name, string>>) {
  const names = Object.keys(named) as Name[];
  const places = Object.fromEntries(names.map((name, at) => [name, at])) as Readonly<Record<Name, number>>;
  return { headings: names.map((name) => named[name]), places };
}

/** The rows of a table that was read, by their places in the file. */
export interface TableRows {
  readonly count: number;
  /** Rows that are none: lines of totals, and such that slipped. */
  readonly gone: ReadonlySet<number>;
}

/**
 * Reads a table once from its first row to its last, and hands over what stands under the wanted headings. A row in
 * which one of them is not plainly what belongs there is handed over a second time, as the ledger's own reader reads it;
 * what is amiss under the wanted headings is told. Throws NotPlain where the file is not built as plain rows.
 */
export function readPlainTable(
  table: string,
  plain: PlainText,
  wanted: readonly string[],
  take: (place: number, cells: RowCells) => void,
  leftOut: LeftOutList,
): TableRows {
  const { headings } = plain;
  const places = wanted.map((heading) => headings.indexOf(heading));
  const idAt = headings.indexOf(CASE_ID);
  const gone = new Set<number>();
  const told = new LeftOutList();
  const read = (odd: readonly PlacedRecord[]): void => {
    for (const { place } of odd) gone.add(place);
    for (const { place, row } of cleanRows(table, plain.found, odd, [], told)) {
      gone.delete(place);
      take(place, new CleanCells(row, wanted));
    }
  };
  // What is amiss with the headings is told with the first rows, and once.
  let odd: PlacedRecord[] = [];
  let count = 0;
  let cells: PlainCells | null = null;
  eachRow(plain, (row) => {
    cells ??= new PlainCells(row, places);
    cells.isOdd = row.count > headings.length || !row.cell(idAt) || mayBeTotals(row.bytes, row.from);
    take(count, cells);
    if (cells.isOdd) odd.push({ cells: row.texts(), place: count });
    count += 1;
    if (odd.length >= AT_ONCE) {
      read(odd);
      odd = [];
    }
  });
  read(odd);
  tell(told, wanted, leftOut);
  return { count, gone };
}

/** Whether an id begins as a line of totals does: total, subtotal, grand total, sum. */
function mayBeTotals(bytes: Uint8Array, from: number): boolean {
  return TOTALS.has(((bytes[from] ?? 0) | TO_SMALL) * 256 + ((bytes[from + 1] ?? 0) | TO_SMALL));
}

/** What is amiss under the wanted headings, and with rows; other columns are not looked at. */
function tell(told: LeftOutList, wanted: readonly string[], leftOut: LeftOutList): void {
  for (const { reason, table, column, example, count } of told.all()) {
    if (column !== "" && !wanted.includes(column)) continue;
    const isOfHeadings = reason === "no-column" || reason === "same-column";
    for (let at = 0; at < (isOfHeadings ? 1 : count); at++) leftOut.add(reason, table, column, example);
  }
}
