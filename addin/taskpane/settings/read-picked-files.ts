import { foundIn, inForms, sentenceFor } from "../../../analysis/medicare/official-forms.ts";
import { settleOfficialFiles } from "../../../analysis/medicare/settle-official-files.ts";
import { UserProblem } from "../../../analysis/user-problem.ts";

/** A file from the disk, read whole. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What picked files hold: plain data, so that a worker can hand it back. */
export interface PickedTables {
  /** The tables in the compact form, by their names there; none where a file was refused. */
  readonly texts: ReadonlyMap<string, string>;
  /** What is to be told beside: tables that are not needed, that were there twice. */
  readonly notes: readonly string[];
  /** Why nothing is taken, each a sentence that begins with a file's name. */
  readonly refusals: readonly string[];
}

/**
 * Reads Medicare's files as the command line does: texts and the zips that CMS packs them in. All or none: where one is
 * refused nothing is taken, and all refusals are told together.
 *
 * @example readPickedFiles([{ name: "RVU25D.zip", bytes }], progress).texts.has("physician-2025D.txt")
 */
export function readPickedFiles(
  files: readonly PickedFile[],
  progress: (share: number, what: string) => void,
): PickedTables {
  const opened = files.map(({ name, bytes }, at) => {
    progress(0, `Opening ${name}`);
    const path = `${at}/${name}`;
    try {
      return { ...foundIn({ name, path, folder: "", isNamed: true, bytes }), refused: null };
    } catch (error) {
      if (!(error instanceof UserProblem)) throw error;
      return { found: [], others: [], refused: sentenceFor(error, path, name) };
    }
  });
  const official = inForms(opened.flatMap(({ found }) => found));
  const settled = settleOfficialFiles(official, undefined, (share, what) => progress(share, `Reading ${what}`));
  const refusals = [...opened.flatMap(({ refused }) => refused ?? []), ...settled.refusals];
  if (refusals.length === 0 && settled.drafts.length === 0 && settled.notNeeded.length === 0) {
    const names = files.map(({ name }) => name).join(", ");
    refusals.push(`None of Medicare's tables that are used here was found in ${names}. Nothing was loaded.`);
  }
  const texts = refusals.length > 0 ? [] : settled.drafts.map(({ keptAs, text }): [string, string] => [keptAs, text]);
  return { texts: new Map(texts), notes: [...settled.notNeeded, ...settled.notes], refusals };
}
