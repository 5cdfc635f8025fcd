import type { SheetPlan } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { checkSheetName } from "../../../sca/workbook/sheet-name.ts";
import { quoteSheet } from "../../../sca/workbook/sheet-reference.ts";
import { relationshipsPartOf } from "../package/relationships.ts";
import { emptyWorkbook, sheetPartName } from "./empty-workbook.ts";
import { relationshipsXml, relationshipXml } from "./relationships.ts";
import { StyleBook } from "./style-book.ts";
import { openStyles, openWorkbook } from "./workbook-file.ts";
import { sheetPart } from "./worksheet-part.ts";
import { cellText, escapeXml } from "./xml-text.ts";

/** A sheet of a plain workbook: placed cells, no native table. */
export interface PlainSheet {
  readonly plan: Omit<SheetPlan, "tables">;
  /** The row that every printed page begins with, from 1; null for none. */
  readonly printedAgain: number | null;
}

/** What the workbook's properties say. */
export interface PlainProperties {
  readonly title: string;
  /** A program, never a person. */
  readonly maker: string;
  readonly asOf: CalendarDate;
}

const CORE = "docProps/core.xml";

/**
 * A workbook of plain sheets, such as the exhibits of a report: no hidden sheet, no ledger's mark, no formula, and in its
 * properties title, maker and day alone. The same sheets give the same bytes. Throws where a name cannot name a sheet.
 *
 * @example plainWorkbook([{ plan: { name: "Rates", cells, landscape: false }, printedAgain: 4 }], properties)
 */
export function plainWorkbook(sheets: readonly PlainSheet[], properties: PlainProperties): Uint8Array {
  const names = sheets.map(({ plan }) => plan.name);
  names.forEach(checkSheetName);
  const file = openWorkbook(emptyWorkbook(names, 0).bytes());
  const { part, path } = openStyles(file);
  const styles = new StyleBook(part);
  sheets.forEach(({ plan }, at) => {
    const setting = {
      ...{ sheet: plan.name, styles, dateSystem: file.dateSystem, actualNames: new Map<string, string>() },
      ...{ nameWords: noLists, earlier: null, tableTargets: [], selected: at === 0 },
    };
    const { xml, relationships } = sheetPart({ ...plan, tables: [] }, setting);
    const name = sheetPartName(at + 1);
    file.package.set(name, xml);
    if (relationships.length > 0) file.package.set(relationshipsPartOf(name), relationshipsXml(relationships));
  });
  styles.finish();
  file.package.set(path, part.bytes());
  const titles = sheets.flatMap(({ plan, printedAgain }, at) =>
    printedAgain === null
      ? []
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${cellText(`${quoteSheet(plan.name)}!$${printedAgain}:$${printedAgain}`)}</definedName>`,
  );
  if (titles.length > 0) {
    file.workbook.insert([], `<definedNames>${titles.join("")}</definedNames>`);
    file.package.set(file.path, file.workbook.bytes());
  }
  addProperties(file, properties);
  return file.package.bytes();
}

function noLists(): never {
  throw new Error("a plain sheet has no lists");
}

function addProperties(file: ReturnType<typeof openWorkbook>, { title, maker, asOf }: PlainProperties): void {
  const day = `xsi:type="dcterms:W3CDTF">${asOf}T00:00:00Z`;
  file.package.set(
    CORE,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${cellText(title)}</dc:title><dc:creator>${escapeXml(maker)}</dc:creator><cp:lastModifiedBy>${escapeXml(maker)}</cp:lastModifiedBy><dcterms:created ${day}</dcterms:created><dcterms:modified ${day}</dcterms:modified></cp:coreProperties>`,
  );
  file.types.declare(CORE, "application/vnd.openxmlformats-package.core-properties+xml");
  file.types.finish();
  file.package.set("[Content_Types].xml", file.contentTypes.bytes());
  const list = new TextDecoder().decode(file.package.read("_rels/.rels") ?? new Uint8Array());
  const line = relationshipXml({
    id: "rId2",
    type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    target: CORE,
  });
  file.package.set("_rels/.rels", list.replace("</Relationships>", `${line}</Relationships>`));
}
