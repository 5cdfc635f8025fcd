import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
/** Where a browser lies that is not on the path. */
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
/** Nothing of its own may go out, and no sandbox: it is not there in containers, and only our pages are opened. */
const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** The Chromium of this machine: what `CHROMIUM` names, else the first one found; null where there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment["CHROMIUM"];
  if (named !== undefined) return existsSync(named) ? named : null;
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find((file) => existsSync(file)) ?? null;
}

/** What is said where there is no Chromium: these checks are then not done, which must not look as if they had passed. */
export const NO_CHROMIUM =
  "The add-in's pages are proved in Chromium, and this machine has none. Chromium or Google Chrome on the path is accepted, or the file that CHROMIUM names (on Debian: apt-get install chromium). None of these checks was done.";

/** Starts the browser without a window. Throws, in words, where there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath, args: FLAGS });
}
