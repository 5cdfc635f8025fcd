import { inflateEntry, openPackage } from "../../../analysis/files/package/zip-package.ts";
import { ReadingBudget } from "../../../analysis/files/reading/reading-budget.ts";
import { readSheet } from "../../../analysis/files/reading/sheet-reader.ts";
import { mainPartOf, readWorkbookParts } from "../../../analysis/files/reading/workbook-parts.ts";
import { tablesOf } from "../../../analysis/files/reading/workbook-tables.ts";
import { addressOf, type Cell } from "../../../sca/tracker/grid.ts";
import { serialFromDay } from "../../../sca/values/calendar-date.ts";
import { areaText } from "../../../sca/workbook/sheet-reference.ts";
import { widthInPoints } from "../../excel/apply-layout.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { workbookContent } from "../model/workbook-content.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { pageInExcel, pageInFile } from "./printed-pages.ts";

/** A sheet as both hands leave it, each fact in one text, so that two of them can be compared. */
export interface WrittenSheet {
  /** By address: a formula with "=", or the value in JSON. */
  readonly cells: { readonly [address: string]: string };
  readonly validations: readonly string[];
  /** By the cells they lie over, in the order of their priority. */
  readonly conditions: readonly string[];
  readonly frozen: string;
  /** In points, by column. */
  readonly widths: { readonly [column: string]: number };
  readonly tab: string;
  /** How it is printed: which way, pages wide, repeated lines, margins in points, footer. */
  readonly page: string;
}

/** The ledger in a workbook, whichever hand wrote it. */
export interface WrittenLedger {
  readonly sheets: { readonly [name: string]: WrittenSheet };
  readonly tables: readonly { readonly name: string; readonly sheet: string; readonly area: string }[];
  /** Headings of every table, and the formulas of its calculated columns. */
  readonly columns: { readonly [table: string]: readonly string[] };
  readonly names: { readonly [name: string]: string };
}

function cellText(cell: Cell): string {
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (cell.kind === "date" && cell.day !== undefined) return JSON.stringify(serialFromDay(cell.day, "1900"));
  if (cell.kind === "boolean") return cell.text.toLowerCase();
  return JSON.stringify(cell.number ?? cell.text);
}

function unescaped(text: string): string {
  const plain = text.replace(/&#(\d+);|&#x([0-9a-f]+);/gi, (_, ten?: string, hex?: string) =>
    String.fromCodePoint(ten === undefined ? Number.parseInt(hex ?? "0", 16) : Number(ten)),
  );
  return plain
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

function attribute(xml: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1] ?? "");
}

function inside(xml: string, element: string): string {
  return unescaped(new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? "");
}

function fileValidation(xml: string): string {
  const kind = attribute(xml, "type");
  const first = inside(xml, "formula1");
  const rule = kind === "list" ? first.replace(/^"|"$/g, "") : kind === "decimal" ? `decimal ${first}` : kind;
  const alert = [attribute(xml, "errorTitle"), attribute(xml, "error"), attribute(xml, "errorStyle") || "stop"];
  const said = kind === "" ? "" : alert.join("|");
  return [attribute(xml, "sqref"), rule, said, attribute(xml, "promptTitle"), attribute(xml, "prompt")].join(" · ");
}

function fileSheet(xml: string, cells: readonly Cell[], page: string): WrittenSheet {
  const conditions = (xml.match(/<conditionalFormatting .*?<\/conditionalFormatting>/gs) ?? []).flatMap((part) => {
    const rules = part.match(/<cfRule .*?<\/cfRule>/gs) ?? [];
    return rules.map((rule) => ({
      priority: Number(attribute(rule, "priority")),
      text: `${attribute(part, "sqref")} =${inside(rule, "formula")}`,
    }));
  });
  const pane = /<pane [^>]*>/.exec(xml)?.[0] ?? "";
  const widths = (xml.match(/<col [^>]*>/g) ?? []).map((col): [string, number] => {
    return [attribute(col, "min"), widthInPoints(Number(attribute(col, "width")))];
  });
  return {
    cells: Object.fromEntries(cells.map((cell) => [addressOf(cell), cellText(cell)])),
    validations: (xml.match(/<dataValidation .*?<\/dataValidation>/gs) ?? []).map(fileValidation).sort(),
    conditions: conditions.sort((a, b) => a.priority - b.priority).map(({ text }) => text),
    frozen: `${attribute(pane, "ySplit") || 0} ${attribute(pane, "xSplit") || 0}`,
    widths: Object.fromEntries(widths),
    tab: /<tabColor rgb="FF([^"]*)"/.exec(xml)?.[1] ?? "",
    page,
  };
}

function calculatedColumns(xml: string): readonly string[] {
  return (xml.match(/<tableColumn .*?(?:\/>|<\/tableColumn>)/gs) ?? []).map((column) => {
    const formula = inside(column, "calculatedColumnFormula");
    return attribute(column, "name") + (formula === "" ? "" : ` =${formula}`);
  });
}

/** What the file writer made, without the sheets named. */
export function ledgerInFile(bytes: Uint8Array, without: readonly string[]): WrittenLedger {
  const pkg = openPackage(bytes);
  const workbook = readWorkbookParts(pkg);
  const budget = new ReadingBudget();
  const text = (entry: Parameters<typeof inflateEntry>[0]) => {
    return new TextDecoder().decode(inflateEntry(entry, 500_000_000));
  };
  const own = workbook.sheets.filter(({ name }) => !without.includes(name));
  const workbookXml = text(mainPartOf(pkg) as NonNullable<ReturnType<typeof mainPartOf>>);
  const sheets = own.map((sheet): [string, WrittenSheet] => {
    const { rows } = readSheet(workbook, sheet, budget);
    const xml = text(sheet.entry);
    const page = pageInFile(xml, workbookXml, workbook.sheets.indexOf(sheet));
    const cells = rows.flatMap((row) => row.cells);
    return [sheet.name, fileSheet(xml, cells, page)];
  });
  const parts = pkg.entries.filter(({ name }) => /^xl\/tables\//.test(name)).map(text);
  const columns = parts.map((xml): [string, readonly string[]] => {
    return [attribute(/<table [^>]*>/.exec(xml)?.[0] ?? "", "displayName"), calculatedColumns(xml)];
  });
  return {
    sheets: Object.fromEntries(sheets),
    tables: tablesOf(bytes).map(({ name, sheet, area }) => ({ name, sheet, area: areaText(area) })),
    columns: Object.fromEntries(columns),
    names: namesOf(workbook.names),
  };
}

/** Names without the print titles, which Excel keeps in the page layout; sheets are quoted or not as each program likes. */
function namesOf(names: Iterable<readonly [string, string]>): { readonly [name: string]: string } {
  const own = [...names].filter(([name]) => !name.startsWith("_xlnm"));
  return Object.fromEntries(own.map(([name, refersTo]) => [name, refersTo.replaceAll("'", "")]).sort());
}

interface RuleOfHost {
  readonly list?: { readonly source: string };
  readonly decimal?: { readonly formula1: WireValue };
  readonly date?: { readonly formula1: WireValue };
}

function hostValidation(area: string, rule: RuleOfHost, prompt: WireValue, alert: WireValue): string {
  const said = alert as { readonly title: string; readonly message: string; readonly style: string };
  const hint = prompt as { readonly title: string; readonly message: string };
  const { list, decimal, date } = rule;
  // Days are numbers in a file, by either of two systems, and ISO text for Office.js.
  const text = list ? list.source.replace(/^=/, "") : decimal ? `decimal ${decimal.formula1}` : date ? "date" : "";
  const isAny = text === "";
  const words = isAny ? "" : [said.title, said.message, said.style.toLowerCase()].join("|");
  return [area, text, words, hint.title, hint.message].join(" · ");
}

/** What the add-in's hand made, without the sheets named. */
export function ledgerInExcel(workbook: WorkbookModel, without: readonly string[]): WrittenLedger {
  const content = workbookContent(workbook);
  const own = content.sheets.filter(({ name }) => !without.includes(name));
  const sheets = own.map((sheet): [string, WrittenSheet] => {
    const model = workbook.sheet(sheet.name);
    const cells = [...sheet.cells].map(([address, cell]): [string, string] => {
      return [address, "formula" in cell ? `=${cell.formula}` : JSON.stringify(cell.value)];
    });
    const widths: [string, number][] = [];
    for (let column = 0; column < 60; column++) {
      const width = model?.formats.at("columnWidth", 0, column);
      if (typeof width === "number") widths.push([String(column + 1), width]);
    }
    return [
      sheet.name,
      {
        cells: Object.fromEntries(cells),
        validations: sheet.validations
          .map(({ area, rule, prompt, errorAlert }) => hostValidation(area, rule as RuleOfHost, prompt, errorAlert))
          .sort(),
        conditions: sheet.conditions.map(({ area, settings }) => `${area} ${settings["custom.rule.formula"]}`),
        frozen: `${sheet.frozen?.rows ?? 0} ${sheet.frozen?.columns ?? 0}`,
        widths: Object.fromEntries(widths),
        tab: sheet.tabColour,
        page: model === null ? "" : pageInExcel(model),
      },
    ];
  });
  const columns = content.tables.map(({ name, headings, calculated }): [string, readonly string[]] => {
    return [name, headings.map((heading) => heading + (calculated.has(heading) ? ` =${calculated.get(heading)}` : ""))];
  });
  return {
    sheets: Object.fromEntries(sheets),
    tables: content.tables.map(({ name, sheet, area }) => ({ name, sheet, area })),
    columns: Object.fromEntries(columns),
    names: namesOf(content.names),
  };
}
