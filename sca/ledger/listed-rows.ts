import type { Understanding } from "../tracker/tracked-case.ts";
import { rowRanges } from "./case-rows.ts";
import { type LedgerRow, textIn } from "./ledger-row.ts";
import type { LedgerTable } from "./ledger-table.ts";
import { ROW_KIND_WORDS } from "./ledger-words.ts";
import { meaningWords } from "./meaning-words.ts";
import { DICTIONARY_TABLE } from "./tables/dictionary-table.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** One row a payer, the earlier ledger's first, as the user left them. */
export function payerRows(cases: readonly LedgerRow[], before: readonly LedgerRow[]): LedgerRow[] {
  const seen = new Set(before.map((row) => textIn(row, "Payer").toLowerCase()));
  const fresh: string[] = [];
  for (const row of cases) {
    const payer = textIn(row, "Payer");
    if (payer === "" || seen.has(payer.toLowerCase())) continue;
    seen.add(payer.toLowerCase());
    fresh.push(payer);
  }
  fresh.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return [...before, ...fresh.map((payer): LedgerRow => new Map([["Payer", payer]]))];
}

/** The rows of TrackerHeadings. */
export function headingRows(known: Understanding, trackerSheet: string): LedgerRow[] {
  return known.headings.map(
    (heading) =>
      new Map<string, PlanValue>([
        ["Sheet", heading.sheet ?? trackerSheet],
        ["Cell", heading.cell],
        ["Heading", heading.heading],
        ["Read as", meaningWords(heading.field)],
        ["Certainty", heading.confidence],
        ["Because", heading.reason],
      ]),
  );
}

/** The rows of RowsLeftAlone. */
export function leftOutRows(known: Understanding, trackerSheet: string): LedgerRow[] {
  return known.notCases.map(
    (entry) =>
      new Map([
        ["Tracker sheet", entry.sheet ?? trackerSheet],
        ["Rows", rowRanges(entry.rows)],
        ["What it is", ROW_KIND_WORDS.wordFor(entry.kind)],
      ]),
  );
}

const FILLED_BY = { tracker: "The tracker", you: "You", formula: "A formula", ledger: "The ledger" } as const;

/** The rows of Dictionary: a row a column of the ledger. */
export function dictionaryRows(tables: readonly LedgerTable[]): LedgerRow[] {
  return tables
    .filter((table) => table !== DICTIONARY_TABLE)
    .flatMap((table) =>
      table.columns.map(
        (column): LedgerRow =>
          new Map([
            ["Column", column.heading],
            ["Table", table.name],
            ["Filled by", FILLED_BY[column.origin]],
            ["Meaning", column.about],
          ]),
      ),
    );
}
