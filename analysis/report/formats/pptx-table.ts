import type pptxgen from "pptxgenjs";
import type { TableBlock, TableCell } from "../document/report-document.ts";
import { columnWidths, leastWidth, OFFICE_COLOURS, wishedWidth } from "./office-look.ts";
import { CAPTION, SIZES, type SizedPart, SLIDE, type SlidePart, SMALLEST, SMALLEST_READ } from "./slide-part.ts";

/** A letter of a table's text, in inches. */
const letterOf = (size: number): number => size * 0.0078;
/** A line of a table's text, in inches, and what is around a row. */
const lineOf = (size: number): number => (size * 1.16) / 72;
const AROUND = 0.07;

/** A sentence rather than a name takes all the width there is. */
const LONG_TEXT = 60;

/** Where a table stands: its left edge and the room to its right, in inches. */
export interface TablePlace {
  readonly x: number;
  readonly room: number;
}

const WHOLE_SLIDE: TablePlace = { x: SLIDE.left, room: SLIDE.inner };

/** A table under its caption; a long one in even pieces over several slides, its heads on each. */
export function tableParts(table: TableBlock): SizedPart[] {
  const pieces = piecesOf(setTable(table, SMALLEST_READ, WHOLE_SLIDE));
  if (pieces.length > 1) return pieces.map((piece) => () => piece);
  return [(size) => wholeTable(table, size, WHOLE_SLIDE)];
}

/** A table in one piece, of a size in points where it fits. */
export function wholeTable(table: TableBlock, size: number, place: TablePlace): SlidePart {
  const set = setTable(table, size, place);
  return pieceOf(set, set.rows, set.table.caption);
}

/** How wide a table of a size in points is with each text in one line, in inches. */
export function tableWidth(table: TableBlock, size: number): number {
  return wishedWidth(table, letterOf(size));
}

interface SetRow {
  readonly cells: pptxgen.TableCell[];
  readonly height: number;
}

/** A table's rows with their look, at one size. */
interface SetTable {
  readonly table: TableBlock;
  readonly place: TablePlace;
  readonly size: number;
  readonly widths: readonly number[];
  readonly head: SetRow;
  readonly rows: readonly SetRow[];
}

function setTable(table: TableBlock, asked: number, place: TablePlace): SetTable {
  const size = sizeThatFits(table, asked, place.room);
  const letter = letterOf(size);
  // A small table is not torn apart over the width of a slide.
  const apart = (3 + (table.columns.length - 1) * 1.6) * (size / 14);
  const isWordy = table.rows.some((row) => row.some(({ text }) => text.length > LONG_TEXT));
  const whole = isWordy ? place.room : Math.min(place.room, Math.max(apart, tableWidth(table, size)));
  const widths = columnWidths(table, whole * 1000, letter * 1000).map((width) => width / 1000);
  const setRow = (texts: readonly string[], part: RowPart): SetRow => {
    const lines = texts.map((text, at) =>
      Math.ceil((text.length * letter * 0.87) / Math.max(0.2, (widths[at] ?? 1) - 0.14)),
    );
    return {
      cells: texts.map((text, at) => cellOf(text, at > 0 && table.columns[at]?.align === "figures", part)),
      height: Math.max(1, ...lines) * lineOf(size) + AROUND,
    };
  };
  const textsOf = (row: readonly TableCell[]): string[] => row.map(({ text }) => text);
  return {
    ...{ table, place, size, widths },
    head: setRow(
      table.columns.map(({ heading }) => heading),
      "head",
    ),
    rows: [
      ...table.rows.map((row) => setRow(textsOf(row), "body")),
      ...(table.total === null ? [] : [setRow(textsOf(table.total), "total")]),
    ],
  };
}

/** The size that is asked for, or the largest below it at which each text stands in one line; what never does is small. */
function sizeThatFits(table: TableBlock, asked: number, room: number): number {
  if (asked <= SMALLEST) return asked;
  const fits = SIZES.filter((size) => size <= asked).find((size) => tableWidth(table, size) <= room);
  return fits ?? (leastWidth(table, letterOf(SMALLEST_READ)) <= room ? SMALLEST_READ : SMALLEST);
}

type RowPart = "head" | "body" | "total";

function cellOf(text: string, isFigure: boolean, part: RowPart): pptxgen.TableCell {
  const { line, grid, quiet, ink } = OFFICE_COLOURS;
  const none = { type: "none" } as const;
  return {
    text,
    options: {
      align: isFigure ? "right" : "left",
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
  };
}

function pieceOf({ place, size, widths, head }: SetTable, rows: readonly SetRow[], caption: string): SlidePart {
  const w = widths.reduce((sum, width) => sum + width, 0);
  return {
    height: rows.reduce((sum, row) => sum + row.height, head.height) + CAPTION,
    caption,
    put: (slide, y) => {
      slide.addTable([head.cells, ...rows.map(({ cells }) => cells)], {
        ...{ x: place.x, y, w, colW: [...widths], fontSize: size },
        ...{ margin: [0.03, 0.08, 0.03, 0.06], autoPage: false, hasHeader: true },
      });
    },
  };
}

/** As few pieces as there is room for, none of them much shorter than the others. */
function piecesOf(set: SetTable): SlidePart[] {
  const { rows, head, table } = set;
  const most = SLIDE.bottom - SLIDE.top - CAPTION - head.height;
  const pieces = piecesUpTo(rows, most);
  const heights = rows.map(({ height }) => height);
  const share = heights.reduce((sum, height) => sum + height, 0) / pieces.length + Math.max(0, ...heights);
  const even = piecesUpTo(rows, Math.min(most, share));
  return (even.length === pieces.length ? even : pieces).map((piece, at) =>
    pieceOf(set, piece, at === 0 ? table.caption : `${table.caption}, continued${at > 1 ? ` ${at}` : ""}`),
  );
}

function piecesUpTo(rows: readonly SetRow[], most: number): SetRow[][] {
  const pieces: SetRow[][] = [[]];
  let used = 0;
  for (const row of rows) {
    if (used + row.height > most) {
      pieces.push([]);
      used = 0;
    }
    pieces.at(-1)?.push(row);
    used += row.height;
  }
  return pieces;
}
