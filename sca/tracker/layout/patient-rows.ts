import { DATA_SHAPES, shapeOfCell } from "../columns/cell-shape.ts";
import type { Cell } from "../grid.ts";
import { looksLikePersonName } from "../people/person-likeness.ts";
import { namesPatient } from "./names-patient.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

/** A row is told from a card's labels by this many cells. */
const FEWEST_CELLS = 4;
/** Fewer lines below a header do not show what its columns usually hold. */
const FEWEST_LINES = 5;

/** A table by its header: where its patients stand, and what its columns usually hold. */
export interface TableAbove {
  readonly people: ReadonlySet<number>;
  readonly usual: ReadonlyMap<number, string>;
  readonly lines: number;
  /** How often each text stands under the heading for patients. */
  readonly texts: ReadonlyMap<string, number>;
}

/** For each line below a header that names patients, the table that the header begins. */
export function tablesAbove(lines: SheetLines, headers: ReadonlyMap<number, string>): ReadonlyMap<number, TableAbove> {
  const tables = new Map<number, TableAbove>();
  let people = new Set<number>();
  let below: SheetLine[] = [];
  let before = Number.NaN;
  const finish = () => {
    if (people.size > 0 && below.length > 0) {
      const table = tableOf(people, below);
      for (const line of below) tables.set(line.at, table);
    }
    below = [];
  };
  for (const line of lines.lines) {
    if (!headers.has(line.at)) {
      if (line.cells.size > 0) below.push(line);
      continue;
    }
    finish();
    if (line.at !== before + 1) people = new Set();
    before = line.at;
    for (const [position, cell] of line.cells) if (namesPatient(cell.text)) people.add(position);
  }
  finish();
  return tables;
}

function tableOf(people: ReadonlySet<number>, below: readonly SheetLine[]): TableAbove {
  const shapes = new Map<number, Map<string, number>>();
  const texts = new Map<string, number>();
  for (const { cells } of below) {
    for (const [position, cell] of cells) {
      const counts = shapes.get(position) ?? new Map<string, number>();
      const shape = shapeOfCell(cell);
      shapes.set(position, counts.set(shape, (counts.get(shape) ?? 0) + 1));
      if (people.has(position)) texts.set(cell.text.trim(), (texts.get(cell.text.trim()) ?? 0) + 1);
    }
  }
  const usual = new Map<number, string>();
  for (const [position, counts] of shapes) {
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    if (most !== undefined) usual.set(position, most[0]);
  }
  return { people, usual, lines: below.length, texts };
}

/**
 * Whether the line is a row of the table above it, whatever its words could label: a person's name stands under the
 * heading for patients, or its cells are what the table's columns usually hold. Some first names are words for a patient
 * ("Pat", "Bene"), and patients may go by "Client 12".
 */
export function isRowOf(line: SheetLine, table: TableAbove | undefined): boolean {
  if (table === undefined || line.cells.size < FEWEST_CELLS) return false;
  const named = [...line.cells].filter(([position, cell]) => table.people.has(position) && couldBePatient(cell));
  if (named.some(([, cell]) => looksLikePersonName(cell.text) >= 0.5)) return true;
  const isRepeated = named.every(([, cell]) => (table.texts.get(cell.text.trim()) ?? 0) > table.lines / 4);
  return !isRepeated && table.lines >= FEWEST_LINES && looksUsual(line, table);
}

function couldBePatient(cell: Cell): boolean {
  return cell.kind === "text" && !/[:=]\s*$/.test(cell.text);
}

function looksUsual({ cells }: SheetLine, { usual }: TableAbove): boolean {
  const alike = [...cells].filter(([position, cell]) => usual.get(position) === shapeOfCell(cell));
  const data = alike.filter(([, cell]) => DATA_SHAPES.has(shapeOfCell(cell)));
  return alike.length >= cells.size * 0.75 && data.length >= 2;
}
