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

/** So many counts at least stay possible for each small part of a pool. */
const LEAST_POSSIBLE = 5;

/**
 * Whether a pool may be shown: its sum, and what the sum leaves open. To a reader who knows which of its parts are small,
 * each of them could still be at least five counts: the others can be so much smaller, or larger, than they are.
 */
function isWide(counts: readonly number[]): boolean {
  const most = LEAST_SHOWN - 1;
  const sum = counts.reduce((all, count) => all + count, 0);
  const least = counts.reduce((all, count) => all + (isShown(count) ? LEAST_SHOWN : 1), 0);
  const isOpenAbove = counts.some(isShown) || sum - (counts.length - 1) * most <= most - LEAST_POSSIBLE + 1;
  return sum >= LEAST_SHOWN && sum - least >= LEAST_POSSIBLE - 1 && isOpenAbove;
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
  const filled = parts.map((part) => ({ part, count: countOf(part) })).filter(({ count }) => count > 0);
  const pool = new Set(filled.filter(({ count }) => !isShown(count)));
  const isEnough = (): boolean => isWide([...pool].map(({ count }) => count));
  let at = filled.findLastIndex((one) => pool.has(one));
  while (pool.size > 0 && pool.size < filled.length && !isEnough()) {
    at = (at + 1) % filled.length;
    const next = filled[at];
    if (next !== undefined) pool.add(next);
  }
  if (pool.size > 0 && !isEnough()) return [];
  const alone = filled.filter((one) => !pool.has(one)).map(({ part, count }) => ({ parts: [part], count }));
  const pooled = filled.filter((one) => pool.has(one));
  if (pooled.length === 0) return alone;
  return [
    ...alone,
    { parts: pooled.map(({ part }) => part), count: pooled.reduce((sum, { count }) => sum + count, 0) },
  ];
}
