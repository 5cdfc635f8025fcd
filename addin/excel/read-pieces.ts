import type { Area } from "../../sca/workbook/sheet-reference.ts";
import { isTooLarge } from "./excel-problem.ts";
import { rangeOf, rowsOf } from "./excel-range.ts";
import { CALL_BYTES } from "./write-queue.ts";

/** "Excel on the web has a payload size limit for requests and responses of 5MB"; what was thought too small needs room too. */
const ANSWER_BYTES = 3_800_000;
const REQUEST_BYTES = 2_000_000;
/** Answers come out larger than the last ones by so much at most; beyond, Excel refuses and they are asked for in smaller pieces. */
const RESERVE = 1.2;
const SMALLER = 4;

/** Something to read of an area, a band of rows at a time. */
export interface Wanted {
  /** The sheet's name or id. */
  readonly sheet: string;
  readonly area: Area;
  /** Bytes that a row takes in an answer, as far as can be told beforehand. */
  readonly rowBytes: number;
  /** True for what cannot be asked for in bands. */
  readonly isWhole?: true;
  /**
   * Asks for a band whose first row is `first` rows below the top of the area. What it gives is called when the answer is
   * there: it takes the answer in and tells its bytes.
   */
  readonly ask: (band: Excel.Range, first: number) => () => number;
}

interface Piece {
  readonly at: number;
  readonly first: number;
  readonly rows: number;
  /** Bytes as they were told beforehand. */
  readonly told: number;
}

/** Pieces for one request, from the first that is not read to its end. */
function nextPieces(wanted: readonly Wanted[], done: readonly number[], weight: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let answer = ANSWER_BYTES;
  let request = REQUEST_BYTES;
  for (const [at, { area, rowBytes, isWhole }] of wanted.entries()) {
    const first = done[at] ?? 0;
    const left = rowsOf(area) - first;
    if (left <= 0) continue;
    const fit = Math.floor(answer / (rowBytes * weight));
    const isEnough = isWhole ? fit >= left : fit >= 1;
    if (pieces.length > 0 && (!isEnough || request < CALL_BYTES)) break;
    const rows = isWhole ? left : Math.min(left, Math.max(1, fit));
    pieces.push({ at, first, rows, told: rows * rowBytes });
    answer -= rows * rowBytes * weight;
    request -= CALL_BYTES;
    if (rows < left) break;
  }
  return pieces;
}

async function readBatch(context: Excel.RequestContext, wanted: readonly Wanted[], pieces: readonly Piece[]) {
  const taken = pieces.map(({ at, first, rows }) => {
    const one = wanted[at];
    if (one === undefined) throw new Error(`nothing is wanted at ${at}`);
    const top = one.area.top + first;
    const sheet = context.workbook.worksheets.getItem(one.sheet);
    return one.ask(rangeOf(sheet, { ...one.area, top, bottom: top + rows - 1 }), first);
  });
  await context.sync();
  return taken.reduce((sum, take) => sum + take(), 0);
}

/**
 * Reads areas in as few round trips as the size of an answer allows: how large pieces may be is learned from the answers
 * themselves, and where Excel says that one is too large, that one is asked for again in smaller pieces.
 */
export async function readPieces(
  context: Excel.RequestContext,
  wanted: readonly Wanted[],
  told: (share: number) => void = () => {},
): Promise<void> {
  const done = wanted.map(() => 0);
  const all = wanted.reduce((sum, { area }) => sum + rowsOf(area), 0);
  let weight = 1;
  for (;;) {
    const pieces = nextPieces(wanted, done, weight);
    const [first, ...others] = pieces;
    if (first === undefined) return;
    try {
      const bytes = await readBatch(context, wanted, pieces);
      weight = (RESERVE * bytes) / pieces.reduce((sum, piece) => sum + piece.told, 0);
    } catch (error) {
      const isLeast = others.length === 0 && (first.rows === 1 || wanted[first.at]?.isWhole === true);
      if (!isTooLarge(error) || isLeast) throw error;
      weight *= SMALLER;
      continue;
    }
    for (const { at, rows } of pieces) done[at] = (done[at] ?? 0) + rows;
    told(done.reduce((sum, rows) => sum + rows, 0) / all);
  }
}

/** Bytes of many rows from some of them. */
export function bytesOfRows<Row>(rows: readonly Row[], bytesOfRow: (row: Row) => number): number {
  const step = Math.max(1, Math.floor(rows.length / 32));
  const some = rows.filter((_, at) => at % step === 0);
  const bytes = some.reduce((sum, row) => sum + bytesOfRow(row), 0);
  return some.length === 0 ? 0 : (bytes * rows.length) / some.length;
}
