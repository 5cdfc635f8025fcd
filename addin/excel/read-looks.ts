import type { Area } from "../../sca/workbook/sheet-reference.ts";
import { columnsOf, rangeOf, rowsOf } from "./excel-range.ts";

/** A cell's looks take about 200 bytes of an answer, of which Excel on the web sends 5 MB. */
const MOST_CELLS = 15_000;

const ASKED: Excel.CellPropertiesLoadOptions = {
  format: { fill: { color: true }, font: { bold: true, color: true, italic: true, strikethrough: true } },
  hyperlink: true,
};

async function bandLooks(context: Excel.RequestContext, band: Excel.Range) {
  const answer = band.getCellProperties(ASKED);
  await context.sync();
  // eslint-disable-next-line office-addins/load-object-before-read -- the result of a method is not loaded
  return answer.value;
}

/**
 * Colours, letters and links of every cell of an area ("Get cell properties", ExcelApi 1.9), in bands of rows that the
 * size of an answer allows.
 */
export async function readLooks(
  context: Excel.RequestContext,
  sheet: string,
  area: Area,
): Promise<readonly (readonly Excel.CellProperties[])[]> {
  const step = Math.max(1, Math.floor(MOST_CELLS / columnsOf(area)));
  const looks: (readonly Excel.CellProperties[])[] = [];
  for (let first = 0; first < rowsOf(area); first += step) {
    const top = area.top + first;
    const band = { ...area, top, bottom: Math.min(area.bottom, top + step - 1) };
    const rows = await bandLooks(context, rangeOf(context.workbook.worksheets.getItem(sheet), band));
    for (const row of rows) looks.push(row);
  }
  return looks;
}
