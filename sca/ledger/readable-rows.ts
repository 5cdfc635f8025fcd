import { TextSet } from "./ledger-index.ts";
import { isBlank, type LedgerRow, numberIn, plainText, textIn } from "./ledger-row.ts";
import type { LedgerColumn } from "./ledger-table.ts";
import { LEDGER_TABLES } from "./ledger-tables.ts";
import { NOT_STATED } from "./ledger-words.ts";
import type { LeftOutList } from "./left-out.ts";
import type { ReadTable } from "./read-ledger.ts";
import { readableCell } from "./readable-cell.ts";
import { tidyId, tidyName } from "./tidy-text.ts";

/** A payment that is taken back is below 0, and so may be what goes with it. */
const MAY_BE_NEGATIVE: ReadonlySet<string> = new Set(["Claims"]);

/** Nobody agrees to less: 1.4 is meant for 140 percent. */
const LEAST_PERCENT = 10;

/**
 * The rows of a table with every typed cell that measures can use: what is no day or number where one belongs, an error,
 * an amount in another currency or beyond belief is taken out and told, and so is a line of totals among the rows. Columns
 * that are missing or there twice are told too. Ids and payers lose what nobody sees in them, so that they are found.
 * Changes the rows.
 */
export function readableRows(name: string, table: ReadTable | undefined, leftOut: LeftOutList): LedgerRow[] {
  if (table === undefined) return [];
  const columns = LEDGER_TABLES.find((declared) => declared.name === name)?.columns ?? [];
  tellHeadings(name, table, new Set(columns.map(({ heading }) => heading)), leftOut);
  const typed = columns.filter(({ origin, accepts }) => origin !== "formula" && accepts !== undefined);
  const formulas = new Set(columns.filter(({ origin }) => origin === "formula").map(({ heading }) => heading));
  const worded = wordedColumns(name, columns);
  const mayBeNegative = MAY_BE_NEGATIVE.has(name);
  for (const { kind, heading, found, of } of table.flaws) {
    // Sums stand there as we ask.
    if (kind === "under-table" && TOTALS.test(found.trim())) continue;
    if (kind === "error" && formulas.has(heading)) leftOut.add("error-in-formula", name, heading, found);
    else leftOut.add(kind, name, heading, found);
    if (kind !== "too-many-cells") of?.delete(heading);
  }
  return table.rows.filter((row) => {
    tidy(name, row);
    if (isTotals(row)) {
      leftOut.add("totals-row", name, "", textIn(row, "Case id") || firstText(row));
      return false;
    }
    for (const column of typed) {
      const value = row.get(column.heading);
      if (value === undefined) continue;
      const read = readableCell(value, column, mayBeNegative);
      if (!("value" in read)) {
        leftOut.add(read.reason, name, column.heading, plainText(value));
        row.delete(column.heading);
      } else if (read.value !== value) row.set(column.heading, read.value);
    }
    tellWords(name, row, worded, leftOut);
    tellSmallPercent(name, row, leftOut);
    return true;
  });
}

/** Ids that belong together, names of one payer and the ledger's own words may differ in what nobody sees. */
function tidy(table: string, row: LedgerRow): void {
  for (const heading of TIDIED[table] ?? ["Case id"]) {
    const typed = row.get(heading);
    if (typeof typed !== "string") continue;
    const text = tidyCell(heading, typed);
    if (text === "") row.delete(heading);
    else if (text !== typed) row.set(heading, text);
  }
}

function tidyCell(heading: string, text: string): string {
  return IDS.has(heading) ? tidyId(text) : tidyName(text);
}

/** What readableRows makes of a text: ids, payers and words without what nobody sees, anything else as it stands. */
export function readableText(table: string, heading: string, text: string): string {
  return TIDIED[table]?.includes(heading) === true ? tidyCell(heading, text) : text;
}

const IDS: ReadonlySet<string> = new Set(["Case id", "Period id", "Code"]);
const TIDIED: Readonly<Record<string, readonly string[]>> = {
  Cases: ["Case id", "Payer", "Outcome", "Rate model", "Trigger", "Appeal outcome"],
  AuthorizationPeriods: ["Case id", "Period id", "Outcome", "Rate model"],
  ServiceLines: ["Case id", "Period id", "Code", "Rate model", "Unit basis"],
  Offers: ["Case id", "Code", "Side", "Rate model"],
  Claims: ["Case id", "Code"],
};

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

/** A column with the words that its cells may hold. */
interface WordedColumn {
  readonly heading: string;
  readonly words: TextSet;
}

function wordedColumns(table: string, columns: readonly LedgerColumn[]): WordedColumn[] {
  return (WORDS[table] ?? []).map((heading) => {
    const words = columns.find((column) => column.heading === heading)?.choices?.words ?? [];
    return { heading, words: new TextSet([NOT_STATED, ...words]) };
  });
}

function tellWords(table: string, row: LedgerRow, columns: readonly WordedColumn[], leftOut: LeftOutList): void {
  for (const { heading, words } of columns) {
    const text = textIn(row, heading).trim();
    if (text !== "" && !words.has(text)) leftOut.add("unknown-word", table, heading, text);
  }
}

function tellSmallPercent(table: string, row: LedgerRow, leftOut: LeftOutList): void {
  const heading = table === "Offers" ? "Rate" : "Agreed rate";
  const rate = numberIn(row, heading);
  if (rate === null || rate <= 0 || rate >= LEAST_PERCENT) return;
  const model = textIn(row, "Rate model") || textIn(row, "Model that applies");
  if (model.toLowerCase().startsWith("percent")) {
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
