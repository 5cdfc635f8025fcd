import { basename } from "node:path";
import { keyOf } from "../../sca/ledger/ledger-gaps.ts";
import { type LedgerRecords, ledgerRecords } from "../../sca/ledger/ledger-records.ts";
import { dayIn } from "../../sca/ledger/ledger-row.ts";
import { NAME_PREFIX } from "../../sca/ledger/read-ledger.ts";
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
  return inFile(path, () => readLedgerContent(bytes)) ?? noLedger(path);
}

/** A table Cases without the column that tells its rows apart, or none at all. */
function noCases(path: string, { tables }: LedgerContent): never {
  const cases = tables.get(`${NAME_PREFIX}Cases`) ?? tables.get("Cases");
  if (cases === undefined) noLedger(path);
  const key = keyOf("Cases");
  const found = cases.headings.filter((heading) => heading !== "").slice(0, 4);
  throw new UserProblem(
    "no-ledger",
    `${basename(path)}: the table Cases has no column "${key}", so nothing can be counted. ${found.length === 0 ? "It is empty." : `It has ${found.join(", ")}.`} Give the column of the case ids its name back: ${key}.`,
  );
}

function noLedger(path: string): never {
  throw new UserProblem(
    "no-ledger",
    `${basename(path)}: there is no ledger in it, which is an .xlsx or .xlsm workbook with a table Cases. Make one of a tracker first: npm run --silent sca -- structure ${basename(path)}`,
  );
}
