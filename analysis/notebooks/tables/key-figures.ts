import { type LedgerMeasures, requestsOf } from "../../../sca/measures/ledger-measures.ts";
import type { FiguresBlock } from "../../report/document/report-document.ts";
import { counted, percent, percentRange, wholeDollars } from "../../report/figures.ts";
import type { NotebookLedger } from "../notebook-ledger.ts";
import { times } from "./measure-columns.ts";

/** The figures of a negotiation side by side, each with what it rests on. A dash where there is nothing to say. */
export function keyFigures({ terms }: NotebookLedger, of: LedgerMeasures): readonly FiguresBlock[] {
  const { approval, turnaround, multiple, captured, honour } = of;
  const interval = approval.interval === null ? "" : `, 95% interval ${percentRange(approval.interval)}`;
  const figures = [
    {
      value: approval.rate === null ? "–" : percent(approval.rate),
      label: `granted: ${approval.granted} of ${counted(approval.decided, "decided request")}${interval}${approval.isHint ? " (hint, not finding)" : ""}; ${requestsOf(approval)} in all`,
    },
    {
      value: turnaround.median === null ? "–" : String(turnaround.median),
      label: `business days to an answer, median; ${turnaround.decided} decided, ${turnaround.waiting} still waiting`,
    },
    {
      value: multiple.weighted === null ? "–" : times(multiple.weighted),
      label: `of Medicare, by dollars: ${counted(multiple.lines, "approved line")} with ${percent(multiple.coverage ?? 0)} of the agreed dollars`,
    },
    {
      value: captured.capturedA === null ? "–" : wholeDollars(captured.capturedA),
      label: `${terms.basis === "received" ? "received" : "expected (no claims are logged)"} under ${counted(captured.cases, "agreement")}; ${honour.rate === null ? "no paid line to judge" : `${percent(honour.rate)} of ${counted(honour.paidLines, "paid line")} as agreed`}`,
    },
  ];
  return [{ kind: "figures", figures }];
}
