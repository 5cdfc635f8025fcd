import { DATA_SHAPES, shapeOfCell } from "../columns/cell-shape.ts";
import type { Cell } from "../grid.ts";
import { ASIDE, type Meaning } from "../headings/meaning.ts";
import { readHeading } from "../headings/read-heading.ts";
import type { ColumnHeading } from "./column-heading.ts";
import { type RoundHeading, roundHeadings } from "./rounds.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

/** A header: the line its headings end on, the group lines above it, and its headings by position. */
export interface Header {
  readonly at: number;
  readonly lines: readonly number[];
  readonly headings: readonly ColumnHeading[];
  /** Headings alike, whatever their case and spaces: the same table going on. */
  readonly signature: string;
  /** Headings of later authorizations, which make records of their own. */
  readonly rounds: ReadonlyMap<ColumnHeading, RoundHeading>;
}

const LONGEST_HEADING = 60;

/** How sure the words of a cell are those of a heading, 0 to 1, and the meaning they suggest. */
export function headingLikeness(cell: Cell): { score: number; meaning: Meaning | null } {
  const text = cell.text.trim();
  if (text.length === 0 || text.length > LONGEST_HEADING) return { score: 0, meaning: null };
  if (cell.kind !== "text") return { score: 0, meaning: null };
  const shape = shapeOfCell(cell);
  if (DATA_SHAPES.has(shape) && shape !== "prose") return { score: 0, meaning: null };
  const reading = readHeading(text);
  let meaning: Meaning | null = null;
  let score = 0;
  for (const [candidate, value] of reading.scores) {
    if (value > score) {
      score = value;
      meaning = candidate;
    }
  }
  if (reading.parts.length > 0) score = Math.max(score, 0.7);
  return { score: score * (0.5 + reading.known / 2), meaning };
}

/** How much a line looks like a header: how many of its cells read as headings of different meanings. */
export function headerLikeness(line: SheetLine): { share: number; meanings: number; data: number; cells: number } {
  const meanings = new Set<Meaning>();
  let heads = 0;
  let data = 0;
  let cells = 0;
  let codes = 0;
  for (const [position, cell] of line.cells) {
    if (line.carried.has(position)) continue;
    const shape = shapeOfCell(cell);
    if (shape === "code") {
      codes += 1;
      continue;
    }
    cells += 1;
    if (DATA_SHAPES.has(shape) && shape !== "prose") data += 1;
    const { score, meaning } = headingLikeness(cell);
    if (score >= 0.4) {
      heads += 1;
      if (meaning !== null) meanings.add(meaning);
    }
  }
  // Codes can head columns of their own, but a header is more than codes.
  if (codes > 0 && heads < 4) data += codes;
  return { share: cells === 0 ? 0 : heads / cells, meanings: meanings.size, data, cells };
}

/** Whether too many cells hold data for a header: a cheap look, before any words are read. */
function holdsData(line: SheetLine): boolean {
  let data = 0;
  let cells = 0;
  for (const [position, cell] of line.cells) {
    if (line.carried.has(position)) continue;
    const shape = shapeOfCell(cell);
    if (shape === "code") continue;
    cells += 1;
    if (DATA_SHAPES.has(shape) && shape !== "prose") data += 1;
  }
  return data > cells * 0.15;
}

export function isHeaderLine(line: SheetLine): boolean {
  if (holdsData(line)) return false;
  const { share, meanings, data, cells } = headerLikeness(line);
  if (data > cells * 0.15) return false;
  const named = [...line.cells.values()].some((cell) => {
    const { meaning } = headingLikeness(cell);
    return meaning !== null && !ASIDE.has(meaning);
  });
  if (!named) return false;
  return (
    (meanings >= 4 && share >= 0.5) ||
    (meanings >= 3 && share >= 0.6) ||
    (meanings >= 2 && cells <= 3 && share === 1 && cells >= 2 && !isLabelled(line))
  );
}

/** A colon behind some of a line's texts and not behind others: labels with their values ("why: | no bed in network"). */
function isLabelled(line: SheetLine): boolean {
  const colons = [...line.cells.values()].filter((cell) => /[:=]\s*$/.test(cell.text)).length;
  return colons > 0 && colons < line.cells.size;
}

/** A day or a long number among words: a fact about someone ("DOB 4/9/1988"), and no heading of headings. */
const STATES_FACT = /\p{L}.*(?:\d{1,2}[/.-]\d{1,2}\b|\d{5})/u;

/** A line above a header that only groups its headings: several short texts, no data. */
function isGroupLine(line: SheetLine, header: SheetLine, lines: SheetLines): boolean {
  if (line.at !== header.at - 1) return false;
  let texts = 0;
  for (const [position, cell] of line.cells) {
    if (line.carried.has(position)) continue;
    if (cell.kind !== "text" || cell.text.trim().length > 40 || /[:=]/.test(cell.text)) return false;
    const shape = shapeOfCell(cell);
    if (DATA_SHAPES.has(shape) || STATES_FACT.test(cell.text)) return false;
    texts += 1;
  }
  if (texts >= 2) return true;
  const [position] = [...line.cells.keys()];
  return (
    texts === 1 &&
    position !== undefined &&
    position > 1 &&
    lines.reach(line.at, position) > 1 &&
    lines.reach(line.at, position) < header.cells.size
  );
}

function normalized(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}$%#]+/gu, "");
}

/** The header that ends on this line, with the group lines above it folded in. */
export function headerAt(lines: SheetLines, index: number, not: ReadonlySet<number>): Header | null {
  const line = lines.lines[index];
  if (!line) return null;
  const used = [line.at];
  const groupLines: SheetLine[] = [];
  for (let above = index - 1; above >= 0 && groupLines.length < 2; above -= 1) {
    const candidate = lines.lines[above];
    const below = groupLines[0] ?? line;
    if (!candidate || not.has(candidate.at) || !isGroupLine(candidate, below, lines)) break;
    groupLines.unshift(candidate);
    used.unshift(candidate.at);
  }
  const positions = new Set([...line.cells.keys(), ...groupLines.flatMap((group) => [...group.cells.keys()])]);
  const headings: ColumnHeading[] = [];
  const fullest = groupLines.map((group) => groupSpans(group, lines));
  for (const position of [...positions].sort((a, b) => a - b)) {
    const own = line.cells.get(position);
    const groups = fullest
      .map((spans) => spans.get(position))
      .filter((cell): cell is Cell => cell !== undefined && cell !== own);
    if (own) {
      headings.push({
        position,
        text: own.text.trim(),
        group: groups.map((cell) => cell.text.trim()).join(" "),
        cell: own,
      });
    } else {
      const last = groupLines
        .map((group) => group.cells.get(position))
        .filter((cell) => cell !== undefined)
        .pop();
      if (last) headings.push({ position, text: last.text.trim(), group: "", cell: last });
    }
  }
  const under = subheadings(line, lines, index);
  if (under) {
    used.push(under.at);
    for (let at = headings.length - 1; at >= 0; at -= 1)
      if (under.cells.has(headings[at]?.position ?? -1)) headings.splice(at, 1);
    const spans = groupSpans(line, lines);
    for (const [position, cell] of under.cells)
      headings.push({ position, text: cell.text.trim(), group: spans.get(position)?.text.trim() ?? "", cell });
    headings.sort((a, b) => a.position - b.position);
  }
  return {
    at: under?.at ?? line.at,
    lines: used,
    headings,
    rounds: roundHeadings(headings),
    signature: headings
      .map((heading) => `${heading.position}:${normalized(heading.group)}.${normalized(heading.text)}`)
      .join("|"),
  };
}

/** A header whose headings stand again without the group line above them is the same header going on. */
export function asBefore(header: Header, earlier: Iterable<Header>): Header {
  if (header.headings.some((heading) => heading.group !== "")) return header;
  for (const before of earlier) {
    if (before.signature === header.signature || before.headings.every((heading) => heading.group === "")) continue;
    const at = new Map(before.headings.map((heading) => [heading.position, normalized(heading.text)]));
    const again = header.headings.every((heading) => at.get(heading.position) === normalized(heading.text));
    // What only the group line headed is not said again.
    if (again && header.headings.length >= Math.max(4, before.headings.length * 0.7))
      return { ...header, headings: before.headings, signature: before.signature, rounds: before.rounds };
  }
  return header;
}

/** The line below a header that divides its merged headings ("97153 | ..55 | ..56" under "Units"), and stands under nothing else. */
function subheadings(header: SheetLine, lines: SheetLines, index: number): SheetLine | null {
  const below = lines.lines[index + 1];
  if (!below || below.at !== header.at + 1 || below.cells.size < 2) return null;
  const merged = [...header.cells.keys()].filter(
    (position) => !header.carried.has(position) && lines.reach(header.at, position) > 1,
  );
  const own = [...below.cells].filter(([position]) => !below.carried.has(position));
  if (merged.length === 0 || own.length < 2 || header.cells.size - merged.length < 2) return null;
  const under = own.every(([position, cell]) => {
    const divides = merged.some((start) => position >= start && position < start + lines.reach(header.at, start));
    return divides && cell.text.trim().length <= 24 && (cell.kind === "text" || shapeOfCell(cell) === "code");
  });
  return under ? below : null;
}

/** Which group heading stands over each position: merged ones as far as they reach, others up to the next. */
function groupSpans(group: SheetLine, lines: SheetLines): Map<number, Cell> {
  const spans = new Map<number, Cell>();
  const starts = [...group.cells.keys()];
  const anyMerged = starts.some((position) => lines.reach(group.at, position) > 1);
  starts.forEach((position, order) => {
    const cell = group.cells.get(position);
    if (!cell) return;
    const reach = lines.reach(group.at, position);
    const next = starts[order + 1] ?? position + 40;
    const end = anyMerged ? position + reach - 1 : next - 1;
    for (let covered = position; covered <= end; covered += 1) spans.set(covered, cell);
  });
  return spans;
}
