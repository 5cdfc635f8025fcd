import type { Cell, Grid, GridRow } from "../grid.ts";

/** How a cell of a drawn grid differs from plain text. */
export interface DrawnCell extends Partial<Omit<Cell, "row" | "column">> {
  readonly text: string;
}

/**
 * A grid drawn as rows of texts, for tests: null and "" are empty cells, rows count from 1. A row that is empty stays empty.
 *
 * @example drawnGrid([["Client", "Plan"], ["Ana Ruiz", "Aetna"]]) has four text cells, A1 to B2
 */
export function drawnGrid(
  rows: readonly (readonly (string | DrawnCell | null)[])[],
  sheet: string | null = "Sheet1",
): Grid {
  const drawn: GridRow[] = [];
  rows.forEach((row, index) => {
    const cells: Cell[] = [];
    row.forEach((cell, column) => {
      if (cell === null || cell === "") return;
      const place = { row: index + 1, column: column + 1 };
      cells.push(
        typeof cell === "string" ? { ...place, kind: "text", text: cell } : { kind: "text", ...cell, ...place },
      );
    });
    if (cells.length > 0) drawn.push({ row: index + 1, hidden: false, cells });
  });
  return { sheet, hidden: false, hiddenColumns: [], rows: drawn, merges: [] };
}
