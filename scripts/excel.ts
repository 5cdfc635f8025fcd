import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { UsageProblem } from "../analysis/commands/arguments.ts";
import { tellProblem } from "../analysis/commands/command-line.ts";
import { processTerminal } from "../analysis/commands/terminal.ts";
import { UserProblem } from "../analysis/user-problem.ts";
import { buildAddin } from "./addin-build/build-addin.ts";
import { DEVELOPMENT_HOST } from "./addin-build/build-arguments.ts";
import { buildPages } from "./addin-build/build-pages.ts";
import {
  afterSideload,
  byHand,
  excelArguments,
  sideloadCommand,
  withoutCertificate,
} from "./addin-build/excel-start.ts";
import { checkOutFolder } from "./addin-build/out-folder.ts";
import { pagesServer } from "./addin-build/pages-server.ts";
import { readByOffice } from "./addin-build/read-by-office.ts";

/**
 * `npm run excel [-- [--serve | --stop] [--recorder]]`, for a machine with Excel: builds the pages as they are deployed, serves them over
 * https with a certificate that Microsoft's tool makes and trusts (it asks once), and opens Excel with the add-in.
 */
const ROOT = resolve(import.meta.dirname, "..");
const OUT = join(ROOT, "out", "excel");
const MANIFEST = join(OUT, "manifest.xml");

const terminal = processTerminal();

function sideload(action: "start" | "stop"): Promise<readonly string[]> {
  const command = sideloadCommand(action, MANIFEST, process.platform);
  if (command === null) return Promise.resolve(["There is no desktop Excel for this system.", ...byHand(MANIFEST)]);
  return new Promise((done) => {
    // On Windows npx is a batch file, which only a shell starts; every word is ours.
    const child = spawn(command.program, command.words, { stdio: "inherit", shell: process.platform === "win32" });
    child.on("error", (error) => done(afterSideload(action, { failure: error.message }, MANIFEST)));
    child.on("exit", (exit) => done(afterSideload(action, { exit }, MANIFEST)));
  });
}

async function trustedCertificate(): Promise<Awaited<ReturnType<typeof getHttpsServerOptions>>> {
  try {
    return await getHttpsServerOptions();
  } catch (error) {
    throw new UserProblem("no-certificate", withoutCertificate(error instanceof Error ? error.message : String(error)));
  }
}

try {
  const { action, isRecorder } = excelArguments(process.argv.slice(2));
  if (action !== "stop") {
    checkOutFolder(OUT);
    await buildAddin(ROOT, { host: DEVELOPMENT_HOST, out: OUT });
    if (isRecorder) {
      await buildPages(ROOT, OUT, "recorder");
      const manifest = await readFile(MANIFEST, "utf8");
      await writeFile(MANIFEST, manifest.replaceAll("/taskpane.html", "/recorder.html"));
    }
    const { name, version, page } = await readByOffice(MANIFEST);
    const server = pagesServer(OUT, await trustedCertificate());
    await new Promise<void>((ready, failed) => {
      server.once("error", failed);
      server.listen(Number(new URL(DEVELOPMENT_HOST).port), "localhost", ready);
    });
    terminal.say(`Serving ${name} ${version} at ${DEVELOPMENT_HOST}; it opens ${page}`);
  }
  for (const line of action === "serve" ? byHand(MANIFEST) : await sideload(action)) terminal.say(line);
} catch (error) {
  if (error instanceof UsageProblem) {
    terminal.warn(error.message);
    process.exitCode = 2;
  } else if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    terminal.warn(
      `Another program listens at ${DEVELOPMENT_HOST}. End it (an earlier npm run excel?), then try again.`,
    );
    process.exitCode = 1;
  } else {
    process.exitCode = tellProblem(error, terminal);
  }
}
