import { relative, resolve } from "node:path";
import { UsageProblem } from "../analysis/commands/arguments.ts";
import { tellProblem } from "../analysis/commands/command-line.ts";
import { processTerminal } from "../analysis/commands/terminal.ts";
import { buildAddin } from "./addin-build/build-addin.ts";
import { buildArguments } from "./addin-build/build-arguments.ts";
import { checkOutFolder } from "./addin-build/out-folder.ts";

/** `npm run build -- --host https://example.org/sca`: the folder to put on that host, and the manifest to hand out. */
const ROOT = resolve(import.meta.dirname, "..");

const terminal = processTerminal();
try {
  const given = buildArguments(process.argv.slice(2), ROOT);
  checkOutFolder(given.out);
  const scripts = await buildAddin(ROOT, given);
  const folder = relative(process.cwd(), given.out) || ".";
  const kilobytes = Math.ceil(scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000);
  terminal.say(`Built: ${folder} (first load ${kilobytes} KB of script, compressed)`);
  terminal.say(`1. Serve the content of ${folder} at ${given.host}`);
  terminal.say(`2. Hand out ${folder}/manifest.xml; addin/README.md tells how it is installed`);
} catch (error) {
  if (error instanceof UsageProblem) {
    terminal.warn(error.message);
    process.exitCode = 2;
  } else {
    process.exitCode = tellProblem(error, terminal);
  }
}
