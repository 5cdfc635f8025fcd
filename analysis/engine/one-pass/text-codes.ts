import type { RowBytes } from "./row-bytes.ts";

const START_SLOTS = 1 << 10;
const START_BYTES = 1 << 14;
const LARGE_A = 65;
const LARGE_Z = 90;
const TO_SMALL = 32;
const ASCII = 127;
const PRIME = 16_777_619;
const BLANK = 32;
const ODD = -1;
/** Letters of western Europe and signs of every keyboard, blanks only one by one between them. */
const PLAIN = /^(?! )(?:[!-~\u00c0-\u00ff]| (?! |$))+$/;
const NO_BYTES = new Uint8Array();
const BASIS = 2_166_136_261;

/**
 * Texts under whole numbers, 1 for the first: a million ids in a few bytes each. 0 is the blank. Texts that differ in
 * capitals alone are one where it is told so, under the spelling that came first.
 *
 * @example the codes of SCA-1, SCA-2 and sca-1 without regard to capitals are 1, 2 and 1
 */
export class TextCodes {
  readonly #foldsCase: boolean;
  #slots = new Int32Array(START_SLOTS);
  #bytes = new Uint8Array(START_BYTES);
  /** Where the text of each code ends; the next begins there. */
  #ends = new Int32Array(START_SLOTS);
  #hashes = new Int32Array(START_SLOTS);
  #count = 0;
  #last = 0;
  /** Texts with letters that bytes alone do not fold, and their spellings. */
  readonly #others = new Map<string, number>();
  readonly #spellings = new Map<number, string>();

  constructor({ foldsCase }: { readonly foldsCase: boolean }) {
    this.#foldsCase = foldsCase;
  }

  /** How many texts there are; the highest code. */
  get count(): number {
    return this.#count;
  }

  /**
   * The code of the cell that was looked at, which is not blank; a new one where it is not there yet. -1 for a text in
   * which something may stand that nobody sees: blanks around it or two in a row, signs that few keyboards have.
   */
  codeOf(row: RowBytes): number {
    if (!row.hasDoubled) return this.#code(row.bytes, row.from, row.to, true);
    const text = row.text();
    return PLAIN.test(text) ? this.codeOfText(text) : ODD;
  }

  /** The same of a text; 0 for a blank one. */
  codeOfText(text: string): number {
    if (text === "") return 0;
    const bytes = new TextEncoder().encode(text);
    return this.#code(bytes, 0, bytes.length, false);
  }

  /** A text by its code. */
  textOf(code: number): string {
    const start = this.#ends[code - 1] ?? 0;
    return this.#spellings.get(code) ?? new TextDecoder().decode(this.#bytes.subarray(start, this.#ends[code] ?? 0));
  }

  #code(bytes: Uint8Array, from: number, to: number, isTyped: boolean): number {
    // Rows of one request stand together, and requests in one order in all tables.
    if (this.#last > 0) {
      if (this.#isAt(this.#last, bytes, from, to)) return this.#last;
      if (this.#last < this.#count && this.#isAt(this.#last + 1, bytes, from, to)) return ++this.#last;
    }
    let hash = BASIS;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= ASCII || (isTyped && byte <= BLANK && !isSingleBlank(bytes, from, at, to))) {
        const text = new TextDecoder().decode(bytes.subarray(from, to));
        return isTyped && !PLAIN.test(text) ? ODD : this.#codeOfOther(text);
      }
      hash = Math.imul(hash ^ this.#folded(byte), PRIME);
    }
    const mask = this.#slots.length - 1;
    let slot = mixed(hash) & mask;
    for (;;) {
      const code = this.#slots[slot] ?? 0;
      if (code === 0) break;
      if (this.#hashes[code] === hash && this.#isAt(code, bytes, from, to)) {
        this.#last = code;
        return code;
      }
      slot = (slot + 1) & mask;
    }
    this.#last = this.#add(bytes, from, to);
    this.#hashes[this.#last] = hash;
    this.#slots[slot] = this.#last;
    if (2 * this.#count > this.#slots.length) this.#spread();
    return this.#last;
  }

  #codeOfOther(text: string): number {
    const key = this.#foldsCase ? text.toLowerCase() : text;
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const code = this.#add(NO_BYTES, 0, 0);
    this.#others.set(key, code);
    this.#spellings.set(code, text);
    return code;
  }

  #folded(byte: number): number {
    return this.#foldsCase && byte >= LARGE_A && byte <= LARGE_Z ? byte + TO_SMALL : byte;
  }

  #isAt(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#ends[code - 1] ?? 0;
    const length = to - from;
    if ((this.#ends[code] ?? 0) - start !== length) return false;
    // What differs between ids stands at their end.
    for (let at = length - 1; at >= 0; at--) {
      const one = this.#bytes[start + at] ?? 0;
      const other = bytes[from + at] ?? 0;
      if (one !== other && this.#folded(one) !== this.#folded(other)) return false;
    }
    return true;
  }

  #add(bytes: Uint8Array, from: number, to: number): number {
    const start = this.#ends[this.#count] ?? 0;
    const end = start + to - from;
    if (end > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(2 * this.#bytes.length, end));
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    for (let at = from; at < to; at++) this.#bytes[start + at - from] = bytes[at] ?? 0;
    this.#count += 1;
    if (this.#count === this.#ends.length) {
      this.#ends = twiceAsLong(this.#ends);
      this.#hashes = twiceAsLong(this.#hashes);
    }
    this.#ends[this.#count] = end;
    return this.#count;
  }

  #spread(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    const mask = slots.length - 1;
    for (let code = 1; code <= this.#count; code++) {
      if (this.#spellings.has(code)) continue;
      let slot = mixed(this.#hashes[code] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

function twiceAsLong(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * numbers.length);
  wider.set(numbers);
  return wider;
}

function isSingleBlank(bytes: Uint8Array, from: number, at: number, to: number): boolean {
  return bytes[at] === BLANK && at > from && at < to - 1 && bytes[at + 1] !== BLANK;
}

/** The high bits of such a hash are better than its low ones. */
function mixed(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}
