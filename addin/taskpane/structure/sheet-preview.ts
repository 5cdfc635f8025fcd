import type { LedgerContent, WorkbookPlan } from "../../../sca/ledger/workbook-plan.ts";

/** A sheet that writing will add or renew. */
export interface SheetPreview {
  readonly name: string;
  readonly isRenewed: boolean;
  readonly rows: number;
}

/**
 * What writing the plan will do to the workbook, sheet by sheet: a sheet whose tables the ledger has already is renewed
 * where it stands, under the name that it has now.
 *
 * @example the first plan of a tracker gives only sheets to add
 */
export function previewOf(plan: WorkbookPlan, previous: LedgerContent | null): readonly SheetPreview[] {
  const before = new Map([...(previous?.tables ?? [])].map(([name, { sheet }]) => [name.toLowerCase(), sheet]));
  return plan.sheets.map(({ name, tables }) => {
    const known = tables.flatMap((table) => before.get(table.name.toLowerCase()) ?? []);
    return {
      name: known[0] ?? name,
      isRenewed: known.length > 0,
      rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    };
  });
}
