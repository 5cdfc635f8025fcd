import type { CellOutput } from "./excel-range.ts";

/** Rows of a table at one moment: bare values or formulas, one array a row. */
export type Rows = readonly (readonly CellOutput[])[];

/** A cell that somebody changed: the row by its key and how many rows of that key stand above it. */
export interface Edit {
  readonly key: string;
  readonly column: number;
  readonly value: CellOutput;
}

/**
 * Names each row by the cell of its first column and, where that repeats, by its number.
 *
 * @example rowKeys([["P-1"], ["P-1"], [""]]) is ["P-1\n1", "P-1\n2", "\n1"]
 */
export function rowKeys(rows: readonly (readonly (CellOutput | null)[])[]): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = String(row[0] ?? "");
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return `${key}\n${number}`;
  });
}

function isFormula(value: CellOutput | undefined): boolean {
  return typeof value === "string" && value.startsWith("=");
}

/**
 * What people changed in a table between two moments, in the columns given. Null where rows came, went or changed places:
 * cells can no longer be told apart then. A formula where a value stood counts as unchanged: its result is not known here.
 */
export function editsBetween(before: Rows, after: Rows, columns: readonly number[]): readonly Edit[] | null {
  const keys = rowKeys(before);
  const keysAfter = rowKeys(after);
  if (keys.length !== keysAfter.length || keys.some((key, at) => key !== keysAfter[at])) return null;
  const edits: Edit[] = [];
  after.forEach((row, at) => {
    for (const column of columns) {
      const value = row[column] ?? "";
      if (column !== 0 && value !== (before[at]?.[column] ?? "") && !isFormula(value)) {
        edits.push({ key: keys[at] ?? "", column, value });
      }
    }
  });
  return edits;
}
