import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { knownHeadings } from "../../../sca/ledger/known-headings.ts";
import type { LedgerColumn } from "../../../sca/ledger/ledger-table.ts";
import { LEDGER_TABLES } from "../../../sca/ledger/ledger-tables.ts";
import { SETTINGS, type Setting } from "../../../sca/ledger/settings.ts";
import type { LedgerContent, PlanValue, TableContent } from "../../../sca/ledger/workbook-plan.ts";
import { calendarDate, parseDayAndTime } from "../../../sca/values/calendar-date.ts";
import { UserProblem } from "../../user-problem.ts";
import { delimitedRecords } from "./delimited-records.ts";
import { OtherKindOfFile, recogniseFile } from "./file-kind.ts";
import { readFileBytes } from "./read-tracker.ts";

/** The file of a folder that holds named cells, such as RevenueBaseline: two columns, name and value. */
const SETTINGS_FILE = "Settings";
const TEXT_TAKEN = "The tables in a folder are texts (.csv).";

/**
 * A ledger whose tables lie as text files in a folder: Cases.csv, ServiceLines.csv and so on, named as the tables or
 * their sheets are, with their headings in the first row; Settings.csv, where there is one, holds the named cells.
 * Numbers and days are read in the columns that hold them and nowhere else, so that codes and ids keep their zeros.
 * Throws a UserProblem where Cases.csv is missing.
 *
 * @example (await readLedgerFolder("export")).tables.get("Cases")?.rows.length
 */
export async function readLedgerFolder(folder: string): Promise<LedgerContent> {
  const files = await ledgerFiles(folder, [".csv"]);
  const tables = new Map<string, TableContent>();
  for (const [name, path] of files.tables) tables.set(name, await readTableFile(name, path));
  if (!tables.has("Cases")) {
    throw new UserProblem(
      "no-ledger",
      `${folder}: there is no Cases.csv in this folder. Save each table of the ledger as a .csv of its name: Cases, AuthorizationPeriods, ServiceLines, Offers, Claims.`,
    );
  }
  return { tables, ...(await readSettings(files.settings)), strangers: files.strangers };
}

/** One table of such a folder, whole. Throws a UserProblem where the file cannot be read. */
export async function readTableFile(name: string, path: string): Promise<TableContent> {
  return tableOfRecords(name, await recordsOf(path));
}

/** The files of a folder that hold a ledger's tables. */
export interface LedgerFiles {
  /** Paths by the ledger's own names of the tables, in the ledger's order. */
  readonly tables: ReadonlyMap<string, string>;
  /** The path of the named cells, as text. */
  readonly settings: string | undefined;
  /** Names of files that are none of them. */
  readonly strangers: readonly string[];
}

/**
 * The files of a folder with one of the endings, by the tables that they hold. Where a table is there with two endings,
 * the first of the endings counts.
 *
 * @example (await ledgerFiles("export", [".csv"])).tables.get("Cases") is "export/Cases.csv"
 */
export async function ledgerFiles(folder: string, endings: readonly string[]): Promise<LedgerFiles> {
  const names = await readdir(folder);
  const files = new Map<string, string>();
  const all: string[] = [];
  for (const ending of endings) {
    for (const name of names.filter((one) => extname(one).toLowerCase() === ending)) {
      const key = plainName(basename(name, extname(name)));
      all.push(name);
      if (!files.has(key)) files.set(key, name);
    }
  }
  const tables = new Map<string, string>();
  for (const { name, sheet } of LEDGER_TABLES) {
    const file = files.get(plainName(name)) ?? files.get(plainName(sheet));
    if (file !== undefined && ![...tables.values()].includes(join(folder, file))) tables.set(name, join(folder, file));
  }
  const settings = files.get(plainName(SETTINGS_FILE));
  const used = new Set([...tables.values()].map((path) => basename(path)));
  const hasSettings = settings !== undefined && extname(settings).toLowerCase() === ".csv";
  return {
    tables,
    settings: hasSettings ? join(folder, settings) : undefined,
    strangers: all.filter((name) => !used.has(name) && !(hasSettings && name === settings)),
  };
}

/** The table of the ledger that a text file is named for; null for other files. @example ledgerTableOfFile("Service lines.csv") is "ServiceLines" */
export function ledgerTableOfFile(file: string): string | null {
  const key = plainName(basename(file, extname(file)));
  return LEDGER_TABLES.find(({ name, sheet }) => [plainName(name), plainName(sheet)].includes(key))?.name ?? null;
}

/**
 * The named cells that a file of names and values holds; none without a file. Of a setting that is there more than once
 * the first with a value counts, as the first of two columns does.
 */
export async function readSettings(path: string | undefined): Promise<Pick<LedgerContent, "named" | "repeated">> {
  const named = new Map<string, PlanValue>();
  const repeated: string[] = [];
  for (const [name = "", text = ""] of path === undefined ? [] : await recordsOf(path)) {
    if (name.trim() === "") continue;
    const isOf = ({ name: own, label }: Setting) => [own, label].some((word) => plainName(word) === plainName(name));
    const setting = SETTINGS.find(isOf);
    const key = setting?.name ?? name.trim();
    const value = typedValue(text, setting?.look === "inputDate" ? "day" : "number");
    if ((named.get(key) ?? null) === null) named.set(key, value);
    else if (setting !== undefined && value !== null) repeated.push(key);
  }
  return { named, repeated };
}

/** True where the path is a folder rather than a file; false where there is nothing. */
export function isLedgerFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function recordsOf(path: string): Promise<readonly (readonly string[])[]> {
  return filledRecords(path, await readFileBytes(path));
}

/**
 * The records of a text file, those without any text left out. Throws a UserProblem where the bytes are no text.
 *
 * @example filledRecords("Cases.csv", bytes) is [["Case id", "Payer"], ["007", "Aetna"]]
 */
export function filledRecords(path: string, bytes: Uint8Array): readonly (readonly string[])[] {
  const records = delimitedRecords(textOf(path, bytes)).filter((record) => record.some((text) => text !== ""));
  return startsWithSeparator(records[0]?.[0] ?? "") ? records.slice(1) : records;
}

/** Excel outside the United States tells by a first line "sep=;" what stands between the cells. */
export function startsWithSeparator(text: string): boolean {
  return /^sep=/i.test(text);
}

function textOf(path: string, bytes: Uint8Array): string {
  if (bytes.length === 0) return "";
  try {
    const content = recogniseFile(bytes);
    if (content.kind === "text") return content.text;
  } catch (error) {
    if (!(error instanceof UserProblem)) throw error;
    const words =
      error instanceof OtherKindOfFile ? `${error.found} ${TEXT_TAKEN} ${error.advice}`.trim() : error.message;
    throw new UserProblem(error.code, `${basename(path)}: ${words}`);
  }
  throw new UserProblem(
    "not-a-table",
    `${basename(path)} is an Excel workbook, whatever its name says. Give the workbook itself instead of the folder, or save its table as a .csv.`,
  );
}

/** "Service lines" and "ServiceLines" are one file: Excel saves a sheet under the sheet's name. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/**
 * A table of the ledger from the records of a text file, its headings first. A heading stands as the ledger writes it,
 * however its capitals are. A row longer than the headings has slipped: it is left out.
 *
 * @example tableOfRecords("Cases", [["case id"], ["007"]]).headings is ["Case id"]
 */
export function tableOfRecords(name: string, records: readonly (readonly string[])[]): TableContent {
  return tableOf(name, LEDGER_TABLES.find((table) => table.name === name)?.columns ?? [], records);
}

function tableOf(
  name: string,
  columns: readonly LedgerColumn[],
  [found = [], ...records]: readonly (readonly string[])[],
): TableContent {
  const headings = knownHeadings(found, columns);
  const kinds = headings.map((heading) => kindOf(columns.find((column) => column.heading === heading)));
  const slipped = new Set(records.filter((record) => record.slice(headings.length).some((text) => text.trim() !== "")));
  return {
    name,
    sheet: name,
    headings,
    rows: records
      .filter((record) => !slipped.has(record))
      .map((record) => headings.map((_, at) => typedValue(record[at] ?? "", kinds[at] ?? "text"))),
    flaws: [...slipped].map((record) => ({ row: -1, heading: "", kind: "too-many-cells", found: record.join(", ") })),
  };
}

const NUMBERS = new Set(["money", "rate", "percent", "multiple", "whole", "decimal"]);

function kindOf(column: LedgerColumn | undefined): "day" | "number" | "text" {
  if (column?.look === "date" || column?.look === "inputDate") return "day";
  return column !== undefined && NUMBERS.has(column.look) ? "number" : "text";
}

/** The value of a text; what is no number or day where one belongs stays text, and is told by whoever counts it. */
function typedValue(text: string, kind: "day" | "number" | "text"): PlanValue {
  const plain = text.trim();
  if (plain === "") return null;
  if (kind === "number") return numberInText(plain) ?? plain;
  if (kind !== "day") return plain;
  const day = parseDayAndTime(plain) ?? slashedDay(plain);
  return day === null ? plain : { day };
}

/**
 * 1200.5, and $1,200.50, ($40.00) or 1.42× as Excel saves what its cells show; null for what is no number.
 *
 * @example numberInText("$1,200.50") is 1200.5
 */
export function numberInText(text: string): number | null {
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return Number(text);
  const shown = /^(\()?(-)?\s*\$?\s*(-)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?\s*×?(\))?$/.exec(text);
  if (shown === null || (shown[1] === undefined) !== (shown[6] === undefined)) return null;
  const size = Number(`${shown[4]?.replaceAll(",", "")}${shown[5] ?? ""}`);
  return (shown[1] ?? shown[2] ?? shown[3]) === undefined ? size : -size;
}

/** 3/9/2026, month first, as a spreadsheet in the United States saves it. */
function slashedDay(text: string) {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return match === null ? null : calendarDate(Number(match[3]), Number(match[1]), Number(match[2]));
}
