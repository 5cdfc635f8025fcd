import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join, resolve } from "node:path";
import { asOfDay } from "../analysis/commands/arguments.ts";
import { tellProblem } from "../analysis/commands/command-line.ts";
import { exportText } from "../analysis/commands/export-cases.ts";
import { processTerminal } from "../analysis/commands/terminal.ts";
import { readTracker } from "../analysis/files/reading/read-tracker.ts";
import { sharedExamples } from "../analysis/shared-examples.ts";
import { UserProblem } from "../analysis/user-problem.ts";
import { withCaseIds } from "../sca/ledger/case-ids.ts";
import { understandTracker } from "../sca/tracker/understand.ts";

/**
 * `npm run score -- DIR [--only t01,m05] [--silent N] [--json out.json]`: imports every file of DIR/files and prints the
 * scorer's figures against DIR/truth. The scorer is DIR/score.mjs, or the one beside the project.
 */
const terminal = processTerminal();
const [dir, ...options] = process.argv.slice(2);

function only(): readonly string[] | null {
  const at = options.indexOf("--only");
  return at < 0 ? null : (options[at + 1] ?? "").split(",");
}

async function importInto(folder: string, files: string): Promise<void> {
  const wanted = only();
  const names = readdirSync(files).filter((name) => wanted === null || wanted.some((start) => name.startsWith(start)));
  const asOf = asOfDay(undefined);
  for (const [index, name] of names.entries()) {
    terminal.progress(index / names.length, name);
    try {
      const understanding = withCaseIds(understandTracker(await readTracker(join(files, name)), { asOf, answers: [] }));
      writeFileSync(join(folder, `${basename(name, extname(name))}.json`), exportText(understanding));
    } catch (error) {
      if (error instanceof UserProblem) terminal.warn(error.message);
      else
        terminal.warn(`${name}: our fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  terminal.progress(1, "");
}

async function score(from: string): Promise<number> {
  for (const part of ["files", "truth"]) {
    if (existsSync(join(from, part))) continue;
    throw new UserProblem(
      "no-trackers",
      `${from}: there is no folder ${part}/ in it. A folder with files/ (trackers) and truth/ (their JSON) is needed. Nothing was scored.`,
    );
  }
  const own = join(from, "score.mjs");
  const scorer = existsSync(own) ? own : sharedExamples("trackers", "score.mjs");
  if (scorer === null) {
    throw new UserProblem(
      "no-scorer",
      `${from}: there is no score.mjs in it, and none beside the project. Nothing was scored.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "sca-score-"));
  try {
    await importInto(folder, join(from, "files"));
    const line = [scorer, "--truth", join(from, "truth"), "--pred", folder, "--brief", ...options];
    return spawnSync(process.execPath, line, { stdio: "inherit" }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  if (dir === undefined) throw new UserProblem("usage", "Name a folder with files/ and truth/: npm run score -- DIR");
  process.exitCode = await score(resolve(dir));
} catch (error) {
  process.exitCode = tellProblem(error, terminal);
}
