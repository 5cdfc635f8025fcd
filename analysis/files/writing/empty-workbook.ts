import { CONTENT_TYPE, CONTENT_TYPES_PART } from "./content-types.ts";
import { PackageEdit } from "./package-edit.ts";
import { relationshipsXml, relationshipType } from "./relationships.ts";
import { attributeText } from "./xml-text.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The style that all cells start from; LibreOffice measures columns by it. */
const NORMAL = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** The name of a sheet's part, counted from 1. */
export function sheetPartName(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/**
 * A new workbook with empty sheets of these names, in their order; it opens on the sheet counted by `shown`, from 0.
 *
 * @example emptyWorkbook(["Log"], 0).bytes()
 */
export function emptyWorkbook(sheets: readonly string[], shown: number): PackageEdit {
  const edit = new PackageEdit(null);
  const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  const types = sheets.map(
    (_, at) => `<Override PartName="/${sheetPartName(at + 1)}" ContentType="${CONTENT_TYPE.worksheet}"/>`,
  );
  edit.set(
    CONTENT_TYPES_PART,
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${CONTENT_TYPE.relationships}"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${workbookType}"/>${types.join("")}<Override PartName="/xl/styles.xml" ContentType="${CONTENT_TYPE.styles}"/></Types>`,
  );
  edit.set(
    "_rels/.rels",
    relationshipsXml([{ id: "rId1", type: relationshipType("officeDocument"), target: "xl/workbook.xml" }]),
  );
  const listed = sheets.map(
    (name, at) => `<sheet name="${attributeText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  edit.set(
    "xl/workbook.xml",
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr/><bookViews><workbookView activeTab="${shown}"/></bookViews><sheets>${listed.join("")}</sheets></workbook>`,
  );
  edit.set(
    "xl/_rels/workbook.xml.rels",
    relationshipsXml([
      ...sheets.map((_, at) => ({
        id: `rId${at + 1}`,
        type: relationshipType("worksheet"),
        target: `worksheets/sheet${at + 1}.xml`,
      })),
      { id: `rId${sheets.length + 1}`, type: relationshipType("styles"), target: "styles.xml" },
    ]),
  );
  edit.set("xl/styles.xml", `${HEAD}<styleSheet xmlns="${MAIN}">${NORMAL}</styleSheet>`);
  sheets.forEach((_, at) => {
    edit.set(sheetPartName(at + 1), `${HEAD}<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`);
  });
  return edit;
}
