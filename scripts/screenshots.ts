import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { launchChromium } from "../addin/test-host/browser/chromium.ts";
import { ADDIN_HOST } from "../addin/test-host/browser/excel-page.ts";
import { takeScreenshots } from "../addin/test-host/browser/screenshots.ts";
import { tellProblem } from "../analysis/commands/command-line.ts";
import { processTerminal } from "../analysis/commands/terminal.ts";
import { buildAddin } from "./addin-build/build-addin.ts";

/** `npm run screenshots`: pictures of every view of the built pane, to be looked at: light, dark, high contrast, narrow, empty. */
const ROOT = resolve(import.meta.dirname, "..");
const FOLDER = join(ROOT, "out", "screenshots");

const terminal = processTerminal();
const scratch = mkdtempSync(join(tmpdir(), "sca-pane-"));
try {
  const browser = await launchChromium();
  try {
    const built = join(scratch, "dist");
    await buildAddin(ROOT, { host: ADDIN_HOST, out: built });
    const files = await takeScreenshots(browser, built, FOLDER);
    terminal.say(`${files.length} pictures in ${relative(process.cwd(), FOLDER)}`);
  } finally {
    await browser.close();
  }
} catch (error) {
  process.exitCode = tellProblem(error, terminal);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
