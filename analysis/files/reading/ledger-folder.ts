import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { LedgerColumn } from "../../../sca/ledger/ledger-table.ts";
import { LEDGER_TABLES } from "../../../sca/ledger/ledger-tables.ts";
import type { LedgerContent, PlanValue, TableContent } from "../../../sca/ledger/workbook-plan.ts";
import { calendarDate, parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { UserProblem } from "../../user-problem.ts";
import { delimitedRecords } from "./delimited-records.ts";
import { readFileBytes } from "./read-tracker.ts";
import { decodeText } from "./text-encoding.ts";

/** The file of a folder that holds named cells, such as RevenueBaseline: two columns, name and value. */
const SETTINGS_FILE = "Settings";

/**
 * A ledger whose tables lie as text files in a folder: Cases.csv, ServiceLines.csv and so on, named as the tables are,
 * with their headings in the first row; Settings.csv, where there is one, holds the named cells. Numbers and days are
 * read in the columns that hold them and nowhere else, so that codes and ids keep their zeros. Throws a UserProblem
 * where Cases.csv is missing.
 *
 * @example (await readLedgerFolder("export")).tables.get("Cases")?.rows.length
 */
export async function readLedgerFolder(folder: string): Promise<LedgerContent> {
  const files = new Map(
    (await readdir(folder))
      .filter((name) => extname(name).toLowerCase() === ".csv")
      .map((name) => [basename(name, extname(name)).toLowerCase(), join(folder, name)]),
  );
  const tables = new Map<string, TableContent>();
  for (const { name, columns } of LEDGER_TABLES) {
    const path = files.get(name.toLowerCase());
    if (path !== undefined) tables.set(name, tableOf(name, columns, await recordsOf(path)));
  }
  if (!tables.has("Cases")) {
    throw new UserProblem(
      "no-ledger",
      `${folder}: there is no Cases.csv in this folder. Save each table of the ledger as a .csv of its name: Cases, AuthorizationPeriods, ServiceLines, Offers, Claims.`,
    );
  }
  const settings = files.get(SETTINGS_FILE.toLowerCase());
  const named = new Map<string, PlanValue>();
  for (const [name = "", text = ""] of settings === undefined ? [] : await recordsOf(settings)) {
    if (name.trim() !== "") named.set(name.trim(), typedValue(text, text.includes("-") ? "day" : "number"));
  }
  return { tables, named };
}

/** True where the path is a folder rather than a file; false where there is nothing. */
export function isLedgerFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function recordsOf(path: string): Promise<readonly (readonly string[])[]> {
  return delimitedRecords(decodeText(await readFileBytes(path))).filter((record) => record.some((text) => text !== ""));
}

function tableOf(
  name: string,
  columns: readonly LedgerColumn[],
  [headings = [], ...records]: readonly (readonly string[])[],
): TableContent {
  const kinds = headings.map((heading) => kindOf(columns.find((column) => column.heading === heading.trim())));
  return {
    name,
    sheet: name,
    headings: headings.map((heading) => heading.trim()),
    rows: records.map((record) => headings.map((_, at) => typedValue(record[at] ?? "", kinds[at] ?? "text"))),
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
  if (kind === "number" && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return Number(plain);
  if (kind !== "day") return plain;
  const day = parseIsoDay(plain.slice(0, 10)) ?? slashedDay(plain);
  return day === null ? plain : { day };
}

/** 3/9/2026, month first, as a spreadsheet in the United States saves it. */
function slashedDay(text: string) {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return match === null ? null : calendarDate(Number(match[3]), Number(match[1]), Number(match[2]));
}
