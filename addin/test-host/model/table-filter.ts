import { areaAt, MOST_COLUMNS } from "./area.ts";
import type { TableModel } from "./table.ts";

/** Hides the rows whose cell does not say the filter's word, and shows the others ("Filter data in a range or table"). */
export function applyFilter(table: TableModel): void {
  const { body, filter, headings, sheet } = table;
  const column = body.column + headings.indexOf(filter?.heading ?? "");
  for (let row = body.row; row < body.row + body.rows; row++) {
    const isShown = filter === null || sheet.cells.at(row, column)?.value === filter.word;
    sheet.formats.put("rowHidden", areaAt(row, 0, 1, MOST_COLUMNS), !isShown);
  }
}
