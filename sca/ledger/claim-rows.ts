import { isGranted } from "../measures/approval-rate.ts";
import type { CaseRecord, ClaimRecord } from "../measures/case-record.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { TextSet } from "./ledger-index.ts";
import { dayIn, type LedgerRow, textIn } from "./ledger-row.ts";
import type { LeftOutList } from "./left-out.ts";
import { claimRecord } from "./record-parts.ts";

/** The claim lines served by a day, by case id in small letters; what is left of them is told. */
export function claimsByCase(
  rows: readonly LedgerRow[],
  asOf: CalendarDate,
  leftOut: LeftOutList,
): Map<string, ClaimRecord[]> {
  const byCase = new Map<string, ClaimRecord[]>();
  for (const row of rows) {
    const id = textIn(row, "Case id");
    if (id === "") continue;
    const day = dayIn(row, "Date of service");
    if (day !== null && day > asOf) {
      leftOut.add("served-later", "Claims", "Date of service", day);
      continue;
    }
    const key = id.toLowerCase();
    const known = byCase.get(key);
    if (known === undefined) byCase.set(key, [claimRecord(row)]);
    else known.push(claimRecord(row));
  }
  return byCase;
}

/** The claim lines of a case; those that no agreement covers, and payments taken back, are told. */
export function claimsUnder(
  facts: Pick<CaseRecord, "outcome" | "review">,
  id: string,
  claims: ReadonlyMap<string, readonly ClaimRecord[]>,
  leftOut: LeftOutList,
): readonly ClaimRecord[] {
  const own = claims.get(id.toLowerCase()) ?? [];
  const isUnder = isGranted(facts);
  for (const { paid } of own) {
    if (!isUnder) leftOut.add("not-under-agreement", "Claims", "Case id", id);
    else if (paid !== null && paid < 0) leftOut.add("taken-back", "Claims", "Paid", id);
  }
  return own;
}

/** Tells rows under no case, and under one that is not in the ledger or not there yet. */
export function noteStrangers(
  rows: readonly LedgerRow[],
  table: "Offers" | "Claims" | "AccessAttempts",
  cases: readonly LedgerRow[],
  leftOut: LeftOutList,
): void {
  if (rows.length === 0) return;
  const known = new TextSet(cases.map((row) => textIn(row, "Case id")));
  for (const row of rows) {
    const id = textIn(row, "Case id");
    if (id === "") leftOut.add("no-case-id", table, "Case id", "");
    else if (!known.has(id)) leftOut.add("unknown-case", table, "Case id", id);
  }
}
