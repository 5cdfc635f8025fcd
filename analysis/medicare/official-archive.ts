import { inflateEntry, openPackage, type ZipEntry, type ZipPackage } from "../files/package/zip-package.ts";
import { UserProblem } from "../user-problem.ts";
import { TAKE_TEXT } from "./official-text.ts";

/** A table as text in an archive. */
interface ArchivePart {
  /** The name without its folder. */
  readonly name: string;
  /** The folder in the archive, and the inner archive. */
  readonly folder: string;
  /** Expands the part; throws a UserProblem where it is damaged or dangerously large. */
  readonly bytes: () => Uint8Array;
}

/** The largest of CMS's texts, that of the ZIP codes with four more digits, stays far below. */
const LARGEST_PART = 300 * 2 ** 20;
const LARGEST_INNER_ARCHIVE = 100 * 2 ** 20;

const WORDS: ReadonlyMap<string, string> = new Map([
  ["zip-damaged", "the download is cut off or damaged. Download it again."],
  ["zip-path", "a name in it points outside the archive. CMS publishes no such file, so it was not opened."],
  [
    "zip-method",
    "a part is packed in a way that is not read here. Unpack the archive and give its .csv or .txt files.",
  ],
  ["encrypted", "it is protected by a password. CMS's downloads are not; download it again from cms.gov."],
  [
    "too-large",
    "it would expand to far more than CMS publishes, so it was not opened. Unpack it and give its .csv or .txt files.",
  ],
]);

/** The guard of packages speaks of workbooks; here it is downloads. */
function inWords<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const words = error instanceof UserProblem ? WORDS.get(error.code) : undefined;
    if (!(error instanceof UserProblem) || words === undefined) throw error;
    throw new UserProblem(error.code, `${what}${words}`);
  }
}

const isJunk = (name: string): boolean => /(^|\/)(__MACOSX\/|\.)/.test(name);

/**
 * The tables as text in a zip, and the names of everything else in it. A zip in the zip is opened, a third level is not.
 * Throws a UserProblem, in words that stand behind the archive's name, where it is damaged, protected, dangerously
 * large, an Excel workbook, or holds no table as text at all.
 *
 * @example archiveParts(bytes).parts.map(({ name }) => name) is ["PPRRVU2025_Oct.csv", "GPCI2025.csv", …]
 */
export function archiveParts(bytes: Uint8Array): {
  readonly parts: readonly ArchivePart[];
  readonly others: readonly string[];
} {
  const found = partsOf(
    inWords("", () => openPackage(bytes)),
    "",
    0,
  );
  if (found.parts.length > 0) return found;
  const inside = found.others.slice(0, 5).join(", ");
  throw new UserProblem("no-table", `there is no .csv or .txt file in it${inside === "" ? "" : `, only ${inside}`}.`);
}

function partsOf(pkg: ZipPackage, within: string, depth: number): { parts: ArchivePart[]; others: string[] } {
  if (pkg.find("[Content_Types].xml") !== undefined) {
    throw new UserProblem("workbook", `this is an Excel workbook. ${TAKE_TEXT}.`);
  }
  const parts: ArchivePart[] = [];
  const others: string[] = [];
  for (const entry of pkg.entries) {
    if (entry.name.endsWith("/") || isJunk(entry.name)) continue;
    const name = entry.name.split("/").at(-1) ?? entry.name;
    const folder = `${within}${entry.name.slice(0, -name.length)}`;
    if (/\.(csv|txt)$/i.test(name)) parts.push({ name, folder, bytes: () => expand(entry, LARGEST_PART) });
    else if (/\.zip$/i.test(name) && depth === 0) {
      const bytes = expand(entry, LARGEST_INNER_ARCHIVE);
      const inner = partsOf(
        inWords(`${name} in it: `, () => openPackage(bytes)),
        `${folder}${name}/`,
        depth + 1,
      );
      parts.push(...inner.parts);
      others.push(...inner.others);
    } else others.push(name);
  }
  return { parts, others };
}

function expand(entry: ZipEntry, limit: number): Uint8Array {
  return inWords("", () => inflateEntry(entry, limit));
}
