import type { Cell } from "../grid.ts";
import { readHeading } from "../headings/read-heading.ts";
import { type CardLabels, cardLabels, labelKey } from "./card-labels.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

/** A value with its label beside it or before it in the same cell ("Auth #: 0441872"). */
export interface LabelPair {
  readonly label: string;
  readonly labelCell: Cell;
  /** The value's cell; for a label within the cell, the same cell with the label cut off its text. */
  readonly value: Cell;
}

const INLINE = /^\s*([\p{L}][\p{L}\p{N} .#/'’&()-]{0,28}?)\s*[:=]\s*(\S[\s\S]*)$/u;
const COLON = /[:=]\s*$/;

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

/**
 * The line as label and value pairs, or null where it is no such line: the first cell must be a label. A label whose
 * place for a value is blank has none; a text right behind a value goes with it ("Contact | Lee Park | 555-0102").
 */
export function labelPairs(line: SheetLine, labels: CardLabels): LabelPair[] | null {
  const cells = [...line.cells.values()];
  const first = cells[0];
  if (!first) return null;
  const pairs: LabelPair[] = [];
  let label: Cell | undefined;
  let behind: LabelPair | undefined;
  let loose = 0;
  for (const cell of cells) {
    const inline = inlinePair(cell);
    const pair = inline && !(label && COLON.test(label.text)) ? inline : label && isValueOf(label, cell, labels) ? pairOf(label, cell) : undefined;
    if (pair) {
      pairs.push(pair);
      behind = pair;
      label = undefined;
    } else if (labels.may(cell)) {
      label = cell;
      behind = undefined;
    } else if (cell === first) return null;
    else if (behind && cell.column === behind.value.column + 1) {
      pairs.push({ ...behind, value: cell });
      behind = undefined;
    } else loose += 1;
  }
  if (pairs.length === 0 || loose > pairs.length) return null;
  const labelCells = new Set(pairs.map((pair) => pair.labelCell));
  const known = [...labelCells].filter((cell) => inlinePair(cell) !== null || labels.known(cell)).length;
  return known * 2 >= labelCells.size || cells.length <= 3 ? pairs : null;
}

function pairOf(label: Cell, value: Cell): LabelPair {
  return { label: label.text.replace(COLON, "").trim(), labelCell: label, value };
}

/** Whether the cell is the label's value, and not the next label behind a value left blank. */
function isValueOf(label: Cell, cell: Cell, labels: CardLabels): boolean {
  if (COLON.test(label.text)) return true;
  const gap = cell.column - label.column;
  if (gap > 3) return false;
  return !(labels.may(cell) && (gap > 1 || labels.proven(cell)));
}

/** Lines that read as label and value pairs, where enough of the sheet does to believe it. */
export function pairLinesOf(lines: SheetLines, headerLines: ReadonlySet<number>): Map<number, LabelPair[]> {
  const labels = cardLabels(lines, headerLines);
  const found = new Map<number, LabelPair[]>();
  const counts = new Map<string, number>();
  for (const line of lines.lines) {
    if (headerLines.has(line.at)) continue;
    const pairs = labelPairs(line, labels);
    if (!pairs) continue;
    found.set(line.at, pairs);
    for (const pair of pairs) {
      if (inlinePair(pair.labelCell) === null && !labels.known(pair.labelCell)) continue;
      counts.set(labelKey(pair.label), (counts.get(labelKey(pair.label)) ?? 0) + 1);
    }
  }
  const repeated = [...counts.values()].filter((count) => count >= 2).length;
  if (repeated < 3) return new Map();
  for (const [at, pairs] of found) {
    const first = pairs[0];
    if (first && (counts.get(labelKey(first.label)) ?? 0) < 2 && pairs.length < 2) found.delete(at);
  }
  return found.size >= 4 ? found : new Map();
}
