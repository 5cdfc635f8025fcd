import type { Grid, Merge, Tracker } from "../../../sca/tracker/grid.ts";
import { trackerWorkbook } from "../browser/tracker-workbook.ts";
import { type Area, areaAt, MOST_COLUMNS, MOST_ROWS } from "../model/area.ts";
import type { SheetModel } from "../model/sheet.ts";
import type { WorkbookModel } from "../model/workbook.ts";

function areaOf({ top, left, bottom, right }: Merge): Area {
  return areaAt(top - 1, left - 1, bottom - top + 1, right - left + 1);
}

function dress(sheet: SheetModel, { rows, merges, hiddenColumns }: Grid, newId: () => string): void {
  sheet.merges = merges.map(areaOf);
  for (const column of hiddenColumns) {
    sheet.formats.put("columnHidden", { row: 0, column: column - 1, rows: MOST_ROWS, columns: 1 }, true);
  }
  for (const { row, hidden, cells, fills } of rows) {
    if (hidden) sheet.formats.put("rowHidden", { row: row - 1, column: 0, rows: 1, columns: MOST_COLUMNS }, true);
    for (const [column, fill] of fills ?? [])
      sheet.formats.put("fill.color", areaAt(row - 1, column - 1, 1, 1), `#${fill}`);
    for (const { column, italic, link, comment, formula } of cells) {
      const area = areaAt(row - 1, column - 1, 1, 1);
      if (italic) sheet.formats.put("font.italic", area, true);
      const place = link?.startsWith("#") ? { documentReference: link.slice(1) } : { address: link ?? "" };
      if (link !== undefined && !formula?.startsWith("HYPERLINK")) sheet.formats.put("hyperlink", area, place);
      if (comment !== undefined) sheet.comments.push({ id: newId(), area, content: comment });
    }
  }
}

/** A tracker that was read from a file, as the workbook that a person has open: merges, comments, links, hidden lines too. */
export function wholeTracker(tracker: Tracker): WorkbookModel {
  const workbook = trackerWorkbook(tracker);
  for (const grid of tracker.grids) {
    const sheet = workbook.sheet(grid.sheet ?? tracker.file);
    if (sheet !== null) dress(sheet, grid, () => workbook.newId());
  }
  return workbook;
}
