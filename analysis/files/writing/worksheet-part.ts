import type { SheetPlan, TablePlan } from "../../../sca/ledger/workbook-plan.ts";
import { columnLetters } from "../../../sca/tracker/grid.ts";
import { type CellSetting, cellXml, EXCEL_LIMITS } from "./cell-xml.ts";
import type { EarlierSheet } from "./earlier-sheet.ts";
import { freshIds, type Relationship, relationshipType } from "./relationships.ts";
import { type Area, areaText, parseArea, quoteSheet, retarget } from "./sheet-reference.ts";
import { tableArea } from "./table-part.ts";
import { type NameWords, validationXml } from "./validation-xml.ts";
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
  readonly xml: string;
  readonly relationships: readonly Relationship[];
}

interface CellAt {
  readonly column: number;
  readonly xml: string;
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
  const rows = sheetRows(plan, setting);
  const links = hyperlinks(plan, setting, relationships, nextId);
  const parts = [
    plan.tabColour ? `<tabColor rgb="FF${escapeXml(plan.tabColour)}"/>` : "",
    '<pageSetUpPr fitToPage="1"/>',
  ];
  const drawings = (setting.earlier?.drawings ?? []).map(({ element, id }) => `<${element} r:id="${escapeXml(id)}"/>`);
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr>${parts.join("")}</sheetPr>${dimension(rows)}${view(plan, setting)}<sheetFormatPr defaultRowHeight="15"/>${columnsXml(plan, setting)}<sheetData>${rowsXml(rows)}</sheetData>${conditionsXml(plan, setting)}${validationsXml(plan, setting)}${links}<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="${plan.landscape ? "landscape" : "portrait"}" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>${ignoredErrors(plan)}${drawings.join("")}${tableIds.length > 0 ? `<tableParts count="${tableIds.length}">${tableIds.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>` : ""}</worksheet>`;
  return { xml, relationships };
}

/** The cells that the plan fills, from A1 to its last row and column. */
export function plannedArea({ cells, tables }: SheetPlan): Area {
  const areas = tables.map(tableArea);
  return {
    top: 1,
    left: 1,
    bottom: Math.max(1, ...cells.map(({ row }) => row), ...areas.map(({ bottom }) => bottom)),
    right: Math.max(1, ...cells.map(({ column }) => column), ...areas.map(({ right }) => right)),
  };
}

/** Cells by row, each row in column order. */
function sheetRows(plan: SheetPlan, setting: SheetSetting): Map<number, CellAt[]> {
  const rows = new Map<number, CellAt[]>();
  const put = (row: number, column: number, xml: string): void => {
    if (xml === "") return;
    if (row < 1 || column < 1 || row > EXCEL_LIMITS.rows || column > EXCEL_LIMITS.columns) {
      throw new Error(`no cell at row ${row}, column ${column}`);
    }
    const cells = rows.get(row);
    if (cells) cells.push({ column, xml });
    else rows.set(row, [{ column, xml }]);
  };
  for (const { row, column, value, look, link } of plan.cells) {
    put(row, column, cellXml(row, column, value, look ?? (link ? "link" : undefined), setting));
  }
  for (const table of plan.tables) putTable(table, setting, put);
  for (const { row, column, xml } of setting.earlier?.looseCells ?? []) put(row, column, xml);
  for (const [row, cells] of rows) {
    cells.sort((a, b) => a.column - b.column);
    const double = cells.find(({ column }, index) => column === cells[index + 1]?.column);
    if (double) throw new Error(`sheet ${plan.name} has two cells at ${columnLetters(double.column)}${row}`);
  }
  return rows;
}

function putTable(
  table: TablePlan,
  setting: SheetSetting,
  put: (row: number, column: number, xml: string) => void,
): void {
  const { row: top, column: left, columns } = table;
  columns.forEach(({ heading }, index) => {
    put(top, left + index, cellXml(top, left + index, heading, "heading", setting));
  });
  const rows = table.rows.length > 0 ? table.rows : [columns.map(() => null)];
  rows.forEach((values, index) => {
    const row = top + 1 + index;
    columns.forEach(({ look, formula }, place) => {
      const value = values[place] ?? null;
      const content = formula === undefined ? value : { formula, result: value };
      put(row, left + place, cellXml(row, left + place, content, look, setting));
    });
  });
}

function rowsXml(rows: ReadonlyMap<number, readonly CellAt[]>): string {
  const order = [...rows.keys()].sort((a, b) => a - b);
  return order.map((row) => `<row r="${row}">${(rows.get(row) ?? []).map(({ xml }) => xml).join("")}</row>`).join("");
}

function dimension(rows: ReadonlyMap<number, readonly CellAt[]>): string {
  if (rows.size === 0) return '<dimension ref="A1"/>';
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1, 1];
  for (const [row, cells] of rows) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, cells[0]?.column ?? left);
    right = Math.max(right, cells.at(-1)?.column ?? right);
  }
  return `<dimension ref="${areaText({ top, left, bottom, right })}"/>`;
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
function columnsXml({ tables, widths }: SheetPlan, { earlier }: SheetSetting): string {
  const columns = new Map<number, { width: number; hidden: boolean }>();
  for (const [column, width] of widths ?? [])
    columns.set(column, earlier?.widths.get(column) ?? { width, hidden: false });
  for (const table of tables) {
    table.columns.forEach(({ heading, width }, index) => {
      const column = table.column + index;
      const known = earlier?.columnWidths(table.name, heading);
      const set = known ?? { width: Math.max(width, columns.get(column)?.width ?? 0), hidden: false };
      columns.set(column, set);
    });
  }
  if (columns.size === 0) return "";
  const list = [...columns].sort(([a], [b]) => a - b);
  const xml = list.map(
    ([column, { width, hidden }]) =>
      `<col min="${column}" max="${column}" width="${Math.min(255, width)}"${hidden ? ' hidden="1"' : ""} customWidth="1"/>`,
  );
  return `<cols>${xml.join("")}</cols>`;
}

function bodyCells(table: TablePlan, index: number): string {
  const { top, bottom, left } = tableArea(table);
  return areaText({ top: top + 1, bottom, left: left + index, right: left + index });
}

/** A condition's formula for the first data row: `{Heading}` becomes `$C5`, so that each row looks at its own cells. */
function conditionFormula(table: TablePlan, when: string): string {
  return when.replace(/\{([^{}]+)\}/g, (_found, heading: string) => {
    const index = table.columns.findIndex((column) => column.heading.toLowerCase() === heading.toLowerCase());
    if (index < 0) throw new Error(`table ${table.name} has no column "${heading}" for the condition ${when}`);
    return `$${columnLetters(table.column + index)}${table.row + 1}`;
  });
}

function conditionsXml({ tables }: SheetPlan, setting: SheetSetting): string {
  const byCells = new Map<string, string[]>();
  let priority = 0;
  for (const table of tables) {
    for (const { column, when, signal } of table.conditions) {
      const index = table.columns.findIndex(({ heading }) => heading.toLowerCase() === column.toLowerCase());
      const cells = bodyCells(table, index);
      const formula = escapeXml(retarget(conditionFormula(table, when), setting.actualNames));
      const rule = `<cfRule type="expression" dxfId="${setting.styles.condition(signal)}" priority="${++priority}"><formula>${formula}</formula></cfRule>`;
      byCells.set(cells, [...(byCells.get(cells) ?? []), rule]);
    }
  }
  return [...byCells]
    .map(([cells, rules]) => `<conditionalFormatting sqref="${cells}">${rules.join("")}</conditionalFormatting>`)
    .join("");
}

function validationsXml({ tables }: SheetPlan, { dateSystem, nameWords }: SheetSetting): string {
  const rules = tables.flatMap((table) =>
    table.columns
      .map((column, index) => validationXml(column, bodyCells(table, index), dateSystem, nameWords))
      .filter((xml) => xml !== ""),
  );
  return rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>` : "";
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

/** Identifiers are text on purpose: no green corner that asks to turn them into numbers. */
function ignoredErrors({ tables }: SheetPlan): string {
  const cells = tables.flatMap((table) =>
    table.columns.flatMap(({ look }, index) =>
      look === "id" || look === "text" || look === "input" ? bodyCells(table, index) : [],
    ),
  );
  if (cells.length === 0) return "";
  return `<ignoredErrors><ignoredError sqref="${cells.join(" ")}" numberStoredAsText="1"/></ignoredErrors>`;
}
