import type { RecordLine } from "./sheet-layout.ts";

/**
 * Makes one record of the lines of a card that stand before its first row, so that what they state is weighed together.
 * A label that comes again begins another record: the next period of the same case.
 */
export function joinHeads(records: readonly RecordLine[]): RecordLine[] {
  const joined: RecordLine[] = [];
  let labels = new Set<string>();
  for (const record of records) {
    const last = joined[joined.length - 1];
    const head = record.block !== null && record.role !== "row";
    const own = record.values.flatMap((value) =>
      value.column === null || record.role === "row" ? [] : [value.column.key],
    );
    const goesOn =
      head &&
      last !== undefined &&
      last.block === record.block &&
      last.role !== "row" &&
      last.round === record.round &&
      !own.some((key) => labels.has(key));
    if (!goesOn) {
      labels = new Set(own);
      joined.push(record);
      continue;
    }
    for (const key of own) labels.add(key);
    joined[joined.length - 1] = {
      ...last,
      values: [...last.values, ...record.values],
      rows: [...rowsOf(last), record.at],
    };
  }
  return joined;
}

/** All lines that a record covers. */
export function rowsOf(record: RecordLine): readonly number[] {
  return record.rows ?? [record.at];
}
