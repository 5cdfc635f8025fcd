import { randomBytes } from "node:crypto";
import { chmod, link, open, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserProblem } from "../../user-problem.ts";

const NOTHING = "Nothing was written there.";

/** What the system says, and what the manager can do about it. */
const WORDS: ReadonlyMap<string, readonly [code: string, words: string]> = new Map([
  ["ENOENT", ["no-folder", "the folder does not exist. Make it first, or choose another place."]],
  ["ENOTDIR", ["no-folder", "a part of the path is a file, not a folder. Choose another place."]],
  [
    "EACCES",
    ["not-allowed", "you may not write there. Choose another folder, or ask whoever looks after the computer."],
  ],
  ["EROFS", ["read-only", "the drive is read-only. Choose another place."]],
  ["EISDIR", ["is-folder", "that is a folder. Give the name of a file."]],
  ["EEXIST", ["output-exists", "a file of that name exists. Choose another name, or allow it to be replaced."]],
  ["ENOSPC", ["disk-full", "the disk is full. Make room, or choose another drive."]],
  ["EDQUOT", ["disk-full", "your share of the disk is full. Make room, or choose another drive."]],
  ["ENAMETOOLONG", ["bad-name", "the name is too long. Choose a shorter one."]],
  ["EINVAL", ["bad-name", "the drive does not accept such a name. Choose another one."]],
  // Windows says so while a program holds the file; so do virus scanners, for a moment.
  ["EBUSY", ["file-open", "the file is in use. Close it in Excel and run again."]],
  ["EPERM", ["file-open", "the file is in use, or may not be changed. Close it in Excel and run again."]],
  ["ETXTBSY", ["file-open", "the file is in use. Close it and run again."]],
]);

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : "";
}

function inWords(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof UserProblem || code === "") return error;
  const [problem, words] = WORDS.get(code) ?? ["not-written", `the system refused to write it (${code}).`];
  return new UserProblem(problem, `${path}: ${words} ${NOTHING}`);
}

/** The file that a name stands for, be it a link, and its permissions; mode null where there is none yet. */
async function targetOf(path: string): Promise<{ readonly path: string; readonly mode: number | null }> {
  try {
    const target = await realpath(path);
    const found = await stat(target);
    if (found.isDirectory())
      throw new UserProblem("is-folder", `${path}: that is a folder. Give the name of a file. ${NOTHING}`);
    if ((found.mode & 0o222) === 0) {
      throw new UserProblem(
        "read-only",
        `${path}: the file is marked read-only. Take the mark off in its properties, or choose another name. ${NOTHING}`,
      );
    }
    return { path: target, mode: found.mode & 0o777 };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { path, mode: null };
    throw error;
  }
}

/**
 * Writes a file whole or not at all: into a new file in the same folder first, which then takes the name. Whoever reads
 * the name sees the old file or the new one, never half of one, even when the power fails. Permissions of a file that is
 * replaced stay. With `overwrite: false` a file of that name is left alone.
 *
 * Throws a UserProblem that says what is in the way: `no-folder`, `not-allowed`, `read-only`, `is-folder`,
 * `output-exists`, `disk-full`, `bad-name`, `file-open` or `not-written`.
 *
 * @example await writeFileAtomically("out/tracker.ledger.xlsx", bytes, { overwrite: false })
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  { overwrite = true }: { readonly overwrite?: boolean } = {},
): Promise<void> {
  let draft: string | null = null;
  try {
    const target = await targetOf(path);
    if (target.mode !== null && !overwrite) throw Object.assign(new Error("exists"), { code: "EEXIST" });
    const name = `.${basename(target.path).slice(0, 60)}.${randomBytes(6).toString("hex")}.part`;
    const file = await open(join(dirname(target.path), name), "wx", target.mode ?? 0o666);
    draft = join(dirname(target.path), name);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (target.mode !== null) await chmod(draft, target.mode);
    if (overwrite) await rename(draft, target.path);
    else await takeFreeName(draft, target.path);
    draft = null;
  } catch (error) {
    throw inWords(path, error);
  } finally {
    if (draft !== null) await unlink(draft).catch(() => undefined);
  }
}

/** Gives the draft its name only if the name is still free: a second name for a file fails where one exists. */
async function takeFreeName(draft: string, target: string): Promise<void> {
  try {
    await link(draft, target);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw error;
    // Drives without second names (memory sticks): the check at the start has to do.
    await rename(draft, target);
    return;
  }
  await unlink(draft);
}
