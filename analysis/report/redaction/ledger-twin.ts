import { knownHeadings } from "../../../sca/ledger/known-headings.ts";
import { sameText } from "../../../sca/ledger/ledger-row.ts";
import { LEDGER_TABLES } from "../../../sca/ledger/ledger-tables.ts";
import { NAME_PREFIX } from "../../../sca/ledger/read-ledger.ts";
import { tidyId, tidyName } from "../../../sca/ledger/tidy-text.ts";
import type { LedgerContent, PlanValue, TableContent } from "../../../sca/ledger/workbook-plan.ts";
import { addDays, type CalendarDate, dayFromSerial, serialFromDay } from "../../../sca/values/calendar-date.ts";
import { PRIVATE_COLUMNS } from "./private-values.ts";

/** Columns whose texts are replaced wherever they stand, the same text by the same. */
const REPLACED = new Map<string, string>([
  ["Contact name", "contact"],
  ["Contact phone", "contact"],
  ["Contact email", "contact"],
  ["Case ids", "ids"],
  ["Office", "office"],
]);
for (const [kind, columns] of Object.entries(PRIVATE_COLUMNS)) {
  for (const [table, heading] of columns) REPLACED.set(`${table}|${heading}`, kind);
}
const CODE = /^[A-Z]?\d{4,5}[A-Z]?$/i;
const IDS = new Set(["Case id", "Period id", "Line id"]);

/**
 * The same ledger with other patients: every name, date of birth, number, id, contact and note, and the name of every
 * payer but one, is replaced by another of its own; the same value always by the same one, in the same order, so that all
 * that can be counted stays. A letter that must not depend on these has to come out the same.
 *
 * @example payerReport(leverageLedger(ledgerTwin(content, "Aetna"), asOf), "Aetna", practice)
 */
export function ledgerTwin(content: LedgerContent, payer: string): LedgerContent {
  const replaced = new Map<string, Map<string, string>>();
  const replacement = (kind: string, text: string): string => {
    const known = replaced.get(kind) ?? new Map<string, string>();
    replaced.set(kind, known);
    const key = keyOf(kind, text);
    const found = known.get(key) ?? `Zq${kind.slice(0, 3)} ${wordFor(known.size)}`;
    known.set(key, found);
    return found;
  };
  const twinOf = (table: string, heading: string, value: PlanValue): PlanValue => {
    if (heading === "Date of birth") return otherBirth(value);
    if (typeof value !== "string" && typeof value !== "number") return value;
    const text = String(value);
    if (text.trim() === "") return value;
    if (IDS.has(heading)) return replacement("ids", text);
    // Ids stand also where a formula found them, such as in Compared with: as a text, where an id may be a number.
    const mayHoldId = typeof value === "string" && heading !== "Code";
    if (mayHoldId && replaced.get("ids")?.has(keyOf("ids", text))) return replacement("ids", text);
    if (heading === "Payer") return sameText(tidyName(text), tidyName(payer)) ? value : replacement("payer", text);
    const kind = REPLACED.get(`${table}|${heading}`) ?? REPLACED.get(heading);
    return kind === undefined ? value : replacement(kind, text);
  };
  // Ids first, in the order of the ids: what is sorted by them stays sorted.
  const ids = [...content.tables.values()].flatMap((table) =>
    headingsOf(table).flatMap((heading, at) =>
      IDS.has(heading) ? table.rows.map((row) => String(row[at] ?? "").trim()) : [],
    ),
  );
  for (const id of [...new Set(ids)].filter((text) => text !== "").sort()) replacement("ids", id);
  const tables = new Map(
    [...content.tables].map(([name, table]): [string, TableContent] => {
      const headings = headingsOf(table);
      const rows = table.rows.map((row) => row.map((value, at) => twinOf(plainName(name), headings[at] ?? "", value)));
      return [name, { ...table, rows }];
    }),
  );
  return { ...content, tables };
}

/**
 * The twin without any text that somebody typed: what is left are figures, days, codes, and words of the ledger's own
 * lists. A letter made of it has the program's wording and nobody else's.
 *
 * @example payerReport(leverageLedger(wordlessTwin(content, "Aetna"), asOf), "Aetna", {})
 */
export function wordlessTwin(content: LedgerContent, payer: string): LedgerContent {
  const twin = ledgerTwin(content, payer);
  const tables = new Map(
    [...twin.tables].map(([name, table]): [string, TableContent] => {
      const columns = LEDGER_TABLES.find((declared) => declared.name === plainName(name))?.columns ?? [];
      const kept = headingsOf(table).map((heading) => {
        const words = columns.find((column) => column.heading === heading)?.choices?.words ?? [];
        const own = new Set([...words, ...(heading === "Payer" ? [payer] : [])].map((word) => word.toLowerCase()));
        return (text: string): boolean =>
          IDS.has(heading) || (heading === "Code" && CODE.test(text)) || own.has(tidyName(text).toLowerCase());
      });
      const rows = table.rows.map((row) =>
        row.map((value, at) => (typeof value !== "string" || kept[at]?.(value) === true ? value : null)),
      );
      return [name, { ...table, rows }];
    }),
  );
  return { ...twin, tables, named: new Map([...twin.named].filter(([, value]) => typeof value !== "string")) };
}

function plainName(table: string): string {
  return table.startsWith(NAME_PREFIX) ? table.slice(NAME_PREFIX.length) : table;
}

/** Headings as the ledger writes them, which is how they are read. */
function headingsOf({ name, headings }: TableContent): string[] {
  return knownHeadings(headings, LEDGER_TABLES.find((table) => table.name === plainName(name))?.columns ?? []);
}

/** What looks the same is counted as the same, so it is replaced by the same. */
function keyOf(kind: string, text: string): string {
  return (kind === "ids" ? tidyId(text) : tidyName(text)).toLowerCase();
}

function otherBirth(value: PlanValue): PlanValue {
  const day = typeof value === "number" ? dayFromSerial(value, "1900") : isDay(value) ? value.day : null;
  if (day === null) return value;
  const other = addDays(day, 3737);
  return typeof value === "number" ? serialFromDay(other, "1900") : { day: other };
}

function isDay(value: PlanValue): value is { day: CalendarDate } {
  return typeof value === "object" && value !== null && "day" in value;
}

/** A word for a number that no language has; in the order of the numbers. */
function wordFor(number: number): string {
  const letters = "bcdfghjklm";
  return [...String(number).padStart(6, "0")].map((digit) => letters[Number(digit)]).join("q");
}
