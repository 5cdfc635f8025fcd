import { mkdir } from "node:fs/promises";
import { basename, extname, join, relative, resolve } from "node:path";
import { asOfDay, readArguments, UsageProblem } from "../analysis/commands/arguments.ts";
import { tellProblem } from "../analysis/commands/command-line.ts";
import { foundLines } from "../analysis/commands/found-lines.ts";
import { defaultLedgerPath } from "../analysis/commands/ledger-path.ts";
import { medicareLine } from "../analysis/commands/medicare-line.ts";
import { structureTracker } from "../analysis/commands/structure-tracker.ts";
import { processTerminal } from "../analysis/commands/terminal.ts";
import { writeFileAtomically } from "../analysis/files/writing/write-file.ts";
import { medicareFolder, readLibrary } from "../analysis/medicare/library-folder.ts";
import { fontFaces } from "../analysis/report/page-fonts.ts";
import { payerSummary } from "../analysis/report/payer-summary.ts";
import type { MedicareLibrary } from "../sca/medicare/fee-schedule.ts";

/**
 * `npm start [-- my-tracker.xlsx]`: from a tracker to its ledger and the payer summary, both under out/. The sample is
 * seen on a day of its own, so that its countdowns show something whenever it is run.
 */
const ROOT = resolve(import.meta.dirname, "..");
const SAMPLE = join(ROOT, "data-samples", "recovery-center.xlsx");
const SAMPLE_DAY = "2026-03-16";
const STARTER_RATES = join(ROOT, "data-samples", "medicare");

/** The fee schedules that are loaded, for the user's own tracker; else the starter set, the same for everybody. */
async function library(isSample: boolean): Promise<MedicareLibrary> {
  const loaded = isSample ? null : await readLibrary(medicareFolder());
  return loaded === null || loaded.releases.length === 0 ? await readLibrary(STARTER_RATES) : loaded;
}

const terminal = processTerminal();
try {
  const given = readArguments(process.argv.slice(2), { text: ["as-of"], flags: [] });
  if (given.words.length > 1) throw new UsageProblem("One tracker at a time; put names with spaces in quotes.");
  const own = given.words[0];
  const tracker = own ?? SAMPLE;
  const asOf = asOfDay(given.text("as-of") ?? (own === undefined ? SAMPLE_DAY : undefined));
  const folder = join(ROOT, "out");
  await mkdir(folder, { recursive: true });
  const ledger = join(folder, basename(defaultLedgerPath(tracker)));
  const page = join(folder, `${basename(tracker, extname(tracker))}.payers.html`);

  const medicare = await library(own === undefined);
  const keepDay = own === undefined;
  const done = await structureTracker(
    { tracker, out: ledger, json: undefined, answers: [], asOf, overwrite: false, keepDay, library: medicare },
    terminal.progress,
  );
  const summary = await payerSummary(done.understanding, asOf, done.priced, fontFaces());
  await writeFileAtomically(page, new TextEncoder().encode(summary));

  if (own === undefined)
    terminal.say(`The sample (invented), as of ${asOf}. For your own: npm start -- my-tracker.xlsx`);
  for (const line of foundLines(done.understanding)) terminal.say(line);
  terminal.say(medicareLine(medicare, done.priced.by));
  const shown = (path: string) => relative(process.cwd(), path);
  terminal.say(
    `${done.isUpdate ? "Updated" : "Written"}: ${shown(done.ledger)}  (open it on Start; answer in Review, save, run again)`,
  );
  if (done.keptEarlierAs !== null) terminal.say(`The ledger as it was before: ${shown(done.keptEarlierAs)}`);
  terminal.say(`Written: ${shown(page)}  (open it in a browser)`);
} catch (error) {
  process.exitCode = tellProblem(error, terminal);
}
