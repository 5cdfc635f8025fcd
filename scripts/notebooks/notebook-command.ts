import { basename, dirname, extname, join } from "node:path";
import { asOfDay, readArguments, UsageProblem } from "../../analysis/commands/arguments.ts";
import { checkExportPlace } from "../../analysis/commands/export-place.ts";
import { readLeverageLedger } from "../../analysis/commands/ledger-file.ts";
import type { Terminal } from "../../analysis/commands/terminal.ts";
import { writeFileAtomically } from "../../analysis/files/writing/write-file.ts";
import { notebookLedger } from "../../analysis/notebooks/notebook-ledger.ts";
import { counted } from "../../analysis/report/figures.ts";
import { UserProblem } from "../../analysis/user-problem.ts";
import { buildNotebook } from "./build-notebook.ts";
import { checkCells, faultText } from "./check-cells.ts";
import { notebookFile, notebookLines, notebookNames } from "./notebook-list.ts";
import { PAGE_MARK } from "./notebook-page.ts";

const HELP = `npm run notebook -- NAME LEDGER.xlsx [--out FILE.html] [--as-of YYYY-MM-DD] [--overwrite]

Builds a walk-through for analysts from a ledger: one page that opens in any browser by a double click, with prose,
tables, charts and choices. The page loads nothing and sends nothing. It holds the ledger's records as far as the figures
need them: no names, dates of birth or member ids.

  --out FILE.html       writes the page there; beside the ledger, as LEDGER.NAME.html, where it is not given
  --as-of YYYY-MM-DD    the ledger as it stood on that day; the ledger's own day or today where it is not given
  --overwrite           replaces an existing file even if it is no notebook page of ours
  --check               only checks the cells of NAME, or of all notebooks, and builds nothing

Notebooks:`;

/** `npm run notebook`: throws a UsageProblem for the line, a UserProblem for the files. */
export async function notebookCommand(line: readonly string[], terminal: Terminal): Promise<void> {
  const given = readArguments(line, { text: ["out", "as-of"], flags: ["overwrite", "check", "help"] });
  if (given.isSet("help")) {
    for (const text of [...HELP.split("\n"), ...notebookLines()]) terminal.say(text);
    return;
  }
  const [name, ledger, ...rest] = given.words;
  if (given.isSet("check")) {
    checkOrThrow(name === undefined ? notebookNames() : [name], terminal);
    return;
  }
  if (name === undefined)
    throw new UsageProblem(`Name a notebook and a ledger. Notebooks: ${notebookNames().join(", ")}.`);
  const notebook = notebookFile(name);
  if (ledger === undefined) throw new UsageProblem(`Name the ledger's file: npm run notebook -- ${name} LEDGER.xlsx.`);
  if (rest.length > 0) {
    throw new UsageProblem(`One ledger at a time; "${rest[0]}" is one too many. Put names with spaces in quotes.`);
  }
  const day = given.text("as-of");
  const days = { given: day === undefined ? null : asOfDay(day), today: asOfDay(undefined) };
  const out = given.text("out") ?? join(dirname(ledger), `${basename(ledger, extname(ledger))}.${name}.html`);
  await checkExportPlace(out, given.isSet("overwrite"), (start) => start.includes(PAGE_MARK));

  terminal.progress(0.05, "reading the ledger");
  const read = notebookLedger(basename(ledger), await readLeverageLedger(ledger, days));
  terminal.progress(0.3, "checking the notebook's cells");
  checkOrThrow([name], terminal, false);
  terminal.progress(0.7, "building the page");
  const page = new TextEncoder().encode(await buildNotebook(notebook, read));
  terminal.progress(0.95, "writing the page");
  await writeFileAtomically(out, page);
  terminal.progress(1, "");
  terminal.say(`${name}: ${counted(read.cases.length, "request")} of ${read.file}, as of ${read.asOf}`);
  terminal.say(
    `Written: ${out}  (${(page.length / 1_000_000).toFixed(1)} MB; open it in a browser, keep it where the ledger may be kept)`,
  );
}

function checkOrThrow(names: readonly string[], terminal: Terminal, say = true): void {
  const faults = checkCells(names.map(notebookFile));
  if (faults.length > 0) {
    throw new UserProblem(
      "cells",
      `${counted(faults.length, "fault")} in the cells of ${names.join(", ")}. Nothing was built.\n${faults.map((fault) => `  ${faultText(fault)}`).join("\n")}`,
    );
  }
  if (say) terminal.say(`Checked: ${names.join(", ")}: no fault in the cells.`);
}
