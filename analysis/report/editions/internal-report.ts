import type { ReportDocument, ReportSection } from "../document/report-document.ts";
import { counted, longDay } from "../figures.ts";
import type { LeverageLedger } from "../leverage-ledger.ts";
import { DEFINITIONS } from "./definitions.ts";
import { accessSection } from "./internal/access-section.ts";
import { approvalSection } from "./internal/approval-section.ts";
import { asksSection } from "./internal/asks-section.ts";
import { breakEvenSection } from "./internal/break-even-section.ts";
import { businessSection } from "./internal/business-section.ts";
import { doubtsSection } from "./internal/doubts-section.ts";
import { multiplesSection } from "./internal/multiples-section.ts";
import { offersSection } from "./internal/offers-section.ts";
import { paymentsSection } from "./internal/payments-section.ts";
import { stakesSection } from "./internal/stakes-section.ts";
import { summarySection } from "./internal/summary-section.ts";
import { turnaroundSection } from "./internal/turnaround-section.ts";
import { monthsOf } from "./month-words.ts";
import { type PayerFacts, payerFacts } from "./payer-facts.ts";

/** The sections in the order in which a negotiation is prepared: what to ask last, when its reasons have been read. */
const SECTIONS: readonly ((facts: PayerFacts) => ReportSection)[] = [
  summarySection,
  businessSection,
  approvalSection,
  multiplesSection,
  offersSection,
  turnaroundSection,
  paymentsSection,
  accessSection,
  stakesSection,
  breakEvenSection,
  asksSection,
  doubtsSection,
];

/**
 * The internal edition about one payer: everything that the ledger tells for a negotiation, with asks and doubts. It
 * holds claim numbers and small counts, and never goes to a payer. Same ledger, same document.
 *
 * @example internalReport(ledger, "Aetna").sections[0]?.heading is "In short"
 */
export function internalReport(ledger: LeverageLedger, payer: string): ReportDocument {
  const facts = payerFacts(ledger, payer);
  const when = facts.span === null ? "" : ` sent ${monthsOf(facts.span)}`;
  return {
    title: `${facts.payer}: what our single case agreements show`,
    over: "Leverage report · internal edition, not for the payer",
    about: `${counted(facts.cases.length, "request")}${when}, as of ${longDay(facts.asOf)}`,
    edition: "internal",
    isLetter: false,
    sections: SECTIONS.map((section) => section(facts)),
    notes: DEFINITIONS,
  };
}
