import type { ApprovalRate } from "../../../sca/measures/approval-rate.ts";
import { type LedgerMeasures, requestsOf } from "../../../sca/measures/ledger-measures.ts";
import { type Cents, printMoney } from "../../../sca/values/money.ts";
import type { TableCell, TableColumn } from "../../report/document/report-document.ts";
import { percent, percentRange } from "../../report/figures.ts";

/** One figure of a group of requests as a column of a table, always with how many it stands on. */
export interface MeasureColumn {
  readonly column: TableColumn;
  readonly cell: (values: LedgerMeasures) => TableCell;
}

/** What stands where there is nothing to say: never a 0. */
const NOTHING: TableCell = { text: "–" };

/** The figures that a notebook's tables choose from, by name. Each is a measure's own value, shown. */
export const MEASURE_COLUMNS = {
  requests: figures("Requests", ({ approval }) => count(requestsOf(approval))),
  decided: figures("Decided", ({ approval }) => count(approval.decided)),
  granted: figures("Granted", ({ approval }) => count(approval.granted)),
  inPart: figures("In part", ({ approval }) => count(approval.counts.partiallyApproved)),
  onAppeal: figures("On appeal", ({ approval }) => count(approval.counts.approvedOnAppeal)),
  denied: figures("Denied", ({ approval }) => count(approval.counts.denied)),
  approvalRate: figures("Rate", ({ approval }) => approvalCell(approval)),
  approvalInterval: figures("95% interval", ({ approval: { interval } }) =>
    interval === null ? NOTHING : { text: percentRange(interval) },
  ),
  appealsWon: figures("Appeals won", ({ appeals: { overturnRate, won, decided } }) => of(overturnRate, won, decided)),
  turnaround: figures("Business days, median", ({ turnaround: { median } }) =>
    median === null ? NOTHING : { text: String(median), number: { value: median, format: "days" } },
  ),
  decidedWithDays: figures("Decided with days", ({ turnaround }) => count(turnaround.decided)),
  waiting: figures("Still waiting", ({ turnaround }) => count(turnaround.waiting)),
  lines: figures("Lines", ({ multiple }) => count(multiple.lines)),
  multipleWeighted: figures("Multiple, by dollars", ({ multiple }) => timesCell(multiple.weighted)),
  multipleMedian: figures("Median line", ({ multiple }) => timesCell(multiple.median)),
  multipleRange: figures("Lowest to highest", ({ multiple: { low, high } }) =>
    low === null || high === null ? NOTHING : { text: `${times(low)} to ${times(high)}` },
  ),
  coverage: figures("Agreed dollars covered", ({ multiple }) => shareCell(multiple.coverage)),
  rateYield: figures("Agreed over first ask", ({ negotiation }) => shareCell(negotiation.rateYield)),
  asks: figures("Asks compared", ({ negotiation }) => count(negotiation.asks)),
  movement: figures("Over first offer", ({ negotiation: { movement } }) =>
    movement === null ? NOTHING : { text: signed(movement), number: { value: movement, format: "share" } },
  ),
  offers: figures("Offers compared", ({ negotiation }) => count(negotiation.offers)),
  unitYield: figures("Units authorized", ({ units }) => shareCell(units.share)),
  unitLines: figures("Lines with both", ({ units }) => count(units.lines)),
  agreed: figures("Agreed at least", ({ agreed }) =>
    agreed.inFull + agreed.inPart === 0 ? NOTHING : moneyCell(agreed.cents as Cents),
  ),
  agreements: figures("Agreements told", ({ agreed: { inFull, inPart, notAtAll } }) => ({
    text: `${inFull + inPart} of ${inFull + inPart + notAtAll}`,
  })),
  capturedA: figures("Captured", ({ captured }) => moneyCell(captured.capturedA)),
  capturedB: figures("Over the baseline", ({ captured }) => moneyCell(captured.capturedB)),
  capturedCases: figures("Requests behind it", ({ captured }) => count(captured.cases)),
  honourRate: figures("Paid as agreed", ({ honour }) => of(honour.rate, honour.honoured, honour.paidLines)),
  underpaid: figures("Short", ({ honour }) => moneyCell(honour.underpaid)),
  lapse: figures("Days outside", ({ lapse: { outside, serviceDays } }) =>
    outside === null ? NOTHING : { text: `${outside} of ${serviceDays}`, number: { value: outside, format: "count" } },
  ),
  avoided: figures("Avoided cost", ({ avoided }) => moneyCell(avoided.cents)),
} as const satisfies Readonly<Record<string, MeasureColumn>>;

export type MeasureColumnName = keyof typeof MEASURE_COLUMNS;

/** A multiple of Medicare. @example times(1.333) is "1.33×" */
export function times(multiple: number): string {
  return `${multiple.toFixed(2)}×`;
}

function figures(heading: string, cell: (values: LedgerMeasures) => TableCell): MeasureColumn {
  return { column: { heading, align: "figures" }, cell };
}

function count(value: number): TableCell {
  return { text: value.toLocaleString("en-US"), number: { value, format: "count" } };
}

function approvalCell({ rate, isHint }: ApprovalRate): TableCell {
  return rate === null
    ? NOTHING
    : { text: `${percent(rate)}${isHint ? " (hint)" : ""}`, number: { value: rate, format: "share" } };
}

function of(rate: number | null, part: number, whole: number): TableCell {
  return rate === null
    ? NOTHING
    : { text: `${percent(rate)}, ${part} of ${whole}`, number: { value: rate, format: "share" } };
}

function shareCell(value: number | null): TableCell {
  return value === null ? NOTHING : { text: percent(value), number: { value, format: "share" } };
}

function timesCell(value: number | null): TableCell {
  return value === null ? NOTHING : { text: times(value), number: { value, format: "multiple" } };
}

function moneyCell(cents: Cents | null): TableCell {
  return cents === null ? NOTHING : { text: printMoney(cents), number: { value: cents / 100, format: "dollars" } };
}

function signed(share: number): string {
  return share < 0 ? `−${percent(-share)}` : `+${percent(share)}`;
}
