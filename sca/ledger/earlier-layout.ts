import { isBlank, type LedgerRow } from "./ledger-row.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** Columns that the ledger fills since it prices lines itself, by table: a ledger with none of them is an earlier one. */
const SINCE_PRICING: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "ServiceLines",
    ["Priced for", "Benchmark note", "Rate is per", "Medicare dollars", "Own benchmark", "Benchmark", "Payer"],
  ],
  ["Payers", ["Lines compared", "Dollars compared", "Multiple of Medicare"]],
]);
interface TableRows {
  readonly headings: readonly string[];
  readonly rows: LedgerRow[];
}

/** Names that a user may have given a column of her own. */
const COMMON = new Set(["Benchmark", "Payer", "Multiple of Medicare"]);

/**
 * A table of a ledger made before lines were priced: what the user typed under Medicare rate, now a formula, moves to
 * Own benchmark, and columns of her own whose names the ledger now uses get another heading. Nothing is lost.
 */
export function inPresentLayout<Table extends TableRows>(name: string, table: Table): Table {
  const since = SINCE_PRICING.get(name);
  const { headings } = table;
  if (since === undefined || since.some((heading) => !COMMON.has(heading) && headings.includes(heading))) return table;
  const renamed = new Map(
    since.filter((heading) => headings.includes(heading)).map((heading) => [heading, yours(heading, headings)]),
  );
  const rows = table.rows.map((before): LedgerRow => {
    const row: LedgerRow = new Map<string, PlanValue>();
    for (const [heading, value] of before) row.set(renamed.get(heading) ?? heading, value);
    const typed = row.get("Medicare rate");
    row.delete("Medicare rate");
    if (typed !== undefined && !isBlank(typed)) row.set("Own benchmark", typed);
    return row;
  });
  const present = headings.map((heading) => renamed.get(heading) ?? heading);
  return { ...table, headings: present, rows };
}

function yours(heading: string, taken: readonly string[]): string {
  let free = `${heading} (yours)`;
  for (let number = 2; taken.includes(free); number += 1) free = `${heading} (yours ${number})`;
  return free;
}
