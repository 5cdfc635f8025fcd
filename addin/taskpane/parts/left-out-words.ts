import { type LeftOut, leftOutSentence, leftOutTotal } from "../../../sca/ledger/left-out.ts";

/** What a view does not count, or not as it stands, in words: how much in all, then each kind with its place. */
export interface LeftOutWords {
  readonly total: string;
  readonly sentences: readonly string[];
}

/**
 * The same sentences as the command line writes; null where nothing was left out.
 *
 * @example leftOutWords(records.leftOut)?.total is "In all: 2 cells left out."
 */
export function leftOutWords(leftOut: readonly LeftOut[]): LeftOutWords | null {
  const total = leftOutTotal(leftOut);
  return total === null ? null : { total, sentences: leftOut.map(leftOutSentence) };
}
