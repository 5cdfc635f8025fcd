import { existsSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { LedgerContent } from "../../sca/ledger/workbook-plan.ts";
import type { Grid, Tracker } from "../../sca/tracker/grid.ts";
import { recogniseFile } from "../files/reading/file-kind.ts";
import { readLedgerContent } from "../files/reading/ledger-content.ts";
import { readFileBytes, trackerFromBytes } from "../files/reading/read-tracker.ts";
import { takenNames } from "../files/writing/ledger-marks.ts";
import { UserProblem } from "../user-problem.ts";
import { checkLedgerEnding, defaultLedgerPath } from "./ledger-path.ts";

/** A tracker as it lies on the disk. */
export interface TrackerFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What is in it, without the sheets of a ledger. */
  readonly tracker: Tracker;
  /** The ledger that it holds itself, where the user runs on a ledger of ours. */
  readonly ledger: LedgerContent | null;
}

/** Where a ledger is written, and what it goes on from. */
export interface LedgerPlace {
  readonly path: string;
  /** The earlier ledger, whose answers and edits stay. */
  readonly previous: LedgerContent | null;
  /** The workbook that takes the ledger's sheets: the tracker, or the earlier ledger where it shows the same tracker. */
  readonly base: Uint8Array;
  /** Set where the earlier ledger shows another state of the tracker: it is kept there before it is replaced. */
  readonly keepEarlierAs: string | null;
}

/** Reads a tracker, telling its own sheets from those of a ledger that stands in the same file. */
export async function readTrackerFile(path: string): Promise<TrackerFile> {
  const bytes = await readFileBytes(path);
  return trackerFileOf(path, bytes);
}

function trackerFileOf(path: string, bytes: Uint8Array): TrackerFile {
  let ours: ReadonlySet<string> = new Set();
  const tracker = trackerFromBytes(bytes, path, () => {
    ours = new Set(takenNames(bytes).ledger.map(({ sheet }) => sheet));
    return ours;
  });
  if (ours.size === 0) return { path, bytes, tracker, ledger: null };
  return inFile(path, () => ({ path, bytes, tracker, ledger: readLedgerContent(bytes) }));
}

/** Puts the file's name in front of what is said about it. */
export function inFile<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserProblem) throw new UserProblem(error.code, `${basename(path)}: ${error.message}`);
    throw error;
  }
}

/**
 * Decides where the ledger of a tracker goes. A file that is no ledger of ours is never replaced without `overwrite`; a
 * ledger of ours is gone on from. Throws a UserProblem or a UsageProblem, before anything is written.
 */
export async function placeLedger(
  tracker: TrackerFile,
  options: { readonly out: string | undefined; readonly overwrite: boolean },
): Promise<LedgerPlace> {
  const fallback = tracker.ledger === null ? defaultLedgerPath(tracker.path) : tracker.path;
  const path = options.out ?? fallback;
  if (options.out !== undefined) checkLedgerEnding(path, tracker.path);
  const fresh = { path, previous: tracker.ledger, base: tracker.bytes, keepEarlierAs: null };
  if (!existsSync(path)) {
    if (existsSync(dirname(resolve(path)))) return fresh;
    throw new UserProblem("no-folder", `${path}: there is no folder ${dirname(path)}. Nothing was written.`);
  }
  if (tracker.ledger !== null && resolve(path) === resolve(tracker.path)) return fresh;
  const existing = await existingLedger(path);
  if (existing?.ledger) {
    const place = goOnFrom(existing, existing.ledger, tracker);
    const keep = place.keepEarlierAs;
    if (keep === null || !existsSync(keep) || (await existingLedger(keep))?.ledger) return place;
    throw new UserProblem(
      "output-exists",
      `${keep}: the earlier ledger would be kept there, but this file is not a ledger of SCA Ledger. Rename it and run again. Nothing was written.`,
    );
  }
  if (options.overwrite) return fresh;
  throw new UserProblem(
    "output-exists",
    `${path}: this file exists and is not a ledger of SCA Ledger, so it was left alone. Give another name with --out, or replace it with --overwrite. Nothing was written.`,
  );
}

/** A file that cannot even be read is not a ledger of ours. */
async function existingLedger(path: string): Promise<TrackerFile | null> {
  try {
    return await readTrackerFile(path);
  } catch (error) {
    if (error instanceof UserProblem) return null;
    throw error;
  }
}

function goOnFrom(earlier: TrackerFile, previous: LedgerContent, tracker: TrackerFile): LedgerPlace {
  const path = earlier.path;
  // Only a workbook of today's form brings its colours and comments into the ledger's copy of it.
  const withLooks = recogniseFile(tracker.bytes).kind === "workbook";
  const isSame = showTheSame(earlier.tracker.grids, tracker.tracker.grids, withLooks);
  if (isSame) return { path, previous, base: earlier.bytes, keepEarlierAs: null };
  const own = earlier.tracker.grids.slice(tracker.tracker.grids.length);
  const known = new Set(tracker.tracker.grids.map(({ sheet }) => sheet));
  const lost = known.has(null) ? own : earlier.tracker.grids.filter(({ sheet }) => !known.has(sheet));
  if (lost.length > 0) {
    throw new UserProblem(
      "sheet-would-be-lost",
      `${path}: its sheet "${lost[0]?.sheet ?? ""}" is not in ${basename(tracker.path)} and would be lost. Structure ${basename(path)} itself to update it in place, or move the sheet to another file. Nothing was written.`,
    );
  }
  return { path, previous, base: tracker.bytes, keepEarlierAs: earlierPath(path) };
}

function earlierPath(path: string): string {
  const ending = extname(path);
  return join(dirname(path), `${basename(path, ending)}.earlier${ending}`);
}

/** True where a reader would see the same cells on the same sheets. The one sheet of a text file has no name of its own. */
function showTheSame(one: readonly Grid[], other: readonly Grid[], withLooks: boolean): boolean {
  if (one.length !== other.length) return false;
  return one.every((grid, index) => {
    const twin = other[index];
    if (twin === undefined) return false;
    if (grid.sheet !== null && twin.sheet !== null && grid.sheet !== twin.sheet) return false;
    return cellsOf(grid, withLooks) === cellsOf(twin, withLooks);
  });
}

function cellsOf(grid: Grid, withLooks: boolean): string {
  return JSON.stringify(
    grid.rows.flatMap(({ row, cells, fills }) => [
      ...cells.map(({ column, text, fill, comment }) => [row, column, text, ...(withLooks ? [fill, comment] : [])]),
      ...(withLooks ? [[...(fills ?? [])]] : []),
    ]),
  );
}
