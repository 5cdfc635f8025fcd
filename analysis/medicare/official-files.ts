import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { readFileBytes } from "../files/reading/read-tracker.ts";
import { UserProblem } from "../user-problem.ts";
import { type FoundTable, foundIn, inForms, type OfficialFile, sentenceFor } from "./official-forms.ts";

/** What was given, opened as far as its list of parts. */
export interface OfficialFiles {
  readonly files: readonly OfficialFile[];
  /** Parts that are no tables as text: their names. */
  readonly leftAside: readonly string[];
  /** What could not be opened, each a sentence that begins with its name. */
  readonly refused: readonly string[];
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
  const found: FoundTable[] = [];
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
      const inside = foundIn({ name, path, folder: resolve(path, ".."), isNamed, bytes });
      found.push(...inside.found);
      leftAside.push(...inside.others);
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
