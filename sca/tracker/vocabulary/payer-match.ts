/** How a payer's name was read. */
export type PayerReadingWay =
  | "exact"
  | "alias"
  | "abbreviation"
  | "spelling"
  | "product words dropped"
  | "named among other words"
  | "as written";

/** The payer that a cell names. */
export interface PayerMatch {
  /** The canonical name, or the text as written where the payer is not known. */
  readonly payer: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly how: PayerReadingWay;
  /** Set when the cell allows several payers, this one included: a person has to be asked. */
  readonly ambiguous?: readonly string[];
}
