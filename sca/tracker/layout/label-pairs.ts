import { DATA_SHAPES, shapeOfCell } from "../columns/cell-shape.ts";
import type { Cell } from "../grid.ts";
import { readHeading } from "../headings/read-heading.ts";
import { headingLikeness } from "./header-lines.ts";
import type { SheetLine } from "./sheet-lines.ts";

/** A value with its label beside it or before it in the same cell ("Auth #: 0441872"). */
export interface LabelPair {
  readonly label: string;
  readonly labelCell: Cell;
  /** The value's cell; for a label within the cell, the same cell with the label cut off its text. */
  readonly value: Cell;
}

const INLINE = /^\s*([\p{L}][\p{L}\p{N} .#/'’&()-]{0,28}?)\s*[:=]\s*(\S[\s\S]*)$/u;

/** The label and value of a cell such as "Plan: Aetna", where the label reads as a heading. */
export function inlinePair(cell: Cell): LabelPair | null {
  if (cell.kind !== "text") return null;
  const match = INLINE.exec(cell.text);
  if (!match?.[1] || !match[2]) return null;
  const reading = readHeading(match[1]);
  const score = Math.max(0, ...reading.scores.values(), reading.parts.length > 0 ? 0.7 : 0);
  if (score < 0.6) return null;
  return { label: match[1].trim(), labelCell: cell, value: { ...cell, text: match[2] } };
}

/** True where a cell can be the label of the cell beside it. */
export function isLabel(cell: Cell): boolean {
  if (/[:=]\s*$/.test(cell.text) && cell.text.length < 40) return true;
  const shape = shapeOfCell(cell);
  if (DATA_SHAPES.has(shape)) return false;
  return headingLikeness(cell).score >= 0.45;
}

/**
 * The line as label and value pairs, or null where it is no such line: the first cell must be a label, every value must
 * follow one. A label whose neighbour is a label too has no value.
 */
export function labelPairs(line: SheetLine): LabelPair[] | null {
  const cells = [...line.cells.values()];
  const first = cells[0];
  if (!first) return null;
  const pairs: LabelPair[] = [];
  let label: Cell | null = null;
  let loose = 0;
  for (const cell of cells) {
    const inline = inlinePair(cell);
    if (inline && (label === null || !/[:=]\s*$/.test(label.text))) {
      pairs.push(inline);
      label = null;
      continue;
    }
    if (label !== null && (cell.column - label.column <= 3 || /[:=]\s*$/.test(label.text)) && !(isLabel(cell) && label !== null && !/[:=]\s*$/.test(label.text))) {
      pairs.push({ label: label.text.replace(/[:=]\s*$/, "").trim(), labelCell: label, value: cell });
      label = null;
      continue;
    }
    if (isLabel(cell)) label = cell;
    else if (cell === first) return null;
    else loose += 1;
  }
  if (pairs.length === 0 || loose > pairs.length) return null;
  return pairs;
}
