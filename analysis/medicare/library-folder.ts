import { readdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import { COMPACT_FORM, readCompactForm } from "../../sca/medicare/files/compact-form.ts";
import { libraryOf } from "../../sca/medicare/files/held-library.ts";
import type { HeldFile } from "../../sca/medicare/files/medicare-file.ts";
import { UserProblem } from "../user-problem.ts";

/** The machine as far as it decides where a program keeps a user's data. */
interface Machine {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const THIS_MACHINE: Machine = { platform: process.platform, environment: process.env, home: homedir() };

/**
 * The folder in which Medicare's files are kept once they are loaded: `medicare` in the folder that SCA_HOME names, else
 * in the user's own data folder as the platform has it: %APPDATA%\SCA Ledger, ~/Library/Application Support/SCA Ledger,
 * or $XDG_DATA_HOME/sca-ledger (~/.local/share/sca-ledger). It need not exist.
 *
 * @example medicareFolder() is "/home/ana/.local/share/sca-ledger/medicare"
 */
export function medicareFolder({ platform, environment, home }: Machine = THIS_MACHINE): string {
  const named = (name: string): string | null => {
    const value = environment[name];
    return value === undefined || value.trim() === "" ? null : value;
  };
  const own = named("SCA_HOME");
  if (own !== null) return join(resolve(own), "medicare");
  if (platform === "win32") return join(named("APPDATA") ?? join(home, "AppData", "Roaming"), "SCA Ledger", "medicare");
  if (platform === "darwin") return join(home, "Library", "Application Support", "SCA Ledger", "medicare");
  return join(named("XDG_DATA_HOME") ?? join(home, ".local", "share"), "sca-ledger", "medicare");
}

/** A kept file is known by its name too: of one that was cut off, nothing else may be left. */
function isOurs(name: string, text: string): boolean {
  return (
    text.startsWith(COMPACT_FORM) || /^(physician|localities|counties|zip4?|outpatient-days|caps)-\d{4}/.test(name)
  );
}

/** What the kept files hold, in the order in which they are listed. */
export function heldFiles(library: MedicareLibrary): HeldFile[] {
  return [
    ...library.releases.map((release) => ({ kind: "relativeValues", release }) as const),
    ...library.localityYears.map((localities) => ({ kind: "localities", localities }) as const),
    ...library.countyYears.map((counties) => ({ kind: "counties", counties }) as const),
    ...library.zipQuarters.map((zip) => ({ kind: "zip", zip }) as const),
    ...library.zipPlusFourQuarters.map((zipPlusFour) => ({ kind: "zipPlusFour", zipPlusFour }) as const),
    ...library.dayRates.map((dayRates) => ({ kind: "dayRates", dayRates }) as const),
    ...library.caps.map((caps) => ({ kind: "caps", caps }) as const),
  ];
}

/** The .txt files of a folder, in the order of their names; none where there is no such folder. */
async function textFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => !entry.isDirectory() && /^[^.].*\.txt$/i.test(entry.name));
    return names.map(({ name }) => name).sort();
  } catch (error) {
    const code: unknown = Reflect.get(Object(error), "code");
    if (code === "ENOENT") return [];
    const found = code === "ENOTDIR" ? "this is a file, not a folder" : `this folder cannot be read (${String(code)})`;
    throw new UserProblem("folder-unreadable", `${folder}: ${found}. Name another folder for Medicare's files.`);
  }
}

/**
 * Reads everything of Medicare's that was loaded into a folder. No folder, nothing loaded. Files that are not ours are
 * left alone; one of ours that is damaged or cut off is never passed over: a UserProblem names all of these, since a
 * release that is missing in silence would give another release's amounts.
 *
 * @example (await readLibrary(medicareFolder())).releases.map(({ year, letter }) => `${year}${letter}`)
 */
export async function readLibrary(folder: string): Promise<MedicareLibrary> {
  const held: HeldFile[] = [];
  const damaged: string[] = [];
  for (const name of await textFiles(folder)) {
    const path = join(folder, name);
    const text = await readFile(path, "utf8").catch((error: unknown) => {
      damaged.push(`${path}: this file cannot be read (${String(Reflect.get(Object(error), "code"))}).`);
      return "";
    });
    if (!isOurs(name, text)) continue;
    const file = readCompactForm(name, text);
    if (file.kind === "refused") damaged.push(`${join(folder, name)}: ${DAMAGED}`);
    else if (file.kind !== "notNeeded") held.push(file);
  }
  if (damaged.length > 0) throw new UserProblem("library-damaged", damaged.join("\n"));
  return libraryOf(held);
}

const DAMAGED =
  "this data file is damaged or cut off. Load the download that it came from again (sca medicare FILE…), or delete it; nothing is priced meanwhile.";
