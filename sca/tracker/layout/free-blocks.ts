import { findDates } from "../dates/find-dates.ts";
import type { Cell } from "../grid.ts";
import { findIdentifiers } from "../identifiers/find-identifiers.ts";
import { nameByShape } from "../people/name-by-shape.ts";
import { looksLikePersonName } from "../people/person-likeness.ts";
import { readBanner } from "./banner.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

/** A patient's block of free rows: no header and no labels, each cell a fact or a remark. */
export interface FreeBlock {
  /** The block's lines, first the one with the patient's name; a later authorization begins a part of its own. */
  readonly parts: readonly (readonly SheetLine[])[];
}

const NUMBERING = /^\s*(?:#\s*)?\d{1,4}\s*[.)]?\s*$|^\s*[-–—*•]\s*$/;

const BIRTH = /\b(?:d\.?o\.?b|born|birth)\b/i;

/** A line that opens a block: numbering aside, its first text is a person's name and something stands beside it. */
function opens(line: SheetLine): boolean {
  const cells = [...line.cells.values()].filter((cell) => !NUMBERING.test(cell.text));
  const [first] = cells;
  if (first?.kind !== "text") return false;
  if (readBanner(first.text)?.strength === "strong") return true;
  const name = first.text.replace(/^\s*#?\d{1,4}\s*[.)]\s*/, "").split(/\s*[([]/)[0] ?? "";
  const beside = cells.slice(1);
  if (nameByShape(name) !== null && beside.some((cell) => BIRTH.test(cell.text))) return true;
  return beside.some(particular) && looksLikePersonName(name) >= 0.5;
}

/** A birth date, an id or another word with figures, as stands beside a name where a block begins. */
function particular(cell: Cell): boolean {
  return /\d/.test(cell.text) || cell.kind === "date" || cell.text.trim().length >= 3;
}

function statesAuthorization(lines: readonly SheetLine[]): { number: boolean; span: boolean } {
  const cells = lines.flatMap((line) => [...line.cells.values()]);
  return {
    number: cells.some((cell) =>
      findIdentifiers(cell.text).some((id) => id.meaning === "authNumber" && id.confidence >= 0.5),
    ),
    span: cells.some((cell) => findDates(cell.text).some((date) => date.kind === "span" && date.from !== null)),
  };
}

/** A line that tells of a further authorization opens the block's next part. */
function partsOf(lines: readonly SheetLine[]): SheetLine[][] {
  const parts: SheetLine[][] = [];
  for (const line of lines) {
    const current = parts[parts.length - 1];
    const here = statesAuthorization([line]);
    const before = statesAuthorization(current ?? []);
    if (!current || (here.number && here.span && before.number && before.span)) parts.push([line]);
    else current.push(line);
  }
  return parts;
}

/**
 * The blocks of a sheet that has no header: each opens with a line that names its patient, and goes on to the next such
 * line or to a blank row before a lone text. Empty where the sheet is not laid out so: fewer than three blocks, or hardly
 * more lines than blocks.
 */
export function freeBlocks(lines: SheetLines): FreeBlock[] {
  const blocks: SheetLine[][] = [];
  let current: SheetLine[] | null = null;
  let before = 0;
  const filled = lines.lines.filter((line) => line.cells.size > 0);
  for (const line of filled) {
    const gap = line.at > before + 1;
    before = line.at;
    if (opens(line) && (gap || current === null || startsFurtherLeft(line, current))) {
      current = [line];
      blocks.push(current);
    } else if (gap && line.cells.size === 1) current = null;
    else current?.push(line);
  }
  const inBlocks = blocks.reduce((sum, block) => sum + block.length, 0);
  if (blocks.length < 3 || inBlocks < blocks.length * 1.8 || inBlocks < filled.length * 0.6) return [];
  return blocks.map((block) => ({ parts: partsOf(block) }));
}

/** Without blank rows between blocks, the line that opens one stands out to the left of the others. */
function startsFurtherLeft(line: SheetLine, block: readonly SheetLine[]): boolean {
  const [head, ...rest] = block;
  const left = (one: SheetLine | undefined) => Math.min(...(one?.cells.keys() ?? []));
  return rest.length > 0 && left(line) === left(head) && rest.every((other) => left(other) > left(line));
}
