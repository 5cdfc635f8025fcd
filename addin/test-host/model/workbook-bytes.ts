import { relationships, tinyWorkbook } from "../../../analysis/files/reading/tiny-workbook.ts";
import { parseAddress } from "./area.ts";
import type { WorkbookModel } from "./workbook.ts";
import { type ContentCell, type ContentTable, workbookContent } from "./workbook-content.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function cellXml(address: string, cell: ContentCell): string {
  if ("formula" in cell) return `<c r="${address}"><f>${xml(cell.formula)}</f></c>`;
  const { value } = cell;
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (/^#[A-Z/0!?]+$/.test(value)) return `<c r="${address}" t="e"><v>${xml(value)}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`;
}

function sheetXml(cells: ReadonlyMap<string, ContentCell>, tables: readonly number[]): string {
  const rows = new Map<number, string[]>();
  for (const [address, cell] of cells) {
    const row = (parseAddress(address)?.row ?? 0) + 1;
    rows.set(row, [...(rows.get(row) ?? []), cellXml(address, cell)]);
  }
  const data = [...rows].sort(([a], [b]) => a - b).map(([row, written]) => `<row r="${row}">${written.join("")}</row>`);
  const parts = tables.map((table) => `<tablePart r:id="t${table}"/>`);
  const list = parts.length > 0 ? `<tableParts count="${parts.length}">${parts.join("")}</tableParts>` : "";
  return `<sheetData>${data.join("")}</sheetData>${list}`;
}

function tableXml({ name, area, headings, calculated }: ContentTable, id: number): string {
  const columns = headings.map((heading, at) => {
    const formula = calculated.get(heading);
    const inside = formula === undefined ? "" : `<calculatedColumnFormula>${xml(formula)}</calculatedColumnFormula>`;
    return `<tableColumn id="${at + 1}" name="${xml(heading)}">${inside}</tableColumn>`;
  });
  return `<table xmlns="${MAIN}" id="${id}" name="${xml(name)}" displayName="${xml(name)}" ref="${area}"><autoFilter ref="${area}"/><tableColumns count="${columns.length}">${columns.join("")}</tableColumns></table>`;
}

/**
 * The workbook's cells, tables and names as an .xlsx file, for an independent program to compute. Looks, validations and
 * conditional formats are left out, and so are the results of formulas.
 *
 * @example await recalculateWithLibreOffice(workbookBytes(workbook), asOf)
 */
export function workbookBytes(workbook: WorkbookModel): Uint8Array {
  const { names, sheets, tables } = workbookContent(workbook);
  const parts: { [part: string]: string } = {};
  const overrides: string[] = [];
  const sheetXmls: { [sheet: string]: string } = {};
  for (const [at, { name, cells }] of sheets.entries()) {
    const own = tables.flatMap((table, index) => (table.sheet === name ? [index + 1] : []));
    sheetXmls[xml(name)] = sheetXml(cells, own);
    overrides.push(`<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`);
    if (own.length > 0) {
      const links = own.map((id): [string, string, string] => [`t${id}`, "table", `../tables/table${id}.xml`]);
      parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relationships(...links);
    }
  }
  for (const [index, table] of tables.entries()) {
    parts[`xl/tables/table${index + 1}.xml`] = tableXml(table, index + 1);
    overrides.push(`<Override PartName="/xl/tables/table${index + 1}.xml" ContentType="${TYPE}.table+xml"/>`);
  }
  const defined = [...names].map(
    ([name, refersTo]) => `<definedName name="${xml(name)}">${xml(refersTo)}</definedName>`,
  );
  parts["[Content_Types].xml"] =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${overrides.join("")}</Types>`;
  const after = defined.length > 0 ? `<definedNames>${defined.join("")}</definedNames>` : "";
  return tinyWorkbook({ sheets: sheetXmls, after, parts });
}
