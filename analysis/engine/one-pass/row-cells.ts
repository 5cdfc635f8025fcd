import { dayIn, isBlank, type LedgerRow, numberIn, textIn } from "../../../sca/ledger/ledger-row.ts";
import { LARGEST_FIGURE } from "../../../sca/ledger/readable-cell.ts";
import { numberInText } from "../../files/reading/ledger-folder.ts";
import { beginsWithLetter, mayHaveSpaces, plainDay, plainNumber } from "./cell-bytes.ts";
import type { RowBytes } from "./row-bytes.ts";
import type { TextCodes } from "./text-codes.ts";
import type { WordCodes } from "./word-codes.ts";

/** What a row says under the headings that are read, by their places among them. */
export interface RowCells {
  /** The code of a text; 0 for a blank. */
  code(codes: TextCodes, at: number): number;
  /** The code of a word of the ledger's lists. */
  word(words: WordCodes, at: number): number;
  /** A number that people type; NaN for a blank. */
  number(at: number): number;
  /** A number that a formula gave; NaN for a blank and for words in its place. */
  result(at: number): number;
  /** A day as 20260302; 0 for a blank. */
  day(at: number): number;
  isFilled(at: number): boolean;
}

/** The cells of a row of bytes: plain ones are read; where one is not, the row is odd. */
export class PlainCells implements RowCells {
  /** True where a cell of the row, or the row itself, is for the ledger's own reader. */
  isOdd = false;
  readonly #row: RowBytes;
  readonly #places: readonly number[];

  /** `places` are those of the wanted headings in the file; -1 for one that it does not have. */
  constructor(row: RowBytes, places: readonly number[]) {
    this.#row = row;
    this.#places = places;
  }

  code(codes: TextCodes, at: number): number {
    if (!this.#row.cell(this.#places[at] ?? -1)) return 0;
    const code = codes.codeOf(this.#row);
    if (code > 0) return code;
    this.isOdd = true;
    return 0;
  }

  word(words: WordCodes, at: number): number {
    const code = this.code(words.codes, at);
    if (!words.isListed(code)) this.isOdd = true;
    return code;
  }

  number(at: number): number {
    if (!this.#row.cell(this.#places[at] ?? -1)) return Number.NaN;
    const value = plainNumber(this.#row);
    if (!(value <= LARGEST_FIGURE)) this.isOdd = true;
    return value;
  }

  result(at: number): number {
    if (!this.#row.cell(this.#places[at] ?? -1)) return Number.NaN;
    const value = plainNumber(this.#row);
    if (!Number.isNaN(value)) return value;
    // Words stand there where a formula had nothing to reckon with.
    if (beginsWithLetter(this.#row)) return value;
    return numberInText(this.#row.text().trim()) ?? Number.NaN;
  }

  day(at: number): number {
    if (!this.#row.cell(this.#places[at] ?? -1)) return 0;
    const day = plainDay(this.#row);
    if (day === 0) this.isOdd = true;
    return day;
  }

  isFilled(at: number): boolean {
    if (!this.#row.cell(this.#places[at] ?? -1)) return false;
    if (mayHaveSpaces(this.#row)) this.isOdd = true;
    return true;
  }
}

/** The cells of a row as the ledger's own reader made it. */
export class CleanCells implements RowCells {
  readonly #row: LedgerRow;
  readonly #headings: readonly string[];

  constructor(row: LedgerRow, headings: readonly string[]) {
    this.#row = row;
    this.#headings = headings;
  }

  code(codes: TextCodes, at: number): number {
    return codes.codeOfText(textIn(this.#row, this.#headings[at] ?? ""));
  }

  word(words: WordCodes, at: number): number {
    return this.code(words.codes, at);
  }

  number(at: number): number {
    return numberIn(this.#row, this.#headings[at] ?? "") ?? Number.NaN;
  }

  result(at: number): number {
    return this.number(at);
  }

  day(at: number): number {
    return Number((dayIn(this.#row, this.#headings[at] ?? "") ?? "0").replaceAll("-", ""));
  }

  isFilled(at: number): boolean {
    return !isBlank(this.#row.get(this.#headings[at] ?? ""));
  }
}
