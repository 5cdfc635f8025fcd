import { isBlank, type LedgerRow, textIn } from "./ledger-row.ts";
import type { LeftOutList } from "./left-out.ts";

/**
 * Tells counted service lines, their calculated columns filled, that name an authorization which the ledger does not
 * have and that therefore have no outcome. Where one stands there all the same, it counts, and nothing is lost.
 */
export function noteUnknownPeriods(
  lines: readonly LedgerRow[],
  periods: readonly LedgerRow[],
  leftOut: LeftOutList,
): void {
  const lost = lines.filter((row) => isBlank(row.get("Outcome that applies")) && !isBlank(row.get("Period id")));
  if (lost.length === 0) return;
  const known = new Set(periods.map((row) => textIn(row, "Period id").toLowerCase()));
  for (const row of lost) {
    const id = textIn(row, "Period id");
    if (!known.has(id.toLowerCase())) leftOut.add("unknown-period", "ServiceLines", "Period id", id);
  }
}
