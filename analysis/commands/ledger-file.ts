import { basename } from "node:path";
import { type LedgerRecords, ledgerRecords } from "../../sca/ledger/ledger-records.ts";
import { dayIn } from "../../sca/ledger/ledger-row.ts";
import { readTable } from "../../sca/ledger/read-ledger.ts";
import { AS_OF_SET } from "../../sca/ledger/settings.ts";
import { settingValues } from "../../sca/ledger/settings-sheet.ts";
import type { LedgerContent } from "../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { readLedgerContent } from "../files/reading/ledger-content.ts";
import { isLedgerFolder, readLedgerFolder } from "../files/reading/ledger-folder.ts";
import { readFileBytes } from "../files/reading/read-tracker.ts";
import { type LeverageLedger, leverageLedger } from "../report/leverage-ledger.ts";
import { UserProblem } from "../user-problem.ts";
import { inFile } from "./ledger-place.ts";
import { asLedgerProblem, missingCases, noLedgerIn } from "./no-ledger.ts";

/** The day that is given comes before the one on the ledger's Settings, and that before today. */
export interface LedgerDays {
  readonly given: CalendarDate | null;
  readonly today: CalendarDate;
}

/** Reads a ledger for counting. Throws a UserProblem where the file holds no ledger or cannot be read. */
export async function readLedgerRecords(path: string, days: LedgerDays): Promise<LedgerRecords> {
  const { content, asOf } = await openLedger(path, days);
  return ledgerRecords(content, asOf) ?? noCases(path, content);
}

/** Reads a ledger for a negotiation, in the same way as for counting. */
export async function readLeverageLedger(path: string, days: LedgerDays): Promise<LeverageLedger> {
  return (await readWholeLedger(path, days)).ledger;
}

/** A ledger as it stands in its file, and the day that it is counted on. */
export interface OpenedLedger {
  readonly content: LedgerContent;
  readonly asOf: CalendarDate;
}

/** Reads a ledger for a negotiation together with what stands in its file. */
export async function readWholeLedger(
  path: string,
  days: LedgerDays,
): Promise<OpenedLedger & { readonly ledger: LeverageLedger }> {
  const opened = await openLedger(path, days);
  const ledger = leverageLedger(opened.content, opened.asOf) ?? noCases(path, opened.content);
  return { ...opened, ledger };
}

/** A workbook of ours, or a folder with its tables as .csv; it is only read. */
async function openLedger(path: string, { given, today }: LedgerDays): Promise<OpenedLedger> {
  const content = (await isLedgerFolder(path))
    ? await readLedgerFolder(path)
    : contentOf(path, await readFileBytes(path));
  return { content, asOf: given ?? dayIn(new Map(settingValues(content)), AS_OF_SET) ?? today };
}

function contentOf(path: string, bytes: Uint8Array): LedgerContent {
  const content = inFile(path, () => {
    try {
      return readLedgerContent(bytes);
    } catch (error) {
      throw error instanceof UserProblem ? asLedgerProblem(error) : error;
    }
  });
  if (content === null || readTable(content, "Cases") === null) throw noLedgerIn(path, bytes, content);
  return content;
}

/** Of a folder: a table Cases without the column that tells its rows apart. */
function noCases(path: string, content: LedgerContent): never {
  throw new UserProblem("no-ledger", `${basename(path)}: ${missingCases(content) ?? "there is no table Cases in it."}`);
}
