import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { Grid, Tracker } from "../../../sca/tracker/grid.ts";
import { UserProblem } from "../../user-problem.ts";
import { inflateEntryInChunks, type ZipPackage } from "../package/zip-package.ts";
import { recogniseFile } from "./file-kind.ts";
import { readOlderWorkbook } from "./older-workbook.ts";
import { ReadingBudget } from "./reading-budget.ts";
import { readSheet } from "./sheet-reader.ts";
import { textGrid } from "./text-tracker.ts";
import { readWorkbookParts } from "./workbook-parts.ts";

const LARGEST_FILE = 400 * 2 ** 20;
/** Binary workbooks and texts are read whole, and take several times their size. */
const LARGEST_WHOLE = 200 * 2 ** 20;

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}

function refuseOver(limit: number, bytes: number): void {
  if (bytes <= limit) return;
  const found = `The file is ${megabytes(bytes)} large; at most ${megabytes(limit)} are read.`;
  throw new UserProblem("too-large", `${found} Copy the sheets with the cases into a new workbook.`);
}

/** The library that reads .xlsb expands parts without a limit: the guard goes first. */
function expandTrial(pkg: ZipPackage): void {
  let total = 0;
  for (const entry of pkg.entries) {
    total += entry.size;
    refuseOver(LARGEST_WHOLE, total);
    inflateEntryInChunks(entry, LARGEST_WHOLE, () => undefined);
  }
}

function gridsOf(bytes: Uint8Array, passedOver: () => ReadonlySet<string>): readonly Grid[] {
  refuseOver(LARGEST_FILE, bytes.length);
  const budget = new ReadingBudget();
  const content = recogniseFile(bytes);
  if (content.kind === "workbook") {
    const workbook = readWorkbookParts(content.pkg);
    const passed = passedOver();
    const sheets = workbook.sheets.filter(({ name }) => !passed.has(name));
    return sheets.map((sheet) => readSheet(workbook, sheet, budget));
  }
  refuseOver(LARGEST_WHOLE, bytes.length);
  if (content.kind === "text") return [textGrid(content.text, budget)];
  if (content.kind === "binary-parts") expandTrial(content.pkg);
  return readOlderWorkbook(bytes, budget);
}

/**
 * Reads a tracker's bytes. What the file is, its content decides, not the name's ending.
 * `passedOver` names sheets of a workbook that are none of the tracker's: they are not read.
 * Throws a UserProblem that names the file where it is damaged, protected, too large or no table at all.
 *
 * @example trackerFromBytes(new TextEncoder().encode("Patient,Payer\nAna Ruiz,Aetna"), "tracker.csv").grids[0].rows.length is 2
 */
export function trackerFromBytes(
  bytes: Uint8Array,
  fileName: string,
  passedOver: () => ReadonlySet<string> = () => new Set(),
): Tracker {
  const file = basename(fileName);
  try {
    return { file, grids: gridsOf(bytes, passedOver) };
  } catch (error) {
    if (error instanceof UserProblem)
      throw new UserProblem(error.code, `${file}: ${error.message} Nothing was changed.`);
    throw error;
  }
}

function systemCode(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : "";
}

function cannotOpen(path: string, code: string): UserProblem {
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new UserProblem("no-file", `${path}: there is no such file. Check the name and the folder.`);
  }
  if (code === "EISDIR") return new UserProblem("no-file", `${path}: this is a folder. Name the tracker's file in it.`);
  const found = ["EBUSY", "EACCES", "EPERM"].includes(code)
    ? "the file may not be read; it may be open in another program, or belong to someone else"
    : `the file cannot be read (${code})`;
  return new UserProblem(
    "file-unreadable",
    `${path}: ${found}. Close it there, or copy it to another folder. Nothing was changed.`,
  );
}

/** Reads a file whole, size first. Throws a UserProblem where there is none, it is a folder, too large, or not readable. */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      refuseOver(LARGEST_FILE, size);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof UserProblem) {
      throw new UserProblem(error.code, `${basename(path)}: ${error.message} Nothing was changed.`);
    }
    const code = systemCode(error);
    if (code === "") throw error;
    throw cannotOpen(path, code);
  }
}

/**
 * Reads a tracker from a file: .xlsx, .xlsm, .xls, .xlsb, .csv, .tsv or .txt. The file is only read.
 * Throws a UserProblem as `trackerFromBytes` and `readFileBytes` do.
 *
 * @example (await readTracker("data-samples/tracker.xlsx")).grids.map((grid) => grid.sheet)
 */
export async function readTracker(path: string): Promise<Tracker> {
  return trackerFromBytes(await readFileBytes(path), path);
}
