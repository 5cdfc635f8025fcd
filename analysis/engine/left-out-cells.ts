import { joined, type LeftOut, type LeftOutList } from "../../sca/ledger/left-out.ts";

/** The same reason in two parts is one, with the first part's example. */
export function mergedLeftOut(all: readonly LeftOut[]): LeftOut[] {
  const merged = new Map<string, LeftOut>();
  for (const one of all) {
    const key = [one.reason, one.table, one.column].join("|");
    const known = merged.get(key);
    merged.set(key, known === undefined ? one : joined(known, one));
  }
  return [...merged.values()];
}

/** Adds what is amiss with cells of further rows; what is amiss with the headings was told with the first. */
export function addCells(cells: LeftOutList, more: LeftOutList): void {
  for (const { reason, table, column, example, count } of more.all()) {
    if (reason === "no-column" || reason === "same-column") continue;
    for (let at = 0; at < count; at++) cells.add(reason, table, column, example);
  }
}
