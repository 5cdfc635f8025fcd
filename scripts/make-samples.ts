import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { zipSync } from "fflate";
import { columnLetters } from "../sca/tracker/grid.ts";
import { parseIsoDay, serialFromDay } from "../sca/values/calendar-date.ts";
import { workedLedger } from "./samples/worked-ledger.ts";

/**
 * Makes data-samples/recovery-center.xlsx from its rows in scripts/samples, the same to the byte each time. Written as
 * plain XML, without the project's own writer: a sample must not share its faults.
 */
const SOURCE = resolve(import.meta.dirname, "samples", "recovery-center.txt");
const TARGET = resolve(import.meta.dirname, "..", "data-samples", "recovery-center.xlsx");

/** The two heading rows of the first sheet: groups, and the columns under them. */
const GROUPS: readonly (readonly [group: string, columns: readonly string[]])[] = [
  ["Client", ["Name", "DOB", "Member ID", "Grp #"]],
  ["Payor", [""]],
  ["LOC", [""]],
  ["Code", [""]],
  ["Why OON", [""]],
  ["Request", ["Sent", "Ans'd"]],
  ["Agreed", ["Rate", "Days"]],
  ["Authorization", ["Auth #", "From", "Thru", "Used"]],
  ["Payor rep", [""]],
  ["Notes", [""]],
];
const DAYS_COLUMN = 12;

const FILLS = { green: "C6EFCE", yellow: "FFEB9C", red: "FFC7CE", grey: "D9D9D9", blue: "BDD7EE", section: "1F4E79" };
const FILL_ORDER = Object.keys(FILLS) as (keyof typeof FILLS)[];
/** Styles: plain, date, bold, heading, section, then plain and date for each fill. */
const STYLE = {
  plain: 0,
  date: 1,
  bold: 2,
  heading: 3,
  section: 4,
  title: 5,
  filled: (fill: string) => 6 + (FILL_ORDER as readonly string[]).indexOf(fill),
};

const LEGEND: readonly (readonly [colour: string, meaning: string])[] = [
  ["green", "approved"],
  ["yellow", "waiting on payor"],
  ["red", "denied"],
  ["grey", "withdrawn"],
  ["blue", "won on appeal"],
];

class SheetXml {
  private readonly rows: string[] = [];
  private readonly merges: string[] = [];
  private cells: string[] = [];
  private row = 0;

  startRow(): number {
    this.endRow();
    this.row += 1;
    return this.row;
  }

  cell(column: number, text: string, style: number = STYLE.plain): void {
    const at = `${columnLetters(column)}${this.row}`;
    const day = parseIsoDay(text);
    if (day !== null) {
      this.cells.push(`<c r="${at}" s="${STYLE.date}"><v>${serialFromDay(day, "1900")}</v></c>`);
    } else if (/^=-?[\d.]+$/.test(text)) {
      this.cells.push(`<c r="${at}" s="${style}"><v>${text.slice(1)}</v></c>`);
    } else if (text !== "") {
      this.cells.push(
        `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`,
      );
    } else if (style !== STYLE.plain) {
      this.cells.push(`<c r="${at}" s="${style}"/>`);
    }
  }

  sum(column: number, from: number, value: number): void {
    const letters = columnLetters(column);
    const formula = `SUM(${letters}${from}:${letters}${this.row - 1})`;
    this.cells.push(`<c r="${letters}${this.row}" s="${STYLE.bold}"><f>${formula}</f><v>${value}</v></c>`);
  }

  merge(left: number, right: number, top = this.row, bottom = this.row): void {
    this.merges.push(`${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`);
  }

  xml(widths: readonly number[]): string {
    this.endRow();
    const columns = widths.map(
      (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    );
    const merges = this.merges.map((area) => `<mergeCell ref="${area}"/>`);
    const merged = merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`;
    return `${XML}<worksheet xmlns="${MAIN}"><cols>${columns.join("")}</cols><sheetData>${this.rows.join("")}</sheetData>${merged}</worksheet>`;
  }

  private endRow(): void {
    if (this.row > 0) this.rows.push(`<row r="${this.row}">${this.cells.join("")}</row>`);
    this.cells = [];
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Lines of one sheet of the source, each as its first word and its cells. */
function linesOf(sheet: string): { readonly kind: string; readonly cells: readonly string[] }[] {
  const text = readFileSync(SOURCE, "utf8").split(`[${sheet}]\n`)[1]?.split("\n\n")[0];
  if (text === undefined) throw new Error(`the source has no sheet [${sheet}]`);
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [kind = "", ...cells] = line.split(/ \| ?/).map((cell) => cell.trimEnd());
      return { kind, cells };
    });
}

function logSheet(): string {
  const sheet = new SheetXml();
  const width = GROUPS.reduce((sum, [, columns]) => sum + columns.length, 0);
  sheet.startRow();
  sheet.cell(
    1,
    "Cedar Hollow Recovery - Single Case Agreements / LOAs   (Denise's list - pls don't sort!!)",
    STYLE.title,
  );
  sheet.merge(1, width);
  sheet.startRow();
  LEGEND.forEach(([colour, meaning], index) => {
    sheet.cell(1 + index, meaning, STYLE.filled(colour));
  });
  sheet.startRow();
  const top = sheet.startRow();
  let column = 1;
  for (const [group, columns] of GROUPS) {
    sheet.cell(column, group, STYLE.heading);
    if (columns.length > 1) sheet.merge(column, column + columns.length - 1);
    else sheet.merge(column, column, top, top + 1);
    column += columns.length;
  }
  sheet.startRow();
  GROUPS.flatMap(([, columns]) => columns).forEach((heading, index) => {
    if (heading !== "") sheet.cell(index + 1, heading, STYLE.heading);
  });
  let sectionStart = 0;
  let days = 0;
  for (const { kind, cells } of linesOf("SCA Log")) {
    const row = sheet.startRow();
    if (kind === "month") {
      sheet.cell(1, cells[0] ?? "", STYLE.section);
      sheet.merge(1, width);
      sectionStart = row + 1;
      days = 0;
    } else if (kind === "total") {
      sheet.cell(1, cells[0] ?? "", STYLE.bold);
      sheet.sum(DAYS_COLUMN, sectionStart, days);
    } else {
      cells.forEach((cell, index) => {
        sheet.cell(index + 1, cell, index === 0 && kind !== "none" ? STYLE.filled(kind) : STYLE.plain);
      });
      days += Number(cells[DAYS_COLUMN - 1]?.slice(1) ?? 0);
    }
  }
  return sheet.xml([24, 11, 15, 9, 20, 8, 12, 30, 11, 11, 16, 7, 16, 11, 11, 7, 22, 58]);
}

function plainSheet(name: string, widths: readonly number[]): string {
  const sheet = new SheetXml();
  for (const { kind, cells } of linesOf(name)) {
    sheet.startRow();
    cells.forEach((cell, index) => {
      sheet.cell(index + 1, cell, kind === "heading" ? STYLE.heading : STYLE.plain);
    });
  }
  return sheet.xml(widths);
}

function stylesXml(): string {
  const solid = (rgb: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    ...FILL_ORDER.map((fill) => solid(FILLS[fill])),
  ];
  const fonts = [
    '<font><sz val="11"/><name val="Calibri"/></font>',
    '<font><b/><sz val="11"/><name val="Calibri"/></font>',
    '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>',
    '<font><b/><sz val="14"/><name val="Calibri"/></font>',
  ];
  const format = (font: number, fill: number, number = 0) =>
    `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`;
  const section = 2 + FILL_ORDER.indexOf("section");
  const formats = [
    format(0, 0),
    format(0, 0, 14),
    format(1, 0),
    format(1, 0),
    format(2, section),
    format(3, 0),
    ...FILL_ORDER.map((_, index) => format(0, 2 + index)),
  ];
  return `${XML}<styleSheet xmlns="${MAIN}"><fonts count="${fonts.length}">${fonts.join("")}</fonts><fills count="${fills.length}">${fills.join("")}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function packageOf(sheets: readonly (readonly [name: string, xml: string])[]): Uint8Array {
  const text = (content: string) => new TextEncoder().encode(content);
  const numbers = sheets.map((_, index) => index + 1);
  const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  const parts: Record<string, Uint8Array> = {
    "[Content_Types].xml": text(
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${sheetType}"/>`).join("")}</Types>`,
    ),
    "_rels/.rels": text(
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": text(
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(([name], index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": text(
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": text(stylesXml()),
  };
  sheets.forEach(([, xml], index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = text(xml);
  });
  return zipSync(parts, { level: 6, mtime: new Date("2026-03-16T12:00:00") });
}

writeFileSync(
  TARGET,
  packageOf([
    ["SCA Log", logSheet()],
    ["2025 closed", plainSheet("2025 closed", [20, 12, 14, 12, 8, 9, 11, 11, 12, 10, 16, 11, 11, 9, 9, 28])],
    ["Contacts", plainSheet("Contacts", [20, 26, 18, 12, 44])],
  ]),
);
process.stdout.write(`${TARGET}\n`);

const SAMPLES = resolve(import.meta.dirname, "..", "data-samples");
const WORKED = resolve(SAMPLES, "worked-ledger.xlsx");
writeFileSync(WORKED, await workedLedger(resolve(SAMPLES, "medicare")));
process.stdout.write(`${WORKED}\n`);
