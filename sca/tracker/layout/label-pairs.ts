import type { Cell } from "../grid.ts";
import { readHeading } from "../headings/read-heading.ts";
import { type CardLabels, cardLabels, couldBeLabel, labelKey } from "./card-labels.ts";
import { namesPatient } from "./names-patient.ts";
import { packedFacts } from "./packed-facts.ts";
import { isRowOf, tablesAbove } from "./patient-rows.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

/** A value with its label beside it or before it in the same cell ("Auth #: 0441872"). */
export interface LabelPair {
  readonly label: string;
  readonly labelCell: Cell;
  /** The value's cell; for a label within the cell, the same cell with the label cut off its text. */
  readonly value: Cell;
}

/** A line of labels with their values; `blank` are labels that nothing stands beside. */
export interface LabelLine {
  readonly pairs: readonly LabelPair[];
  readonly blank: readonly Cell[];
}

const INLINE = /^\s*([\p{L}][\p{L}\p{N} .#/'’&()-]{0,28}?)\s*[:=]\s*(\S[\s\S]*)$/u;
const COLON = /[:=]\s*$/;

/** The label and value of a cell such as "Plan: Aetna", where the label reads as a heading. */
export function inlinePair(cell: Cell, least = 0.6): LabelPair | null {
  if (cell.kind !== "text") return null;
  const match = INLINE.exec(cell.text);
  if (!match?.[1] || !match[2]) return null;
  const reading = readHeading(match[1]);
  const score = Math.max(0, ...reading.scores.values(), reading.parts.length > 0 ? 0.7 : 0);
  if (score < least) return null;
  return { label: match[1].trim(), labelCell: cell, value: { ...cell, text: match[2] } };
}

/** A label and value in the only cell of a line, where the label need hardly be known. */
export function lonePair(cell: Cell): LabelPair | null {
  return inlinePair(cell, 0.35);
}

/** The labels and values of a line's only cell; several where wide spaces set them apart ("Sent: 6/9   Reply: 6/17 denied"). */
export function pairsWithin(cell: Cell): LabelPair[] {
  const whole = lonePair(cell);
  const facts = packedFacts(cell);
  const [first, ...others] = facts ?? [];
  if (!whole || !first || !others.some((fact) => fact.label !== null)) return whole ? [whole] : [];
  const head = lonePair({
    ...cell,
    text: first.label === null ? first.value.text : `${first.label}: ${first.value.text}`,
  });
  if (!head) return [whole];
  const pairs: LabelPair[] = [{ ...head, labelCell: cell }];
  for (const { label, value } of others)
    pairs.push({ label: label ?? pairs[pairs.length - 1]?.label ?? head.label, labelCell: cell, value });
  return pairs;
}

/** The cells of a line that a colon makes labels, each with the cell behind it; what stands elsewhere on the line is left. */
export function colonPairs(line: SheetLine): LabelPair[] {
  const cells = [...line.cells.values()];
  return cells.flatMap((cell, index) => {
    const value = cells[index + 1];
    return cell.kind === "text" && COLON.test(cell.text) && value !== undefined && !COLON.test(value.text)
      ? [pairOf(cell, value)]
      : [];
  });
}

/**
 * The line as label and value pairs, or null where it is no such line: the first cell must be a label. A label whose
 * place for a value is blank has none; a text right behind a value goes with it ("Contact | Lee Park | 555-0102").
 */
export function labelPairs(line: SheetLine, labels: CardLabels): LabelLine | null {
  const cells = [...line.cells.values()];
  const first = cells[0];
  if (!first) return null;
  const within = cells.length === 1 ? pairsWithin(first) : [];
  if (within.length > 1) return { pairs: within, blank: [] };
  const pairs: LabelPair[] = [];
  const blank: Cell[] = [];
  let label: Cell | undefined;
  let behind: LabelPair | undefined;
  let loose = 0;
  for (const cell of cells) {
    const inline = cells.length === 1 ? lonePair(cell) : inlinePair(cell);
    const beside =
      label !== undefined &&
      isValueOf(label, cell, labels) &&
      (!inline || COLON.test(label.text) || cell.column === label.column + 1);
    const pair = label && beside ? pairOf(label, cell) : inline;
    if (pair) {
      if (label && !beside) blank.push(label);
      pairs.push(pair);
      behind = pair;
      label = undefined;
    } else if (labels.may(cell)) {
      if (label) blank.push(label);
      label = cell;
      behind = undefined;
    } else if (cell === first) return null;
    else if (behind && cell.column === behind.value.column + 1) {
      pairs.push({ ...behind, value: cell });
      behind = undefined;
    } else loose += 1;
  }
  if (label) blank.push(label);
  if (pairs.length === 0 || loose > pairs.length) return null;
  const labelCells = new Set(pairs.map((pair) => pair.labelCell));
  const known = [...labelCells].filter((cell) => inlinePair(cell) !== null || labels.known(cell)).length;
  return known * 2 >= labelCells.size || cells.length <= 3 ? { pairs, blank } : null;
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

/** A sheet that is one card: most of its lines are labels, with values or still without, and they name many different things. */
function isForm(
  lines: SheetLines,
  found: ReadonlyMap<number, LabelLine>,
  counts: ReadonlyMap<string, number>,
  labels: CardLabels,
): boolean {
  const filled = lines.lines.filter((line) => line.cells.size > 0);
  const unfilled = filled.filter((line) => !found.has(line.at) && isUnfilled(line, labels)).length;
  return counts.size >= 6 && found.size >= 3 && found.size + unfilled >= filled.length * 0.6 && found.size >= unfilled;
}

function isUnfilled(line: SheetLine, labels: CardLabels): boolean {
  return line.cells.size <= 3 && [...line.cells.values()].every((cell) => labels.known(cell));
}

/** The columns in which a form's labels stand, each with the way to its value. */
function labelPlaces(found: ReadonlyMap<number, LabelLine>): Map<number, number> {
  const places = new Map<number, number>();
  for (const { labelCell, value } of [...found.values()].flatMap((line) => line.pairs)) {
    const gap = value.column - labelCell.column;
    if (gap > 0) places.set(labelCell.column, Math.min(gap, places.get(labelCell.column) ?? gap));
  }
  return places;
}

/** The line by where its cells stand: labels, known as such or not, where the form's other labels do, each with its value. */
function pairsByPlace(line: SheetLine, places: ReadonlyMap<number, number>): LabelLine | null {
  const cells = [...line.cells.values()];
  const labels = cells.filter((cell) => places.has(cell.column) && couldBeLabel(cell));
  const pairs = labels.flatMap((label) =>
    cells
      .filter((cell) => cell.column === label.column + (places.get(label.column) ?? 1))
      .map((value) => pairOf(label, value)),
  );
  return pairs.length > 0 && pairs.length * 2 === cells.length && labels.length === pairs.length
    ? { pairs, blank: [] }
    : null;
}

/** Whether rows that are neither labels nor headers stand right below the line: then it heads them. */
function rowsFollow(
  lines: SheetLines,
  index: number,
  found: ReadonlyMap<number, LabelLine>,
  headers: ReadonlyMap<number, string>,
): boolean {
  const [line, below] = lines.lines.slice(index, index + 2);
  if (!line || !below || below.at > line.at + 1 || below.cells.size === 0) return false;
  return !found.has(below.at) && !headers.has(below.at);
}

/**
 * Lines that read as label and value pairs, where enough of the sheet does to believe it. A line that looks like a header
 * of its own is one of them when its labels stand before values elsewhere: `demoted` names such lines.
 */
export function labelLinesOf(
  lines: SheetLines,
  headers: ReadonlyMap<number, string>,
  ends: ReadonlyMap<number, string>,
): { found: Map<number, LabelLine>; demoted: Set<number> } {
  const labels = cardLabels(lines, new Set(headers.keys()));
  const found = new Map<number, LabelLine>();
  const counts = new Map<string, number>();
  const signatures = new Map<string, number>();
  for (const signature of ends.values()) signatures.set(signature, (signatures.get(signature) ?? 0) + 1);
  const tables = tablesAbove(lines, headers);
  for (const line of lines.lines) {
    if (headers.has(line.at)) continue;
    const read = labelPairs(line, labels);
    if (!read || isRowOf(line, tables.get(line.at))) continue;
    found.set(line.at, read);
    for (const { labelCell, label } of read.pairs) {
      if (inlinePair(labelCell) === null && !labels.known(labelCell)) continue;
      counts.set(labelKey(label), (counts.get(labelKey(label)) ?? 0) + 1);
    }
  }
  const demoted = new Set<number>();
  const repeated = [...counts.values()].filter((count) => count >= 2).length;
  const form = repeated < 3 && isForm(lines, found, counts, labels);
  if ((repeated < 3 || found.size < 4) && !form) return { found: new Map(), demoted };
  if (repeated >= 3)
    for (const [at, { pairs }] of found) {
      const [first] = pairs;
      if (first && (counts.get(labelKey(first.label)) ?? 0) < 2 && pairs.length < 2) found.delete(at);
    }
  const oneCard =
    form && [...found.values()].flatMap((line) => line.pairs).filter((pair) => namesPatient(pair.label)).length <= 1;
  const places = oneCard ? labelPlaces(found) : new Map<number, number>();
  for (const line of lines.lines) {
    const placed = found.has(line.at) || headers.has(line.at) ? null : pairsByPlace(line, places);
    if (placed) found.set(line.at, placed);
  }
  for (const [index, line] of lines.lines.entries()) {
    const signature = headers.get(line.at);
    if (signature === undefined || (ends.has(line.at) && (signatures.get(signature) ?? 0) > 2)) continue;
    const placed = rowsFollow(lines, index, found, headers) ? null : pairsByPlace(line, places);
    if (form && placed === null && isUnfilled(line, labels)) {
      demoted.add(line.at);
      continue;
    }
    const read = placed ?? labelPairs(line, labels);
    if (!read || read.pairs.length < read.blank.length) continue;
    const proven = read.pairs.filter(
      (pair) => (counts.get(labelKey(pair.label)) ?? 0) >= 2 || COLON.test(pair.labelCell.text),
    ).length;
    const valued = read.pairs.some((pair) => !labels.known(pair.value));
    if (proven < read.pairs.length && !(valued && proven * 2 >= read.pairs.length) && placed === null) continue;
    found.set(line.at, read);
    demoted.add(line.at);
  }
  return { found, demoted };
}
