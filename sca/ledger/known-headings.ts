import type { LedgerColumn } from "./ledger-table.ts";

/**
 * Headings of a table as the ledger writes them, in whatever capitals and with whatever blanks they were typed; those that
 * it does not know stay, without blanks around them.
 *
 * @example knownHeadings([" PAYER", "Agreed  rate", "My notes"], columnsOfCases) is ["Payer", "Agreed rate", "My notes"]
 */
export function knownHeadings(found: readonly string[], columns: readonly LedgerColumn[]): string[] {
  const known = new Map(columns.map(({ heading }) => [plain(heading), heading]));
  return found.map((heading) => known.get(plain(heading)) ?? heading.trim());
}

function plain(heading: string): string {
  return heading.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}
