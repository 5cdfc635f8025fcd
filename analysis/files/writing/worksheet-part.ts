import type { SheetPlan } from "../../../sca/ledger/workbook-plan.ts";
import { columnLetters } from "../../../sca/tracker/grid.ts";
import type { NameWords } from "../../../sca/workbook/column-rule.ts";
import { PAGE_FOOTER, PAGE_MARGINS, printedPage } from "../../../sca/workbook/printed-page.ts";
import { areaText, parseArea, quoteSheet } from "../../../sca/workbook/sheet-reference.ts";
import type { CellSetting } from "./cell-xml.ts";
import type { EarlierSheet, SetWidth } from "./earlier-sheet.ts";
import { freshIds, type Relationship, relationshipType } from "./relationships.ts";
import { sheetRows } from "./sheet-rows.ts";
import { conditionsXml, ignoredErrors, validationsXml } from "./sheet-rules.ts";
import { cellText, escapeXml } from "./xml-text.ts";

/** What writing a sheet takes from its workbook. */
export interface SheetSetting extends CellSetting {
  readonly nameWords: NameWords;
  /** What stays of the sheet that an earlier run wrote, where there was one. */
  readonly earlier: EarlierSheet | null;
  /** Where each table's part is, seen from the sheet. */
  readonly tableTargets: readonly string[];
  /** The sheet is the one that shows when the workbook opens. */
  readonly selected: boolean;
}

/** A sheet's XML and the relationships that it speaks of. */
export interface SheetPart {
  /** Piece by piece, to be gone through once. */
  readonly xml: Iterable<string>;
  readonly relationships: readonly Relationship[];
}

/** The part of one sheet of the plan. Throws where the plan puts two things in one cell: our own mistake. */
export function sheetPart(plan: SheetPlan, setting: SheetSetting): SheetPart {
  const kept = setting.earlier?.relationships ?? [];
  const relationships: Relationship[] = [...kept];
  const nextId = freshIds(kept);
  const tableIds = setting.tableTargets.map((target) => {
    const relationship = { id: nextId(), type: relationshipType("table"), target };
    relationships.push(relationship);
    return relationship.id;
  });
  const columns = columnWidths(plan, setting);
  const widths = new Map([...columns].map(([column, { width }]) => [column, width]));
  const rows = sheetRows(plan, setting.earlier?.looseCells ?? [], widths, setting);
  const links = hyperlinks(plan, setting, relationships, nextId);
  const parts = [
    plan.tabColour ? `<tabColor rgb="FF${escapeXml(plan.tabColour)}"/>` : "",
    '<pageSetUpPr fitToPage="1"/>',
  ];
  const drawings = (setting.earlier?.drawings ?? []).map(({ element, id }) => `<${element} r:id="${escapeXml(id)}"/>`);
  const before = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr>${parts.join("")}</sheetPr>${rows.dimension}${view(plan, setting)}<sheetFormatPr defaultRowHeight="${Math.ceil(setting.styles.pointSize * 1.36)}"/>${columnsXml(columns)}`;
  const after = `${conditionsXml(plan, setting)}${validationsXml(plan, setting, setting.nameWords)}${links}${pageXml(plan, widths)}${ignoredErrors(plan)}${drawings.join("")}${tableIds.length > 0 ? `<tableParts count="${tableIds.length}">${tableIds.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>` : ""}</worksheet>`;
  return { xml: joined(before, rows.xml, after), relationships };
}

function* joined(before: string, rows: Iterable<string>, after: string): Iterable<string> {
  yield before;
  yield* rows;
  yield after;
}

function pageXml(plan: SheetPlan, widths: ReadonlyMap<number, number>): string {
  const { left, right, top, bottom, header, footer } = PAGE_MARGINS;
  const { orientation, pagesWide } = printedPage(plan, widths);
  const words = escapeXml(`&L${PAGE_FOOTER.left}&R${PAGE_FOOTER.right}`);
  return `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="${header}" footer="${footer}"/><pageSetup orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/><headerFooter><oddFooter>${words}</oddFooter></headerFooter>`;
}

function view({ freeze, tables }: SheetPlan, { earlier, selected }: SheetSetting): string {
  const grid = tables.length === 0 ? ' showGridLines="0"' : "";
  const zoom = earlier?.zoom ? ` zoomScale="${earlier.zoom}" zoomScaleNormal="${earlier.zoom}"` : "";
  const open = `<sheetViews><sheetView${grid}${selected ? ' tabSelected="1"' : ""}${zoom} workbookViewId="0"`;
  const left = (freeze?.column ?? 1) - 1;
  const top = (freeze?.row ?? 1) - 1;
  if (left < 1 && top < 1) return `${open}/></sheetViews>`;
  const pane = left > 0 && top > 0 ? "bottomRight" : top > 0 ? "bottomLeft" : "topRight";
  const split = `${left > 0 ? ` xSplit="${left}"` : ""}${top > 0 ? ` ySplit="${top}"` : ""}`;
  const corner = `${columnLetters(left + 1)}${top + 1}`;
  return `${open}><pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`;
}

/** Widths: what the user set in an earlier ledger comes first, then the table's, then the sheet's. */
function columnWidths({ tables, widths }: SheetPlan, { earlier }: SheetSetting): Map<number, SetWidth> {
  const columns = new Map<number, SetWidth>();
  for (const [column, width] of widths ?? []) {
    columns.set(column, earlier?.widths.get(column) ?? { width, hidden: false });
  }
  for (const table of tables) {
    table.columns.forEach(({ heading, width }, index) => {
      const column = table.column + index;
      const known = earlier?.columnWidths(table.name, heading);
      columns.set(column, known ?? { width: Math.max(width, columns.get(column)?.width ?? 0), hidden: false });
    });
  }
  return columns;
}

function columnsXml(columns: ReadonlyMap<number, SetWidth>): string {
  if (columns.size === 0) return "";
  const list = [...columns].sort(([a], [b]) => a - b);
  const xml = list.map(
    ([column, { width, hidden }]) =>
      `<col min="${column}" max="${column}" width="${Math.min(255, width)}"${hidden ? ' hidden="1"' : ""} customWidth="1"/>`,
  );
  return `<cols>${xml.join("")}</cols>`;
}

function hyperlinks(
  plan: SheetPlan,
  setting: SheetSetting,
  relationships: Relationship[],
  nextId: () => string,
): string {
  const ids = new Map<string, string>();
  const links = plan.cells.flatMap(({ row, column, link }) => {
    if (link === undefined) return [];
    const cell = `${columnLetters(column)}${row}`;
    const location = placeOf(link, setting.actualNames);
    if (location !== null) return `<hyperlink ref="${cell}" location="${cellText(location)}"/>`;
    if (!/^(?:mailto|https?):/i.test(link))
      throw new Error(`a cell links to "${link}": neither a place nor an address`);
    const target = new URL(link).href;
    const id = ids.get(target) ?? nextId();
    if (!ids.has(target)) relationships.push({ id, type: relationshipType("hyperlink"), target, external: true });
    ids.set(target, id);
    return `<hyperlink ref="${cell}" r:id="${id}"/>`;
  });
  return links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "";
}

/** "Review!A1" or "'Payer list'!A1" as Excel writes it, or null for an address outside the workbook. */
function placeOf(link: string, actualNames: ReadonlyMap<string, string>): string | null {
  const match = /^(?:'(.+)'|([^']+))!([^!]+)$/.exec(link);
  const area = match && parseArea(match[3] ?? "");
  if (!match || !area) return null;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? "";
  return `${quoteSheet(actualNames.get(sheet.toLowerCase()) ?? sheet)}!${areaText(area)}`;
}
