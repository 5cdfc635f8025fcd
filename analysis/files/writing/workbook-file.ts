import type { DateSystem } from "../../../sca/values/calendar-date.ts";
import { type Area, parseArea } from "../../../sca/workbook/sheet-reference.ts";
import { UserProblem } from "../../user-problem.ts";
import { relationshipsPartOf } from "../package/relationships.ts";
import { openPackage } from "../package/zip-package.ts";
import { CONTENT_TYPES_PART, ContentTypes } from "./content-types.ts";
import { PackageEdit } from "./package-edit.ts";
import { isOfKind, type Relationship, resolveTarget } from "./relationships.ts";
import { attributeOf, childOf, relationshipIdOf, type XmlElement } from "./xml-element.ts";
import { XmlPart } from "./xml-part.ts";

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  /** Counted from 0, as names that belong to one sheet count. */
  readonly index: number;
  readonly sheetId: number;
  /** The part's name, null for what is no worksheet (a chart sheet). */
  readonly part: string | null;
}

/** A name of the workbook, or of one sheet. */
export interface ListedName {
  readonly name: string;
  readonly refersTo: string;
  readonly sheetIndex: number | null;
  readonly element: XmlElement;
}

/** A native table as its part describes it. */
export interface ListedTable {
  readonly part: string;
  readonly id: number;
  readonly name: string;
  readonly sheet: string;
  readonly area: Area | null;
  readonly columns: readonly { readonly id: number; readonly heading: string }[];
}

/** A workbook opened for additions: its shared parts, and what its lists say. */
export interface WorkbookFile {
  readonly package: PackageEdit;
  /** The workbook part's name and its folder with a slash: "xl/workbook.xml", "xl/". */
  readonly path: string;
  readonly folder: string;
  readonly workbook: XmlPart;
  readonly relationships: XmlPart;
  readonly relationshipList: readonly Relationship[];
  readonly contentTypes: XmlPart;
  readonly types: ContentTypes;
  readonly dateSystem: DateSystem;
  readonly sheets: readonly ListedSheet[];
  readonly names: readonly ListedName[];
  readonly tables: readonly ListedTable[];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function incomplete(part: string): UserProblem {
  return new UserProblem(
    "part-missing",
    `The file is not a complete Excel workbook: its part ${part} is missing. Open it in Excel, let it repair the file and save it anew. Nothing was changed.`,
  );
}

function partOf(edit: PackageEdit, name: string): XmlPart {
  const bytes = edit.read(name);
  if (!bytes) throw incomplete(name);
  return new XmlPart(name, bytes);
}

function relationshipsIn(root: XmlElement): Relationship[] {
  return root.children
    .filter(({ name }) => name === "Relationship")
    .map((element) => ({
      id: attributeOf(element, "Id") ?? "",
      type: attributeOf(element, "Type") ?? "",
      target: attributeOf(element, "Target") ?? "",
      ...(attributeOf(element, "TargetMode") === "External" ? { external: true } : {}),
    }));
}

/** The relationships of any part; none where it has no such list. */
export function relationshipsOf(edit: PackageEdit, part: string): readonly Relationship[] {
  const path = relationshipsPartOf(part);
  return edit.has(path) ? relationshipsIn(partOf(edit, path).root) : [];
}

/**
 * Opens an .xlsx or .xlsm for additions; expands only the shared parts and the tables' parts.
 * Throws a UserProblem where the file is damaged, protected, binary (.xlsb) or in the strict form of the standard.
 */
export function openWorkbook(bytes: Uint8Array): WorkbookFile {
  const edit = new PackageEdit(openPackage(bytes));
  const main = relationshipsIn(partOf(edit, "_rels/.rels").root).find((found) => isOfKind(found, "officeDocument"));
  if (!main) throw incomplete("xl/workbook.xml");
  const path = resolveTarget("", main.target);
  if (path.toLowerCase().endsWith(".bin")) {
    throw new UserProblem(
      "binary-workbook",
      "The workbook is in Excel's binary form (.xlsb), to which sheets cannot be added. Save it as Excel Workbook (.xlsx) and run again. Nothing was changed.",
    );
  }
  const workbook = partOf(edit, path);
  refuseUnwritable(workbook.root);
  const relationships = partOf(edit, relationshipsPartOf(path));
  const relationshipList = relationshipsIn(relationships.root);
  const contentTypes = partOf(edit, CONTENT_TYPES_PART);
  const sheets = listSheets(workbook.root, path, relationshipList);
  return {
    package: edit,
    path,
    folder: path.slice(0, path.lastIndexOf("/") + 1),
    workbook,
    relationships,
    relationshipList,
    contentTypes,
    types: new ContentTypes(contentTypes),
    dateSystem: isTrue(childOf(workbook.root, "workbookPr"), "date1904") ? "1904" : "1900",
    sheets,
    names: listNames(workbook.root),
    tables: sheets.flatMap((sheet) => listTables(edit, sheet)),
  };
}

function isTrue(element: XmlElement | undefined, attribute: string): boolean {
  return element !== undefined && /^(1|true)$/.test(attributeOf(element, attribute) ?? "");
}

function refuseUnwritable(root: XmlElement): void {
  if (root.namespace !== MAIN) {
    throw new UserProblem(
      "strict-workbook",
      'The workbook is saved as "Strict Open XML Spreadsheet", to which sheets cannot be added. Save it as Excel Workbook (.xlsx) and run again. Nothing was changed.',
    );
  }
  if (isTrue(childOf(root, "workbookProtection"), "lockStructure")) {
    throw new UserProblem(
      "workbook-protected",
      "The workbook's structure is protected, so no sheet can be added. In Excel choose Review > Protect Workbook to take the protection off, save, and run again. Nothing was changed.",
    );
  }
}

function listSheets(root: XmlElement, path: string, relationships: readonly Relationship[]): ListedSheet[] {
  return (childOf(root, "sheets")?.children ?? []).map((element, index) => {
    const found = relationships.find(({ id }) => id === relationshipIdOf(element));
    return {
      name: attributeOf(element, "name") ?? "",
      index,
      sheetId: Number(attributeOf(element, "sheetId") ?? 0),
      part: found && isOfKind(found, "worksheet") ? resolveTarget(path, found.target) : null,
    };
  });
}

function listNames(root: XmlElement): ListedName[] {
  return (childOf(root, "definedNames")?.children ?? []).map((element) => {
    const index = attributeOf(element, "localSheetId");
    return {
      name: attributeOf(element, "name") ?? "",
      refersTo: element.text,
      sheetIndex: index === undefined ? null : Number(index),
      element,
    };
  });
}

function listTables(edit: PackageEdit, sheet: ListedSheet): ListedTable[] {
  if (sheet.part === null) return [];
  const from = sheet.part;
  return relationshipsOf(edit, from)
    .filter((found) => isOfKind(found, "table") && !found.external)
    .flatMap(({ target }) => {
      const part = resolveTarget(from, target);
      const bytes = edit.read(part);
      if (!bytes) return [];
      const root = new XmlPart(part, bytes).root;
      const columns = (childOf(root, "tableColumns")?.children ?? []).map((element) => ({
        id: Number(attributeOf(element, "id") ?? 0),
        heading: attributeOf(element, "name") ?? "",
      }));
      return {
        part,
        id: Number(attributeOf(root, "id") ?? 0),
        name: attributeOf(root, "displayName") ?? attributeOf(root, "name") ?? "",
        sheet: sheet.name,
        area: parseArea(attributeOf(root, "ref") ?? ""),
        columns,
      };
    });
}

/** The workbook's styles, made where it has none. */
export function openStyles(file: WorkbookFile): {
  readonly part: XmlPart;
  readonly path: string;
  readonly isNew: boolean;
} {
  const found = file.relationshipList.find((relationship) => isOfKind(relationship, "styles"));
  const path = found && resolveTarget(file.path, found.target);
  if (path !== undefined && file.package.has(path)) return { part: partOf(file.package, path), path, isNew: false };
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}"></styleSheet>`;
  const name = path ?? file.package.freshName((number) => `${file.folder}styles${number === 1 ? "" : number}.xml`);
  return { part: new XmlPart(name, new TextEncoder().encode(xml)), path: name, isNew: path === undefined };
}
