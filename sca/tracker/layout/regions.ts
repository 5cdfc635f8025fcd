import { DATA_SHAPES, shapeOfCell } from "../columns/cell-shape.ts";
import type { Cell, Grid } from "../grid.ts";
import type { RowKind } from "../tracked-case.ts";
import { readBanner } from "./banner.ts";
import { type Header, headerAt, isHeaderLine } from "./header-lines.ts";
import { inlinePair, type LabelPair, labelPairs } from "./label-pairs.ts";
import { isFigureLine, kindByWords } from "./line-words.ts";
import { orientedLines } from "./orientation.ts";
import type { FieldColumn, OtherLine, PlacedValue, RecordLine, SectionLine, SheetLayout } from "./sheet-layout.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

const LABELS = "labels";
const NO_HEADER = "none";

interface Builder {
  lines: SheetLines;
  sets: Map<string, FieldColumn[]>;
  records: RecordLine[];
  others: OtherLine[];
  titles: string[];
}

function columnOf(builder: Builder, set: string, key: string, make: () => Omit<FieldColumn, "cells" | "key">): FieldColumn {
  let columns = builder.sets.get(set);
  if (!columns) {
    columns = [];
    builder.sets.set(set, columns);
  }
  let column = columns.find((other) => other.key === key);
  if (!column) {
    column = { key, ...make(), cells: [] };
    columns.push(column);
  }
  return column;
}

function labelKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}$%#]+/gu, " ").trim();
}

/** Lines that read as label and value pairs, where enough of the sheet does to believe it. */
function pairLinesOf(lines: SheetLines, headerLines: ReadonlySet<number>): Map<number, LabelPair[]> {
  const found = new Map<number, LabelPair[]>();
  const labelCounts = new Map<string, number>();
  for (const line of lines.lines) {
    if (headerLines.has(line.at)) continue;
    const pairs = labelPairs(line);
    if (!pairs) continue;
    found.set(line.at, pairs);
    for (const pair of pairs) labelCounts.set(labelKey(pair.label), (labelCounts.get(labelKey(pair.label)) ?? 0) + 1);
  }
  const repeated = [...labelCounts.values()].filter((count) => count >= 2).length;
  if (repeated < 3) return new Map();
  for (const [at, pairs] of found) {
    const first = pairs[0];
    if (first && (labelCounts.get(labelKey(first.label)) ?? 0) < 2 && pairs.length < 2) found.delete(at);
  }
  return found.size >= 4 ? found : new Map();
}

function recordFromRow(builder: Builder, line: SheetLine, header: Header | null, extra: { block: number | null; sections: SectionLine[] }): void {
  const set = header?.signature ?? NO_HEADER;
  const values: PlacedValue[] = [];
  for (const [position, cell] of line.cells) {
    const carried = line.carried.has(position);
    const heading = header?.headings.find((other) => other.position === position);
    const column = columnOf(builder, set, String(position), () => ({
      text: heading?.text ?? "",
      group: heading?.group ?? "",
      position,
      headingCell: heading?.cell ?? null,
    }));
    if (!carried) column.cells.push(cell);
    values.push({ cell, column, carried });
  }
  builder.records.push({ at: line.at, hidden: line.hidden, role: "row", values, fills: line.fills, set, ...extra });
}

function recordFromPairs(builder: Builder, line: SheetLine, pairs: readonly LabelPair[], extra: { block: number | null; sections: SectionLine[] }): void {
  const values: PlacedValue[] = [];
  const covered = new Set<Cell>();
  for (const pair of pairs) {
    const key = labelKey(pair.label);
    const column = columnOf(builder, LABELS, key, () => ({ text: pair.label, group: "", position: null, headingCell: pair.labelCell }));
    column.cells.push(pair.value);
    values.push({ cell: pair.value, column, carried: false });
    covered.add(pair.labelCell).add(pair.value);
    if (pair.labelCell.row === pair.value.row && pair.labelCell.column === pair.value.column) {
      for (const cell of line.cells.values()) if (cell.column === pair.value.column) covered.add(cell);
    }
  }
  for (const cell of line.cells.values()) {
    if (!covered.has(cell) && !pairs.some((pair) => pair.labelCell === cell)) values.push({ cell, column: null, carried: false });
  }
  builder.records.push({ at: line.at, hidden: line.hidden, role: "pairs", values, fills: line.fills, set: LABELS, ...extra });
}

function isWide(lines: SheetLines, line: SheetLine): boolean {
  const [position] = line.cells.keys();
  return position !== undefined && lines.reach(line.at, position) >= 3;
}

/** A lone text under a header: does it belong to the column it stands in? */
function fitsAlone(cell: Cell, header: Header | null): boolean {
  const shape = shapeOfCell(cell);
  if (DATA_SHAPES.has(shape) && shape !== "prose") return true;
  const heading = header?.headings.find((other) => other.position === cell.column);
  return heading !== undefined && header?.headings[0] !== heading;
}

/** Takes a sheet apart into headers, cards, banners, records, sections and the lines that are none of these. */
export function readLayout(grid: Grid): SheetLayout {
  const oriented = orientedLines(grid);
  const { lines } = oriented;
  const headers = new Map<number, Header>();
  const headerLines = new Map<number, Header>();
  lines.lines.forEach((line, index) => {
    const isHeader = oriented.headerAt === null ? isHeaderLine(line) : line.at === oriented.headerAt;
    if (!isHeader) return;
    const header = headerAt(lines, index);
    if (header) headers.set(line.at, header);
  });
  for (const header of [...headers.values()].reverse()) {
    if (headerLines.get(header.at)) {
      headers.delete(header.at);
      continue;
    }
    for (const at of header.lines) headerLines.set(at, header);
  }
  const pairLines = lines.columnwise ? new Map<number, LabelPair[]>() : pairLinesOf(lines, new Set(headerLines.keys()));
  const banners = new Map<number, ReturnType<typeof readBanner>>();
  for (const line of lines.lines) {
    if (line.cells.size > 2 || headerLines.has(line.at) || pairLines.has(line.at) || lines.columnwise) continue;
    const [cell] = line.cells.values();
    if (cell && (line.cells.size === 1 || isWide(lines, line))) banners.set(line.at, readBanner(cell.text));
  }
  const strong = [...banners.values()].filter((banner) => banner?.strength === "strong").length;
  const blocks = pairLines.size > 0 || strong >= 2;

  const builder: Builder = { lines, sets: new Map(), records: [], others: [], titles: [] };
  let header: Header | null = null;
  let block: number | null = null;
  let nextBlock = 0;
  let sections: SectionLine[] = [];
  const seen = new Set<string>();
  const firstHeader = Math.min(...headers.keys());
  const headless = headers.size === 0;

  lines.lines.forEach((line, index) => {
    if (line.cells.size === 0) {
      return;
    }
    const all = [...line.cells.values()];
    const other = (kind: RowKind) => builder.others.push({ at: line.at, kind, texts: all });
    const own = headerLines.get(line.at);
    if (own) {
      if (line.at === own.at) header = own;
      other(seen.has(own.signature) && line.at === own.at ? "repeatedHeader" : "header");
      seen.add(own.signature);
      return;
    }
    const pairs = pairLines.get(line.at);
    if (pairs) {
      const previous = lines.lines[index - 1];
      const gap = previous === undefined || previous.at < line.at - 1;
      if (block === null || (gap && !banners.get(previous?.at ?? -1) && startsCard(pairs))) block = nextBlock++;
      recordFromPairs(builder, line, pairs, { block, sections: [...sections] });
      return;
    }
    const words = kindByWords(line);
    if (words === "total" || words === "subtotal" || words === "example") {
      other(words);
      return;
    }
    if (!lines.columnwise && header !== null && isFigureLine(line) && !nameFits(line, header)) {
      other("subtotal");
      return;
    }
    const banner = banners.get(line.at);
    const [cell] = all;
    if (blocks && banner && cell && (banner.strength === "strong" || opensBlock(lines, index, pairLines, headerLines))) {
      block = nextBlock++;
      builder.records.push({
        at: line.at,
        hidden: line.hidden,
        role: "banner",
        values: all.map((value) => ({ cell: value, column: null, carried: false })),
        fills: line.fills,
        block,
        sections: [...sections],
        set: NO_HEADER,
      });
      return;
    }
    if (words === "note") {
      other("note");
      return;
    }
    if (!headless && line.at < firstHeader && !lines.columnwise) {
      if (all.length <= 2 || index < 3) for (const text of all) builder.titles.push(text.text);
      other(index === 0 ? "title" : "note");
      return;
    }
    if (line.cells.size === 1 && cell && !fitsAlone(cell, header) && !lines.columnwise) {
      const inline = inlinePair(cell);
      if (inline && block !== null) {
        recordFromPairs(builder, line, [inline], { block, sections: [...sections] });
        return;
      }
      if (isLoneRecord(cell, header, headless, line, lines)) {
        recordFromRow(builder, line, header, { block, sections: [...sections] });
        return;
      }
      if (cell.text.trim().length <= 70) {
        sections = [...sections.filter((section) => section.at >= line.at - 1).slice(-1), { at: line.at, text: cell.text.trim(), cell }];
        if (headless && index < 3) builder.titles.push(cell.text);
        other("section");
      } else {
        if (index < 3) builder.titles.push(cell.text);
        other("note");
      }
      return;
    }
    recordFromRow(builder, line, header, { block: blocks ? block : null, sections: [...sections] });
  });
  return { lines, sets: builder.sets, records: builder.records, others: builder.others, titles: builder.titles };
}

/** Whether the line's only words stand where the table has words too short of a sum's label: its patient, or its code. */
function nameFits(line: SheetLine, header: Header): boolean {
  const last = Math.max(...header.headings.map((heading) => heading.position));
  if (last < 6) return true;
  const worded = [...line.cells.values()].find((cell) => /\p{L}{3}/u.test(cell.text));
  if (!worded) return true;
  return (readBanner(worded.text)?.strength ?? "none") !== "none" && !/\d/.test(worded.text) && !/\b(?:days?|units?|visits?|certified|total|agreements?|cases?|year|ytd)\b/i.test(worded.text);
}

function startsCard(pairs: readonly LabelPair[]): boolean {
  return pairs.length > 0;
}

/** Whether pair lines, a header or indented rows follow: then a lone name opens a block. */
function opensBlock(lines: SheetLines, index: number, pairLines: ReadonlyMap<number, unknown>, headerLines: ReadonlyMap<number, unknown>): boolean {
  const next = lines.lines[index + 1];
  const current = lines.lines[index];
  if (!next || !current || next.at > current.at + 2) return false;
  return pairLines.has(next.at) || headerLines.has(next.at);
}

/** A lone cell that still is a record: a name in the patient column, or prose in a sheet without headings. */
function isLoneRecord(cell: Cell, header: Header | null, headless: boolean, line: SheetLine, lines: SheetLines): boolean {
  if (isWide(lines, line)) return false;
  if (headless) return cell.text.length > 60;
  const banner = readBanner(cell.text);
  if (!banner || line.fills.size >= 3) return false;
  const heading = header?.headings.find((other) => other.position === cell.column);
  return heading !== undefined && banner.strength !== "none";
}
