import type { WorkbookPlan } from "../../../sca/ledger/workbook-plan.ts";
import { columnLetters, type Grid } from "../../../sca/tracker/grid.ts";
import { sheetNameFrom } from "../../../sca/workbook/sheet-name.ts";
import { writeLedger } from "./add-ledger.ts";
import { cellXml } from "./cell-xml.ts";
import { emptyWorkbook, sheetPartName } from "./empty-workbook.ts";
import { StyleBook } from "./style-book.ts";
import { openStyles, openWorkbook } from "./workbook-file.ts";

/** The tracker of a text file, to stand in the new workbook as its first sheet. */
export interface TrackerSheet {
  /** What the sheet is called after: the file's name will do. */
  readonly name: string;
  readonly grid: Grid;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WIDEST = 60;

/**
 * A new workbook for a tracker that is a text file: the tracker as its first sheet, every cell as text so that leading
 * zeros and long numbers stay as they were written, and the plan's sheets after it. It opens on the plan's first sheet.
 *
 * @example newLedger({ name: "sca log.csv", grid }, plan)
 */
export function newLedger(tracker: TrackerSheet, plan: WorkbookPlan): Uint8Array {
  const edit = emptyWorkbook([sheetNameFrom(tracker.name)], plan.sheets.length > 0 ? 1 : 0);
  const bare = openWorkbook(edit.bytes());
  const { part } = openStyles(bare);
  const styles = new StyleBook(part);
  bare.package.set(sheetPartName(1), trackerXml(tracker, styles));
  styles.finish();
  bare.package.set("xl/styles.xml", part.bytes());
  return writeLedger(openWorkbook(bare.package.bytes()), plan, { tables: [] }, true);
}

function trackerXml({ name, grid }: TrackerSheet, styles: StyleBook): string {
  const setting = { sheet: name, styles, dateSystem: "1900", actualNames: new Map<string, string>() } as const;
  const widths = new Map<number, number>();
  const rows = grid.rows.map(({ row, cells }) => {
    const xml = cells.map(({ column, text }) => {
      const longest = Math.max(0, ...text.split("\n").map((line) => line.length));
      widths.set(column, Math.max(widths.get(column) ?? 8, Math.min(WIDEST, longest + 2)));
      return cellXml(row, column, text, text.includes("\n") ? "wrapped" : "id", setting);
    });
    return `<row r="${row}">${xml.join("")}</row>`;
  });
  const columns = [...widths]
    .sort(([a], [b]) => a - b)
    .map(([column, width]) => `<col min="${column}" max="${column}" width="${width}" customWidth="1"/>`);
  const last = { row: grid.rows.at(-1)?.row ?? 1, column: Math.max(1, ...widths.keys()) };
  const all = `A1:${columnLetters(last.column)}${last.row}`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="${all}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>${rows.join("")}</sheetData><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="landscape"/><ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}
