import type { Look, PlacedCell } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { freeSheetName, sheetNameFrom } from "../../../sca/workbook/sheet-name.ts";
import { type PlainSheet, plainWorkbook } from "../../files/writing/plain-workbook.ts";
import type { ReportDocument, TableBlock, TableCell } from "../document/report-document.ts";
import { columnWidths, MADE_BY, plainText, wishedWidth } from "./office-look.ts";

const FIGURE_LOOKS: Readonly<Record<NonNullable<TableCell["number"]>["format"], Look>> = {
  dollars: "money",
  share: "percent",
  count: "whole",
  multiple: "multiple",
  days: "whole",
};

/** Half a day, or half a mile, is not rounded away. */
function lookOf({ value, format }: NonNullable<TableCell["number"]>): Look {
  return FIGURE_LOOKS[format] === "whole" && !Number.isInteger(value) ? "decimal" : FIGURE_LOOKS[format];
}

/** The headings stand under the table's name and the report's. */
const HEAD_ROW = 4;
/** Characters side by side on a printed page. */
const PAGE = 110;
/** A table wider than this wraps its words instead. */
const WIDEST = 150;
/** Room for a letter, in the widths of a sheet's columns. */
const LETTER = 1.1;

/**
 * The exhibits of a report as a workbook: a first sheet that says what they are, then a sheet for each table, those
 * behind charts too, with real numbers, headings that stay in view and print again on each page. No formula, no hidden
 * sheet, no person in its properties; the same document and day give the same bytes.
 *
 * @example xlsxReport(document, asOf)
 */
export function xlsxReport(document: ReportDocument, asOf: CalendarDate): Uint8Array {
  const tables = document.sections.flatMap(({ heading, blocks }) =>
    blocks.flatMap((block) => {
      const table = block.kind === "chart" ? block.table : block.kind === "table" ? block : null;
      return table === null ? [] : [{ heading, table }];
    }),
  );
  const names: string[] = ["About"];
  for (const { table } of tables) names.push(freeSheetName(sheetNameFrom(table.caption), names));
  return plainWorkbook(
    [
      aboutSheet(document, tables, names),
      ...tables.map(({ heading, table }, at) => tableSheet(names[at + 1] ?? "", heading, table, document)),
    ],
    { title: document.title, maker: MADE_BY, asOf },
  );
}

function aboutSheet(
  { title, over, about, notes }: ReportDocument,
  tables: readonly { readonly table: TableBlock }[],
  names: readonly string[],
): PlainSheet {
  const cells: PlacedCell[] = [
    { row: 1, column: 1, value: title, look: "title" },
    { row: 2, column: 1, value: over, look: "subtitle" },
    { row: 3, column: 1, value: about, look: "subtitle" },
  ];
  let row = 5;
  tables.forEach(({ table }, at) => {
    const link = `'${(names[at + 1] ?? "").replaceAll("'", "''")}'!A1`;
    cells.push({ row: row++, column: 1, value: table.caption, look: "link", link });
  });
  row++;
  for (const note of notes) cells.push({ row: row++, column: 1, value: plainText(note), look: "muted" });
  return { plan: { name: names[0] ?? "", cells, widths: new Map([[1, 78]]), landscape: false }, printedAgain: null };
}

function tableSheet(name: string, section: string, table: TableBlock, { title }: ReportDocument): PlainSheet {
  const cells: PlacedCell[] = [
    { row: 1, column: 1, value: table.caption, look: "title" },
    { row: 2, column: 1, value: section === table.caption ? title : `${title} · ${section}`, look: "subtitle" },
    ...table.columns.map(
      ({ heading }, at): PlacedCell => ({ row: HEAD_ROW, column: at + 1, value: heading, look: "heading" }),
    ),
  ];
  const rows = [...table.rows, ...(table.total === null ? [] : [table.total])];
  rows.forEach((row, index) => {
    row.forEach((cell, at) => {
      const figure = cell.number;
      const isFigure = figure !== undefined;
      if (!isFigure && cell.text === "") return;
      // Words among figures stand right, as the figures do.
      const words: Look = at === 0 || table.columns[at]?.align === "words" ? "wrapped" : "decimal";
      const look = isFigure ? lookOf(figure) : words;
      cells.push({ row: HEAD_ROW + 1 + index, column: at + 1, value: isFigure ? figure.value : cell.text, look });
    });
  });
  const wide = Math.min(WIDEST, Math.max(60, table.columns.length * 13, wishedWidth(table, LETTER)));
  const widths = new Map(columnWidths(table, wide, LETTER).map((width, at) => [at + 1, Math.max(11, width)]));
  const landscape = [...widths.values()].reduce((sum, width) => sum + width, 0) > PAGE * 0.85;
  return {
    plan: { name, cells, widths, freeze: { row: HEAD_ROW + 1, column: 2 }, landscape },
    printedAgain: HEAD_ROW,
  };
}
