import type { Cell, Tracker } from "../../../sca/tracker/grid.ts";
import { serialFromDay } from "../../../sca/values/calendar-date.ts";
import { type SeedCell, type SeedSheet, seedWorkbook } from "../model/seed-workbook.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import type { WireValue } from "../rich-api/wire.ts";

/**
 * A tracker that was read from a file, as a workbook that is open in Excel. Merges, comments and hidden rows are left out:
 * the host does not model them.
 */
export function trackerWorkbook(tracker: Tracker): WorkbookModel {
  const sheets = tracker.grids.map(({ sheet, hidden, rows }): SeedSheet => {
    const last = rows.at(-1)?.row ?? 0;
    const filled: SeedCell[][] = Array.from({ length: last }, () => []);
    for (const { row, cells } of rows) {
      const seeds: SeedCell[] = [];
      for (const cell of cells) {
        while (seeds.length < cell.column - 1) seeds.push(null);
        seeds.push(seedCell(cell));
      }
      filled[row - 1] = seeds;
    }
    return { name: sheet ?? tracker.file, rows: filled, hidden };
  });
  const workbook = seedWorkbook(sheets);
  workbook.name = tracker.file;
  return workbook;
}

function seedCell(cell: Cell): SeedCell {
  const { kind, text, number, day, format, formula, fill, ink, bold, struckOut } = cell;
  const looks: { [name: string]: WireValue } = {};
  if (fill !== undefined) looks["fill.color"] = `#${fill}`;
  if (ink !== undefined) looks["font.color"] = `#${ink}`;
  if (bold) looks["font.bold"] = true;
  if (struckOut) looks["font.strikethrough"] = true;
  const shared = { ...(format === undefined ? {} : { numberFormat: format }), looks };
  if (kind === "date" && day !== undefined && formula === undefined) return { ...shared, day };
  const serial = kind === "date" && day !== undefined ? serialFromDay(day, "1900") : undefined;
  const value = kind === "boolean" ? text === "TRUE" : (number ?? serial ?? text);
  return formula === undefined ? { ...shared, value } : { ...shared, value, formula: `=${formula}` };
}
