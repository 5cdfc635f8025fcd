import type { ColumnPlan, TablePlan } from "../../sca/ledger/workbook-plan.ts";
import type { Area } from "../../sca/workbook/sheet-reference.ts";
import { tableArea } from "../../sca/workbook/table-area.ts";
import type { SurveyedTable } from "./survey.ts";

/** A table of the plan in the order of columns that it gets in the workbook. */
export interface TargetTable {
  readonly plan: TablePlan;
  /** The table that stands there already. */
  readonly existing: SurveyedTable | null;
  readonly area: Area;
  readonly body: Area;
  /** Columns that stay as they are, counted from 0: a person added them since the ledger was read. */
  readonly untouched: ReadonlySet<number>;
  /** Columns of the plan that the existing table lacks: they are added at its end. */
  readonly added: readonly string[];
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A column that is only counted, not written. */
function untouchedColumn(heading: string): ColumnPlan {
  return { heading, look: "text", width: 0 };
}

/**
 * Fits a table of the plan to the one in the workbook: its place and the order of its columns stay, so that formulas,
 * slicers and charts of the user's that speak of it hold. Columns that it lacks come last.
 *
 * @example a plan of [Id, Payer, Days] over a table [Payer, Id, My note] gives [Payer, Id, My note, Days]
 */
export function targetTable(plan: TablePlan, existing: SurveyedTable | null): TargetTable {
  if (existing === null) {
    const area = tableArea(plan);
    return { plan, existing, area, body: { ...area, top: area.top + 1 }, untouched: new Set(), added: [] };
  }
  const added = plan.columns.filter(({ heading }) => !existing.headings.some((known) => same(known, heading)));
  const headings = [...existing.headings, ...added.map(({ heading }) => heading)];
  const places = headings.map((heading) => plan.columns.findIndex((column) => same(column.heading, heading)));
  const untouched = new Set(places.flatMap((place, at) => (place < 0 ? [at] : [])));
  const fitted: TablePlan = {
    ...plan,
    row: existing.area.top,
    column: existing.area.left,
    columns: places.map((place, at) => plan.columns[place] ?? untouchedColumn(headings[at] ?? "")),
    rows: plan.rows.map((row) => places.map((place) => row[place] ?? null)),
  };
  const area = tableArea(fitted);
  return {
    plan: fitted,
    existing,
    area,
    body: { ...area, top: area.top + 1 },
    untouched,
    added: added.map(({ heading }) => heading),
  };
}

/** Columns of values side by side, as pairs of first and last place counted from 0: what a run writes as data. */
export function valueRuns(table: TargetTable): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  table.plan.columns.forEach(({ formula }, at) => {
    if (formula !== undefined || table.untouched.has(at)) return;
    const last = runs.at(-1);
    if (last !== undefined && last.to === at - 1) last.to = at;
    else runs.push({ from: at, to: at });
  });
  return runs;
}
