import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import { counted } from "../report/figures.ts";
import { UserProblem } from "../user-problem.ts";

/** A file to be put into the report's folder, by its path there with slashes. */
export interface PlacedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Remembers what was written, so that a file somebody has worked on since is told from one that is only older. */
const LIST = "report-files.json";
const FORMAT = "sca-report-files/1";

/**
 * A folder that reports are put into. Files that came from us and were not touched since are replaced; files that
 * somebody changed, or that were there before, are left alone unless `overwrite` is set.
 */
export class ReportPlace {
  readonly #folder: string;
  readonly #overwrite: boolean;

  constructor(folder: string, overwrite: boolean) {
    this.#folder = folder;
    this.#overwrite = overwrite;
  }

  /** Makes sure that the folder can be had. Throws a UserProblem where a file stands in its way or it cannot be made. */
  async open(): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true });
    } catch {
      throw new UserProblem(
        "no-folder",
        `${this.#folder}: the folder cannot be made there. Choose another place with --out. Nothing was written.`,
      );
    }
  }

  /**
   * Puts files in place, all or none: they are written into a folder of their own first and take their names at the end.
   * Throws a UserProblem where a file of somebody else's, or one that was changed since, has one of the names.
   */
  async put(files: readonly PlacedFile[]): Promise<void> {
    const known = await this.#known();
    const changed: string[] = [];
    for (const { path, bytes } of files) {
      const there = await readFile(this.#at(path)).catch(() => null);
      if (there === null || this.#overwrite) continue;
      const found = hashOf(there);
      if (found !== known.get(path) && found !== hashOf(bytes)) changed.push(path);
    }
    if (changed.length > 0) {
      throw new UserProblem(
        "output-exists",
        `${this.#folder}: ${changed.join(", ")} ${changed.length === 1 ? "was" : "were"} there before or changed since, so ${changed.length === 1 ? "it was" : "they were"} left alone. Choose another folder, or replace with --overwrite. Nothing was written.`,
      );
    }
    const draft = join(this.#folder, `.report-${randomBytes(6).toString("hex")}.part`);
    try {
      for (const { path, bytes } of files) {
        const place = join(draft, ...path.split("/"));
        await mkdir(dirname(place), { recursive: true });
        await writeFile(place, bytes);
      }
      for (const { path } of files) {
        await mkdir(dirname(this.#at(path)), { recursive: true });
        await rename(join(draft, ...path.split("/")), this.#at(path));
      }
    } catch (error) {
      throw this.#inWords(error, files.length);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
    for (const { path, bytes } of files) known.set(path, hashOf(bytes));
    const list = { format: FORMAT, files: Object.fromEntries([...known].sort(([a], [b]) => (a < b ? -1 : 1))) };
    await writeFileAtomically(this.#at(LIST), new TextEncoder().encode(`${JSON.stringify(list, null, 2)}\n`));
  }

  /** The path on this computer, for whoever is told of it. */
  shown(path: string): string {
    return this.#at(path);
  }

  #at(path: string): string {
    return join(this.#folder, path.replaceAll("/", sep));
  }

  /** What was written here before, by path. A list that is not ours, or does not read, knows nothing. */
  async #known(): Promise<Map<string, string>> {
    try {
      const read: unknown = JSON.parse(await readFile(this.#at(LIST), "utf8"));
      if (typeof read !== "object" || read === null || Reflect.get(read, "format") !== FORMAT) return new Map();
      const files: unknown = Reflect.get(read, "files");
      return new Map(typeof files === "object" && files !== null ? Object.entries(files) : []);
    } catch {
      return new Map();
    }
  }

  #inWords(error: unknown, count: number): unknown {
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
    if (typeof code !== "string") return error;
    const why =
      { ENOSPC: "the disk is full", EACCES: "you may not write there", EROFS: "the drive is read-only" }[code] ??
      `a file there is in use, or the system refused (${code})`;
    return new UserProblem(
      "not-written",
      `${this.#folder}: ${counted(count, "file")} could not be put in place: ${why}. Close what is open from that folder and run again.`,
    );
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
