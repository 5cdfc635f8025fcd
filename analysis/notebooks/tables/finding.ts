import type { LedgerMeasures } from "../../../sca/measures/ledger-measures.ts";
import type { FindingBlock } from "../../report/document/report-document.ts";
import { counted, percent, percentRange } from "../../report/figures.ts";

/** The sentence to take home of one payer, or of all: how often it says yes, with its interval; a hint says so. */
export function findingOf(name: string, { approval }: LedgerMeasures): FindingBlock {
  const { rate, interval, granted, decided, isHint } = approval;
  const said =
    rate === null || interval === null
      ? " has no decided request in this ledger yet."
      : ` granted ${granted} of ${counted(decided, "decided request")}, ${percent(rate)} (95% interval ${percentRange(interval)}).`;
  return { kind: "finding", text: [{ strong: name }, said], isHint: rate !== null && isHint };
}
