import { constants } from "node:fs";
import { access, open, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UserProblem } from "../user-problem.ts";

/**
 * Makes sure, before anything is written, that an export can go there: the folder exists and takes files, and what stands
 * there already is an earlier export, or empty, or may be replaced. Throws a UserProblem otherwise.
 */
export async function checkExportPlace(path: string, overwrite: boolean): Promise<void> {
  const folder = dirname(resolve(path));
  if (!(await allows(folder, constants.W_OK))) {
    const found = (await allows(folder, constants.F_OK))
      ? "you may not write in its folder"
      : "its folder does not exist";
    throw new UserProblem("no-folder", `${path}: ${found}. Choose another place. Nothing was written.`);
  }
  if (overwrite || !(await allows(path, constants.F_OK)) || (await isExport(path))) return;
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

async function isExport(path: string): Promise<boolean> {
  const { size } = await stat(path);
  const file = await open(path, "r").catch(() => null);
  if (file === null) return false;
  try {
    const start = await file.read(Buffer.alloc(200), 0, 200, 0);
    return size === 0 || start.buffer.toString("utf8").includes('"format": "sca-import/');
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
