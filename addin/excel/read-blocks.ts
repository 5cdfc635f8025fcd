import type { Area } from "../../sca/workbook/sheet-reference.ts";
import { isTooLarge } from "./excel-problem.ts";
import { type CellOutput, columnsOf, rangeOf, rowsOf } from "./excel-range.ts";

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

/** Cells in one answer: at 50 bytes each they stay under the 5 MB of Excel on the web. Long texts are met by smaller pieces. */
const MOST_CELLS = 60_000;
const LEAST_CELLS = 500;

interface Piece {
  readonly block: number;
  readonly area: Area;
}

/** Bands of rows of at most so many cells; at least one row. */
function piecesOf(blocks: readonly Block[], most: number): readonly Piece[] {
  return blocks.flatMap(({ area, members }, block) => {
    const step = Math.max(1, Math.floor(most / (columnsOf(area) * members.length)));
    return Array.from({ length: Math.ceil(rowsOf(area) / step) }, (_, at): Piece => {
      const top = area.top + at * step;
      return { block, area: { ...area, top, bottom: Math.min(area.bottom, top + step - 1) } };
    });
  });
}

function batchesOf(blocks: readonly Block[], most: number): readonly (readonly Piece[])[] {
  const batches: Piece[][] = [];
  let room = 0;
  for (const piece of piecesOf(blocks, most)) {
    const cells = rowsOf(piece.area) * columnsOf(piece.area) * (blocks[piece.block]?.members.length ?? 1);
    if (batches.length === 0 || cells > room) {
      batches.push([]);
      room = most;
    }
    batches.at(-1)?.push(piece);
    room -= cells;
  }
  return batches;
}

async function readBatch(context: Excel.RequestContext, blocks: readonly Block[], batch: readonly Piece[]) {
  const ranges = batch.map(({ block, area }) => {
    const { sheet = "", members = [] } = blocks[block] ?? {};
    return rangeOf(context.workbook.worksheets.getItem(sheet), area).load(members.join(","));
  });
  await context.sync();
  return ranges;
}

/**
 * Reads blocks of cells in as few round trips as the size of an answer allows; where Excel says that an answer is too
 * large, all is read anew in smaller pieces.
 */
export async function readBlocks(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  told: (share: number) => void = () => {},
  most = MOST_CELLS,
): Promise<readonly BlockContent[]> {
  const contents = blocks.map(({ members }) => new Map(members.map((member) => [member, [] as CellOutput[][]])));
  const batches = batchesOf(blocks, most);
  try {
    for (const [at, batch] of batches.entries()) {
      const ranges = await readBatch(context, blocks, batch);
      for (const [index, { block }] of batch.entries()) {
        for (const [member, rows] of contents[block] ?? []) {
          for (const row of (ranges[index]?.[member] ?? []) as CellOutput[][]) rows.push(row);
        }
      }
      told((at + 1) / batches.length);
    }
  } catch (error) {
    if (!isTooLarge(error) || most <= LEAST_CELLS) throw error;
    return readBlocks(context, blocks, told, Math.floor(most / 4));
  }
  return contents.map((members) => Object.fromEntries(members) as BlockContent);
}
