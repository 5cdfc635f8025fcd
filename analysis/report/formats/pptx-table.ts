import type pptxgen from "pptxgenjs";
import type { TableBlock } from "../document/report-document.ts";
import { columnWidths, OFFICE_COLOURS, wishedWidth } from "./office-look.ts";
import { SLIDE, type SlidePart } from "./slide-part.ts";

const TABLE_SIZE = 12;
/** A row of a table, in inches. */
const ROW = 0.31;
/** A letter of a table's text, in inches. */
const LETTER = 0.088;

/** A small table is not torn apart over the width of a slide. */
function tableWidth(table: TableBlock): number {
  return Math.min(SLIDE.inner, Math.max(3 + (table.columns.length - 1) * 1.6, wishedWidth(table, LETTER)));
}

/** A table, over several slides where it is long, its heads on each. */
export function tableParts(table: TableBlock): SlidePart[] {
  const widths = columnWidths(table, tableWidth(table) * 1000, LETTER * 1000).map((width) => width / 1000);
  const w = widths.reduce((sum, width) => sum + width, 0);
  const { line, grid, quiet, ink } = OFFICE_COLOURS;
  const none = { type: "none" } as const;
  const cell = (text: string, at: number, part: "head" | "body" | "total"): pptxgen.TableCell => ({
    text,
    options: {
      align: table.columns[at]?.align === "figures" && at > 0 ? "right" : "left",
      valign: part === "head" ? "bottom" : "top",
      bold: part !== "body",
      color: part === "head" ? quiet : ink,
      border: [
        part === "total" ? { type: "solid", pt: 1, color: line } : none,
        none,
        { type: "solid", pt: part === "head" ? 1 : 0.5, color: part === "head" ? line : grid },
        none,
      ],
    },
  });
  const linesIn = (texts: readonly string[]): number =>
    Math.max(
      1,
      ...texts.map((text, at) => Math.ceil((text.length * LETTER) / Math.max(0.2, (widths[at] ?? 1) - 0.15))),
    );
  const headTexts = table.columns.map(({ heading }) => heading);
  const head = { cells: headTexts.map((text, at) => cell(text, at, "head")), height: linesIn(headTexts) * 0.2 + 0.11 };
  const body = table.rows.map((row) => ({ row, part: "body" as const }));
  const rows = [...body, ...(table.total === null ? [] : [{ row: table.total, part: "total" as const }])].map(
    ({ row, part }) => {
      const texts = row.map(({ text }) => text);
      return { cells: texts.map((text, at) => cell(text, at, part)), height: (linesIn(texts) - 1) * 0.2 + ROW };
    },
  );
  const most = SLIDE.bottom - SLIDE.top - 0.35 - head.height;
  const pages: (typeof rows)[] = [[]];
  let used = 0;
  for (const row of rows) {
    if (used + row.height > most) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(row);
    used += row.height;
  }
  return pages.map((page, at) => {
    const caption = at === 0 ? table.caption : `${table.caption}, continued`;
    const height = page.reduce((sum, row) => sum + row.height, head.height);
    return {
      height: height + 0.35,
      put: (slide, y) => {
        slide.addText(caption, {
          x: SLIDE.left,
          y,
          w: SLIDE.inner,
          h: 0.3,
          fontSize: 12,
          bold: true,
          color: OFFICE_COLOURS.ink,
          margin: 0,
        });
        slide.addTable([head.cells, ...page.map(({ cells }) => cells)], {
          ...{ x: SLIDE.left, y: y + 0.33, w, colW: widths, fontSize: TABLE_SIZE },
          ...{ margin: [0.03, 0.06, 0.03, 0.02], autoPage: false, hasHeader: true },
        });
      },
    };
  });
}
