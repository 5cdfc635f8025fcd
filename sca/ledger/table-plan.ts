import type { LedgerRow } from "./ledger-row.ts";
import type { LedgerTable } from "./ledger-table.ts";
import { readTable } from "./read-ledger.ts";
import type { WorkbookNames } from "./workbook-names.ts";
import type { ColumnPlan, LedgerContent, PlanValue, TablePlan } from "./workbook-plan.ts";

/** A table with its rows, the user's own columns behind ours. */
export function tablePlan(
  table: LedgerTable,
  rows: readonly LedgerRow[],
  at: { readonly row: number; readonly column: number },
  previous: LedgerContent | undefined,
  names: WorkbookNames,
): TablePlan {
  const declared = new Set(table.columns.map((column) => column.heading));
  const before = previous === undefined ? null : readTable(previous, table.name);
  const extras = (before?.headings ?? []).filter((heading) => !declared.has(heading));
  const columns: ColumnPlan[] = table.columns.map(({ origin: _origin, about: _about, formula, ...column }) => ({
    ...column,
    ...(formula === undefined ? {} : { formula: names.formula(formula) }),
  }));
  for (const heading of extras) columns.push({ heading, look: extraLook(rows, heading), width: 18 });
  const headings = columns.map((column) => column.heading);
  const blank: PlanValue[] = columns.map((column) => (column.formula === undefined ? null : ""));
  return {
    name: names.name(table.name),
    row: at.row,
    column: at.column,
    columns,
    rows: rows.length === 0 ? [blank] : rows.map((row) => headings.map((heading) => fitted(row.get(heading)))),
    conditions: table.conditions.map((condition) => ({ ...condition, when: names.formula(condition.when) })),
  };
}

/** An Excel cell holds 32,767 characters. */
const LONGEST_TEXT = 32_000;

function fitted(value: PlanValue | undefined): PlanValue {
  if (typeof value !== "string" || value.length <= LONGEST_TEXT) return value ?? null;
  return `${value.slice(0, LONGEST_TEXT)}… (the whole text stands in the tracker)`;
}

function extraLook(rows: readonly LedgerRow[], heading: string): "date" | "text" | "decimal" {
  const values = rows.map((row) => row.get(heading)).filter((value) => value !== undefined && value !== null);
  if (values.length > 0 && values.every((value) => typeof value === "object")) return "date";
  return values.length > 0 && values.every((value) => typeof value === "number") ? "decimal" : "text";
}
