import type { Grid, GridRow, Merge } from "../../sca/tracker/grid.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { isDayFormat } from "../../sca/values/day-format.ts";
import type { Area } from "../../sca/workbook/sheet-reference.ts";
import type { ShownDay } from "./date-system.ts";
import { fillOf, gridCell } from "./grid-cell.ts";
import type { BlockContent } from "./read-blocks.ts";
import type { LookAt } from "./read-looks.ts";

/** A sheet as Excel gave it, cell by cell. */
export interface SheetState {
  readonly name: string;
  readonly isHidden: boolean;
  /** Null for an empty sheet. */
  readonly area: Area | null;
  readonly cells: BlockContent;
  readonly lookAt: LookAt;
  /** Row by row and column by column of the area: hidden or not. */
  readonly rowsHidden: readonly boolean[];
  readonly columnsHidden: readonly boolean[];
  readonly merges: readonly Merge[];
  readonly comments: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

/** Days with a year, for telling which system the workbook counts by. */
export function shownDays({ values = [], text = [], numberFormat = [] }: BlockContent): readonly ShownDay[] {
  const days: ShownDay[] = [];
  for (const [down, row] of values.entries()) {
    for (const [right, value] of row.entries()) {
      const format = String(numberFormat[down]?.[right] ?? "General");
      if (typeof value !== "number" || format === "General" || !isDayFormat(format)) continue;
      days.push({ serial: value, text: String(text[down]?.[right] ?? "") });
    }
  }
  return days;
}

/** Cells that a merge covers: all but its first. */
function coveredBy(merges: readonly Merge[]): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (row > top || column > left) covered.add(`${row} ${column}`);
      }
    }
  }
  return covered;
}

function gridRow(state: SheetState, down: number, covered: ReadonlySet<string>, dateSystem: DateSystem): GridRow {
  const { area, cells, lookAt, comments } = state;
  const row = (area?.top ?? 1) + down;
  const notes = new Map(comments.filter((note) => note.row === row).map((note) => [note.column, note.text]));
  const found: GridRow["cells"][number][] = [];
  const fills = new Map<number, string>();
  for (const [right, value] of (cells.values?.[down] ?? []).entries()) {
    const column = (area?.left ?? 1) + right;
    if (covered.has(`${row} ${column}`)) continue;
    const look = lookAt(down, right);
    const cell = gridCell(
      {
        ...{ row, column, value, look },
        text: String(cells.text?.[down]?.[right] ?? ""),
        format: String(cells.numberFormat?.[down]?.[right] ?? "General"),
        formula: cells.formulas?.[down]?.[right] ?? "",
      },
      dateSystem,
    );
    const comment = notes.get(column);
    const fill = fillOf(look);
    if (cell !== null) found.push(comment === undefined ? cell : { ...cell, comment });
    else if (comment !== undefined) {
      found.push({ row, column, kind: "text", text: "", comment, ...(fill === undefined ? {} : { fill }) });
    } else if (fill !== undefined) fills.set(column, fill);
  }
  return { row, hidden: state.rowsHidden[down] ?? false, cells: found, ...(fills.size === 0 ? {} : { fills }) };
}

/** The sheet as the file reader gives it: rows with content or colour, in order. */
export function sheetGrid(state: SheetState, dateSystem: DateSystem): Grid {
  const covered = coveredBy(state.merges);
  const rows = (state.cells.values ?? [])
    .map((_, down) => gridRow(state, down, covered, dateSystem))
    .filter(({ cells, fills }) => cells.length > 0 || fills !== undefined);
  const last = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
  const hiddenColumns = state.columnsHidden.flatMap((hidden, right) => {
    const column = (state.area?.left ?? 1) + right;
    return hidden && column <= last ? [column] : [];
  });
  return { sheet: state.name, hidden: state.isHidden, hiddenColumns, rows, merges: state.merges };
}
