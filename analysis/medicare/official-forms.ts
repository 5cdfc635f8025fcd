import type { MedicareSource } from "../../sca/medicare/files/medicare-file.ts";
import type { UserProblem } from "../user-problem.ts";
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

/** A table as text that was found: where it lay, and how to get its bytes. */
export interface FoundTable {
  readonly name: string;
  readonly archive: string | null;
  readonly isNamed: boolean;
  /** What tables must share to be two forms of one. */
  readonly place: string;
  readonly bytes: () => Uint8Array;
}

/** A file that the manager gives, or that lies in a folder that she gives. */
export interface GivenFile {
  readonly name: string;
  /** What tells it from another of the same name. */
  readonly path: string;
  /** What the files beside it share with it. */
  readonly folder: string;
  readonly isNamed: boolean;
  readonly bytes: Uint8Array;
}

/** The tables as text in a file, which may be a zip, and the names of what else is in it. Throws a UserProblem where it cannot be opened. */
export function foundIn({ name, path, folder, isNamed, bytes }: GivenFile): {
  readonly found: readonly FoundTable[];
  readonly others: readonly string[];
} {
  if (!isZip(bytes)) {
    return { found: [{ name, archive: null, isNamed, place: folder, bytes: () => bytes }], others: [] };
  }
  const { parts, others } = archiveParts(bytes);
  return {
    found: parts.map((part) => ({
      name: part.name,
      archive: name,
      isNamed: false,
      place: `${path}\n${part.folder}`,
      bytes: part.bytes,
    })),
    others: others.map((other) => `${name}, ${other}`),
  };
}

/** Two forms of one table have one name with two endings; the one with commas is read, the other only where that fails. */
export function inForms(found: readonly FoundTable[]): OfficialFile[] {
  const byTable = new Map<string, FoundTable[]>();
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
export function sentenceFor(problem: UserProblem, path: string, name: string): string {
  if (problem.code === "too-large")
    return `${name}: it is far larger than anything that CMS publishes, so it was not opened.`;
  const isNamed = problem.message.startsWith(path) || problem.message.startsWith(name);
  return isNamed ? problem.message : `${name}: ${problem.message}`;
}
