import type { Cell } from "../grid.ts";
import type { RowKind } from "../tracked-case.ts";
import { labelKey } from "./card-labels.ts";
import type { Header } from "./header-lines.ts";
import { inlinePair, type LabelLine } from "./label-pairs.ts";
import { packedFacts } from "./packed-facts.ts";
import { laterRoundOf } from "./rounds.ts";
import type { BesideLine, FieldColumn, OtherLine, PlacedValue, RecordLine, SectionLine } from "./sheet-layout.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

/** The column set that holds the labels of cards. */
export const LABELS = "labels";
/** The column set of lines that stand under no header. */
export const NO_HEADER = "none";

/** A layout while its lines are gone through. */
export interface RecordBuilder {
  readonly lines: SheetLines;
  readonly sets: Map<string, FieldColumn[]>;
  readonly records: RecordLine[];
  readonly others: OtherLine[];
  readonly titles: string[];
  readonly beside: BesideLine[];
}

interface Around {
  readonly block: number | null;
  readonly sections: readonly SectionLine[];
}

export function recordBuilder(lines: SheetLines): RecordBuilder {
  return { lines, sets: new Map(), records: [], others: [], titles: [], beside: [] };
}

export function addOther(builder: RecordBuilder, line: SheetLine, kind: RowKind): void {
  builder.others.push({ at: line.at, kind, texts: [...line.cells.values()] });
}

function columnOf(
  builder: RecordBuilder,
  set: string,
  key: string,
  make: () => Omit<FieldColumn, "cells" | "key">,
): FieldColumn {
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

function labelColumn(builder: RecordBuilder, label: string, labelCell: Cell, set = LABELS): FieldColumn {
  return columnOf(builder, set, labelKey(label), () => ({
    text: label,
    group: "",
    position: null,
    headingCell: labelCell,
    records: new Set(),
  }));
}

/**
 * Adds a line whose cells belong to the columns of the header above it; what stands under headings of a later
 * authorization becomes a record of its own behind it.
 */
export function addRow(builder: RecordBuilder, line: SheetLine, header: Header | null, around: Around): void {
  const set = header?.signature ?? NO_HEADER;
  const rounds = new Map<number, PlacedValue[]>([[0, []]]);
  const edge =
    header === null ? Number.POSITIVE_INFINITY : Math.max(...header.headings.map((heading) => heading.position)) + 1;
  const outside = [...line.cells].filter(([position]) => position > edge);
  const within = new Map([...line.fills].filter(([position]) => position <= edge));
  if (outside.length > 0 || within.size < line.fills.size) {
    builder.beside.push({
      cells: outside.map(([, cell]) => cell),
      fills: new Map([...line.fills].filter(([position]) => position > edge)),
    });
  }
  for (const [position, cell] of line.cells) {
    if (position > edge) continue;
    const carried = line.carried.has(position);
    const heading = header?.headings.find((other) => other.position === position);
    if (carried && heading?.cell === cell) continue;
    const later = heading && header?.rounds.get(heading);
    const round = later?.round ?? 0;
    const column = columnOf(builder, round === 0 ? set : `${set}#${round}`, String(position), () => ({
      text: later?.text ?? heading?.text ?? "",
      group: later?.group ?? heading?.group ?? "",
      position,
      headingCell: heading?.cell ?? null,
    }));
    if (!carried) column.cells.push(cell);
    rounds.set(round, [...(rounds.get(round) ?? []), { cell, column, carried }]);
  }
  const common = {
    at: line.at,
    hidden: line.hidden,
    role: "row" as const,
    fills: within,
    set,
    block: around.block,
    sections: [...around.sections],
  };
  for (const [round, values] of [...rounds].sort((one, other) => one[0] - other[0])) {
    builder.records.push(round === 0 ? { ...common, values } : { ...common, values, round });
  }
}

/** Adds a line of label and value pairs; a line whose first label tells of a later authorization is a record of that one. */
export function addPairs(builder: RecordBuilder, line: SheetLine, { pairs, blank }: LabelLine, around: Around): void {
  const values: PlacedValue[] = [];
  const covered = new Set<number>(blank.map((cell) => cell.column));
  const first = builder.records.some((record) => record.block === around.block && record.role === "pairs");
  const later = first && pairs[0] ? laterRoundOf(pairs[0].label) : null;
  const set = later === null ? LABELS : `${LABELS}#${later.round}`;
  for (const pair of pairs) {
    const column = labelColumn(builder, (later && laterRoundOf(pair.label)?.text) ?? pair.label, pair.labelCell, set);
    column.cells.push(pair.value);
    values.push({ cell: pair.value, column, carried: false });
    covered.add(pair.labelCell.column).add(pair.value.column);
  }
  for (const [position, cell] of line.cells) {
    if (!covered.has(cell.column) && !line.carried.has(position)) values.push({ cell, column: null, carried: false });
  }
  builder.records.push({
    at: line.at,
    hidden: line.hidden,
    role: "pairs",
    values,
    fills: line.fills,
    set,
    block: around.block,
    sections: [...around.sections],
    ...(later ? { round: later.round } : {}),
  });
}

/** Adds the line that opens a block: the facts it packs, those with a label under that label. */
export function addBanner(builder: RecordBuilder, line: SheetLine, around: Around): void {
  const values = [...line.cells.values()].flatMap((cell): PlacedValue[] => {
    const facts = packedFacts(cell);
    if (!facts) return [{ cell, column: null, carried: false }];
    return facts.map((fact) => {
      const column = fact.label === null ? null : labelColumn(builder, fact.label, cell);
      column?.cells.push(fact.value);
      return { cell: fact.value, column, carried: false };
    });
  });
  builder.records.push({
    at: line.at,
    hidden: line.hidden,
    role: "banner",
    values,
    fills: line.fills,
    set: NO_HEADER,
    block: around.block,
    sections: [...around.sections],
  });
}

/** Adds a block of free rows: its parts as one record each, the first with the patient's name. */
export function addFreeBlock(builder: RecordBuilder, parts: readonly (readonly SheetLine[])[], around: Around): void {
  parts.forEach((lines, index) => {
    const [first] = lines;
    if (!first) return;
    const values = lines.flatMap((line) =>
      [...line.cells.values()].map((cell): PlacedValue => {
        const pair = inlinePair(cell);
        if (!pair) return { cell, column: null, carried: false };
        const column = labelColumn(builder, pair.label, cell);
        column.cells.push(pair.value);
        return { cell: pair.value, column, carried: false };
      }),
    );
    const rows = lines.map((line) => line.at);
    builder.records.push({
      at: first.at,
      rows,
      hidden: first.hidden,
      role: index === 0 ? "banner" : "row",
      values,
      fills: first.fills,
      set: NO_HEADER,
      free: true,
      block: around.block,
      sections: [...around.sections],
    });
  });
}
