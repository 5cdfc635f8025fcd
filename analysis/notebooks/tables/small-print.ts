import { leftOutSentence } from "../../../sca/ledger/left-out.ts";
import { centsFromDollars, printMoney } from "../../../sca/values/money.ts";
import type { ListBlock, ParagraphBlock } from "../../report/document/report-document.ts";
import type { NotebookLedger } from "../notebook-ledger.ts";

/** What of the ledger no figure counts, and why. */
export function leftOutList({ leftOut }: NotebookLedger): ListBlock | ParagraphBlock {
  if (leftOut.length === 0) return { kind: "paragraph", text: ["Everything in the ledger is counted."] };
  return { kind: "list", isNumbered: false, items: leftOut.map((one) => [leftOutSentence(one)]) };
}

/** What the figures take as given, from the ledger's Settings. */
export function termsList({ terms }: NotebookLedger): readonly ParagraphBlock[] {
  const { baselinePercent, basis, higherDayRate } = terms;
  const assumed = [
    `Without an agreement, ${baselinePercent}% of the agreed amount would have come in`,
    higherDayRate === null
      ? "no day rate of a higher level of care is stated, so no cost avoided is told"
      : `a day at the higher level of care costs ${printMoney(centsFromDollars(higherDayRate))}`,
    basis === "received" ? "captured is money received" : "captured is expected money: the ledger has no paid claim",
  ];
  return [{ kind: "paragraph", text: [{ strong: "Taken from Settings: " }, `${assumed.join("; ")}.`] }];
}
