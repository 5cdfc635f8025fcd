import { mkdir, realpath, rm } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { asOfDay, readArguments, UsageProblem } from "../commands/arguments.ts";
import { tellProblem } from "../commands/command-line.ts";
import { checkExportPlace, isExport } from "../commands/export-place.ts";
import { readLeverageLedger } from "../commands/ledger-file.ts";
import { leftOutLines } from "../commands/measures-lines.ts";
import { processTerminal, type Terminal } from "../commands/terminal.ts";
import { wrapped } from "../commands/text-table.ts";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import { counted } from "../report/figures.ts";
import { UserProblem } from "../user-problem.ts";
import type { Analysis } from "./analysis.ts";
import { type AnalysisResult, analysisResult } from "./analysis-result.ts";
import { keyWords, sliceKeys } from "./slice-words.ts";

/** How a line is written that runs these analyses. */
interface Called {
  /** "npm run analyze --" or "npx tsx analysis/scripts/turnaround.ts". */
  readonly as: string;
  readonly analyses: readonly Analysis[];
}

const WIDTH = 118;

/**
 * Runs analyses over a ledger: each writes a table (.csv) and a chart (.svg) into a folder. Everything is computed before
 * the first file is written, and each file appears whole or not at all. Throws a UsageProblem for the line, a UserProblem
 * for the files.
 *
 * @example await runAnalyses(["ledger.xlsx", "--by", "payer,trigger"], { as, analyses: [APPROVAL_RATES] }, terminal)
 */
export async function runAnalyses(line: readonly string[], called: Called, terminal: Terminal): Promise<void> {
  const given = readArguments(line, { text: ["by", "out", "as-of"], flags: ["overwrite", "help"] });
  if (given.isSet("help")) {
    terminal.say(helpText(called));
    return;
  }
  const [ledger, ...rest] = given.words;
  if (ledger === undefined) throw new UsageProblem("Name the ledger's file, or the folder with its tables as .csv.");
  if (rest.length > 0) {
    throw new UsageProblem(`One ledger at a time; "${rest[0]}" is one too many. Put names with spaces in quotes.`);
  }
  const keys = sliceKeys(given.text("by"));
  const day = given.text("as-of");
  const days = { given: day === undefined ? null : asOfDay(day), today: asOfDay(undefined) };
  terminal.progress(0.05, "reading the ledger");
  const read = await readLeverageLedger(ledger, days);
  const { records } = read;
  if (records.cases.length === 0) {
    throw new UserProblem(
      "no-requests",
      `${basename(ledger)}: no request was sent up to ${records.asOf}, so there is nothing to analyze. Nothing was written.${leftOutLines(
        records,
      )
        .map((text) => `\n${text}`)
        .join("")}`,
    );
  }
  const results: AnalysisResult[] = [];
  for (const [at, analysis] of called.analyses.entries()) {
    terminal.progress(0.2 + (0.6 * at) / called.analyses.length, analysis.name);
    results.push(await analysisResult(analysis, read, keys));
  }
  terminal.progress(0.85, "writing");
  const folder = given.text("out") ?? join(dirname(ledger), `${basename(ledger, extname(ledger))}.analysis`);
  await writeResults(folder, results, given.isSet("overwrite"));
  terminal.progress(1, "");

  terminal.say(`${basename(ledger)}: ${counted(records.cases.length, "request")}, as of ${records.asOf}`);
  for (const result of results) for (const text of resultLines(result)) terminal.say(text);
  terminal.say(`Written: ${folder}  (small counts are shown: for the practice, not for a payer)`);
  const left = leftOutLines(records);
  if (left.length > 0) for (const text of ["Not counted, or not as it stands:", ...left]) terminal.say(text);
}

/** Runs one analysis where its file is what was called; does nothing where it is only imported. */
export async function runWhereCalled(moduleUrl: string, analysis: Analysis): Promise<void> {
  const [, called] = process.argv;
  if (called === undefined || fileURLToPath(moduleUrl) !== (await realpath(called).catch(() => called))) return;
  await runAsProcess({ as: `npx tsx analysis/scripts/${analysis.name}.ts`, analyses: [analysis] });
}

/** Runs the line of this process, and leaves its exit code. */
export async function runAsProcess(called: Called): Promise<void> {
  const terminal = processTerminal();
  try {
    await runAnalyses(process.argv.slice(2), called, terminal);
  } catch (error) {
    if (error instanceof UsageProblem) {
      terminal.warn(`${error.message} See: ${called.as} --help`);
      process.exitCode = 2;
    } else process.exitCode = tellProblem(error, terminal);
  }
}

function resultLines({ name, slices, svg, remarks }: AnalysisResult): string[] {
  const files = svg === null ? `${name}.csv, no chart` : `${name}.csv and .svg`;
  return [
    `  ${name.padEnd(24)}${counted(slices, "slice")}: ${files}`,
    ...remarks.flatMap((remark) => wrapped(remark, WIDTH - 6).map((part) => `      ${part}`)),
  ];
}

const isOurTable = (start: string): boolean => /^\u{feff}(?:[a-z_]+,)*requests,decided,/u.test(start);
const isOurChart = (start: string): boolean => start.startsWith('<svg role="img" aria-label="');

async function writeResults(folder: string, results: readonly AnalysisResult[], overwrite: boolean): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : "";
    const found = code === "EEXIST" || code === "ENOTDIR" ? "a file stands in its way" : "it cannot be made";
    throw new UserProblem(
      "no-folder",
      `${folder}: this folder does not exist, and ${found}. Give another with --out. Nothing was written.`,
    );
  });
  const files = results.map(({ name, csv, svg }) => ({
    csv: { path: join(folder, `${name}.csv`), text: csv },
    svg: { path: join(folder, `${name}.svg`), text: svg },
  }));
  for (const { csv, svg } of files) {
    await checkExportPlace(csv.path, overwrite, isOurTable);
    if (svg.text !== null) await checkExportPlace(svg.path, overwrite, isOurChart);
  }
  for (const { csv, svg } of files) {
    await writeFileAtomically(csv.path, new TextEncoder().encode(csv.text));
    if (svg.text !== null) await writeFileAtomically(svg.path, new TextEncoder().encode(svg.text));
    // A chart of an earlier run would now stand beside a table that has nothing to draw.
    else if (await isExport(svg.path, isOurChart)) await rm(svg.path);
  }
}

function helpText({ as, analyses }: Called): string {
  const list = analyses.map(({ name, about, keys }) => `  ${name.padEnd(24)}${about}; by ${keyWords(keys)}`);
  return `${as} LEDGER.xlsx [--by payer,trigger] [--out DIR] [--as-of YYYY-MM-DD] [--overwrite]

Each writes a table (.csv, one row a slice, blank where there is nothing to say) and a chart (.svg). Reads the workbook,
or a folder with the ledger's tables as Cases.csv, ServiceLines.csv and so on, and changes neither.

${list.join("\n")}

  --by WORDS            slices by payer, trigger, level, family (of codes), quarter (of the request) or owner; several
                        with commas between for their crossings; all for the ledger as a whole. By family a request
                        counts in each family of its codes, with the lines, claims and dollars that belong to it
  --out DIR             the folder to write into; beside the ledger, as LEDGER.analysis, where it is not given
  --as-of YYYY-MM-DD    the ledger as it stood on that day; the ledger's own day or today where it is not given
  --overwrite           replaces existing files even if they are no tables and charts of ours`;
}
