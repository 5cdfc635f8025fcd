import type { Cell } from "../grid.ts";
import type { FieldColumn } from "../layout/sheet-layout.ts";

function plain(column: FieldColumn | undefined): string {
  return column === undefined ? "" : `${column.group}\u0001${column.text}`.toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * The cells to know a column by: its own, and those of the columns on other sheets with the same heading between the same
 * neighbours. A month's sheet with four rows is then read like the eleven others.
 */
export function alikeColumns(sets: Iterable<readonly FieldColumn[]>): ReadonlyMap<FieldColumn, readonly Cell[]> {
  const byHeading = new Map<string, FieldColumn[]>();
  for (const columns of sets) {
    columns.forEach((column, index) => {
      if (column.text.trim() === "" || column.position === null) return;
      const key = [columns[index - 1], column, columns[index + 1]].map(plain).join("\u0000");
      byHeading.set(key, [...(byHeading.get(key) ?? []), column]);
    });
  }
  const pooled = new Map<FieldColumn, readonly Cell[]>();
  for (const alike of byHeading.values()) {
    if (alike.length < 2) continue;
    const cells = alike.flatMap((column) => column.cells);
    for (const column of alike) pooled.set(column, cells);
  }
  return pooled;
}
