import { NAME_PREFIX } from "../../sca/ledger/read-ledger.ts";
import type { PlanValue } from "../../sca/ledger/workbook-plan.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { parseReference } from "../../sca/workbook/sheet-reference.ts";
import { cellInput } from "./cell-input.ts";
import { rangeOf } from "./excel-range.ts";
import { WorkbookProblem } from "./excel-workbook.ts";
import { refuseLockedSheet } from "./find-row.ts";
import { isOurSheet, surveyWorkbook } from "./survey.ts";
import { CALL_BYTES, WriteQueue } from "./write-queue.ts";

/** Writes a named cell on the ledger's Settings sheet. Throws a WorkbookProblem where there is none. */
export async function writeNamedCell(
  context: Excel.RequestContext,
  name: string,
  value: PlanValue,
  dateSystem: DateSystem,
): Promise<void> {
  const survey = await surveyWorkbook(context);
  const wanted = [`${NAME_PREFIX}${name}`, name].map((candidate) => candidate.toLowerCase());
  const places = wanted.flatMap((key) => {
    const found = survey.names.find((item) => item.name.toLowerCase() === key);
    const place = found === undefined ? null : parseReference(found.refersTo);
    return place !== null && isOurSheet(survey, place.sheet) ? [place] : [];
  });
  const [place] = places;
  if (place === undefined) {
    throw new WorkbookProblem(
      "setting-missing",
      `The ledger's Settings sheet has no cell named "${name}": the sheet or the name was deleted. Structure the tracker again to bring it back. Nothing was written.`,
    );
  }
  refuseLockedSheet(survey, place.sheet);
  const { top, left } = place.area;
  const range = rangeOf(context.workbook.worksheets.getItem(place.sheet), { top, left, bottom: top, right: left });
  range.load("numberFormat");
  await context.sync();
  const [[format = "General"] = []] = range.numberFormat as readonly (readonly string[])[];
  const queue = new WriteQueue(context);
  await queue.room(CALL_BYTES);
  range.values = [[cellInput(value, format === "@", dateSystem)]];
  await queue.send();
}
