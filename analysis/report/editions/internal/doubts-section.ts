import { leftOutSentence } from "../../../../sca/ledger/left-out.ts";
import { UNTOLD_REASONS, type UntoldReason } from "../../../../sca/measures/agreed-amount.ts";
import { FEWEST_DECIDED_FOR_A_FINDING } from "../../../../sca/measures/approval-rate.ts";
import type { ReportSection } from "../../document/report-document.ts";
import { counted, inWords, percent } from "../../figures.ts";
import type { PayerFacts } from "../payer-facts.ts";

const REASON_WORDS: Readonly<Record<UntoldReason, string>> = {
  percentRate: "a percent rate without a benchmark or charge",
  noRate: "no rate",
  noModel: "no basis of the rate",
  noUnits: "no units",
  asked: "an open question in Review",
};

/** What was left out and why, and what the figures cannot say. */
export function doubtsSection({ payer, measures, book, leftOut, span, assumptions }: PayerFacts): ReportSection {
  const { approval, multiple } = measures;
  const { inPart, notAtAll, untold } = book.agreed;
  const open = approval.counts.pending + approval.counts.notStated + approval.counts.asked;
  const why = UNTOLD_REASONS.filter((reason) => untold[reason] > 0).map((reason) => REASON_WORDS[reason]);
  const doubts = [
    "Rates and multiples show granted requests alone. What was denied, withdrawn or is pending had no rate, so the payer's usual price may be lower.",
    "Each agreement was made for one patient at one time. A contract prices everybody, and payers expect less for volume.",
    approval.isHint && approval.decided > 0
      ? `Under ${FEWEST_DECIDED_FOR_A_FINDING} decided requests a rate is a hint, not a finding: here ${approval.decided}.`
      : "",
    open === 0
      ? ""
      : `${counted(open, "request")} without an answer ${open === 1 ? "is" : "are"} outside the approval rate, and in the waits as waiting.`,
    inPart + notAtAll === 0
      ? ""
      : `${counted(inPart + notAtAll, "agreement")} cannot be told in dollars, in part or at all (${inWords(why)}): sums are the least that was agreed.`,
    multiple.coverage === null || multiple.coverage >= 1
      ? ""
      : `The multiple of Medicare stands on ${percent(multiple.coverage)} of the agreed dollars; the rest has no benchmark.`,
    assumptions.costPerUnit === null
      ? "Settings states no cost of a unit: walk-away and the cost of care are not known."
      : "Settings has one cost of a unit for all services. Where a day and a session cost differently, floor and break-even are off.",
    span === null ? `No request to ${payer} has a day.` : "",
    ...leftOut.map((one) => `All payers: ${leftOutSentence(one)}`),
  ].filter((doubt) => doubt !== "");
  return {
    heading: "Doubts, and what was left out",
    startsPage: false,
    blocks: [{ kind: "list", isNumbered: false, items: doubts.map((doubt) => [doubt]) }],
  };
}
