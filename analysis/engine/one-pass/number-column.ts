const START = 1 << 12;

/** Numbers by their row, a few bytes each, however many rows come. A row that nobody set holds 0. */
export class NumberColumn<Numbers extends Float64Array | Int32Array | Uint8Array> {
  readonly #make: (length: number) => Numbers;
  #values: Numbers;

  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.#values = make(START);
  }

  at(row: number): number {
    return this.#values[row] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) {
      const wider = this.#make(Math.max(row + 1, Math.ceil(1.5 * this.#values.length)));
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[row] = value;
  }
}

/** For amounts, counts and multiples; NaN stands for a blank. @example figures().set(0, 1.4) */
export function figures(): NumberColumn<Float64Array> {
  return new NumberColumn((length) => new Float64Array(length));
}

/** For codes of texts, and days. @example wholes().set(0, 20260302) */
export function wholes(): NumberColumn<Int32Array> {
  return new NumberColumn((length) => new Int32Array(length));
}

/** For a few marks on a row. @example marks().set(0, 3) */
export function marks(): NumberColumn<Uint8Array> {
  return new NumberColumn((length) => new Uint8Array(length));
}
