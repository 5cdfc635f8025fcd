import { textIn } from "../../../sca/ledger/ledger-row.ts";
import { readTable } from "../../../sca/ledger/read-ledger.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { SheetListing } from "../../excel/excel-workbook.ts";

/** A sheet that can be structured. */
export interface SheetChoice {
  readonly name: string;
  readonly isChosen: boolean;
  readonly isHidden: boolean;
  readonly rows: number;
}

/** The sheets of the tracker that a ledger was made of, as it says itself. */
export function sheetsOfLedger(ledger: LedgerContent | null): ReadonlySet<string> {
  if (ledger === null) return new Set();
  const named = (table: string, heading: string): string[] =>
    (readTable(ledger, table)?.rows ?? []).map((row) => textIn(row, heading));
  const sheets = [...named("TrackerHeadings", "Sheet"), ...named("RowsLeftAlone", "Tracker sheet")];
  return new Set(sheets.filter((name) => name !== ""));
}

/**
 * The sheets to choose from: neither the ledger's own nor empty ones. Those that the ledger was made of are chosen; where
 * there is none, all that are not hidden.
 *
 * @example a visible "Log", a hidden "Lists" and the ledger's "Cases" give Log chosen and Lists not chosen
 */
export function sheetChoices(listings: readonly SheetListing[], ledger: LedgerContent | null): readonly SheetChoice[] {
  const known = sheetsOfLedger(ledger);
  const filled = listings.filter(({ isOurs, rows }) => !isOurs && rows > 0);
  const goesOn = filled.some(({ name }) => known.has(name));
  return filled.map(({ name, isHidden, rows }) => ({
    name,
    isHidden,
    rows,
    isChosen: goesOn ? known.has(name) : !isHidden,
  }));
}

/** The names of the chosen ones. */
export function chosenSheets(choices: readonly SheetChoice[]): readonly string[] {
  return choices.filter(({ isChosen }) => isChosen).map(({ name }) => name);
}
