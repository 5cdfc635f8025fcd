import type { CalendarDate } from "../values/calendar-date.ts";
import type { LedgerRows } from "./ledger-index.ts";
import { type LedgerRow, textIn } from "./ledger-row.ts";
import type { MergeCounts } from "./merge-ledger.ts";
import { REVIEW_STATUS } from "./tables/review-table.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** The runs so far, and this one where it changed anything. */
export function runRows(
  before: readonly LedgerRow[],
  file: string,
  counts: ReadonlyMap<string, MergeCounts>,
  rows: LedgerRows,
  asOf: CalendarDate,
): LedgerRow[] {
  const said: string[] = [];
  const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
  const total = (pick: (entry: MergeCounts) => number): number =>
    [...counts.values()].reduce((sum, entry) => sum + pick(entry), 0);
  const added = counts.get("Cases")?.added ?? 0;
  const updated = total((entry) => entry.updated);
  const gone = counts.get("Cases")?.gone ?? 0;
  if (added > 0) said.push(`${plural(added, "case", "cases")} added`);
  const otherAdded = total((entry) => entry.added) - added;
  if (otherAdded > 0) said.push(`${plural(otherAdded, "authorization or line", "authorizations and lines")} added`);
  if (updated > 0) said.push(`${plural(updated, "value", "values")} brought up to date`);
  if (gone > 0) said.push(`${plural(gone, "case is", "cases are")} no longer in the tracker`);
  const dropped = total((entry) => entry.dropped);
  if (dropped > 0) said.push(`${plural(dropped, "authorization or line", "authorizations and lines")} removed`);
  if (said.length === 0) return [...before];
  const kept = total((entry) => entry.kept);
  if (kept > 0) said.push(`${plural(kept, "value", "values")} kept as you changed them`);
  const open = rows.review.filter((row) => textIn(row, "Status") === REVIEW_STATUS.open).length;
  said.push(`${plural(open, "question", "questions")} open`);
  const run: LedgerRow = new Map<string, PlanValue>([
    ["Run", before.length + 1],
    ["As of", { day: asOf }],
    ["Tracker", file],
    ["What changed", said.join("; ")],
  ]);
  return [...before, run];
}
