import { type Imprint, readImprint, writeImprint } from "./imprint.ts";
import { type LedgerRow, textIn } from "./ledger-row.ts";
import { readTable } from "./read-ledger.ts";
import type { LedgerContent } from "./workbook-plan.ts";

/** What the next run compares with: the values of one record as they were last taken over from the tracker. */
export interface ImportRecord {
  readonly id: string;
  readonly table: string;
  readonly imprint: Imprint;
  readonly cells: ReadonlyMap<string, string>;
  readonly sheet: string;
  readonly rows: string;
}

/** What an earlier ledger remembers of the tracker, by record id. */
export function importRecords(previous: LedgerContent): Map<string, ImportRecord> {
  const records = new Map<string, ImportRecord>();
  for (const row of readTable(previous, "Imported")?.rows ?? []) {
    const id = textIn(row, "Record");
    records.set(id, {
      id,
      table: textIn(row, "Table"),
      imprint: readImprint(textIn(row, "Values")),
      cells: new Map(),
      sheet: textIn(row, "Sheet"),
      rows: textIn(row, "Rows"),
    });
  }
  return records;
}

/** The rows of Imported. */
export function importedRows(imports: readonly ImportRecord[]): LedgerRow[] {
  return imports.map(
    (record) =>
      new Map([
        ["Record", record.id],
        ["Table", record.table],
        ["Sheet", record.sheet],
        ["Rows", record.rows],
        ["Values", writeImprint(record.imprint, record.cells)],
      ]),
  );
}
