import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Where a member came to Office: `{ set: "ExcelApi", version: "1.13" }`. */
export interface RequirementSet {
  readonly set: string;
  readonly version: string;
}

const TYPES = "@types/office-js/index.d.ts";
const DECLARED = /^ {4}(?:class|interface|enum|function|type|const|let)\s+(\w+)/;
const MEMBER = /^ {8}(?:readonly\s+|static\s+)*(?:"(\w+)"|(\w+))\s*(?:[?(<:=,]|$)/;
const API_SET = /\[Api set: (\w+) (\d+\.\d+)/;

let known: ReadonlyMap<string, RequirementSet> | null = null;

/** Reads the sets out of the documentation comments of Microsoft's own declarations, namespace `Excel`. */
function readDeclarations(): ReadonlyMap<string, RequirementSet> {
  const text = readFileSync(createRequire(import.meta.url).resolve(TYPES), "utf8");
  const found = new Map<string, RequirementSet>();
  let inExcel = false;
  let inComment = false;
  let owner = "";
  let ownSet: RequirementSet | null = null;
  let set: RequirementSet | null = null;
  for (const line of text.split("\n")) {
    if (line.startsWith("declare namespace ")) inExcel = line.startsWith("declare namespace Excel ");
    if (!inExcel) continue;
    const trimmed = line.trimStart();
    if (trimmed.startsWith("/**")) {
      inComment = true;
      set = null;
    }
    if (inComment) {
      const match = API_SET.exec(line);
      if (match?.[1] && match[2]) set ??= { set: match[1], version: match[2] };
      if (trimmed.includes("*/")) inComment = false;
      continue;
    }
    const declared = DECLARED.exec(line);
    if (declared?.[1]) {
      owner = declared[1];
      ownSet = set;
      if (set !== null) keepFirst(found, owner, set);
    }
    const member = MEMBER.exec(line);
    const name = member?.[1] ?? member?.[2];
    const here = set ?? ownSet;
    if (name !== undefined && owner !== "" && here !== null) keepFirst(found, `${owner}.${name}`, here);
    if (trimmed !== "") set = null;
  }
  return found;
}

/** Overloads and merged declarations: a member is there since the earliest of them. */
function keepFirst(found: Map<string, RequirementSet>, name: string, set: RequirementSet): void {
  const before = found.get(name);
  if (before === undefined || isLater(before, set.version)) found.set(name, set);
}

/**
 * The requirement set in which a class, member or enumeration value of the Excel API came, or null where the declarations
 * name none: no class, no such member, or one that every version has.
 *
 * @example requirementSetOf("Table.resize") is { set: "ExcelApi", version: "1.13" }
 */
export function requirementSetOf(member: string): RequirementSet | null {
  known ??= readDeclarations();
  const set = known.get(member) ?? null;
  // The class that every run is given has no set of its own in the declarations: there was no API without it.
  return set === null && member.startsWith("RequestContext.") ? { set: "ExcelApi", version: "1.1" } : set;
}

/**
 * Whether a set is later than a version of ExcelApi, or is another set altogether, which has to be asked for by itself.
 *
 * @example isLater({ set: "ExcelApi", version: "1.13" }, "1.9") is true
 */
export function isLater({ set, version }: RequirementSet, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return set !== "ExcelApi" || major > thanMajor || (major === thanMajor && minor > thanMinor);
}
