import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { MedicareSource } from "../../sca/medicare/files/medicare-file.ts";
import { readFileBytes } from "../files/reading/read-tracker.ts";
import { UserProblem } from "../user-problem.ts";
import { archiveParts } from "./official-archive.ts";
import { isZip, officialText } from "./official-text.ts";

/** One table of CMS's, maybe in two forms. */
export interface OfficialFile {
  /** Of the best form: "PPRRVU2025_Oct.csv". */
  readonly name: string;
  /** The archive that it lay in. */
  readonly archive: string | null;
  /** True where the manager named the file herself; false for what lay in an archive or folder beside others. */
  readonly isNamed: boolean;
  /** The folder, or the folder in the archive, that it lay in: what lies there together belongs together. */
  readonly place: string;
  /**
   * The forms, best first. Reading one throws a UserProblem whose words stand behind the name. The hint says which
   * release it is, where nothing else does.
   */
  readonly forms: readonly ((releaseHint: string | undefined) => MedicareSource)[];
}

/** What was given, opened as far as its list of parts. */
export interface OfficialFiles {
  readonly files: readonly OfficialFile[];
  /** Parts that are no tables as text: their names. */
  readonly leftAside: readonly string[];
  /** What could not be opened, each a sentence that begins with its name. */
  readonly refused: readonly string[];
}

/** A table as text that was found: where it lay, and how to get its bytes. */
interface Found {
  readonly name: string;
  readonly archive: string | null;
  readonly isNamed: boolean;
  /** What tables must share to be two forms of one. */
  readonly place: string;
  readonly bytes: () => Uint8Array;
}

const DEEPEST = 3;
const MOST_FILES = 5000;

/** The files to open in a folder, those of its folders too; hidden ones and what is no table are left. */
async function filesInFolder(folder: string, depth = 0): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    const code = String(Reflect.get(Object(error), "code"));
    throw new UserProblem("folder-unreadable", `${folder}: this folder cannot be read (${code}).`);
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory() && depth < DEEPEST) found.push(...(await filesInFolder(path, depth + 1)));
    else if (entry.isFile() && /\.(csv|txt|zip)$/i.test(entry.name)) found.push(path);
    if (found.length > MOST_FILES) {
      throw new UserProblem(
        "too-large",
        `${folder}: more than ${MOST_FILES} files lie in it. Name the files themselves.`,
      );
    }
  }
  return found;
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Two forms of one table have one name with two endings; the one with commas is read, the other only where that fails. */
function inForms(found: readonly Found[]): OfficialFile[] {
  const byTable = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${one.place}\n${one.name.replace(/\.(csv|txt)$/i, "").toLowerCase()}`;
    byTable.set(key, [...(byTable.get(key) ?? []), one]);
  }
  return [...byTable.values()].flatMap((forms) => {
    const [best, ...others] = forms.sort((a, b) => Number(/\.csv$/i.test(b.name)) - Number(/\.csv$/i.test(a.name)));
    if (best === undefined) return [];
    return {
      name: best.name,
      archive: best.archive,
      isNamed: best.isNamed,
      place: best.place,
      forms: [best, ...others].map(({ name, archive, bytes }) => (releaseHint): MedicareSource => {
        const hint = releaseHint === undefined ? {} : { releaseHint };
        return { name, archive, ...hint, ...officialText(bytes(), name) };
      }),
    };
  });
}

/** Reading a file names it already; what is told of its content does not. */
function sentenceFor(problem: UserProblem, path: string, name: string): string {
  if (problem.code === "too-large")
    return `${name}: it is far larger than anything that CMS publishes, so it was not opened.`;
  const isNamed = problem.message.startsWith(path) || problem.message.startsWith(name);
  return isNamed ? problem.message : `${name}: ${problem.message}`;
}

/**
 * Opens what the manager gives: .csv and .txt files of CMS's, the .zip files that CMS packs them in (a zip in a zip too),
 * and folders of these. Of each zip only its tables as text are opened, lazily; of a table that is there as .csv and as
 * .txt the .csv. Nothing is thrown for a file that cannot be opened: all are told together.
 *
 * @example (await officialFiles(["RVU25D.zip"])).files[0].name is "25LOCCO.csv"
 */
export async function officialFiles(
  paths: readonly string[],
  onFile: (name: string) => void = () => undefined,
): Promise<OfficialFiles> {
  const found: Found[] = [];
  const leftAside: string[] = [];
  const refused: string[] = [];
  const seen = new Set<string>();

  const open = async (path: string, isNamed: boolean): Promise<void> => {
    if (seen.has(resolve(path))) return;
    seen.add(resolve(path));
    const name = basename(path);
    onFile(name);
    try {
      const bytes = await readFileBytes(path);
      if (!isZip(bytes)) {
        found.push({ name, archive: null, isNamed, place: resolve(path, ".."), bytes: () => bytes });
        return;
      }
      const { parts, others } = archiveParts(bytes);
      for (const part of parts) {
        found.push({
          name: part.name,
          archive: name,
          isNamed: false,
          place: `${path}\n${part.folder}`,
          bytes: part.bytes,
        });
      }
      leftAside.push(...others.map((other) => `${name}, ${other}`));
    } catch (error) {
      if (!(error instanceof UserProblem)) throw error;
      refused.push(sentenceFor(error, path, name));
    }
  };

  for (const path of paths) {
    if (!(await isFolder(path))) {
      await open(path, true);
      continue;
    }
    const inside = await filesInFolder(path).catch((error: unknown) => {
      if (!(error instanceof UserProblem)) throw error;
      refused.push(error.message);
      return null;
    });
    if (inside === null) continue;
    if (inside.length === 0) refused.push(`${path}: there is no .csv, .txt or .zip file in this folder.`);
    for (const file of inside) await open(file, false);
  }
  return { files: inForms(found), leftAside, refused };
}
