import type { DateSystem } from "../../../sca/values/calendar-date.ts";
import { UserProblem } from "../../user-problem.ts";
import { prefixedAttribute, readPartXml } from "../package/part-xml.ts";
import { relationshipsOf } from "../package/relationships.ts";
import type { ZipEntry, ZipPackage } from "../package/zip-package.ts";
import { type CellStyle, readCellStyles } from "./cell-style.ts";
import { readSharedStrings } from "./shared-strings.ts";

/** A sheet with cells; sheets that only hold a chart, a dialog or old macros are left out. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** What the workbook part itself says. */
interface SheetList {
  readonly sheets: readonly SheetPart[];
  readonly dateSystem: DateSystem;
  /** Names of the whole workbook with what they refer to: "Settings!$B$3". */
  readonly names: ReadonlyMap<string, string>;
  /** The part of that kind that the workbook points to. */
  readonly part: (kind: string) => ZipEntry | undefined;
}

/** What all sheets of a workbook draw on. */
export interface WorkbookParts extends Omit<SheetList, "part"> {
  readonly pkg: ZipPackage;
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
}

const LIMIT = 64 * 2 ** 20;

/** The part that all others hang on: "xl/workbook.xml" in what Excel writes. Null where the zip holds no such part. */
export function mainPartOf(pkg: ZipPackage): ZipEntry | null {
  const named = relationshipsOf(pkg, "").find((to) => to.kind === "officeDocument" && !to.external);
  return pkg.find(named?.target ?? "xl/workbook.xml") ?? pkg.find("xl/workbook.xml") ?? null;
}

function noSheets(): UserProblem {
  return new UserProblem("no-sheets", "The workbook holds no sheet with cells.");
}

/** Reads the workbook part: its sheets in order, without what stands in them. Throws a UserProblem for what is damaged or missing. */
export function listSheets(pkg: ZipPackage): SheetList {
  const main = mainPartOf(pkg);
  if (main === null) throw noSheets();
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  const names = new Map<string, string>();
  let dateSystem: DateSystem = "1900";
  let defined: string | null = null;
  let refersTo = "";
  readPartXml(main, LIMIT, {
    open: (name, attributes) => {
      if (name === "workbookPr" && ["1", "true", "on"].includes(attributes["date1904"] ?? "")) dateSystem = "1904";
      if (name === "sheet") {
        const state = attributes["state"] ?? "visible";
        listed.push({
          name: attributes["name"] ?? "",
          hidden: state !== "visible",
          id: prefixedAttribute(attributes, "id") ?? "",
        });
      }
      if (name === "definedName") {
        defined = attributes["localSheetId"] === undefined ? (attributes["name"] ?? null) : null;
        refersTo = "";
      }
    },
    text: (text) => {
      if (defined !== null) refersTo += text;
    },
    close: (name) => {
      if (name !== "definedName" || defined === null) return;
      names.set(defined, refersTo.trim());
      defined = null;
    },
  });

  const targets = relationshipsOf(pkg, main.name);
  const part = (kind: string): ZipEntry | undefined => {
    const to = targets.find((target) => target.kind === kind && !target.external);
    return to === undefined ? undefined : pkg.find(to.target);
  };
  const sheets: SheetPart[] = [];
  for (const { name, hidden, id } of listed) {
    const to = targets.find((target) => target.id === id);
    if (to === undefined || to.kind !== "worksheet" || to.external) continue;
    const entry = pkg.find(to.target);
    if (entry === undefined) {
      throw new UserProblem(
        "part-missing",
        `The workbook is damaged: the sheet ${JSON.stringify(name)} is listed but its part is missing. Open it in Excel and save it anew.`,
      );
    }
    sheets.push({ name, hidden, entry });
  }
  if (sheets.length === 0) throw noSheets();
  return { sheets, dateSystem, names, part };
}

/**
 * Reads what stands in the workbook part and the parts it points to, except the sheets themselves.
 * Throws a UserProblem for what is damaged or missing.
 */
export function readWorkbookParts(pkg: ZipPackage): WorkbookParts {
  const { sheets, dateSystem, names, part } = listSheets(pkg);
  return {
    pkg,
    sheets,
    dateSystem,
    names,
    strings: readSharedStrings(part("sharedStrings")),
    styles: readCellStyles(part("styles"), part("theme"), dateSystem),
  };
}
