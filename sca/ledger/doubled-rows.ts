import { isGranted } from "../measures/approval-rate.ts";
import type { CaseRecord } from "../measures/case-record.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { dayIn, isBlank, type LedgerRow, numberIn, textIn } from "./ledger-row.ts";
import type { LeftOutList } from "./left-out.ts";

/** What two claim lines that are one have in common, beside the request and the claim's number. */
const SAME_OF_CLAIMS = ["Date of service", "Code", "Units", "Billed", "Paid"];

/** Tells each counted row whose id an earlier one has. Both count, as they do in the sums of the workbook. */
export function noteSameIds(
  rows: readonly LedgerRow[],
  table: "ServiceLines" | "AuthorizationPeriods",
  leftOut: LeftOutList,
): void {
  const [reason, heading] =
    table === "ServiceLines" ? (["same-line-id", "Line id"] as const) : (["same-period-id", "Period id"] as const);
  const known = new Set<string>();
  for (const row of rows) {
    const id = textIn(row, heading);
    if (id === "") continue;
    const key = id.toLowerCase();
    if (known.has(key)) leftOut.add(reason, table, heading, id);
    else known.add(key);
  }
}

/**
 * Tells each counted claim line that says the same as an earlier one. A claim has several lines by right: only such count
 * as the same as name their claim, day and code and are alike in all else. A payment that was taken back may be made again.
 */
export function noteSameClaims(
  claims: readonly LedgerRow[],
  cases: readonly CaseRecord[],
  asOf: CalendarDate,
  leftOut: LeftOutList,
): void {
  if (claims.length === 0) return;
  const granted = new Set(cases.filter(isGranted).map(({ id }) => id.toLowerCase()));
  const claimOf = (row: LedgerRow): string => keyOf([textIn(row, "Case id"), textIn(row, "Claim number")]);
  const counted = claims.filter((row) => {
    const day = dayIn(row, "Date of service");
    const isNamed = !isBlank(row.get("Claim number")) && !isBlank(row.get("Code"));
    return isNamed && day !== null && day <= asOf && granted.has(textIn(row, "Case id").toLowerCase());
  });
  const takenBack = new Set(counted.filter((row) => (numberIn(row, "Paid") ?? 0) < 0).map(claimOf));
  const known = new Set<string>();
  for (const row of counted) {
    const claim = claimOf(row);
    if (takenBack.has(claim)) continue;
    const key = keyOf([claim, ...SAME_OF_CLAIMS.map((heading) => textIn(row, heading))]);
    if (known.has(key)) leftOut.add("same-claim", "Claims", "Claim number", textIn(row, "Claim number"));
    else known.add(key);
  }
}

function keyOf(texts: readonly string[]): string {
  return texts.join("\n").toLowerCase();
}
