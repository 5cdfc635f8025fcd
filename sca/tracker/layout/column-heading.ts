import type { Cell } from "../grid.ts";

/** A heading over one position: its own words, and the words of the group heading above it. */
export interface ColumnHeading {
  readonly position: number;
  readonly text: string;
  readonly group: string;
  readonly cell: Cell;
}
