import { PAYER_NOT_SETTLED, type PayerRecord } from "../../sca/measures/payer-record.ts";

/** Charts stay readable up to this many payers; the table below holds them all. */
const MOST_CHARTED = 25;

/** What a record is called on a page. */
export function nameOf(record: PayerRecord): string {
  return record.payer ?? PAYER_NOT_SETTLED;
}

/** The payers to draw, in the order given: those with the most behind them where there are too many for a chart. */
export function chartedOf(records: readonly PayerRecord[], weight: (record: PayerRecord) => number): PayerRecord[] {
  const heaviest = new Set([...records].sort((one, other) => weight(other) - weight(one)).slice(0, MOST_CHARTED));
  return records.filter((record) => heaviest.has(record));
}
