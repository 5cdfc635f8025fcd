import type { Meaning } from "../headings/meaning.ts";

/** One reading of one column, with its score. */
export interface ColumnBid {
  readonly index: number;
  readonly meaning: Meaning;
  readonly score: number;
}

interface Exchange<B extends ColumnBid> {
  /** All readings of the columns that count. */
  readonly bids: readonly B[];
  readonly taken: Map<number, B>;
  readonly isShared: (meaning: Meaning) => boolean;
  /** How much of the table's lines a column fills, 0 to 1: one odd label is no reason to read ten others anew. */
  readonly share: (index: number) => number;
  /** The columns that own a meaning where this column would have it. */
  readonly rivals: (meaning: Meaning, index: number) => readonly number[];
}

/** A clear reading is worth more than two half ones. */
const worth = (score: number) => score * score;

const LEAST_GAIN = 0.05;

/**
 * Betters a first come, first served assignment: a column gives its meaning to another one that can be nothing else,
 * where it has a good second reading itself. "Cert. no." beside "Auth" becomes the member's number, "Auth" the authorization.
 */
export function exchangeMeanings<B extends ColumnBid>({ bids, taken, isShared, share, rivals }: Exchange<B>): void {
  const weight = (bid: B) => worth(bid.score) * share(bid.index);
  // Codes may stand in several columns, but a column of them is not given away for nothing.
  const value = (bid: B | undefined) =>
    bid === undefined || (isShared(bid.meaning) && bid.meaning !== "code") ? 0 : weight(bid);
  for (let round = 0; round < 20; round += 1) {
    let best: { gain: number; from: number; to: B; instead: B | undefined } | null = null;
    for (const to of bids) {
      const held = taken.get(to.index);
      if (isShared(to.meaning) || held?.meaning === to.meaning) continue;
      const owners = rivals(to.meaning, to.index);
      const [from] = owners;
      const own = from === undefined ? undefined : taken.get(from);
      if (owners.length !== 1 || from === undefined || own?.meaning !== to.meaning) continue;
      const open = (bid: B) => {
        if (bid.index !== from || bid.meaning === to.meaning || isShared(bid.meaning)) return false;
        const others = rivals(bid.meaning, from).filter((other) => other !== from);
        return others.length === 0 || (others.length === 1 && others[0] === to.index);
      };
      const instead = bids.filter(open).sort((a, b) => b.score - a.score)[0];
      if (instead === undefined) continue;
      const gain = weight(to) + weight(instead) - value(own) - value(held);
      if (gain > LEAST_GAIN && (best === null || gain > best.gain)) best = { gain, from, to, instead };
    }
    if (best === null) return;
    taken.set(best.to.index, best.to);
    if (best.instead) taken.set(best.from, best.instead);
    else taken.delete(best.from);
  }
}
