import { inflateEntry, openPackage, PACKAGE_LIMITS } from "../files/package/zip-package.ts";
import { PackageEdit } from "../files/writing/package-edit.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Parts by name, text or bytes; null takes a part out. */
export type Parts = Readonly<Record<string, string | Uint8Array | null>>;

/** A package of these parts, in this order. */
export function packageOf(parts: Parts): Uint8Array {
  const edit = new PackageEdit(null);
  for (const [name, content] of Object.entries(parts)) if (content !== null) edit.set(name, content);
  return edit.bytes();
}

/** An invented tracker as Excel would save it: one sheet "Tracker" with a text, a number, a date and a formula. */
export const TRACKER_PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`,
  "_rels/.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="Tracker" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Tracker!$A$1:$D$2</definedName><definedName name="Zone">Tracker!$A$1</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
  "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Patient</t></is></c><c r="B1"><v>12.5</v></c><c r="C1" s="1"><v>46037</v></c><c r="D1"><f>B1*2</f><v>25</v></c></row></sheetData></worksheet>`,
  "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10"/><name val="Arial"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
};

/** The invented tracker with some parts other than usual. */
export function trackerWorkbook(parts: Parts = {}): Uint8Array {
  return packageOf({ ...TRACKER_PARTS, ...parts });
}

/** A part of a package as text; throws where there is none. */
export function partText(workbook: Uint8Array, name: string): string {
  const entry = openPackage(workbook).find(name);
  if (!entry) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(inflateEntry(entry, PACKAGE_LIMITS.entryBytes));
}

/** The package with some parts changed, as a user's program would save it. A function that changes nothing is a mistake. */
export function withParts(
  workbook: Uint8Array,
  changes: Readonly<Record<string, (xml: string) => string>>,
): Uint8Array {
  const edit = new PackageEdit(openPackage(workbook));
  for (const [name, change] of Object.entries(changes)) {
    const before = edit.has(name) ? partText(workbook, name) : "";
    const after = change(before);
    if (after === before) throw new Error(`nothing was changed in ${name}`);
    edit.set(name, after);
  }
  return edit.bytes();
}

/** The parts' names in the order of the package. */
export function partNames(workbook: Uint8Array): string[] {
  return openPackage(workbook).entries.map(({ name }) => name);
}

/** The parts that are not the same to the compressed byte in both packages. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const other = openPackage(after);
  return openPackage(before)
    .entries.filter(({ name, raw, method, crc, size }) => {
      const found = other.find(name);
      const isSame = found?.name === name && found.method === method && found.crc === crc && found.size === size;
      return !(isSame && Buffer.compare(found.raw, raw) === 0);
    })
    .map(({ name }) => name);
}
