import {
  COST_SHARING_WORDS,
  MODEL_WORDS,
  OUTCOME_WORDS,
  TRIGGER_WORDS,
  YES_NO_WORDS,
} from "../tracker/review/code-words.ts";
import type { CaseFacts, CaseField, CaseSource, TrackedCase, TrackedPeriod } from "../tracker/tracked-case.ts";
import { ASKED, askedText } from "./asked-fields.ts";
import { CASE_HEADINGS } from "./case-headings.ts";
import type { LedgerRow } from "./ledger-row.ts";
import { NOT_STATED } from "./ledger-words.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** A row taken from the tracker, with the tracker's cells behind its values where they are known. */
export interface TrackedRow {
  readonly id: string;
  readonly row: LedgerRow;
  /** Addresses by heading. */
  readonly cells: Map<string, string>;
}

const CASE_FIELDS = Object.keys(CASE_HEADINGS) as CaseField[];
/** Fields of the patient and the plan: a period that states its own keeps them in its notes. */
const NOTED_ON_PERIODS: ReadonlySet<CaseField> = new Set([
  "payer",
  "patient",
  "dob",
  "memberId",
  "groupNumber",
  "trigger",
]);

/** Fields that a period takes from its case unless it leaves them open itself. */
const STATED_ON_PERIODS: ReadonlySet<CaseField> = new Set(["outcome", "model", "rate"]);

/** The row of Cases for a case; `trackerSheet` stands for the sheet of a text file. */
export function caseRow(entry: TrackedCase, trackerSheet: string): TrackedRow {
  const row: LedgerRow = new Map([["Case id", entry.id]]);
  const cells = new Map<string, string>();
  for (const field of CASE_FIELDS) {
    const value = entry[field];
    if (value === undefined || value === "") continue;
    row.set(CASE_HEADINGS[field], factValue(field, entry));
    const at = entry.source.cells?.[field];
    if (at !== undefined && at.length > 0) cells.set(CASE_HEADINGS[field], at.join(", "));
  }
  if (entry.notes.length > 0) {
    const lines = entry.notes.map(({ heading, text }) => (heading === "" ? text : `${heading}: ${text}`));
    row.set("Notes", lines.join("\n"));
    cells.set("Notes", entry.notes.map(({ at }) => at).join(", "));
  }
  setAsked(row, entry.review);
  setSource(row, entry.source, entry.source.rows, trackerSheet);
  const { rows, columns } = entry.source;
  const first = columns?.[0] !== undefined ? `${columns[0]}1` : rows[0] !== undefined ? `A${rows[0]}` : null;
  if (first !== null) row.set("First cell", first);
  return { id: entry.id, row, cells };
}

/** A fact in the ledger's words. */
function factValue(field: CaseField, facts: CaseFacts | TrackedPeriod): PlanValue {
  switch (field) {
    case "outcome":
      return facts.outcome ? OUTCOME_WORDS.wordFor(facts.outcome) : null;
    case "trigger":
      return facts.trigger ? TRIGGER_WORDS.wordFor(facts.trigger) : null;
    case "model":
      return facts.model ? MODEL_WORDS.wordFor(facts.model) : null;
    case "costSharing":
      return facts.costSharing ? COST_SHARING_WORDS.wordFor(facts.costSharing) : null;
    case "writtenConfirmation":
      return typeof facts.writtenConfirmation === "boolean" ? YES_NO_WORDS.wordFor(facts.writtenConfirmation) : null;
    case "dob":
    case "submitted":
    case "decided": {
      const day = facts[field];
      return day ? { day } : null;
    }
    default:
      return facts[field] ?? null;
  }
}

/** The rows of Authorizations for a case, numbered as `numbers` says. */
export function periodRows(entry: TrackedCase, numbers: readonly number[], trackerSheet: string): TrackedRow[] {
  return entry.periods.map((period, index) => {
    const number = numbers[index] ?? index + 1;
    const id = periodId(entry.id, number);
    const row: LedgerRow = new Map<string, PlanValue>([
      ["Period id", id],
      ["Case id", entry.id],
      ["Period", number],
    ]);
    if (period.authNumber) row.set("Auth number", period.authNumber);
    if (period.authStart) row.set("First covered day", { day: period.authStart });
    if (period.authEnd) row.set("Last covered day", { day: period.authEnd });
    if (period.unitsAuthorized !== undefined) row.set("Units authorized", period.unitsAuthorized);
    if (period.unitsUsed !== undefined) row.set("Units used", period.unitsUsed);
    setAsked(row, period.review);
    const notes = setOverrides(row, period);
    if (notes.length > 0) row.set("Notes", notes.join("\n"));
    setSource(row, entry.source, period.rows ?? entry.source.rows, trackerSheet);
    return { id, row, cells: entry.periods.length === 1 ? periodCells(entry.source) : new Map<string, string>() };
  });
}

/** Writes what the period states otherwise than its case; returns what no column holds. */
function setOverrides(row: LedgerRow, period: TrackedPeriod): string[] {
  const notes: string[] = [];
  for (const field of CASE_FIELDS) {
    const value = period[field];
    if (value === undefined) continue;
    const heading = CASE_HEADINGS[field];
    if (value === null && STATED_ON_PERIODS.has(field)) row.set(heading, NOT_STATED);
    else if (value === null) notes.push(`${heading}: not stated for this authorization`);
    else if (NOTED_ON_PERIODS.has(field)) notes.push(`${heading}: ${String(value)}`);
    else row.set(heading, factValue(field, period));
  }
  return notes;
}

const PERIOD_FIELD_HEADINGS = new Map([
  ["authNumber", "Auth number"],
  ["authStart", "First covered day"],
  ["authEnd", "Last covered day"],
  ["unitsAuthorized", "Units authorized"],
  ["unitsUsed", "Units used"],
]);

function periodCells(source: CaseSource): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [field, heading] of PERIOD_FIELD_HEADINGS) {
    const at = source.cells?.[field];
    if (at !== undefined && at.length > 0) cells.set(heading, at.join(", "));
  }
  return cells;
}

/** The id of a case's authorization. */
export function periodId(caseId: string, number: number): string {
  return `${caseId}/${number}`;
}

/** Writes what a person is asked about a row. */
export function setAsked(row: LedgerRow, review: readonly string[] | undefined): void {
  const asked = askedText(review);
  if (asked !== "") row.set(ASKED, asked);
}

/** Writes where a row comes from. */
export function setSource(row: LedgerRow, source: CaseSource, rows: readonly number[], trackerSheet: string): void {
  const sheet = source.sheet ?? trackerSheet;
  if (sheet !== "") row.set("Source sheet", sheet);
  const columns = source.columns ?? [];
  const place =
    columns.length > 0 ? `${columns.length === 1 ? "column" : "columns"} ${columns.join(", ")}` : rowRanges(rows);
  const copies = (source.alsoAt ?? []).map((copy) => `also ${copy.sheet ?? trackerSheet} ${rowRanges(copy.rows)}`);
  const text = [place, ...copies].filter((part) => part !== "").join("; ");
  if (text !== "") row.set("Source rows", text);
}

/**
 * Row numbers as people write them.
 *
 * @example rowRanges([12, 13, 14, 40]) is "12-14, 40"
 */
export function rowRanges(rows: readonly number[]): string {
  const ranges: string[] = [];
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  let start = sorted[0];
  sorted.forEach((row, index) => {
    const next = sorted[index + 1];
    if (next === row + 1) return;
    ranges.push(start === row ? `${row}` : `${start}-${row}`);
    start = next;
  });
  return ranges.join(", ");
}
