import { constants } from "node:fs";
import { access, open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UserProblem } from "../user-problem.ts";

/** Every JSON export of ours names its form first. */
const isJsonExport = (start: string): boolean => start.slice(0, 200).includes('"format": "sca-');

/** Enough of a file to see the headings of a wide table. */
const START = 16_384;

/**
 * Makes sure, before anything is written, that an export can go there: the folder exists and takes files, and what stands
 * there already is an earlier export, or empty, or may be replaced. `isOurs` tells an earlier export by its start.
 * Throws a UserProblem otherwise.
 */
export async function checkExportPlace(
  path: string,
  overwrite: boolean,
  isOurs: (start: string) => boolean = isJsonExport,
): Promise<void> {
  const folder = dirname(resolve(path));
  if (!(await allows(folder, constants.W_OK))) {
    const found = (await allows(folder, constants.F_OK))
      ? "you may not write in its folder"
      : "its folder does not exist";
    throw new UserProblem("no-folder", `${path}: ${found}. Choose another place. Nothing was written.`);
  }
  if (overwrite || !(await allows(path, constants.F_OK)) || (await isExport(path, isOurs))) return;
  throw new UserProblem(
    "output-exists",
    `${path}: this file exists and is not an export of SCA Ledger, so it was left alone. Give another name, or replace it with --overwrite. Nothing was written.`,
  );
}

async function allows(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

/** Whether what stands there is empty or an export of ours by its start; false where nothing does. */
export async function isExport(path: string, isOurs: (start: string) => boolean): Promise<boolean> {
  const file = await open(path, "r").catch(() => null);
  if (file === null) return false;
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0);
    return size === 0 || isOurs(buffer.toString("utf8", 0, bytesRead));
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
