import { resolve } from "node:path";
import type { MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import { heldWords } from "../medicare/held-words.ts";
import { heldFiles, medicareFolder, readLibrary } from "../medicare/library-folder.ts";
import { type Loading, loadOfficialFiles } from "../medicare/load-official-files.ts";
import { counted, inWords } from "../report/figures.ts";
import { readArguments, UsageProblem } from "./arguments.ts";
import type { Terminal } from "./terminal.ts";

const MEDICARE_HELP = `sca medicare FILE… [--release 2025D] [--medicare DIR]
sca medicare --list [--medicare DIR]

Loads Medicare's fee schedules as CMS publishes them: the .zip as downloaded, its .csv or .txt files, or a folder of
them. Relative values (PPRRVU), cost indices (GPCI), counties of localities (LOCCO), ZIP codes (ZIP5, ZIP9), hospital
day rates (OPPS Addendum A) and hospital caps (OPPSCAP) are kept as small data files without any description of a code.
What is loaded once stays; loading it again changes nothing. If one file is refused, nothing is written.

  --list            shows what is loaded
  --release 2025D   says which release a file is, where neither the file nor its name says so
  --medicare DIR    keeps the files there; else in "medicare" in the folder that SCA_HOME names, or in your data folder

CPT codes are copyright of the American Medical Association: use CMS's files under the license that CMS shows.`;

/** `sca medicare`: throws a UsageProblem for the line, a UserProblem for the files. */
export async function medicareCommand(line: readonly string[], terminal: Terminal): Promise<void> {
  const given = readArguments(line, { text: ["release", "medicare"], flags: ["list", "help"] });
  if (given.isSet("help")) {
    terminal.say(MEDICARE_HELP);
    return;
  }
  const folder = given.text("medicare") === undefined ? medicareFolder() : resolve(given.text("medicare") ?? "");
  if (given.isSet("list")) {
    if (given.words.length > 0) throw new UsageProblem(`--list takes no file; "${given.words[0]}" is one too many.`);
    for (const text of listLines(folder, await readLibrary(folder))) terminal.say(text);
    return;
  }
  if (given.words.length === 0) {
    throw new UsageProblem("Name the files to load: sca medicare FILE…, or --list to see what is loaded.");
  }
  const loading = await loadOfficialFiles(
    given.words,
    { folder, releaseHint: given.text("release") },
    terminal.progress,
  );
  for (const text of loadingLines(loading, folder)) terminal.say(text);
}

/** Names shown of what was left aside in archives. */
const SHOWN = 6;

function loadingLines({ loaded, notNeeded, leftAside, notes }: Loading, folder: string): string[] {
  const more = leftAside.length - SHOWN;
  return [
    ...loaded.map(({ name, held, keptAs, outcome }) => {
      const what = `${name}: ${heldWords(held)}`;
      if (outcome === "unchanged") return `${what}; already loaded, unchanged`;
      return `${what} -> ${outcome === "replaced" ? "replaced" : "kept as"} ${keptAs}`;
    }),
    ...notNeeded,
    ...notes,
    ...(leftAside.length === 0
      ? []
      : [
          `Left aside, not used here: ${leftAside.slice(0, SHOWN).join("; ")}${more > 0 ? ` and ${counted(more, "other")}` : ""}.`,
        ]),
    `Medicare's files are in ${folder}. CPT codes are copyright of the American Medical Association; no description is kept.`,
  ];
}

function listLines(folder: string, library: MedicareLibrary): string[] {
  const held = heldFiles(library);
  if (held.length === 0) {
    return [
      `No fee schedule is loaded in ${folder}.`,
      "Download the relative value files of a year from cms.gov (RVU25D.zip for October 2025) and load them: sca medicare RVU25D.zip",
    ];
  }
  return [`Loaded in ${folder}:`, ...held.map((file) => `  ${heldWords(file)}`), ...missingLines(library)];
}

/** What a manager would otherwise learn from an answer that says that it is not loaded. */
function missingLines(library: MedicareLibrary): string[] {
  const years = (list: readonly { readonly year: number }[]) => new Set(list.map(({ year }) => year));
  const priced = [...years(library.releases)].sort();
  const placed = years(library.localityYears);
  const lacking = priced.filter((year) => !placed.has(year)).map(String);
  const idle = [...placed].filter((year) => !priced.includes(year)).map(String);
  const lines: string[] = [];
  if (lacking.length > 0) {
    lines.push(`${inWords(lacking)}: no cost indices (GPCI) are loaded, so only national amounts can be told.`);
  }
  if (idle.length > 0) {
    lines.push(`${inWords(idle)}: no relative values (PPRRVU) are loaded, so nothing can be priced.`);
  }
  if (library.zipQuarters.length === 0) {
    lines.push("No ZIP codes (ZIP5) are loaded: give places as contractor and locality, such as 10112-00.");
  }
  return lines;
}
