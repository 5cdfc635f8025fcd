import { tellSettings, tellTables } from "../../../sca/ledger/ledger-gaps.ts";
import { NEEDED_OF_LINES, NEEDED_OF_PERIODS } from "../../../sca/ledger/ledger-records.ts";
import { dayIn } from "../../../sca/ledger/ledger-row.ts";
import { type LeftOut, LeftOutList } from "../../../sca/ledger/left-out.ts";
import { ledgerFromContent } from "../../../sca/ledger/read-ledger.ts";
import { AS_OF_SET } from "../../../sca/ledger/settings.ts";
import { formulaSettings, holidayRows, settingValues } from "../../../sca/ledger/settings-sheet.ts";
import type { LedgerContent, TableContent } from "../../../sca/ledger/workbook-plan.ts";
import type { HeadlineName, Headlines } from "../../../sca/measures/ledger-measures.ts";
import { type MeasuredGroup, MeasuredGroups } from "../../../sca/measures/measures-by.ts";
import { waitOf } from "../../../sca/measures/turnaround.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { ledgerFiles, readSettings, readTableFile, tableOfRecords } from "../../files/reading/ledger-folder.ts";
import { type PlainText, plainText } from "../plain-text.ts";
import { type CountedLine, eachCountedLine } from "./counted-lines.ts";
import { CountedRequests } from "./counted-requests.ts";
import { headlines, type LineSubject, ofLines, ofRequests, type RequestSubject } from "./headlines.ts";
import { LinesByPayer, NOTHING_AGREED } from "./lines-by-payer.ts";
import { type PeriodChanges, periodChanges } from "./period-changes.ts";
import { NotPlain } from "./row-bytes.ts";
import { tellUnknownPeriods } from "./unknown-periods.ts";

/** What the named measures show, of all requests and of each payer. */
export interface MeasuredHeadlines {
  readonly asOf: CalendarDate;
  readonly all: Headlines;
  readonly groups: readonly MeasuredGroup<Headlines>[];
  readonly leftOut: readonly LeftOut[];
}

const READ_IN_PASSING = ["Cases", "AuthorizationPeriods", "ServiceLines"];
const READ_WHOLE = ["Holidays", "MedicareRates"];

/**
 * The measures that rest on requests and lines alone, of a folder with a ledger's tables as .csv: each file is read once,
 * cell by cell, and a few numbers of each row are kept, so that a million lines take little memory. The figures are those
 * of `ledgerRecords` with `measuresBy`. Null where that way is not open: a table is there that is not built as plain
 * rows, or holds no results of formulas. Throws a UserProblem where a file cannot be read.
 *
 * @example (await measureInOnePass("export", days, ["approval"]))?.all.approval.rate
 */
export async function measureInOnePass(
  folder: string,
  days: { readonly given: CalendarDate | null; readonly today: CalendarDate },
  only: ReadonlySet<HeadlineName>,
  progress: (share: number, what: string) => void = () => undefined,
): Promise<MeasuredHeadlines | null> {
  const opened = await openPlainly(folder);
  if (opened === null) return null;
  try {
    return await measured(opened, days, only, progress);
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

interface OpenedFolder {
  readonly files: ReadonlyMap<string, PlainText>;
  /** Small tables with their rows, large ones with their headings. */
  readonly content: LedgerContent;
}

async function openPlainly(folder: string): Promise<OpenedFolder | null> {
  const found = await ledgerFiles(folder, [".csv"]);
  const files = new Map<string, PlainText>();
  const tables = new Map<string, TableContent>();
  for (const [table, path] of found.tables) {
    if (READ_WHOLE.includes(table)) {
      tables.set(table, await readTableFile(table, path));
      continue;
    }
    const plain = await plainText(table, path);
    if (plain === null && READ_IN_PASSING.includes(table)) return null;
    if (plain === null) continue;
    files.set(table, plain);
    tables.set(table, tableOfRecords(table, [plain.found]));
  }
  const content = { tables, ...(await readSettings(found.settings)), strangers: found.strangers };
  const read = ledgerFromContent(content);
  const lacks = (table: string, needed: readonly string[]): boolean =>
    needed.some((heading) => read.get(table)?.headings.includes(heading) === false);
  const isOpen =
    read.has("Cases") && !lacks("ServiceLines", NEEDED_OF_LINES) && !lacks("AuthorizationPeriods", NEEDED_OF_PERIODS);
  return isOpen ? { files, content } : null;
}

async function measured(
  { files, content }: OpenedFolder,
  days: { readonly given: CalendarDate | null; readonly today: CalendarDate },
  only: ReadonlySet<HeadlineName>,
  progress: (share: number, what: string) => void,
): Promise<MeasuredHeadlines | null> {
  const leftOut = new LeftOutList();
  const tables = ledgerFromContent(content);
  tellTables(content, tables, leftOut);
  const values = settingValues(content);
  tellSettings(content, values, leftOut);
  const asOf = days.given ?? dayIn(new Map(values), AS_OF_SET) ?? days.today;
  const { holidays } = formulaSettings(values, holidayRows(tables.get("Holidays") ?? null), asOf);
  const fileOf = (table: string): PlainText | undefined => (tables.has(table) ? files.get(table) : undefined);
  const cases = fileOf("Cases");
  if (cases === undefined) return null;
  progress(0.05, "reading the requests");
  const requests = new CountedRequests(cases, asOf, leftOut);
  const byRequest = new MeasuredGroups(ofRequests(only));
  addRequests(requests, only.has("turnaround") ? { asOf, holidays } : null, byRequest);
  const byLine = new MeasuredGroups(ofLines(only));
  const isWhole =
    !(only.has("multiple") || only.has("units")) ||
    (await addLines({ files, content, fileOf }, requests, asOf, byLine, leftOut, progress));
  if (!isWhole) return null;
  return { asOf, ...headlines(byRequest.value(), byLine.value()), leftOut: leftOut.all() };
}

/** Where nobody asks how long requests waited, those that are otherwise alike are counted together. */
function addRequests<State, Value>(
  requests: CountedRequests,
  waits: { readonly asOf: CalendarDate; readonly holidays: ReadonlySet<CalendarDate> } | null,
  groups: MeasuredGroups<State, Value, RequestSubject>,
): void {
  const alike = new Map<number, { readonly code: number; times: number }>();
  for (let at = 0; at < requests.count; at++) {
    const code = requests.counted.at(at);
    if (waits !== null) {
      const facts = requests.facts(code);
      groups.add(facts.payer, { ...facts, wait: waitOf(facts, waits.asOf, waits.holidays) });
      continue;
    }
    const group = requests.groupOf(code);
    const known = alike.get(group);
    if (known === undefined) alike.set(group, { code, times: 1 });
    else known.times += 1;
  }
  for (const { code, times } of alike.values()) {
    const facts = requests.facts(code);
    groups.addAlike(facts.payer, { ...facts, wait: null }, times);
  }
}

/** False where too many lines have no results of formulas. */
async function addLines<State, Value>(
  { files, content, fileOf }: OpenedFolder & { readonly fileOf: (table: string) => PlainText | undefined },
  requests: CountedRequests,
  asOf: CalendarDate,
  groups: MeasuredGroups<State, Value, LineSubject>,
  leftOut: LeftOutList,
  progress: (share: number, what: string) => void,
): Promise<boolean> {
  progress(0.25, "reading the authorizations");
  const changes = periodChanges(fileOf("AuthorizationPeriods"), requests, asOf, leftOut);
  progress(0.4, "reading the service lines");
  const lines = fileOf("ServiceLines");
  if (lines !== undefined) {
    const waiting = new LinesByPayer((payer, subject) => groups.add(payer, subject));
    const take = (code: number, line: CountedLine): void => waiting.add(requests.payerOf(code), line);
    const named = eachCountedLine(lines, requests, changes, leftOut, take);
    waiting.end();
    tellUnknownPeriods(fileOf("AuthorizationPeriods"), named, leftOut);
  }
  if (!hasStale(requests, changes)) return true;
  progress(0.9, "reckoning what has no result");
  const { staleRecords } = await import("./stale-requests.ts");
  const reckoned = staleRecords(files, content, requests, changes.stale, asOf);
  if (reckoned === null) return false;
  for (const { payer, lines } of reckoned.cases) groups.add(payer, { lines, agreed: NOTHING_AGREED, review: [] });
  tellUnknownPeriods(fileOf("AuthorizationPeriods"), reckoned.named, leftOut);
  return true;
}

function hasStale(requests: CountedRequests, { stale }: PeriodChanges): boolean {
  for (let at = 0; at < requests.count; at++) if (stale.at(requests.counted.at(at)) !== 0) return true;
  return false;
}
