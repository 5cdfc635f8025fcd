import type { Grid, GridRow } from "../../../sca/tracker/grid.ts";
import type { CellDraft } from "./cell-reader.ts";
import { delimitedRecords } from "./delimited-records.ts";
import type { ReadingBudget } from "./reading-budget.ts";

/** How exports keep leading zeros through Excel: the text as a formula. */
const TEXT_FORMULA = /^\s*=\s*("(?:[^"]|"")*")\s*$/;

function textCell(row: number, column: number, field: string): CellDraft {
  const formula = TEXT_FORMULA.exec(field)?.[1];
  if (formula === undefined) return { row, column, kind: "text", text: field };
  return { row, column, kind: "text", text: formula.slice(1, -1).replaceAll('""', '"'), formula };
}

/**
 * A text file as a grid of texts: nothing becomes a number or a date, so leading zeros stay. The row is the record's
 * number, blank records counted.
 *
 * @example the second record `="00123";Smith` gives A2 with text "00123" and formula "\"00123\"", and B2 with "Smith"
 */
export function textGrid(text: string, budget: ReadingBudget): Grid {
  const rows: GridRow[] = [];
  for (const [index, record] of delimitedRecords(text).entries()) {
    const cells: CellDraft[] = [];
    for (const [at, field] of record.entries()) {
      budget.meetCell();
      if (field.trim() === "") continue;
      budget.keepCell();
      cells.push(textCell(index + 1, at + 1, field));
    }
    if (cells.length > 0) rows.push({ row: index + 1, hidden: false, cells });
  }
  return { sheet: null, hidden: false, hiddenColumns: [], rows, merges: [] };
}
