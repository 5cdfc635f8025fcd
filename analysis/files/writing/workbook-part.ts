import type { LedgerName, NameChanges } from "./ledger-names.ts";
import {
  freshIds,
  isOfKind,
  relationshipType,
  relationshipXml,
  relativeTarget,
  resolveTarget,
} from "./relationships.ts";
import type { PlacedSheet } from "./sheet-placing.ts";
import type { WorkbookFile } from "./workbook-file.ts";
import { attributeOf, childOf } from "./xml-element.ts";
import { XmlPart } from "./xml-part.ts";
import { attributeText, cellText } from "./xml-text.ts";

/** The schema's order of a workbook's children (ECMA-376 Part 1, 18.2.27). */
const ORDER = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function after(name: string): string[] {
  return ORDER.slice(ORDER.indexOf(name) + 1);
}

/** Lists the new sheets and names in the workbook's part and its relationships, and asks for a full calculation. */
export function finishWorkbook(
  file: WorkbookFile,
  placed: readonly PlacedSheet[],
  names: NameChanges,
  newStyles: string | null,
): void {
  const { workbook, relationships } = file;
  const nextId = freshIds(file.relationshipList);
  const lines: string[] = [];
  if (newStyles !== null) lines.push(relationshipLine(file, nextId(), "styles", newStyles));
  const rewritten = placed.flatMap(({ earlier }) => (earlier ? earlier.sheet.sheetId : []));
  if (rewritten.length > 0) dropStaleChain(file, new Set(rewritten));

  const sheetsElement = childOf(workbook.root, "sheets") ?? workbook.root;
  const bound = sheetsElement.prefixes.get(OFFICE_RELATIONSHIPS);
  const binding = bound ? "" : ` xmlns:r="${OFFICE_RELATIONSHIPS}"`;
  let sheetId = Math.max(0, ...file.sheets.map((sheet) => sheet.sheetId));
  const newSheets = placed.filter(({ earlier }) => !earlier).sort((a, b) => a.index - b.index);
  const sheets = newSheets.map(({ name, part }) => {
    const id = nextId();
    lines.push(relationshipLine(file, id, "worksheet", part));
    return `<sheet name="${attributeText(name)}" sheetId="${++sheetId}"${binding} ${bound || "r"}:id="${id}"/>`;
  });
  workbook.append("sheets", sheets, after("sheets"), false);
  if (lines.length > 0) relationships.insert([], relationships.prefixed(lines.join("")));

  for (const name of names.removed) workbook.remove(name.element);
  workbook.append("definedNames", names.added.map(nameXml), after("definedNames"), false);
  const calculation = childOf(workbook.root, "calcPr");
  if (calculation) workbook.setAttribute(calculation, "fullCalcOnLoad", "1");
  else workbook.insert(after("calcPr"), workbook.prefixed('<calcPr fullCalcOnLoad="1"/>'));
}

function relationshipLine(file: WorkbookFile, id: string, kind: string, part: string): string {
  return relationshipXml({ id, type: relationshipType(kind), target: relativeTarget(file.path, part) });
}

function nameXml({ name, refersTo, sheetIndex, comment }: LedgerName): string {
  const scope = sheetIndex === undefined ? "" : ` localSheetId="${sheetIndex}"`;
  const said = comment === undefined ? "" : ` comment="${attributeText(comment)}"`;
  return `<definedName name="${attributeText(name)}"${said}${scope}>${cellText(refersTo)}</definedName>`;
}

/** An order of calculation that lists cells of sheets written anew makes Excel repair the file; without it Excel makes its own. */
function dropStaleChain(file: WorkbookFile, rewritten: ReadonlySet<number>): void {
  const found = file.relationshipList.find((relationship) => isOfKind(relationship, "calcChain"));
  if (!found) return;
  const part = resolveTarget(file.path, found.target);
  const bytes = file.package.read(part);
  const cells = bytes ? new XmlPart(part, bytes).root.children : [];
  if (bytes && !cells.some((cell) => rewritten.has(Number(attributeOf(cell, "i"))))) return;
  if (bytes) file.package.remove(part);
  file.types.remove(part);
  const element = file.relationships.root.children.find((child) => attributeOf(child, "Id") === found.id);
  if (element) file.relationships.remove(element);
}
