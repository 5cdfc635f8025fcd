import { closeSync, openSync, readSync } from "node:fs";
import type { PlainText } from "../plain-text.ts";

const NEW_LINE = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;
const LAST_BYTE = 255;
const BOM = [0xef, 0xbb, 0xbf];
/** So much is read at a time; a longer row makes room for itself, up to the longest. */
const PIECE = 1 << 18;
const LONGEST_ROW = 1 << 20;
const MOST_CELLS = 16_384;

/** Thrown where a text turns out not to be built as plain rows: a quotation mark left open, or a row without end. */
export class NotPlain extends Error {}

/**
 * One row of a text file as it lies in memory: good until the next one is read. A cell is told by where it begins and
 * ends, its quotation marks left out.
 */
export class RowBytes {
  bytes = Buffer.alloc(PIECE + 1);
  /** Cells in the row. */
  count = 0;
  /** Where the asked cell begins and ends. */
  from = 0;
  to = 0;
  /** Whether a quotation mark stands twice inside a quoted cell, for one. */
  hasDoubled = false;
  start = 0;
  /** Where each cell ends, its closing quotation mark before it. */
  readonly ends = new Int32Array(MOST_CELLS);

  /** Looks at a cell; false where it is blank or the row has none there. */
  cell(at: number): boolean {
    if (at < 0 || at >= this.count) return false;
    const { bytes, ends } = this;
    let from = at === 0 ? this.start : (ends[at - 1] ?? 0) + 1;
    let to = ends[at] ?? 0;
    if (bytes[from] === QUOTE && to > from + 1) {
      from += 1;
      to -= 1;
    }
    this.from = from;
    this.to = to;
    return to > from;
  }

  /** The text of the cell that was looked at last. Throws NotPlain where its bytes are no UTF-8. */
  text(): string {
    const text = decoded(this.bytes.subarray(this.from, this.to));
    return this.hasDoubled && this.bytes[this.from - 1] === QUOTE ? text.replaceAll('""', '"') : text;
  }

  /** All cells as texts. */
  texts(): string[] {
    return Array.from({ length: this.count }, (_, at) => (this.cell(at) ? this.text() : ""));
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new NotPlain("bytes that are no UTF-8");
  }
}

/**
 * Reads the rows of a text file below its headings, one after the other, with never more than a piece of it in memory.
 * Throws NotPlain where the text is not built as rows of cells.
 *
 * @example eachRow(plain, (row) => row.cell(3) && paid.push(Number(row.text())))
 */
export function eachRow(plain: PlainText, onRow: (row: RowBytes) => void): void {
  const row = new RowBytes();
  const file = openSync(plain.path, "r");
  const delimiter = plain.delimiter.charCodeAt(0);
  let kept = 0;
  let isHeading = true;
  try {
    for (;;) {
      if (kept === row.bytes.length - 1) makeRoom(row);
      const read = readSync(file, row.bytes, kept, row.bytes.length - 1 - kept, null);
      let end = kept + read;
      if (end === 0) return;
      // The last row may have no line end of its own.
      if (read === 0) row.bytes[end++] = NEW_LINE;
      let at = isHeading && BOM.every((byte, place) => row.bytes[place] === byte) ? BOM.length : 0;
      for (;;) {
        const next = splitRow(row, at, end, delimiter);
        if (next < 0) break;
        at = next;
        const isBlank = row.count === 1 && row.ends[0] === row.start;
        if (!isHeading && !isBlank) onRow(row);
        if (!isBlank) isHeading = false;
      }
      if (read === 0) {
        if (at < end) throw new NotPlain("a quotation mark is left open");
        return;
      }
      row.bytes.copyWithin(0, at, end);
      kept = end - at;
    }
  } finally {
    closeSync(file);
  }
}

function makeRoom(row: RowBytes): void {
  if (row.bytes.length > LONGEST_ROW) throw new NotPlain("a row without end");
  const wider = Buffer.alloc(2 * (row.bytes.length - 1) + 1);
  wider.set(row.bytes);
  row.bytes = wider;
}

/** Finds the cells of the row that begins there. Answers where the next begins; -1 where its end is not read yet. */
function splitRow(row: RowBytes, start: number, end: number, delimiter: number): number {
  const { bytes, ends } = row;
  // Looking for a line end past what is read ends here.
  const behind = bytes[end];
  bytes[end] = NEW_LINE;
  // Nearly all letters and digits are above the comma: one look is enough for them.
  const high = delimiter === COMMA ? COMMA : LAST_BYTE;
  let at = start;
  let count = 0;
  row.start = start;
  row.hasDoubled = false;
  for (;;) {
    let byte = bytes[at] ?? NEW_LINE;
    if (byte === QUOTE) {
      at = quotedEnd(row, at, end);
      if (at >= end) break;
      byte = bytes[at] ?? NEW_LINE;
      if (byte === RETURN && bytes[at + 1] === NEW_LINE) {
        if (at + 1 >= end) break;
        ends[count++] = at;
        row.count = count;
        bytes[end] = behind ?? 0;
        return at + 2;
      }
      if (byte !== delimiter && byte !== NEW_LINE) throw new NotPlain("text behind a quotation mark");
    } else {
      while (byte > high || (byte !== delimiter && byte !== NEW_LINE)) byte = bytes[++at] ?? NEW_LINE;
    }
    if (at >= end) break;
    if (count === MOST_CELLS) throw new NotPlain("a row of more cells than a sheet has columns");
    if (byte === NEW_LINE) {
      ends[count++] = at > start && bytes[at - 1] === RETURN ? at - 1 : at;
      row.count = count;
      bytes[end] = behind ?? 0;
      return at + 1;
    }
    ends[count++] = at++;
  }
  bytes[end] = behind ?? 0;
  return -1;
}

/** Where the cell that is opened there by a quotation mark ends: behind the one that closes it. */
function quotedEnd(row: RowBytes, open: number, end: number): number {
  const { bytes } = row;
  let at = open + 1;
  for (;;) {
    while (at < end && bytes[at] !== QUOTE) at++;
    if (at >= end || bytes[at + 1] !== QUOTE || at + 1 >= end) return Math.min(at + 1, end);
    row.hasDoubled = true;
    at += 2;
  }
}
