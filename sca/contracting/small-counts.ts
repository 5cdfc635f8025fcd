/** The least count that leaves the house: CMS shows no cell of 1 to 10 (CMS cell size suppression policy, ResDAC). */
export const LEAST_SHOWN = 11;

/** In place of a count of 1 to 10. */
export const FEWER_THAN_SHOWN = `fewer than ${LEAST_SHOWN}`;

/** True for a count that may be told as it is: none, or at least eleven. */
export function isShown(count: number): boolean {
  return count === 0 || count >= LEAST_SHOWN;
}

/**
 * A count in words, for one that stands alone: nothing else that is shown adds up with it.
 *
 * @example shownCount(24) is "24"; shownCount(7) is "fewer than 11"
 */
export function shownCount(count: number): string {
  return isShown(count) ? count.toLocaleString("en-US") : FEWER_THAN_SHOWN;
}

/**
 * A part of a whole that is shown: null where part or rest is 1 to 10, since one would tell the other by subtraction.
 *
 * @example shownPart(24, 24) is 24; shownPart(24, 30) is null, for 30 less 24 is 6
 */
export function shownPart(part: number, whole: number): number | null {
  return isShown(part) && isShown(whole - part) && isShown(whole) ? part : null;
}

/** Parts of a whole that are shown together. */
export interface ShownPart<Part> {
  /** One part, or several whose sum alone may be told. */
  readonly parts: readonly Part[];
  readonly count: number;
}

/**
 * Whether a pool's sum leaves each of its small parts every count of 1 to 10, even to a reader who knows which of its
 * parts are small: the others can be so much smaller, and so much larger, than they are.
 */
function isWide(counts: readonly number[]): boolean {
  const most = LEAST_SHOWN - 1;
  const sum = counts.reduce((all, count) => all + count, 0);
  const least = counts.reduce((all, count) => all + (isShown(count) ? LEAST_SHOWN : 1), 0);
  const isOpenAbove = counts.some(isShown) || sum - (counts.length - 1) * most <= 1;
  return sum - least >= most - 1 && isOpenAbove;
}

/**
 * The parts of a whole as they may be shown beside each other and beside their sum. Parts of 1 to 10 become one pool; a
 * pool that tells too much takes in the next part behind its last in the order given, going round, so that the whole
 * less what is shown never gives a small part away. Which part is taken in hangs on the order alone, not on how large it
 * is: else the choice itself would tell. Parts of none are left out. Nothing is shown where the whole is too small.
 *
 * What is shown is all that anybody may reckon with: sums, shares and dollars come from the pool, never from its parts.
 *
 * @example 24, 6, 2 and 15 are shown as 24 and one pool of 23, since 6 and 2 alone would be 8
 */
export function shownParts<Part>(parts: readonly Part[], countOf: (part: Part) => number): ShownPart<Part>[] {
  const filled = parts.filter((part) => countOf(part) > 0);
  const sum = (some: readonly Part[]): number => some.reduce((all, part) => all + countOf(part), 0);
  const pool = new Set(filled.filter((part) => !isShown(countOf(part))));
  const isEnough = (): boolean => isWide([...pool].map(countOf));
  let at = filled.findLastIndex((part) => pool.has(part));
  while (pool.size > 0 && pool.size < filled.length && !isEnough()) {
    at = (at + 1) % filled.length;
    const next = filled[at];
    if (next !== undefined) pool.add(next);
  }
  if (pool.size > 0 && !isEnough()) return [];
  const alone = filled.filter((part) => !pool.has(part)).map((part) => ({ parts: [part], count: countOf(part) }));
  const pooled = filled.filter((part) => pool.has(part));
  return pooled.length === 0 ? alone : [...alone, { parts: pooled, count: sum(pooled) }];
}
