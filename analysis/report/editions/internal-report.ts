import { ledgerMeasures } from "../../../sca/measures/ledger-measures.ts";
import { measureOf } from "../../../sca/measures/measure.ts";
import type { ReportDocument } from "../document/report-document.ts";
import { counted, longDay, percent, percentRange } from "../figures.ts";
import type { LeverageLedger } from "../leverage-ledger.ts";

/**
 * The internal edition about one payer: everything that the ledger tells for a negotiation, with asks and doubts. It
 * holds claim numbers and small counts, and never goes to a payer. Same ledger, same document.
 *
 * @example internalReport(ledger, "Aetna").sections[0]?.heading
 */
export function internalReport(ledger: LeverageLedger, payer: string): ReportDocument {
  const cases = ledger.records.cases.filter((subject) => subject.payer?.toLowerCase() === payer.toLowerCase());
  const { approval } = measureOf(ledgerMeasures(ledger.records.terms), cases);
  const rate =
    approval.rate === null || approval.interval === null
      ? "No request has been decided yet."
      : `${payer} granted ${approval.granted} of ${counted(approval.decided, "decided request")}, ${percent(approval.rate)} (95% interval ${percentRange(approval.interval)}).`;
  return {
    title: `${payer}: what our single case agreements show`,
    over: "Leverage report · internal edition, not for the payer",
    about: `${counted(cases.length, "request")} as of ${longDay(ledger.records.asOf)}`,
    edition: "internal",
    isLetter: false,
    sections: [
      {
        heading: "How often they say yes",
        startsPage: false,
        blocks: [{ kind: "finding", text: [rate], isHint: approval.isHint }],
      },
    ],
    notes: [],
  };
}
