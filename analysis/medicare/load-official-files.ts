import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import { UserProblem } from "../user-problem.ts";
import { officialFiles } from "./official-files.ts";
import { isSameTable, type OfficialDraft, settleOfficialFiles } from "./settle-official-files.ts";

/** What became of one official file. */
export interface LoadedFile extends Omit<OfficialDraft, "text"> {
  readonly outcome: "new" | "replaced" | "unchanged";
}

/** What became of everything that was given. */
export interface Loading {
  readonly loaded: readonly LoadedFile[];
  /** Sentences about files of CMS's from which nothing is kept. */
  readonly notNeeded: readonly string[];
  /** Parts of archives and folders that are no table that is used here, by name. */
  readonly leftAside: readonly string[];
  /** What else should be known: tables that were there twice. */
  readonly notes: readonly string[];
}

async function keep(draft: OfficialDraft, folder: string): Promise<LoadedFile> {
  const { text, ...rest } = draft;
  const path = join(folder, draft.keptAs);
  const before = await readFile(path, "utf8").catch(() => null);
  if (before !== null && isSameTable(before, draft)) return { ...rest, outcome: "unchanged" };
  await writeFileAtomically(path, new TextEncoder().encode(text));
  return { ...rest, outcome: before === null ? "new" : "replaced" };
}

/**
 * Loads official files into the folder of Medicare's files, all of them or none: where one is refused, nothing is
 * written. What is there already with the same content is not written again.
 * Throws a UserProblem that names every refused file with what was found and what is expected.
 *
 * @example (await loadOfficialFiles(["RVU25D.zip"], { folder, releaseHint: undefined }, progress)).loaded[0].keptAs
 */
export async function loadOfficialFiles(
  paths: readonly string[],
  { folder, releaseHint }: { readonly folder: string; readonly releaseHint: string | undefined },
  progress: (share: number, what: string) => void,
): Promise<Loading> {
  const official = await officialFiles(paths, (name) => progress(0, `opening ${name}`));
  const settled = settleOfficialFiles(official.files, releaseHint, progress);
  const { drafts: kept, notNeeded, notes } = settled;
  const leftAside = [...official.leftAside, ...settled.leftAside];
  const refusals = [...official.refused, ...settled.refusals];
  if (refusals.length === 0 && kept.length === 0 && notNeeded.length === 0) {
    refusals.push(`None of Medicare's tables that are used here was found in ${paths.join(", ")}.`);
  }
  if (refusals.length > 0) throw new UserProblem("medicare-file-refused", allRefused(refusals, kept.length));
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UserProblem(
      "no-folder",
      `${folder}: this folder cannot be made (${String(Reflect.get(Object(error), "code"))}). Nothing was written.`,
    );
  });
  const loaded: LoadedFile[] = [];
  for (const draft of kept) loaded.push(await keep(draft, folder));
  progress(1, "");
  return { loaded, notNeeded, leftAside, notes };
}

function allRefused(refusals: readonly string[], others: number): string {
  const rest = others === 0 ? "" : ` The other ${others === 1 ? "file was" : `${others} files were`} fine, but`;
  return [
    ...refusals,
    `${rest === "" ? "Nothing" : `${rest} nothing`} was written: load all again once this is mended.`.trim(),
  ].join("\n");
}
