import { medicareFolder, readLibrary } from "../medicare/library-folder.ts";
import { readAnswersFile } from "./answers-file.ts";
import { asOfDay, readArguments, UsageProblem } from "./arguments.ts";
import { foundLines } from "./found-lines.ts";
import { medicareLine } from "./medicare-line.ts";
import { structureTracker } from "./structure-tracker.ts";
import type { Terminal } from "./terminal.ts";

export const STRUCTURE_HELP = `sca structure TRACKER [--out LEDGER.xlsx] [--json CASES.json] [--answers REVIEW.json] [--as-of YYYY-MM-DD] [--medicare DIR] [--overwrite]

Turns a tracker of single case agreements (.xlsx, .xlsm, .xls, .xlsb, .csv, .tsv, .txt) into a ledger workbook. The
tracker is only read. Without --out the ledger is written beside it as NAME.ledger.xlsx (.xlsm stays .xlsm). Run on a
ledger, it updates the ledger in place: answers in Review are applied, and what was typed into it stays.

  --out LEDGER.xlsx     where the ledger goes
  --json CASES.json     also writes the cases for other programs
  --answers FILE.json   answers to questions, before those in the ledger: [{ "question": "…", "answer": "…" }]
  --as-of YYYY-MM-DD    the day to work for; today where it is not given
  --medicare DIR        Medicare's fee schedules as sca medicare keeps them there; else those that you loaded
  --overwrite           replaces an existing file even if it is not a ledger of ours`;

/** `sca structure`: throws a UsageProblem for the line, a UserProblem for the files. */
export async function structureCommand(line: readonly string[], terminal: Terminal): Promise<void> {
  const given = readArguments(line, {
    text: ["out", "json", "answers", "as-of", "medicare"],
    flags: ["overwrite", "help"],
  });
  if (given.isSet("help")) {
    terminal.say(STRUCTURE_HELP);
    return;
  }
  const [tracker, ...rest] = given.words;
  if (tracker === undefined) throw new UsageProblem("Name the tracker's file: sca structure TRACKER.");
  if (rest.length > 0) {
    throw new UsageProblem(`One tracker at a time; "${rest[0]}" is one too many. Put names with spaces in quotes.`);
  }
  const answers = given.text("answers");
  const json = given.text("json");
  const asOf = asOfDay(given.text("as-of"));
  const library = await readLibrary(given.text("medicare") ?? medicareFolder());
  const done = await structureTracker(
    {
      tracker,
      out: given.text("out"),
      json,
      answers: answers === undefined ? [] : await readAnswersFile(answers),
      asOf,
      overwrite: given.isSet("overwrite"),
      library,
    },
    terminal.progress,
  );
  for (const text of foundLines(done.understanding)) terminal.say(text);
  terminal.say(medicareLine(library, done.priced.by));
  terminal.say(`${done.isUpdate ? "Updated" : "Written"}: ${done.ledger}`);
  if (done.keptEarlierAs !== null) terminal.say(`The ledger as it was before is kept as ${done.keptEarlierAs}`);
  if (json !== undefined) terminal.say(`Written: ${json}`);
}
