import { FEWEST_DECIDED_FOR_A_FINDING } from "../../sca/measures/approval-rate.ts";
import type { PayerRecord } from "../../sca/measures/payer-record.ts";
import { counted, percent, percentRange } from "./figures.ts";

/**
 * The one sentence that a reader should take home. Two payers are set against each other only where both have enough
 * decided requests and their intervals lie apart; otherwise it says what is not known yet.
 */
export function findingOf(records: readonly PayerRecord[], all: PayerRecord): string {
  const { rate, interval, granted, decided } = all.approval;
  if (rate === null || interval === null) {
    return `No request has been decided yet: ${counted(all.approval.counts.pending, "request is", "requests are")} pending.`;
  }
  const known = records
    .filter((record) => record.payer !== null && !record.approval.isHint)
    .sort((one, other) => (other.approval.rate ?? 0) - (one.approval.rate ?? 0));
  const [best, worst] = [known[0], known.at(-1)];
  if (best && worst && (best.approval.interval?.low ?? 0) > (worst.approval.interval?.high ?? 1)) {
    return `${best.payer} says yes clearly more often than ${worst.payer}: ${shareOf(best)} against ${shareOf(worst)} of the requests they decided.`;
  }
  const whole = `Payers granted ${granted} of ${counted(decided, "decided request")}, ${percent(rate)} (95% interval ${percentRange(interval)})`;
  if (known.length === 0) {
    return `${whole}; no single payer has decided ${FEWEST_DECIDED_FOR_A_FINDING} yet, so differences between them are hints.`;
  }
  return `${whole}; no payer stands clearly apart from another yet.`;
}

function shareOf(record: PayerRecord): string {
  return `${percent(record.approval.rate ?? 0)} (${record.approval.granted} of ${record.approval.decided})`;
}
