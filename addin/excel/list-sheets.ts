import { areaOfAddress, columnsOf, rowsOf } from "./excel-range.ts";
import type { SheetListing } from "./excel-workbook.ts";
import { isOurSheet, surveyWorkbook } from "./survey.ts";

/** The workbook's sheets in order, each with the size of what is filled. Three round trips. */
export async function listSheets(context: Excel.RequestContext): Promise<readonly SheetListing[]> {
  const survey = await surveyWorkbook(context);
  const used = survey.sheets.map(({ id }) => {
    return context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true).load("address");
  });
  await context.sync();
  return survey.sheets.map(({ name, isHidden }, at): SheetListing => {
    const range = used[at];
    const area = range === undefined || range.isNullObject ? null : areaOfAddress(range.address);
    return {
      ...{ name, isHidden, isOurs: isOurSheet(survey, name) },
      rows: area === null ? 0 : rowsOf(area),
      columns: area === null ? 0 : columnsOf(area),
    };
  });
}
