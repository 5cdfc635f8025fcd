import type { Area } from "../../sca/workbook/sheet-reference.ts";
import { type CellLook, formatOptions, LOOK_PARTS, type LookPart, linkOf, type SharedPart } from "./cell-look.ts";
import { columnsOf, resultOf, rowsOf } from "./excel-range.ts";
import type { SheetArea } from "./read-cells.ts";
import { readPieces, type Wanted } from "./read-pieces.ts";
import {
  BLOCK_ROWS,
  jsonBytes,
  type MixedColumns,
  mixedColumns,
  PART_BYTES,
  sharedAt,
  sharedOf,
  wantedShares,
} from "./shared-looks.ts";
import { CALL_BYTES } from "./write-queue.ts";

/** Bytes of a cell's link in an answer, before any answer is known. */
const LINK_BYTES = 24;

/** How one cell of an area looks, counted from 0 at its first row and column. */
export type LookAt = (down: number, right: number) => CellLook;

/** What `getColumnProperties` is asked for, along with what else is wanted of columns. */
export const COLUMN_LOOKS = { format: formatOptions(new Set(LOOK_PARTS)) } as const;

/** Cells by row and column, counted from 0. */
type Cells<Value> = Map<number, Value>;

const MOST_COLUMNS = 16_384;

function keyOf(down: number, right: number): number {
  return down * MOST_COLUMNS + right;
}

/** A rectangle of an area, counted from 0. */
interface Patch {
  readonly top: number;
  bottom: number;
  readonly from: number;
  readonly to: number;
}

function areaOf({ top, left }: Area, patch: Patch): Area {
  return { top: top + patch.top, left: left + patch.from, bottom: top + patch.bottom, right: left + patch.to };
}

/** Asks for each cell of a patch by itself. */
function wantedCells<Value>(
  sheet: string,
  area: Area,
  patch: Patch,
  bytes: number,
  options: Excel.CellPropertiesLoadOptions,
  take: (cell: Excel.CellProperties) => Value | null,
  into: Cells<Value>,
): Wanted {
  const place = areaOf(area, patch);
  return {
    ...{ sheet, area: place, rowBytes: columnsOf(place) * bytes },
    ask: (band, first) => {
      const answer = band.getCellProperties(options);
      return () => {
        const read = resultOf(answer);
        for (const [down, row] of read.entries()) {
          for (const [right, cell] of row.entries()) {
            const value = take(cell);
            if (value !== null) into.set(keyOf(patch.top + first + down, patch.from + right), value);
          }
        }
        return jsonBytes(read);
      };
    },
  };
}

/** Columns side by side that are mixed in a part, in one block of rows. */
function runsInBlock(run: MixedColumns, block: number, part: LookPart): readonly { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [at, column] of (run.blocks[block] ?? []).entries()) {
    if (column.get(part) !== null) continue;
    const right = run.from + at;
    const last = runs.at(-1);
    if (last?.to === right - 1) last.to = right;
    else runs.push({ from: right, to: right });
  }
  return runs;
}

/** Where a part is told by the cells alone; a gap that costs less than a call of its own is read along. */
function differing(run: MixedColumns, part: LookPart, rows: number): readonly Patch[] {
  const patches: Patch[] = [];
  const open = new Map<string, Patch>();
  for (let block = 0; block < run.blocks.length; block++) {
    for (const { from, to } of runsInBlock(run, block, part)) {
      const gap = Math.floor(CALL_BYTES / ((to - from + 1) * PART_BYTES));
      const key = `${from} ${to}`;
      const end = Math.min(rows, (block + 1) * BLOCK_ROWS);
      for (let down = block * BLOCK_ROWS; down < end; down++) {
        if ((run.rows[down]?.get(part) ?? null) !== null) continue;
        const last = open.get(key);
        if (last !== undefined && down - last.bottom <= gap + 1) last.bottom = down;
        else {
          const patch = { top: down, bottom: down, from, to };
          open.set(key, patch);
          patches.push(patch);
        }
      }
    }
  }
  return patches;
}

function partOf(cell: Excel.CellProperties, part: LookPart): SharedPart {
  return sharedOf(cell, [part]).get(part) ?? null;
}

/** An area with what its columns share. */
export interface LookedArea extends SheetArea {
  readonly columns: readonly Excel.ColumnProperties[];
}

/** What is known of an area's looks so far. */
class Looks {
  readonly #of: LookedArea;
  readonly #runs: readonly MixedColumns[];
  readonly #links: Cells<string> = new Map();
  readonly #cells = new Map(LOOK_PARTS.map((part) => [part, new Map() as Cells<NonNullable<SharedPart>>]));

  constructor(of: LookedArea) {
    this.#of = of;
    this.#runs = mixedColumns(of.columns);
  }

  /** What rows and blocks share, and every cell's link. */
  shares(): readonly Wanted[] {
    const { sheet, area, columns } = this.#of;
    const whole = { top: 0, bottom: rowsOf(area) - 1, from: 0, to: columns.length - 1 };
    const link = (cell: Excel.CellProperties) => linkOf(cell) || null;
    return [
      ...this.#runs.flatMap((run) => wantedShares(sheet, area, run)),
      wantedCells(sheet, area, whole, LINK_BYTES, { hyperlink: true }, link, this.#links),
    ];
  }

  /** The cells that only tell themselves, once it is known what is shared. */
  others(): readonly Wanted[] {
    const { sheet, area } = this.#of;
    return this.#runs.flatMap((run) =>
      [...run.parts].flatMap((part) => {
        const options = { format: formatOptions(new Set([part])) };
        const into = this.#cells.get(part) ?? new Map();
        return differing(run, part, rowsOf(area)).map((patch) =>
          wantedCells(sheet, area, patch, PART_BYTES, options, (cell) => partOf(cell, part), into),
        );
      }),
    );
  }

  told(): LookAt {
    return lookedUp(this.#of.columns, this.#runs, this.#cells, this.#links);
  }
}

/**
 * How the cells of areas look ("Get cell properties", ExcelApi 1.9), from what their columns share: where a column is
 * mixed, from what its rows share and what blocks of it share, and cell by cell only where all three are mixed. Two rounds
 * of requests for all areas together, each as many as the size of its answers needs.
 */
export async function readLooks(
  context: Excel.RequestContext,
  areas: readonly LookedArea[],
  told: (share: number) => void = () => {},
): Promise<readonly LookAt[]> {
  const looks = areas.map((area) => new Looks(area));
  await readPieces(
    context,
    looks.flatMap((one) => one.shares()),
    told,
  );
  await readPieces(
    context,
    looks.flatMap((one) => one.others()),
  );
  return looks.map((one) => one.told());
}

function lookedUp(
  columns: readonly Excel.ColumnProperties[],
  runs: readonly MixedColumns[],
  cells: ReadonlyMap<LookPart, Cells<NonNullable<SharedPart>>>,
  links: Cells<string>,
): LookAt {
  const shared = columns.map((column) => {
    const parts = [...sharedOf(column, LOOK_PARTS)].filter(([, value]) => value !== null);
    return Object.fromEntries(parts) as CellLook;
  });
  const runOf = columns.map((_, at) => runs.find(({ from, to }) => at >= from && at <= to));
  return (down, right) => {
    const column = shared[right] ?? {};
    const run = runOf[right];
    const link = links.get(keyOf(down, right));
    if (run === undefined) return link === undefined ? column : { ...column, link };
    const look: { [Part in LookPart]?: SharedPart } & { link?: string } = { ...column };
    for (const part of run.parts) {
      const told = look[part] ?? sharedAt(run, down, right, part) ?? cells.get(part)?.get(keyOf(down, right));
      if (told !== undefined) look[part] = told;
    }
    if (link !== undefined) look.link = link;
    return look as CellLook;
  };
}
