import { isHeadingQuestion } from "../tracker/review/heading-answers.ts";
import type { Answer } from "../tracker/tracked-case.ts";
import { dayFromSerial } from "../values/calendar-date.ts";
import { inPresentLayout } from "./earlier-layout.ts";
import { knownHeadings } from "./known-headings.ts";
import { isBlank, type LedgerRow, textIn } from "./ledger-row.ts";
import type { LedgerTable } from "./ledger-table.ts";
import { LEDGER_TABLES } from "./ledger-tables.ts";
import { meaningNamed } from "./meaning-words.ts";
import type { CellFlaw, LedgerContent, PlanValue, TableContent } from "./workbook-plan.ts";

/** A table read back from a workbook. */
export interface ReadTable {
  readonly sheet: string;
  /** Headings as the ledger writes them, the user's own columns among them. */
  readonly headings: readonly string[];
  /** Rows with at least one filled cell; days as days, also where Excel kept a plain number in a column of days. */
  readonly rows: LedgerRow[];
  /** What is amiss with cells that their values do not show, beside their rows where these are read. */
  readonly flaws: readonly (CellFlaw & { readonly of: LedgerRow | null })[];
}

/** Put before a table's or cell's name where the user's workbook already has one of that name. */
export const NAME_PREFIX = "SCA_";

/** Reads one table of an earlier ledger, or null where the workbook has none. */
export function readTable(content: LedgerContent, name: string): ReadTable | null {
  const declared = LEDGER_TABLES.find((table) => table.name === name);
  if (declared === undefined) return null;
  const key = declared.columns[0]?.heading ?? "";
  const found = [`${NAME_PREFIX}${name}`, name]
    .flatMap((candidate) => content.tables.get(candidate) ?? [])
    .map((table) => withKnownHeadings(table, declared))
    .find((table) => table.headings.includes(key));
  if (found === undefined) return null;
  const dayColumns = new Set(
    declared.columns.filter((column) => column.look === "date" || column.look === "inputDate").map((c) => c.heading),
  );
  const all = readRows(found, dayColumns);
  const flaws = (found.flaws ?? []).map((flaw) => ({ ...flaw, of: all[flaw.row] ?? null }));
  const rows = all.filter(({ size }) => size > 0);
  return inPresentLayout(name, { sheet: found.sheet, headings: found.headings, rows, flaws });
}

function withKnownHeadings(table: TableContent, { columns }: LedgerTable): TableContent {
  const headings = knownHeadings(table.headings, columns);
  if (headings.every((heading, at) => heading === table.headings[at])) return table;
  const known = new Map(table.headings.map((heading, at) => [heading, headings[at] ?? heading]));
  const flaws = (table.flaws ?? []).map((flaw) => ({ ...flaw, heading: known.get(flaw.heading) ?? flaw.heading }));
  return { ...table, headings, flaws };
}

/** Where two columns have one heading, the first of them counts. */
function readRows(table: TableContent, dayColumns: ReadonlySet<string>): LedgerRow[] {
  const columns = table.headings
    .map((heading, at) => ({ heading, at, isDay: dayColumns.has(heading) }))
    .filter(({ heading, at }) => table.headings.indexOf(heading) === at);
  return table.rows.map((values) => {
    const row: LedgerRow = new Map();
    for (const { heading, at, isDay } of columns) {
      const value = asDay(values[at] ?? null, isDay);
      if (!isBlank(value)) row.set(heading, value);
    }
    return row;
  });
}

function asDay(value: PlanValue, isDayColumn: boolean): PlanValue {
  if (!isDayColumn || typeof value !== "number") return value;
  const day = dayFromSerial(value, "1900");
  return day === null ? value : { day };
}

/** The rows of every table that an earlier ledger holds, by table name; days are days, blanks are absent. */
export function ledgerFromContent(content: LedgerContent): Map<string, ReadTable> {
  const tables = new Map<string, ReadTable>();
  for (const { name } of LEDGER_TABLES) {
    const table = readTable(content, name);
    if (table !== null) tables.set(name, table);
  }
  return tables;
}

/** The value of a named cell of an earlier ledger; null where it is blank or absent. */
export function namedValue(content: LedgerContent | undefined, name: string): PlanValue {
  return content?.named.get(`${NAME_PREFIX}${name}`) ?? content?.named.get(name) ?? null;
}

/**
 * What the user answered in the Review table. An answer settles its own question, and the first answer of questions
 * that share a `settles` key settles them all. A number stands for the choice of that number. An answer to one question
 * carries the text that was asked about: it holds for no other text.
 *
 * @example a row "Settles: date-order", "Answer: 1", "Choices: 1) month first …" gives
 * `{ question: "date-order", answer: "month first" }`
 */
export function answersFrom(content: LedgerContent): Answer[] {
  const answers: Answer[] = [];
  const settled = new Set<string>();
  for (const row of readTable(content, "Review")?.rows ?? []) {
    const typed = textIn(row, "Answer").trim();
    const id = textIn(row, "Question id");
    if (typed === "" || id === "") continue;
    const words = choiceNumbered(typed, textIn(row, "Choices")) ?? typed;
    const answer = isHeadingQuestion(id) ? (meaningNamed(words) ?? words) : words;
    answers.push({ question: id, answer, found: textIn(row, "Found") });
    const key = textIn(row, "Settles");
    if (key === "" || key === id || settled.has(key)) continue;
    settled.add(key);
    // Which order of day and month an answered day means is seen beside the figures that were found.
    answers.push(
      key.startsWith("date-order") ? { question: key, answer, found: textIn(row, "Found") } : { question: key, answer },
    );
  }
  return answers;
}

/** The label of the choice that a typed number stands for. */
function choiceNumbered(typed: string, choices: string): string | null {
  if (!/^\d{1,2}[).]?$/.test(typed)) return null;
  const lines = choices.split("\n").map((line) => /^(\d+)\) (.*)$/.exec(line));
  if (lines.some((line) => line?.[2] === typed)) return null;
  const number = String(Number.parseInt(typed, 10));
  return lines.find((line) => line?.[1] === number)?.[2] ?? null;
}
