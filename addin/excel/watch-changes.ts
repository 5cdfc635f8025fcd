import { overlap } from "../../sca/workbook/sheet-reference.ts";
import { areaOfAddress } from "./excel-range.ts";
import type { ExcelSession } from "./excel-session.ts";
import type { PersonChange } from "./excel-workbook.ts";
import { isLedgerTable } from "./read-ledger.ts";
import { isOurSheet, surveyWorkbook } from "./survey.ts";

/** A burst of changes is told once, so long after the last of them. */
const QUIET_MS = 400;
/** How soon a look that Excel refused is tried again, as while the next cell is being edited. */
const AGAIN_MS = 2_000;

interface Change {
  readonly worksheetId: string;
  readonly address: string;
  readonly isRemote: boolean;
}

/** What a burst of changes touched. */
async function touched(context: Excel.RequestContext, changes: readonly Change[]): Promise<PersonChange> {
  const survey = await surveyWorkbook(context);
  const tables = new Set<string>();
  let isTracker = false;
  for (const { worksheetId, address } of changes) {
    const sheet = survey.sheets.find(({ id }) => id === worksheetId);
    if (sheet === undefined) continue;
    const areas = address.split(",").map(areaOfAddress);
    const own = survey.tables.filter(({ sheet: on, name }) => on === sheet.name && isLedgerTable(name));
    for (const { name, area } of own) if (areas.some((changed) => overlap(changed, area))) tables.add(name);
    if (own.length === 0 && !isOurSheet(survey, sheet.name)) isTracker = true;
  }
  return { tables: [...tables], isTracker, byCoAuthors: changes.every(({ isRemote }) => isRemote) };
}

/**
 * Tells changes that people make on any sheet (`WorksheetCollection.onChanged`, ExcelApi 1.9), a burst at a time. Answers
 * with how to stop.
 */
export async function watchChanges(
  session: ExcelSession,
  listener: (change: PersonChange) => void,
): Promise<() => Promise<void>> {
  let waiting: Change[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isStopped = false;
  const tellIn = (wait: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = isStopped ? null : setTimeout(() => void tell(), wait);
  };
  const tell = async (): Promise<void> => {
    timer = null;
    const changes = waiting;
    waiting = [];
    let change: PersonChange;
    try {
      change = await session.run((context) => touched(context, changes));
    } catch {
      waiting = [...changes, ...waiting];
      tellIn(AGAIN_MS);
      return;
    }
    if (!isStopped) listener(change);
  };
  const registered = await session.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async (event) => {
      // Our own writes are made with events off; where Excel says who wrote, that counts as well.
      if (session.has("1.14") && event.triggerSource === "ThisLocalAddin") return;
      const { worksheetId, address } = event;
      waiting.push({ worksheetId, address, isRemote: event.source === "Remote" });
      tellIn(QUIET_MS);
    });
    await context.sync();
    return handler;
  });
  return async () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
    registered.remove();
    await registered.context.sync();
  };
}
