import type { Area } from "../../sca/workbook/sheet-reference.ts";
import { formatOptions, LOOK_PARTS, type LookPart, type SharedPart, sharedPart } from "./cell-look.ts";
import { columnsOf, resultOf, rowsOf } from "./excel-range.ts";
import { bytesOfRows, type Wanted } from "./read-pieces.ts";

/** Bytes of one part of a look in an answer, before any answer is known. */
export const PART_BYTES = 40;
/** Rows of a block: what the cells of a column share there is asked at once. */
export const BLOCK_ROWS = 64;
/** Fewer columns side by side are not worth asking what their rows share. */
const FEWEST_COLUMNS = 4;

/** What cells share of the parts that were asked for; null where they differ. */
export type Shared = Map<LookPart, SharedPart>;

/** Columns side by side whose cells do not all look alike, counted from 0. */
export interface MixedColumns {
  readonly from: number;
  readonly to: number;
  readonly parts: ReadonlySet<LookPart>;
  /** What the cells of each row share among these columns; empty where that is not asked. */
  readonly rows: Shared[];
  /** What the cells of each column share in each block of rows. */
  readonly blocks: Shared[][];
}

type Told = { readonly format?: Excel.CellPropertiesFormat };

export function sharedOf(properties: Told | undefined, parts: Iterable<LookPart>): Shared {
  return new Map([...parts].map((part) => [part, sharedPart(properties, part)]));
}

/** Bytes of an answer, from some of it. */
export function jsonBytes(answer: readonly unknown[]): number {
  return bytesOfRows(answer, (row) => JSON.stringify(row).length);
}

/** The columns whose cells differ in some part, neighbours together. */
export function mixedColumns(columns: readonly Told[]): readonly MixedColumns[] {
  const runs: MixedColumns[] = [];
  for (const [at, column] of columns.entries()) {
    const parts = LOOK_PARTS.filter((part) => sharedPart(column, part) === null);
    if (parts.length === 0) continue;
    const last = runs.at(-1);
    if (last?.to === at - 1) {
      runs[runs.length - 1] = { ...last, to: at, parts: new Set([...last.parts, ...parts]) };
    } else runs.push({ from: at, to: at, parts: new Set(parts), rows: [], blocks: [] });
  }
  return runs;
}

function areaOfRun(area: Area, { from, to }: MixedColumns): Area {
  return { ...area, left: area.left + from, right: area.left + to };
}

function wantedRows(sheet: string, area: Area, run: MixedColumns): readonly Wanted[] {
  if (run.to - run.from + 1 < FEWEST_COLUMNS) return [];
  const ask = (band: Excel.Range) => {
    const answer = band.getRowProperties({ format: formatOptions(run.parts) });
    return () => {
      const read = resultOf(answer);
      for (const row of read) run.rows.push(sharedOf(row, run.parts));
      return jsonBytes(read);
    };
  };
  return [{ sheet, area: areaOfRun(area, run), rowBytes: PART_BYTES * run.parts.size, ask }];
}

/** What holds of two halves of a block: what both share. */
function both(one: Shared | undefined, other: Shared): Shared {
  if (one === undefined) return other;
  return new Map([...other].map(([part, value]) => [part, one.get(part) === value ? value : null]));
}

function wantedBlocks(sheet: string, area: Area, run: MixedColumns): readonly Wanted[] {
  const whole = areaOfRun(area, run);
  return Array.from({ length: Math.ceil(rowsOf(area) / BLOCK_ROWS) }, (_, at): Wanted => {
    const top = area.top + at * BLOCK_ROWS;
    const block = { ...whole, top, bottom: Math.min(area.bottom, top + BLOCK_ROWS - 1) };
    const bytes = PART_BYTES * run.parts.size * columnsOf(block);
    return {
      ...{ sheet, area: block, rowBytes: bytes / rowsOf(block) },
      ask: (band) => {
        const answer = band.getColumnProperties({ format: formatOptions(run.parts) });
        return () => {
          const read = resultOf(answer);
          run.blocks[at] = read.map((column, right) => both(run.blocks[at]?.[right], sharedOf(column, run.parts)));
          return jsonBytes(read);
        };
      },
    };
  });
}

/** Asks what rows, and columns a block of rows at a time, share among columns that are mixed. */
export function wantedShares(sheet: string, area: Area, run: MixedColumns): readonly Wanted[] {
  return [...wantedRows(sheet, area, run), ...wantedBlocks(sheet, area, run)];
}

/** What a part of one cell is, as far as its row or its block tells; null where only the cell itself does. */
export function sharedAt(run: MixedColumns, down: number, right: number, part: LookPart): SharedPart {
  const row = run.rows[down]?.get(part) ?? null;
  if (row !== null) return row;
  return run.blocks[Math.floor(down / BLOCK_ROWS)]?.[right - run.from]?.get(part) ?? null;
}
