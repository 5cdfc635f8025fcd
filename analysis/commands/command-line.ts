import { UserProblem } from "../user-problem.ts";
import { UsageProblem } from "./arguments.ts";
import { STRUCTURE_HELP, structureCommand } from "./structure-command.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `SCA Ledger: from a plain tracker of single case agreements to a structured ledger.

${STRUCTURE_HELP}

Exit codes: 0 done, 1 a file has a problem (nothing is written), 2 the command was written wrong.`;

/** Runs one command line and answers with its exit code. */
export async function runCommandLine(line: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const [command, ...rest] = line;
  try {
    if (command === undefined) throw new UsageProblem("Name a command.");
    if (command === "--help" || command === "-h" || command === "help") terminal.say(HELP);
    else if (command === "structure") await structureCommand(rest, terminal);
    else throw new UsageProblem(`There is no command "${command}".`);
    return 0;
  } catch (error) {
    return tellProblem(error, terminal);
  }
}

/** Says what went wrong and answers with the exit code for it. */
export function tellProblem(error: unknown, terminal: Terminal): 1 | 2 {
  if (error instanceof UserProblem) {
    terminal.warn(error.message);
    return 1;
  }
  if (error instanceof UsageProblem) {
    terminal.warn(`${error.message} See: npm run --silent sca -- --help`);
    return 2;
  }
  terminal.warn(
    "This is a fault of SCA Ledger, not of your file. Your tracker was not changed and no file was half written.",
  );
  const isDebug = process.env["SCA_DEBUG"] !== undefined;
  if (isDebug && error instanceof Error) terminal.warn(error.stack ?? error.message);
  else
    terminal.warn(
      "Please report it with the message that SCA_DEBUG=1 in front of the command shows; take patient data out first.",
    );
  return 1;
}
