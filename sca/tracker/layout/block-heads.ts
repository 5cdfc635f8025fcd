import { findDates } from "../dates/find-dates.ts";
import type { Cell } from "../grid.ts";
import { looksLikePersonName } from "../people/person-likeness.ts";
import { matchPayer } from "../vocabulary/payers.ts";
import type { Header } from "./header-lines.ts";
import { namesPatient } from "./names-patient.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

/** Blocks are believed in where there are this many. */
const FEWEST = 3;

/** A birth date, or a payer, as a block's head has them in cells of their own beside the name. */
function tellsOfPerson(cell: Cell): boolean {
  if (cell.kind === "date") return true;
  if (cell.kind !== "text") return false;
  if (findDates(cell.text).some((date) => date.kind === "day")) return true;
  const payer = matchPayer(cell.text);
  return payer !== null && payer.how !== "as written" && payer.confidence >= 0.7;
}

/** Whether the line begins with a person's name and goes on, cell by cell, with what tells who that is. */
function looksLikeHead(line: SheetLine): boolean {
  const cells = [...line.cells].filter(([position]) => !line.carried.has(position)).map(([, cell]) => cell);
  const [first, ...beside] = cells;
  if (first?.kind !== "text" || beside.length === 0) return false;
  const name = first.text.replace(/^\s*#?\d{1,4}\s*[.)]\s*/, "").split(/\s*[([]/)[0] ?? "";
  return looksLikePersonName(name) >= 0.5 && beside.some(tellsOfPerson);
}

/** Whether the line is an ordinary row: its first cell stands under a heading for the patient. */
function isRowUnder(line: SheetLine, header: Header | null): boolean {
  const [position] = line.cells.keys();
  const heading = header?.headings.find((other) => other.position === position);
  return heading !== undefined && namesPatient(heading.text);
}

/**
 * The lines that head a patient's block in several cells ("RUIZ, Ana | DOB 4/9/1988 | Cigna U0011223344 | grp 0711"), each
 * after a blank row and with lines of its block below. Empty where the sheet's names are rows of a table.
 */
export function blockHeads(lines: SheetLines, headers: ReadonlyMap<number, Header>): Set<number> {
  const heads = new Set<number>();
  if (lines.columnwise) return heads;
  const filled = lines.lines.filter((line) => line.cells.size > 0);
  let header: Header | null = null;
  let alike = 0;
  let followed = 0;
  filled.forEach((line, index) => {
    header = headers.get(line.at) ?? header;
    if (headers.has(line.at) || line.cells.size < 2 || !looksLikeHead(line)) return;
    if (isRowUnder(line, header)) {
      alike += 2;
      return;
    }
    alike += 1;
    const gap = (filled[index - 1]?.at ?? 0) < line.at - 1;
    if (!gap) return;
    heads.add(line.at);
    if (filled[index + 1]?.at === line.at + 1) followed += 1;
  });
  if (heads.size < FEWEST || heads.size < alike * 0.8 || followed < heads.size * 0.7) return new Set();
  return heads;
}

/**
 * Whether each block brings its own header: the same header stands in several blocks, at the earliest below the block's
 * head. It then ends with its block; a header that stands once, or above the blocks, heads them all.
 */
export function headersEndWithBlocks(openers: ReadonlySet<number>, headers: ReadonlyMap<number, Header>): boolean {
  if (openers.size < 2 || headers.size < 2) return false;
  const starts = [...openers].sort((a, b) => a - b);
  const blockOf = (at: number) => starts.findLast((start) => start < at);
  const blocks = [...headers.keys()].map(blockOf);
  const own = new Set(blocks.filter((block) => block !== undefined));
  return !blocks.includes(undefined) && own.size >= 2 && own.size >= openers.size * 0.4;
}

/** The line at which the last block has ended: the first after a blank row in it, where no other block has blank rows within. */
export function endOfBlocks(lines: SheetLines, heads: ReadonlySet<number>): number {
  const last = Math.max(...heads);
  let before = 0;
  let end = Number.POSITIVE_INFINITY;
  for (const { at, cells } of lines.lines) {
    if (cells.size === 0) continue;
    const gap = at > before + 1;
    before = at;
    if (!gap || heads.has(at) || at < Math.min(...heads)) continue;
    if (at < last) return Number.POSITIVE_INFINITY;
    end = Math.min(end, at);
  }
  return end;
}
