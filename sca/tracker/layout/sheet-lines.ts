import type { Cell, Grid, Merge } from "../grid.ts";

/** One line of a sheet: a row, or a column where the cases stand in columns. `at` counts from 1 in that direction. */
export interface SheetLine {
  readonly at: number;
  readonly hidden: boolean;
  /** The line's cells by their position across it. Blank ones (only white space) are left out. */
  readonly cells: ReadonlyMap<number, Cell>;
  /** Fills of all coloured cells, with or without content. */
  readonly fills: ReadonlyMap<number, string>;
  /** Positions whose content is carried from a merged cell that starts in an earlier line. */
  readonly carried: ReadonlySet<number>;
}

/** A sheet as lines, in the direction in which its cases stand. */
export interface SheetLines {
  readonly sheet: string | null;
  readonly hidden: boolean;
  /** True where a line is a column of the sheet. */
  readonly columnwise: boolean;
  readonly lines: readonly SheetLine[];
  /** Merged areas along the line's direction: how far the cell at (line, position) reaches across. */
  readonly reach: (at: number, position: number) => number;
}

function mergesByAnchor(merges: readonly Merge[]): Map<string, Merge> {
  return new Map(merges.map((merge) => [`${merge.top}:${merge.left}`, merge]));
}

/** The sheet's rows as lines; a cell merged downwards is carried into each row that it covers. */
export function rowLines(grid: Grid): SheetLines {
  const byAnchor = mergesByAnchor(grid.merges);
  const lines = new Map<
    number,
    { hidden: boolean; cells: Map<number, Cell>; fills: Map<number, string>; carried: Set<number> }
  >();
  const lineAt = (row: number, hidden = false) => {
    let line = lines.get(row);
    if (!line) {
      line = { hidden, cells: new Map(), fills: new Map(), carried: new Set() };
      lines.set(row, line);
    }
    return line;
  };
  for (const row of grid.rows) {
    const line = lineAt(row.row, row.hidden);
    for (const [column, fill] of row.fills ?? []) line.fills.set(column, fill);
    for (const cell of row.cells) {
      if (cell.fill) line.fills.set(cell.column, cell.fill);
      if (cell.text.trim() !== "") line.cells.set(cell.column, cell);
    }
  }
  for (const merge of byAnchor.values()) {
    const cell = lines.get(merge.top)?.cells.get(merge.left);
    if (!cell || merge.bottom - merge.top > 5000) continue;
    for (let row = merge.top + 1; row <= merge.bottom; row += 1) {
      const line = lines.get(row);
      if (!line || line.cells.size === 0 || line.cells.has(merge.left)) continue;
      line.cells.set(merge.left, cell);
      line.carried.add(merge.left);
    }
  }
  return {
    sheet: grid.sheet,
    hidden: grid.hidden,
    columnwise: false,
    lines: [...lines]
      .sort((a, b) => a[0] - b[0])
      .map(([at, line]) => ({ at, ...line, cells: new Map([...line.cells].sort((a, b) => a[0] - b[0])) })),
    reach: (at, position) => {
      const merge = byAnchor.get(`${at}:${position}`);
      return merge ? merge.right - merge.left + 1 : 1;
    },
  };
}

/** The same sheet turned over its diagonal, so that its columns are lines. */
export function columnLines(grid: Grid): SheetLines {
  const turned = new Map<number, { row: number; hidden: boolean; cells: Cell[]; fills: Map<number, string> }>();
  const hiddenColumns = new Set(grid.hiddenColumns);
  const lineAt = (column: number) => {
    let line = turned.get(column);
    if (!line) {
      line = { row: column, hidden: hiddenColumns.has(column), cells: [], fills: new Map() };
      turned.set(column, line);
    }
    return line;
  };
  for (const row of grid.rows) {
    for (const [column, fill] of row.fills ?? []) lineAt(column).fills.set(row.row, fill);
    for (const cell of row.cells) lineAt(cell.column).cells.push({ ...cell, row: cell.column, column: cell.row });
  }
  const lines = rowLines({
    ...grid,
    rows: [...turned.values()].sort((a, b) => a.row - b.row),
    merges: grid.merges.map((m) => ({ top: m.left, left: m.top, bottom: m.right, right: m.bottom })),
  });
  return { ...lines, columnwise: true };
}

/** The place of a cell on the sheet itself, whichever way its lines run. */
export function placeOnSheet(lines: SheetLines, cell: Cell): { row: number; column: number } {
  return lines.columnwise ? { row: cell.column, column: cell.row } : { row: cell.row, column: cell.column };
}
