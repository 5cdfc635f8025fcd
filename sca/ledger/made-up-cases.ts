import type { TrackedCase, Understanding } from "../tracker/tracked-case.ts";
import { type CalendarDate, parseIsoDay } from "../values/calendar-date.ts";
import type { LedgerContent, PlanValue, TableContent, WorkbookPlan } from "./workbook-plan.ts";

/** For tests: a day that is known to be one. */
export function day(text: string): CalendarDate {
  const parsed = parseIsoDay(text);
  if (parsed === null) throw new RangeError(`${text} is no day`);
  return parsed;
}

/** For tests: a case with one row, approved unless told otherwise. */
export function madeUpCase(facts: Partial<TrackedCase> = {}): TrackedCase {
  const row = facts.source?.rows[0] ?? 2;
  return {
    id: `row-${row}`,
    payer: "Aetna",
    patient: "Ana Ruiz",
    dob: day("2016-04-09"),
    memberId: "00123456",
    submitted: day("2026-01-05"),
    outcome: "approved",
    services: [],
    periods: [],
    review: [],
    notes: [],
    ...facts,
    source: { sheet: "Auths", rows: [row], ...facts.source },
  };
}

/** For tests: what was understood of a tracker of those cases. */
export function understood(cases: TrackedCase[], more: Partial<Understanding> = {}): Understanding {
  return { file: "tracker.xlsx", cases, notCases: [], questions: [], headings: [], ...more };
}

/** For tests: what a workbook holds once a plan was written to it. */
export function contentOf(plan: WorkbookPlan): LedgerContent {
  const tables = new Map<string, TableContent>();
  for (const sheet of plan.sheets) {
    for (const table of sheet.tables) {
      const rows = table.rows.map((row) =>
        row.map((value): PlanValue => (typeof value === "object" && value !== null && "error" in value ? null : value)),
      );
      const headings = table.columns.map((column) => column.heading);
      tables.set(table.name, { name: table.name, sheet: sheet.name, headings, rows });
    }
  }
  const named = new Map<string, PlanValue>();
  for (const { name, sheet, row, column } of plan.names) {
    const cell = plan.sheets
      .find((candidate) => candidate.name === sheet)
      ?.cells.find((candidate) => candidate.row === row && candidate.column === column);
    const value = cell?.value ?? null;
    if (typeof value === "object" && value !== null && "formula" in value) {
      const { result } = value;
      named.set(name, typeof result === "object" && result !== null && "error" in result ? null : result);
    } else named.set(name, value);
  }
  return { tables, named };
}

/** For tests: the content after the user typed into one cell, found by a row's first cell that matches. */
export function typed(
  content: LedgerContent,
  table: string,
  key: string,
  heading: string,
  value: PlanValue,
): LedgerContent {
  const found = content.tables.get(table);
  if (found === undefined) throw new RangeError(`no table ${table}`);
  const column = found.headings.indexOf(heading);
  const rows = found.rows.map((row) =>
    row.includes(key) ? row.map((cell, index) => (index === column ? value : cell)) : row,
  );
  return { ...content, tables: new Map(content.tables).set(table, { ...found, rows }) };
}

/** For tests: one cell of a planned table, found by any cell of its row. */
export function cellOf(plan: WorkbookPlan, table: string, key: PlanValue, heading: string): unknown {
  const found = plan.sheets.flatMap((sheet) => sheet.tables).find((candidate) => candidate.name === table);
  const column = found?.columns.findIndex((candidate) => candidate.heading === heading) ?? -1;
  return found?.rows.find((row) => row.includes(key))?.[column];
}
