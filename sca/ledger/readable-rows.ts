import { isBlank, type LedgerRow, numberIn, plainText, sameText, textIn } from "./ledger-row.ts";
import type { LedgerColumn } from "./ledger-table.ts";
import { LEDGER_TABLES } from "./ledger-tables.ts";
import { NOT_STATED } from "./ledger-words.ts";
import type { LeftOutList } from "./left-out.ts";
import type { ReadTable } from "./read-ledger.ts";
import { readableCell } from "./readable-cell.ts";

/** A payment that is taken back is below 0, and so may be what goes with it. */
const MAY_BE_NEGATIVE: ReadonlySet<string> = new Set(["Claims"]);

/** Nobody agrees to less: 1.4 is meant for 140 percent. */
const LEAST_PERCENT = 10;

/**
 * The rows of a table with every typed cell that measures can use: what is no day or number where one belongs, an error,
 * an amount in another currency or beyond belief is taken out and told, and so is a line of totals among the rows. Columns
 * that are missing or there twice are told too. Changes the rows.
 */
export function readableRows(name: string, table: ReadTable | undefined, leftOut: LeftOutList): LedgerRow[] {
  if (table === undefined) return [];
  const columns = LEDGER_TABLES.find((declared) => declared.name === name)?.columns ?? [];
  tellHeadings(name, table, new Set(columns.map(({ heading }) => heading)), leftOut);
  const typed = columns.filter(({ origin, accepts }) => origin !== "formula" && accepts !== undefined);
  const formulas = new Set(columns.filter(({ origin }) => origin === "formula").map(({ heading }) => heading));
  for (const { kind, heading, found, of } of table.flaws) {
    if (kind === "error" && formulas.has(heading)) leftOut.add("error-in-formula", name, heading, found);
    else leftOut.add(kind, name, heading, found);
    if (kind !== "too-many-cells") of?.delete(heading);
  }
  return table.rows.filter((row) => {
    if (isTotals(row)) {
      leftOut.add("totals-row", name, "", textIn(row, "Case id") || firstText(row));
      return false;
    }
    for (const column of typed) {
      const value = row.get(column.heading);
      if (value === undefined) continue;
      const read = readableCell(value, column, MAY_BE_NEGATIVE.has(name));
      if ("value" in read) row.set(column.heading, read.value);
      else {
        leftOut.add(read.reason, name, column.heading, plainText(value));
        row.delete(column.heading);
      }
    }
    tellWords(name, row, columns, leftOut);
    tellSmallPercent(name, row, leftOut);
    return true;
  });
}

function tellHeadings(name: string, table: ReadTable, known: ReadonlySet<string>, leftOut: LeftOutList): void {
  const { headings } = table;
  const strangers = headings.filter((heading) => heading !== "" && !known.has(heading));
  for (const heading of NEEDED[name] ?? []) {
    if (!headings.includes(heading)) leftOut.add("no-column", name, heading, strangers.slice(0, 3).join(", "));
  }
  for (const heading of new Set(headings.filter((one, at) => known.has(one) && headings.indexOf(one) !== at))) {
    leftOut.add("same-column", name, heading, "");
  }
}

/** A line of sums that was pasted or typed under the rows. */
function isTotals(row: LedgerRow): boolean {
  return TOTALS.test(textIn(row, "Case id").trim()) || (isBlank(row.get("Case id")) && TOTALS.test(firstText(row)));
}

const TOTALS = /^(?:grand |sub-?)?totals?\b:?|^sums?:?$/i;

function firstText(row: LedgerRow): string {
  for (const value of row.values()) if (typeof value === "string") return value.trim();
  return "";
}

/** Columns that measures read by the words of their lists, other than the outcome of a case. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  Cases: ["Rate model", "Trigger", "Appeal outcome"],
  AuthorizationPeriods: ["Outcome", "Rate model"],
  ServiceLines: ["Rate model"],
  Offers: ["Rate model"],
};

function tellWords(table: string, row: LedgerRow, columns: readonly LedgerColumn[], leftOut: LeftOutList): void {
  for (const heading of WORDS[table] ?? []) {
    const text = textIn(row, heading).trim();
    const words = columns.find((column) => column.heading === heading)?.choices?.words ?? [];
    if (text !== "" && ![NOT_STATED, ...words].some((word) => sameText(word, text))) {
      leftOut.add("unknown-word", table, heading, text);
    }
  }
}

function tellSmallPercent(table: string, row: LedgerRow, leftOut: LeftOutList): void {
  const heading = table === "Offers" ? "Rate" : "Agreed rate";
  const rate = numberIn(row, heading);
  const model = textIn(row, "Rate model") || textIn(row, "Model that applies");
  if (rate !== null && rate > 0 && rate < LEAST_PERCENT && model.toLowerCase().startsWith("percent")) {
    leftOut.add(table === "Offers" ? "small-percent-offered" : "small-percent", table, heading, String(rate));
  }
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  Cases: ["Payer", "Outcome", "Submitted", "Decided", "Rate model", "Agreed rate"],
  AuthorizationPeriods: ["Case id", "First covered day", "Last covered day", "Units authorized", "Units used"],
  ServiceLines: ["Case id", "Code", "Agreed rate", "Units requested", "Units authorized", "Units used"],
  Offers: ["Date", "Side", "Rate model", "Rate"],
  Claims: ["Date of service", "Paid", "Expected"],
};
