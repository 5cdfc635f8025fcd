import { createReadStream } from "node:fs";
import { extname } from "node:path";
import { type HeadlineName, ledgerMeasures } from "../../sca/measures/ledger-measures.ts";
import { measuresBy } from "../../sca/measures/measures-by.ts";
import { databaseFiles } from "../engine/folder-tables.ts";
import type { MeasuredFolder } from "../engine/measure-folder.ts";
import type { MeasuredHeadlines } from "../engine/one-pass/measure-in-one-pass.ts";
import { isLedgerFolder } from "../files/reading/ledger-folder.ts";
import { UserProblem } from "../user-problem.ts";
import { UsageProblem } from "./arguments.ts";
import { type LedgerDays, readLedgerRecords } from "./ledger-file.ts";
import type { Terminal } from "./terminal.ts";

/** What reads and counts: a database for many rows, the ledger's own code for others. Both tell the same. */
const ENGINES = ["duckdb", "typescript"] as const;
export type Engine = (typeof ENGINES)[number];

/** Past so many lines in the files of a folder a database counts, unless the command says otherwise. */
const MANY_LINES = 200_000;
const LINE_END = 10;

/** The engine that a command names; undefined where it names none. Throws a UsageProblem for any other word. */
export function engineNamed(word: string | undefined): Engine | undefined {
  const engine = ENGINES.find((one) => one === word);
  if (word !== undefined && engine === undefined) {
    throw new UsageProblem(`--engine "${word}" is not known here. Accepted: ${ENGINES.join(", ")}.`);
  }
  return engine;
}

/** Measures a ledger, a workbook or a folder with its tables. Throws a UserProblem where it cannot be read. */
export async function measuredLedger(
  path: string,
  days: LedgerDays,
  named: Engine | undefined,
  terminal: Terminal,
): Promise<MeasuredFolder> {
  const isFolder = await isLedgerFolder(path);
  if (!isFolder && named === "duckdb") {
    throw new UserProblem(
      "not-a-folder",
      `${path}: --engine duckdb counts a folder with the ledger's tables, as Cases.csv or Cases.parquet and so on, and this is none. A workbook is counted without --engine; it holds at most a million rows a sheet. Nothing was counted.`,
    );
  }
  const why = isFolder && named === undefined ? await whyDatabase(path) : null;
  if (why !== null) terminal.say(why);
  if (named === "duckdb" || why !== null) {
    const { measureFolder } = await import("../engine/measure-folder.ts");
    return measureFolder(path, days, (share, what) => terminal.progress(share, what));
  }
  terminal.progress(0.1, "reading the ledger");
  const records = await readLedgerRecords(path, days);
  terminal.progress(0.9, "counting");
  const { asOf, terms, access, leftOut, cases } = records;
  return { asOf, terms, access, leftOut, ...measuresBy(ledgerMeasures(terms), cases, ({ payer }) => payer) };
}

/**
 * Some of the measures alone, of a workbook or a folder: large tables are read once for them, unless an engine is named or
 * a table is not built for that. Throws a UserProblem where the ledger cannot be read.
 */
export async function headlinesOf(
  path: string,
  days: LedgerDays,
  only: ReadonlySet<HeadlineName>,
  named: Engine | undefined,
  terminal: Terminal,
): Promise<MeasuredHeadlines> {
  if (named === undefined && (await isLedgerFolder(path))) {
    const { measureInOnePass } = await import("../engine/one-pass/measure-in-one-pass.ts");
    const found = await measureInOnePass(path, days, only, (share, what) => terminal.progress(share, what));
    if (found !== null) return found;
  }
  return measuredLedger(path, days, named, terminal);
}

/** One line that says why a database counts; null where none has to. */
async function whyDatabase(folder: string): Promise<string | null> {
  const { tables } = await databaseFiles(folder);
  let lines = 0;
  for (const path of tables.values()) {
    if (extname(path).toLowerCase() === ".parquet") return "Parquet tables: counted by DuckDB.";
    lines += await linesOf(path, MANY_LINES - lines);
    if (lines > MANY_LINES) return "More than 200,000 lines: counted by DuckDB.";
  }
  return null;
}

/** Lines of a file, up to a few more than `most`; 0 where it cannot be read, which is told by whoever reads it. */
async function linesOf(path: string, most: number): Promise<number> {
  let lines = 0;
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) lines += 1;
      if (lines > most) break;
    }
  } catch {
    return 0;
  }
  return lines;
}
