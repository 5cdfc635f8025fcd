import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { parseReference } from "../../sca/workbook/sheet-reference.ts";
import { dateSystemOf } from "./date-system.ts";
import { type Block, type BlockContent, readBlocks } from "./read-blocks.ts";
import { bodyOf, isLedgerTable } from "./read-ledger.ts";
import { shownDays } from "./sheet-grid.ts";
import { isOurSheet, type Survey } from "./survey.ts";

/** Rows of each table that are looked at: enough to find a day. */
const ROWS = 5;
const MEMBERS = ["values", "text", "numberFormat"] as const;

/** Named cells of the ledger, such as its as-of day, and the first rows of its tables. */
function places(survey: Survey): readonly Block[] {
  const cells = survey.names.flatMap(({ refersTo }): Block[] => {
    const place = parseReference(refersTo);
    if (place === null || !isOurSheet(survey, place.sheet)) return [];
    const { top, left } = place.area;
    return [{ sheet: place.sheet, area: { top, left, bottom: top, right: left }, members: MEMBERS }];
  });
  const rows = survey.tables.flatMap((table): Block[] => {
    if (!isLedgerTable(table.name)) return [];
    const body = bodyOf(table);
    const area = { ...body, bottom: Math.min(body.bottom, body.top + ROWS - 1) };
    return [{ sheet: table.sheet, area, members: MEMBERS }];
  });
  return [...cells, ...rows];
}

/** Which days the workbook counts from, as its ledger shows them; null where it shows none. One round trip. */
export async function daysOfLedger(context: Excel.RequestContext, survey: Survey): Promise<DateSystem | null> {
  const contents: readonly BlockContent[] = await readBlocks(context, places(survey));
  return dateSystemOf(contents.flatMap(shownDays));
}
