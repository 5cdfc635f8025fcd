import { NAME_PREFIX } from "../../sca/ledger/read-ledger.ts";
import type { PlanValue } from "../../sca/ledger/workbook-plan.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import type { Area } from "../../sca/workbook/sheet-reference.ts";
import type { CellOutput } from "./excel-range.ts";
import { WorkbookProblem } from "./excel-workbook.ts";
import { readBlocks } from "./read-blocks.ts";
import { bodyOf, planValue } from "./read-ledger.ts";
import type { Survey, SurveyedTable } from "./survey.ts";

/** A table of the ledger by its own name, under the name that it has in this workbook; null where it is not there. */
export function tableNamed(survey: Survey, name: string): SurveyedTable | null {
  const wanted = [`${NAME_PREFIX}${name}`, name].map((candidate) => candidate.toLowerCase());
  return wanted.flatMap((key) => survey.tables.find((table) => table.name.toLowerCase() === key) ?? [])[0] ?? null;
}

/** As `tableNamed`; throws a WorkbookProblem "table-missing" where the ledger has none. */
export function neededTable(survey: Survey, name: string): SurveyedTable {
  const found = tableNamed(survey, name);
  if (found !== null) return found;
  throw new WorkbookProblem(
    "table-missing",
    `The ledger has no table "${name}": it was deleted or got another name. Repair the ledger, or structure the tracker again. Nothing was written.`,
  );
}

/** A column's place, counted from 0. Throws a WorkbookProblem "column-missing" where it was renamed or deleted. */
export function neededColumn(table: SurveyedTable, heading: string): number {
  const at = table.headings.findIndex((known) => known.toLowerCase() === heading.toLowerCase());
  if (at >= 0) return at;
  throw new WorkbookProblem(
    "column-missing",
    `The table "${table.name}" on the sheet "${table.sheet}" has no column "${heading}": it was renamed or deleted. Repair the ledger, or give the column its name back. Nothing was written.`,
  );
}

/** Throws a WorkbookProblem where Excel would refuse to write on the sheet. */
export function refuseLockedSheet(survey: Survey, sheet: string): void {
  if (survey.isReadOnly) {
    throw new WorkbookProblem(
      "read-only",
      "This workbook is open for reading only. Save a copy (File > Save As) or open it for editing. Nothing was written.",
    );
  }
  if (survey.sheets.some(({ name, isProtected }) => name === sheet && isProtected)) {
    throw new WorkbookProblem(
      "protected",
      `The sheet "${sheet}" is protected. Take the protection off (Review > Unprotect Sheet) and try again. Nothing was written.`,
    );
  }
}

/** One column of the body. */
export function columnOf(table: SurveyedTable, at: number): Area {
  const body = bodyOf(table);
  return { ...body, left: body.left + at, right: body.left + at };
}

/** A row found by its key, with one of its cells as it is now. */
export interface FoundCell {
  readonly area: Area;
  readonly raw: CellOutput;
  readonly format: string;
  readonly value: PlanValue;
}

/** Finds the row whose key cell says `key`, and gives its cell of another column. Throws a WorkbookProblem "row-missing". */
export async function findCell(
  context: Excel.RequestContext,
  table: SurveyedTable,
  place: { readonly keyHeading: string; readonly key: string; readonly heading: string },
  dateSystem: DateSystem,
): Promise<FoundCell> {
  const keys = columnOf(table, neededColumn(table, place.keyHeading));
  const cells = columnOf(table, neededColumn(table, place.heading));
  const [keyContent = {}, content = {}] = await readBlocks(context, [
    { sheet: table.sheet, area: keys, members: ["values"] },
    { sheet: table.sheet, area: cells, members: ["values", "numberFormat"] },
  ]);
  const at = (keyContent.values ?? []).findIndex(([value]) => String(value ?? "").trim() === place.key.trim());
  if (at < 0) {
    throw new WorkbookProblem(
      "row-missing",
      `The table "${table.name}" has no row with ${place.keyHeading} "${place.key}" any more. Look at the sheet "${table.sheet}". Nothing was written.`,
    );
  }
  const raw = content.values?.[at]?.[0] ?? "";
  const format = String(content.numberFormat?.[at]?.[0] ?? "General");
  const area = { ...cells, top: cells.top + at, bottom: cells.top + at };
  return { area, raw, format, value: planValue(raw, format, dateSystem) };
}
