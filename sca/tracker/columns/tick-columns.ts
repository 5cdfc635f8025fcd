import type { FieldColumn } from "../layout/sheet-layout.ts";
import type { Outcome } from "../tracked-case.ts";
import { readOutcome } from "../vocabulary/outcomes.ts";

const TICK = /^\s*(?:x+|✓|✔|☑|☒|●|•|y|yes|true|1|\*)\s*$/i;

/** True where a cell is a mark and no more. */
export function isTick(text: string): boolean {
  return TICK.test(text);
}

const NO_MARK = /^\s*(?:false|no|n|0|-|–|☐|□)\s*$/i;

/**
 * Columns that are ticked for an answer, one column an answer ("Approved | Denied | Pending" with an x in one of them):
 * the outcome by column. There must be at least two of them, and their cells little else than marks.
 */
export function tickColumns(columns: readonly FieldColumn[]): Map<FieldColumn, Outcome> {
  const ticked = new Map<FieldColumn, Outcome>();
  for (const column of columns) {
    if (column.text === "" || column.text.length > 30) continue;
    const marks = column.cells.filter((cell) => isTick(cell.text) || NO_MARK.test(cell.text));
    if (column.cells.length === 0 || marks.length < column.cells.length * 0.8) continue;
    const outcome = readOutcome(column.text.replace(/[()?]|\bx\b/gi, " "));
    if (outcome && outcome.confidence >= 0.6 && outcome.candidates === undefined) ticked.set(column, outcome.outcome);
  }
  return new Set(ticked.values()).size >= 2 ? ticked : new Map();
}
