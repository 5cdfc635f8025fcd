import { freeSheetName } from "../../sca/workbook/sheet-name.ts";
import { rangeOf } from "./excel-range.ts";
import { WorkbookProblem } from "./excel-workbook.ts";
import { surveyWorkbook } from "./survey.ts";
import { bytesOf, CALL_BYTES, WriteQueue } from "./write-queue.ts";

/** As a person types it, but never a formula: Excel reads days and amounts out of it. */
function typed(text: string): string {
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}

/**
 * Adds a sheet of typed rows at the end and shows it: the sample tracker. Answers with its name, which has a number where
 * the workbook has such a sheet. Throws a WorkbookProblem where no sheet can be added.
 */
export async function addTypedSheet(
  context: Excel.RequestContext,
  wanted: string,
  rows: readonly (readonly string[])[],
): Promise<string> {
  const survey = await surveyWorkbook(context);
  if (survey.isReadOnly || survey.isStructureProtected) {
    throw new WorkbookProblem(
      "structure-protected",
      "No sheet can be added to this workbook: it is protected or open for reading only. Open a new workbook and try there. Nothing was written.",
    );
  }
  const name = freeSheetName(
    wanted,
    survey.sheets.map((sheet) => sheet.name),
  );
  const width = Math.max(1, ...rows.map((row) => row.length));
  const matrix = rows.map((row) => Array.from({ length: width }, (_, at) => typed(row[at] ?? "")));
  const queue = new WriteQueue(context);
  await queue.room(CALL_BYTES * 4 + matrix.flat().reduce((sum, text) => sum + bytesOf(text), 0));
  const sheet = context.workbook.worksheets.add(name);
  if (matrix.length > 0) {
    const range = rangeOf(sheet, { top: 1, left: 1, bottom: matrix.length, right: width });
    range.values = matrix;
    range.format.autofitColumns();
  }
  sheet.activate();
  await queue.send();
  return name;
}
