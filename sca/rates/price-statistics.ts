import { nearest } from "./fraction.ts";

/** A part of a whole, 0 to 1, to four decimals, halves up. */
export function share(part: number, whole: number): number {
  return nearest({ over: BigInt(part) * 10_000n, under: BigInt(whole) }) / 10_000;
}

/**
 * The middle of whole numbers: of an even count the mean of the two middle ones, a half up.
 *
 * @example median([15000, 21000, 16000, 16001]) is 16001, since the mean of 16000 and 16001 is 16000.5
 */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : Math.floor(((sorted[middle - 1] ?? 0) + high + 1) / 2);
}

/** Entries with the same key together, in the order of their first. */
export function grouped<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

/** The order of two texts by their characters, the same on every machine. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
