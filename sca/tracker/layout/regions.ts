import { findCodes } from "../codes/find-codes.ts";
import { DATA_SHAPES, shapeOfCell } from "../columns/cell-shape.ts";
import type { Cell, Grid } from "../grid.ts";
import { readHeading } from "../headings/read-heading.ts";
import { type Banner, isMonthOfYear, isStretchOfTime, readBanner } from "./banner.ts";
import { blockHeads, endOfBlocks, headersEndWithBlocks } from "./block-heads.ts";
import { afterRules, blockOpeners, isRule } from "./blocks.ts";
import { freeBlocks } from "./free-blocks.ts";
import { asBefore, type Header, headerAt, isHeaderLine } from "./header-lines.ts";
import { joinHeads } from "./join-heads.ts";
import { colonPairs, type LabelLine, labelLinesOf, pairsWithin } from "./label-pairs.ts";
import { countsMonth, isFigureLine, kindByWords } from "./line-words.ts";
import { withMonths } from "./month-columns.ts";
import { namesPatient } from "./names-patient.ts";
import { orientedLines } from "./orientation.ts";
import { proseEntries } from "./prose-entries.ts";
import { proseLayout } from "./prose-layout.ts";
import { addBanner, addFreeBlock, addOther, addPairs, addRow, recordBuilder } from "./record-builder.ts";
import { withoutSlips } from "./repeated-headers.ts";
import { sectionsFrom } from "./sections-above.ts";
import type { SectionLine, SheetLayout } from "./sheet-layout.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";
import { weakHeader } from "./weak-header.ts";

function isWide(lines: SheetLines, line: SheetLine): boolean {
  const [position] = line.cells.keys();
  return position !== undefined && lines.reach(line.at, position) >= 3;
}

/** A lone text under a header: does it belong to the column it stands in? Not in the patients' column, nor after a blank row. */
function fitsAlone(cell: Cell, header: Header | null, gap: boolean): boolean {
  if (cell.kind === "text" && isMonthOfYear(cell.text)) return false;
  if (isStretchOfTime(cell.text)) return false;
  const shape = shapeOfCell(cell);
  if (DATA_SHAPES.has(shape) && shape !== "prose") return true;
  const heading = header?.headings.find((other) => other.position === cell.column);
  return heading !== undefined && header?.headings[0] !== heading && !gap && !namesPatient(heading.text);
}

/** The headers by the line they end on, and by every line that belongs to one. */
function headersOf(
  lines: SheetLines,
  only: number | null,
  not: ReadonlySet<number>,
): { ends: Map<number, Header>; all: Map<number, Header> } {
  const ends = new Map<number, Header>();
  const all = new Map<number, Header>();
  lines.lines.forEach((line, index) => {
    const isHeader = only === null ? isHeaderLine(line) && !not.has(line.at) : line.at === only;
    if (!isHeader) return;
    const header = headerAt(lines, index, not);
    if (header) ends.set(header.at, asBefore(header, [...ends.values()]));
  });
  for (const [at, header] of withoutSlips(ends)) ends.set(at, header);
  for (const header of [...ends.values()].reverse()) {
    if (all.get(header.at)) {
      ends.delete(header.at);
      continue;
    }
    for (const at of header.lines) all.set(at, header);
  }
  return { ends, all };
}

/** Headers, and lines of labels with their values: a line that could be either is a header where no other line proves its labels. */
function headersAndLabels(
  lines: SheetLines,
  only: number | null,
): { headers: Map<number, Header>; headerLines: Map<number, Header>; pairLines: Map<number, LabelLine> } {
  const first = headersOf(lines, only, new Set());
  if (lines.columnwise) return { headers: first.ends, headerLines: first.all, pairLines: new Map() };
  const signed = (headers: ReadonlyMap<number, Header>) =>
    new Map([...headers].map(([at, header]) => [at, header.signature] as const));
  const { found, demoted } = labelLinesOf(lines, signed(first.all), signed(first.ends));
  if (demoted.size === 0) return { headers: first.ends, headerLines: first.all, pairLines: found };
  const { ends, all } = headersOf(lines, only, demoted);
  return { headers: ends, headerLines: all, pairLines: found };
}

/** Lone texts, and what each looks like as the heading of one patient's block. */
function bannersOf(lines: SheetLines, headerLines: ReadonlyMap<number, Header>): Map<number, Banner | null> {
  const banners = new Map<number, Banner | null>();
  if (lines.columnwise) return banners;
  for (const line of lines.lines) {
    if (line.cells.size > 2 || headerLines.has(line.at)) continue;
    const [cell] = line.cells.values();
    if (cell && (line.cells.size === 1 || isWide(lines, line))) banners.set(line.at, readBanner(cell.text));
  }
  return banners;
}

/** Takes a sheet apart into headers, cards, banners, records, sections and the lines that are none of these. */
export function readLayout(grid: Grid): SheetLayout {
  const oriented = orientedLines(grid);
  const { lines } = oriented;
  const sure = headersAndLabels(lines, oriented.headerAt);
  const weak = sure.headers.size === 0 && sure.pairLines.size === 0 && !lines.columnwise ? weakHeader(lines) : null;
  const { headers, headerLines, pairLines } = weak === null ? sure : headersAndLabels(lines, weak);
  const headless = headers.size === 0;
  const entries = headless ? proseEntries(lines) : null;
  if (entries) return proseLayout(lines, entries);
  const banners = bannersOf(lines, headerLines);
  const heads = blockHeads(lines, headerLines);
  for (const at of heads) banners.set(at, { strength: "strong" });
  for (const [at, banner] of banners) if (banner?.strength === "strong") pairLines.delete(at);
  const free = !lines.columnwise && headers.size === 0 && pairLines.size === 0 ? freeBlocks(lines) : [];
  const freeAt = new Map(free.map((one) => [one.parts[0]?.[0]?.at ?? 0, one]));
  const inFree = new Set(free.flatMap((one) => one.parts.flat().map((line) => line.at)));
  const namesAt = new Set([...banners].flatMap(([at, banner]) => (banner?.strength === "strong" ? [at] : [])));
  if (namesAt.size === 0)
    for (const [at, { pairs }] of pairLines) if (pairs.some((pair) => namesPatient(pair.label))) namesAt.add(at);
  const openers =
    free.length > 0
      ? new Set<number>()
      : afterRules(lines, blockOpeners(lines, banners, pairLines, headerLines), namesAt);
  const blocks = openers.size > 0;
  const ruled = lines.lines.some(
    (line, index) => openers.has(line.at) && lines.lines[index - 1] !== undefined && isRule(lines.lines[index - 1]),
  );
  const ownHeaders = headersEndWithBlocks(openers, headers);
  const blocksEnd = heads.size > 0 ? endOfBlocks(lines, heads) : Number.POSITIVE_INFINITY;

  const builder = recordBuilder(lines);
  let header: Header | null = null;
  let block: number | null = null;
  let nextBlock = 0;
  let exampleBlock = false;
  let sections: SectionLine[] = [];
  const seen = new Set<string>();
  const firstHeader = Math.min(...headers.keys());

  lines.lines.forEach((line, index) => {
    if (line.cells.size === 0) return;
    const all = [...line.cells.values()];
    const own = headerLines.get(line.at);
    if (own) {
      if (line.at === own.at) header = own;
      if (lines.columnwise) builder.titles.push(...titlesAmong(own, lines));
      addOther(builder, line, seen.has(own.signature) && line.at === own.at ? "repeatedHeader" : "header");
      seen.add(own.signature);
      return;
    }
    if (isRule(line)) {
      addOther(builder, line, "note");
      if (ruled) block = null;
      return;
    }
    const freeBlock = freeAt.get(line.at);
    if (freeBlock) addFreeBlock(builder, freeBlock.parts, { block: nextBlock++, sections });
    if (inFree.has(line.at)) return;
    if (line.at === blocksEnd) block = header = null;
    if (openers.has(line.at)) {
      block = nextBlock++;
      if (ownHeaders) header = null;
    }
    const words = kindByWords(line);
    if (openers.has(line.at)) exampleBlock = words === "example";
    if (block === null) exampleBlock = false;
    if (words === "total" || exampleBlock || words === "subtotal" || words === "example") {
      addOther(builder, line, exampleBlock ? "example" : (words ?? "note"));
      return;
    }
    if (countsMonth(line, header?.headings.find((heading) => namesPatient(heading.text))?.position)) {
      addOther(builder, line, "subtotal");
      return;
    }
    const pairs = pairLines.get(line.at);
    if (pairs && block !== null) {
      addPairs(builder, line, pairs, { block, sections });
      return;
    }
    if (!lines.columnwise && header !== null && isFigureLine(line) && !nameFits(line, header)) {
      addOther(builder, line, "subtotal");
      return;
    }
    const labelled = openers.has(line.at) || !ownHeaders || block === null || header !== null ? [] : colonPairs(line);
    if (labelled.length > 0) {
      addPairs(builder, line, { pairs: labelled, blank: [] }, { block, sections });
      return;
    }
    if (openers.has(line.at) || (ownHeaders && block !== null && header === null)) {
      addBanner(builder, line, { block, sections });
      return;
    }
    if (words === "note") {
      addOther(builder, line, "note");
      return;
    }
    if (!headless && line.at < firstHeader && !lines.columnwise) {
      if (all.length <= 2 || index < 3) for (const text of all) builder.titles.push(text.text);
      addOther(builder, line, index === 0 ? "title" : "note");
      return;
    }
    const [cell] = all;
    const gap = (lines.lines[index - 1]?.at ?? 0) < line.at - 1;
    const inline = line.cells.size === 1 && cell && block !== null && !lines.columnwise ? pairsWithin(cell) : [];
    if (inline.length > 0 && (header === null || !cell || !fitsAlone(cell, header, gap))) {
      addPairs(builder, line, { pairs: inline, blank: [] }, { block, sections });
      return;
    }
    if (line.cells.size === 1 && cell && !fitsAlone(cell, header, gap) && !lines.columnwise) {
      const titles = headerLines.has(lines.lines[index + 1]?.at ?? -1);
      if (!titles && isLoneRecord(cell, header, headless, line, lines)) {
        addRow(builder, line, header, { block, sections });
        return;
      }
      if (cell.text.trim().length <= 70) {
        sections = sectionsFrom(sections, { at: line.at, text: cell.text.trim(), cell });
        if (headless && index < 3) builder.titles.push(cell.text);
        addOther(builder, line, "section");
      } else {
        if (index < 3) builder.titles.push(cell.text);
        addOther(builder, line, "note");
      }
      return;
    }
    addRow(builder, line, header, { block: blocks ? block : null, sections });
  });
  const records = withMonths(joinHeads(builder.records));
  records.forEach((record, index) => {
    for (const value of record.values) value.column?.records?.add(index);
  });
  return { lines, sets: builder.sets, records, others: builder.others, titles: builder.titles, beside: builder.beside };
}

/** In a sheet whose cases stand in columns: texts above the first label that has values, which speak of the whole sheet. */
function titlesAmong(header: Header, lines: SheetLines): string[] {
  const valued = new Set(lines.lines.filter((line) => line.at > header.at).flatMap((line) => [...line.cells.keys()]));
  const first = Math.min(...valued);
  return header.headings.filter((heading) => heading.position < first).map((heading) => heading.text);
}

/** Whether the line's only words stand where the table has words too short of a sum's label: its patient, or its code. */
function nameFits(line: SheetLine, header: Header): boolean {
  if (header.headings.some((heading) => headsCodes(heading.text) && holdsCode(line.cells.get(heading.position))))
    return true;
  const last = Math.max(...header.headings.map((heading) => heading.position));
  if (last < 6) return true;
  const worded = [...line.cells.values()].find((cell) => /\p{L}{3}/u.test(cell.text));
  if (!worded) return true;
  return (
    (readBanner(worded.text)?.strength ?? "none") !== "none" &&
    !/\d/.test(worded.text) &&
    !/\b(?:days?|units?|visits?|certified|total|agreements?|cases?|year|ytd)\b/i.test(worded.text)
  );
}

function headsCodes(text: string): boolean {
  const { scores } = readHeading(text);
  return (scores.get("code") ?? 0) >= 0.6;
}

function holdsCode(cell: Cell | undefined): boolean {
  return cell !== undefined && findCodes(cell.text, { expect: "codes" }).length > 0;
}

/** A lone cell that still is a record: a name in the patient column, or prose in a sheet without headings. */
function isLoneRecord(
  cell: Cell,
  header: Header | null,
  headless: boolean,
  line: SheetLine,
  lines: SheetLines,
): boolean {
  if (isWide(lines, line)) return false;
  if (headless) return cell.text.length > 60;
  const banner = readBanner(cell.text);
  if (!banner || line.fills.size >= 3) return false;
  const heading = header?.headings.find((other) => other.position === cell.column);
  return heading !== undefined && banner.strength !== "none";
}
