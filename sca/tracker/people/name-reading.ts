/** What a patient cell says about its row beside the name. */
export type NameMark = "extension" | "duplicate" | "example" | "void";

/** Text of a cell that is not the name, with its place. */
export interface Leftover {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a patient cell says. */
export interface NameReading {
  /** "First Last" with ALL CAPS undone and the suffix last; null when the cell only points to another row. */
  readonly name: string | null;
  /** The cell carries the patient of the row above: "same", a ditto mark, "↳ ext". */
  readonly ditto: boolean;
  /** Set when the cell points at a numbered row or case ("same as #3"): the number as written. */
  readonly sameAs?: string;
  /** "Teddy", where the cell gives one; it is not part of `name`. */
  readonly nickname?: string;
  /** 0 to 1: that `name` is the patient's and complete as the cell has it. */
  readonly confidence: number;
  readonly marks: readonly NameMark[];
  readonly leftover: readonly Leftover[];
}
