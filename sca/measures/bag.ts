/**
 * Items put together in any order: one more and two bags into one cost the same however full they are, and neither
 * changes what is there. For measures that need every figure in the end, such as a median.
 */
export type Bag<Item> =
  | null
  | { readonly item: Item; readonly rest: Bag<Item> }
  | { readonly one: Bag<Item>; readonly other: Bag<Item> };

export function withItem<Item>(bag: Bag<Item>, item: Item): Bag<Item> {
  return { item, rest: bag };
}

export function joined<Item>(one: Bag<Item>, other: Bag<Item>): Bag<Item> {
  if (one === null) return other;
  return other === null ? one : { one, other };
}

/** All items, in no promised order. */
export function itemsOf<Item>(bag: Bag<Item>): Item[] {
  const items: Item[] = [];
  const open: Bag<Item>[] = [bag];
  while (open.length > 0) {
    const next = open.pop() ?? null;
    if (next === null) continue;
    if ("item" in next) {
      items.push(next.item);
      open.push(next.rest);
    } else open.push(next.one, next.other);
  }
  return items;
}

/**
 * The middle of figures: of an even count the mean of the two middle ones; null of none.
 *
 * @example medianOf([1.2, 1.9, 1.5, 1.6]) is 1.55
 */
export function medianOf(figures: readonly number[]): number | null {
  const sorted = Float64Array.from(figures).sort();
  const middle = sorted.length >> 1;
  const high = sorted[middle];
  if (high === undefined) return null;
  const low = sorted.length % 2 === 1 ? high : (sorted[middle - 1] ?? high);
  return (low + high) / 2;
}
