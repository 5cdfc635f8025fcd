import type { Area } from "../../sca/workbook/sheet-reference.ts";
import { type CellOutput, columnsOf } from "./excel-range.ts";
import { bytesOfRows, readPieces, type Wanted } from "./read-pieces.ts";
import { bytesOf } from "./write-queue.ts";

/** What is read of cells; each costs an answer of its own size. */
export type BlockMember = "formulas" | "numberFormat" | "text" | "values";

/** Cells to read in one piece. */
export interface Block {
  /** The sheet's name or id. */
  readonly sheet: string;
  readonly area: Area;
  readonly members: readonly BlockMember[];
}

/** What the cells hold, row by row, under each member that was asked for. */
export type BlockContent = { readonly [Member in BlockMember]?: readonly (readonly CellOutput[])[] };

/** Bytes of a cell's member in an answer, before any answer is known. */
const CELL_BYTES = 20;

function bytesOfRow(row: readonly CellOutput[]): number {
  return row.reduce<number>((sum, value) => sum + bytesOf(value), 2);
}

function wantedOf({ sheet, area, members }: Block, into: ReadonlyMap<BlockMember, CellOutput[][]>): Wanted {
  return {
    ...{ sheet, area, rowBytes: columnsOf(area) * members.length * CELL_BYTES },
    ask: (band) => {
      band.load(members.join(","));
      return () => {
        let bytes = 0;
        for (const [member, rows] of into) {
          const read = band[member] as CellOutput[][];
          for (const row of read) rows.push(row);
          bytes += bytesOfRows(read, bytesOfRow);
        }
        return bytes;
      };
    },
  };
}

/** Reads blocks of cells, and what else is wanted, in as few round trips as the size of an answer allows. */
export async function readBlocks(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  told: (share: number) => void = () => {},
  others: readonly Wanted[] = [],
): Promise<readonly BlockContent[]> {
  const contents = blocks.map(({ members }) => new Map(members.map((member) => [member, [] as CellOutput[][]])));
  const wanted = blocks.map((block, at) => wantedOf(block, contents[at] ?? new Map()));
  await readPieces(context, [...wanted, ...others], told);
  return contents.map((members) => Object.fromEntries(members) as BlockContent);
}
