import { UsageProblem } from "../analysis/commands/arguments.ts";
import { tellProblem } from "../analysis/commands/command-line.ts";
import { processTerminal } from "../analysis/commands/terminal.ts";
import { notebookCommand } from "./notebooks/notebook-command.ts";

/** `npm run notebook -- NAME LEDGER.xlsx`: a walk-through for analysts, built into one page that loads nothing. */
const terminal = processTerminal();
try {
  await notebookCommand(process.argv.slice(2), terminal);
} catch (error) {
  if (error instanceof UsageProblem) {
    terminal.warn(`${error.message} See: npm run notebook -- --help`);
    process.exitCode = 2;
  } else process.exitCode = tellProblem(error, terminal);
}
