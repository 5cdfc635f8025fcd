import { UserProblem } from "../user-problem.ts";
import { UsageProblem } from "./arguments.ts";
import type { Terminal } from "./terminal.ts";

type Command = (line: readonly string[], terminal: Terminal) => Promise<void>;

/** Each command is read in when it is called: one that prices a code need not wait for what draws and reads workbooks. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["structure", async () => (await import("./structure-command.ts")).structureCommand],
  ["medicare", async () => (await import("./medicare-command.ts")).medicareCommand],
  ["rate", async () => (await import("./rate-command.ts")).rateCommand],
  ["compare", async () => (await import("./compare-command.ts")).compareCommand],
  ["prices", async () => (await import("./price-history-command.ts")).pricesCommand],
  ["measures", async () => (await import("./measures-command.ts")).measuresCommand],
  ["report", async () => (await import("./report-command.ts")).reportCommand],
]);

const HELP = `SCA Ledger: from a plain tracker of single case agreements to a structured ledger, and what a rate is worth.

  sca structure TRACKER          makes a ledger workbook of a tracker
  sca medicare FILE…             loads Medicare's fee schedules as CMS publishes them; --list shows what is loaded
  sca rate CODE                  what Medicare states for a code, or why there is no benchmark
  sca rate --batch IN.csv        the same for every row of a table
  sca compare --mix MIX.csv      a payer's offers side by side, over your floor, and the next counter
  sca prices TRACKER             what each payer has agreed to before, with how many cases and their range
  sca measures LEDGER.xlsx       approval, turnaround, multiples of Medicare, revenue: of all, and payer by payer
  sca report LEDGER.xlsx         the leverage report: all of it for you, and a proposal letter that a payer may read

sca COMMAND --help tells all options of a command.

Exit codes: 0 done, 1 a file has a problem (nothing is written), 2 the command was written wrong.`;

/** Runs one command line and answers with its exit code. */
export async function runCommandLine(line: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const [name, ...rest] = line;
  const command = COMMANDS.get(name ?? "");
  try {
    if (name === undefined) throw new UsageProblem("Name a command.");
    if (name === "--help" || name === "-h" || name === "help") terminal.say(HELP);
    else if (command === undefined) throw new UsageProblem(`There is no command "${name}".`);
    else await (await command())(rest, terminal);
    return 0;
  } catch (error) {
    return tellProblem(error, terminal, command === undefined ? "" : `${name} `);
  }
}

/** Says what went wrong and answers with the exit code for it; `command` is whose help is named, a blank behind it. */
export function tellProblem(error: unknown, terminal: Terminal, command = ""): 1 | 2 {
  if (error instanceof UserProblem) {
    terminal.warn(error.message);
    return 1;
  }
  if (error instanceof UsageProblem) {
    terminal.warn(`${error.message} See: npm run --silent sca -- ${command}--help`);
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
