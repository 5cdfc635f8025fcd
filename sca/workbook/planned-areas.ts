import type { SheetPlan } from "../ledger/workbook-plan.ts";
import type { Area } from "./sheet-reference.ts";
import { tableArea } from "./table-area.ts";

/**
 * The cells that the plan fills, as few blocks as it takes: cells in a column that follow each other are one, and such runs
 * of the same rows side by side too. What lies between the blocks is free for the user.
 */
export function plannedAreas({ cells, tables }: SheetPlan): Area[] {
  const columns = new Map<number, number[]>();
  for (const { row, column } of cells) columns.set(column, [...(columns.get(column) ?? []), row]);
  const blocks: Area[] = [];
  for (const [column, rows] of [...columns].sort(([a], [b]) => a - b)) {
    for (const { top, bottom } of runsOf(rows)) {
      const beside = blocks.findIndex(
        (block) => block.right === column - 1 && block.top === top && block.bottom === bottom,
      );
      const left = blocks[beside]?.left ?? column;
      if (beside >= 0) blocks.splice(beside, 1);
      blocks.push({ top, left, bottom, right: column });
    }
  }
  return [...tables.map(tableArea), ...blocks];
}

function runsOf(rows: readonly number[]): { readonly top: number; readonly bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.bottom === row - 1) last.bottom = row;
    else runs.push({ top: row, bottom: row });
  }
  return runs;
}
