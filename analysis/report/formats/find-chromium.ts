import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What finding a browser asks of the machine; handed in, so that tests can stand for any machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isProgram: (path: string) => boolean;
}

/** Names on PATH, best known first: the system's Chromium, Google's Chrome, Microsoft's Edge, Brave. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
  "brave-browser",
];

const MAC = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "Chromium.app/Contents/MacOS/Chromium",
  "Brave Browser.app/Contents/MacOS/Brave Browser",
];

const WINDOWS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
  "Chromium\\Application\\chrome.exe",
  "BraveSoftware\\Brave-Browser\\Application\\brave.exe",
];

/** A browser named by hand, where the usual places hold none or another one is wanted. */
export const CHROMIUM_VARIABLE = "SCA_CHROMIUM";

/**
 * The program of an installed Chromium, Chrome, Edge or Brave, or null: what SCA_CHROMIUM names, then PATH, then the
 * places where installers put it. Nothing is started. A SCA_CHROMIUM that names no program is not passed over: null.
 *
 * @example findChromium() is "/usr/bin/chromium" on Debian
 */
export function findChromium(machine: Machine = thisMachine()): string | null {
  const named = machine.env[CHROMIUM_VARIABLE];
  if (named !== undefined && named !== "") return machine.isProgram(named) ? named : null;
  return placesOf(machine).find(machine.isProgram) ?? null;
}

function placesOf({ platform, env }: Machine): string[] {
  const home = (name: string): string[] => (env[name] === undefined || env[name] === "" ? [] : [env[name]]);
  if (platform === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(home);
    return WINDOWS.flatMap((place) => roots.map((root) => `${root}\\${place}`));
  }
  const onPath = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const named = NAMES.flatMap((name) => onPath.map((folder) => join(folder, name)));
  if (platform !== "darwin") return [...named, ...NAMES.map((name) => `/snap/bin/${name}`)];
  const folders = ["/Applications", ...home("HOME").map((folder) => `${folder}/Applications`)];
  return [...MAC.flatMap((place) => folders.map((folder) => `${folder}/${place}`)), ...named];
}

function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, isProgram };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
