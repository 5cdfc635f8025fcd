import { parseIsoDay } from "../values/calendar-date.ts";
import { isBlank, type LedgerRow, plainText, sameText, textIn } from "./ledger-row.ts";
import type { LedgerColumn } from "./ledger-table.ts";
import { LEDGER_TABLES } from "./ledger-tables.ts";
import { NOT_STATED } from "./ledger-words.ts";
import type { LeftOutList } from "./left-out.ts";
import type { ReadTable } from "./read-ledger.ts";

/** Past this a rate, a count of units or a payment is a slip of the hand. */
const LARGEST = 10_000_000;

/** A payment that is taken back is below 0, and so may be what goes with it. */
const MAY_BE_NEGATIVE: ReadonlySet<string> = new Set(["Claims"]);

/**
 * The rows of a table with every typed cell that measures can use: a day written 2026-03-02 as text is that day; what is
 * no day or number where one belongs, or beyond belief, is taken out and told. Columns that are missing are told too.
 */
export function readableRows(name: string, table: ReadTable | undefined, leftOut: LeftOutList): LedgerRow[] {
  if (table === undefined) return [];
  const columns = LEDGER_TABLES.find((declared) => declared.name === name)?.columns ?? [];
  const typed = columns.filter(({ origin, accepts }) => origin !== "formula" && accepts !== undefined);
  for (const { heading, origin } of columns) {
    if (origin !== "formula" && isNeeded(name, heading) && !table.headings.includes(heading)) {
      leftOut.add("no-column", name, heading, "");
    }
  }
  for (const row of table.rows) for (const column of typed) settle(name, row, column, leftOut);
  return table.rows;
}

function settle(table: string, row: LedgerRow, { heading, accepts }: LedgerColumn, leftOut: LeftOutList): void {
  const value = row.get(heading);
  if (value === undefined || isBlank(value)) return;
  if (accepts === "day") {
    if (typeof value === "object") return;
    const day = typeof value === "string" ? parseIsoDay(value.trim().slice(0, 10)) : null;
    if (day !== null) row.set(heading, { day });
    else drop("not-a-day");
    return;
  }
  if (typeof value !== "number") {
    if (!sameText(textIn(row, heading), NOT_STATED)) drop("not-a-number");
  } else if (Math.abs(value) > LARGEST || (value < 0 && !MAY_BE_NEGATIVE.has(table))) drop("not-believable");

  function drop(reason: "not-a-day" | "not-a-number" | "not-believable"): void {
    leftOut.add(reason, table, heading, plainText(value));
    row.delete(heading);
  }
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  Cases: ["Payer", "Outcome", "Submitted", "Decided", "Rate model", "Agreed rate"],
  AuthorizationPeriods: ["Case id", "First covered day", "Last covered day", "Units authorized", "Units used"],
  ServiceLines: ["Case id", "Code", "Agreed rate", "Units requested", "Units authorized", "Units used"],
  Offers: ["Side", "Rate model", "Rate"],
  Claims: ["Date of service", "Paid", "Expected"],
};

function isNeeded(table: string, heading: string): boolean {
  return NEEDED[table]?.includes(heading) ?? false;
}
