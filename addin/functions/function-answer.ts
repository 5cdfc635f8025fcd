import type { MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { type CellProblem, missing, wrong } from "./cell-problem.ts";

/** What a function knows beside its cells. */
export interface FunctionFacts {
  /** The day on the user's machine. */
  readonly today: () => CalendarDate;
  /** The fee schedules that are loaded. */
  readonly library: () => MedicareLibrary;
}

/** What Excel hands over for a parameter: a range as rows of cells, one cell as a range of one, nothing where it is left out. */
export type Cells = readonly (readonly unknown[])[] | null | undefined;

/** What stands in one cell of the answer. */
export type CellAnswer = number | string | CellProblem;

/** A function with its cells: what is left is to tell it the facts. */
export type FunctionAnswer = (facts: FunctionFacts) => CellAnswer[][];

/**
 * Reckons cell by cell. A range answers with a range of the same shape; a single cell, or a row or column beside a whole
 * range, is taken for each, as Excel's own functions do. Ranges of different sizes answer #N/A where one has no cell.
 *
 * @example three last days in a column and one as-of day: three counts in a column
 */
export function cellByCell(
  parameters: readonly Cells[],
  reckon: (cells: readonly unknown[], facts: FunctionFacts) => CellAnswer,
): FunctionAnswer {
  const rows = Math.max(1, ...parameters.map((cells) => cells?.length ?? 0));
  const columns = Math.max(1, ...parameters.map((cells) => cells?.[0]?.length ?? 0));
  return (facts) =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column): CellAnswer => {
        const cells = parameters.map((range) => cellOf(range, row, column));
        if (cells.includes(OUTSIDE)) {
          return missing(
            "The ranges are of different sizes. Ranges of one size, or a single cell beside a range, are accepted.",
          );
        }
        return reckoned(() => reckon(cells, facts));
      }),
    );
}

/** A cell that a shorter range does not have. */
const OUTSIDE = Symbol("outside the range");

function cellOf(range: Cells, row: number, column: number): unknown {
  if (range === null || range === undefined) return null;
  const cells = range.length === 1 ? range[0] : range[row];
  if (cells === undefined) return OUTSIDE;
  const cell: unknown = cells.length === 1 ? cells[0] : column < cells.length ? cells[column] : OUTSIDE;
  return plainValue(cell);
}

/** Cells with a data type of their own (a number with its format) carry the plain value inside. */
export function plainValue(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell;
}

/** Figures past what a ledger can hold throw a RangeError in the domain: in a cell that is an answer. */
function reckoned(reckon: () => CellAnswer): CellAnswer {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof RangeError) {
      return wrong(
        "The answer lies outside what can be reckoned. Days from 1900 to 2199 and amounts up to ten million are accepted.",
      );
    }
    throw error;
  }
}
