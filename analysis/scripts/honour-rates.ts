import { counted, percent } from "../report/figures.ts";
import type { Analysis } from "./analysis.ts";
import { runWhereCalled } from "./run-analyses.ts";
import { COUNT_COLUMNS, dollarsCell, fieldColumn, HINT_COLUMN, isHint, moneyText, shareCell } from "./slice-cells.ts";

/** Whether claims are paid as agreed. */
export const HONOUR_RATES: Analysis = {
  name: "honour-rates",
  title: "Claims paid as agreed",
  about: "claim lines paid at the agreed amount, what is short, and service days outside every authorization",
  keys: ["payer"],
  columns: () => [
    ...COUNT_COLUMNS,
    ["paid_lines", ({ measures }) => measures.honour.paidLines],
    ["paid_as_agreed", ({ measures }) => measures.honour.honoured],
    fieldColumn("honour_rate", "honourRate"),
    ["honour_low", ({ measures }) => shareCell(measures.honour.interval?.low)],
    ["honour_high", ({ measures }) => shareCell(measures.honour.interval?.high)],
    fieldColumn("underpaid_dollars", "underpaid"),
    ["paid_lines_without_agreed_amount", ({ measures }) => measures.honour.notKnown],
    ["lines_answered_with_nothing", ({ measures }) => measures.honour.unpaidLines],
    [
      "agreed_for_those_dollars",
      ({ measures: { honour } }) => (honour.unpaidLines === 0 ? null : dollarsCell(honour.unpaid)),
    ],
    ["service_days", ({ measures }) => measures.lapse.serviceDays],
    fieldColumn("days_outside_authorization", "lapseDays"),
    HINT_COLUMN,
  ],
  chart: {
    legend: "Dot: lines paid at the agreed amount or more, out of paid lines. Bar: 95% interval of the lines.",
    shape: "dot",
    format: "%",
    from: 0,
    to: 1,
    line: ({ all }) => {
      const { rate, paidLines } = all.measures.honour;
      return rate === null
        ? null
        : { at: rate, words: `all requests, ${percent(rate)} of ${counted(paidLines, "line")}` };
    },
    drawn: (slice) => {
      const { rate, interval, paidLines, underpaid } = slice.measures.honour;
      const label =
        rate === null
          ? "no paid line"
          : `${percent(rate)} of ${counted(paidLines, "line")} · ${moneyText(underpaid)} short`;
      const { low = null, high = null } = interval ?? {};
      return { value: rate, low, high, mark: null, label, isHint: isHint(slice) };
    },
  },
  nothing: ({ all, ledger }) => {
    if (all.measures.honour.rate !== null) return null;
    const isLogged = ledger.records.cases.some(({ claims }) => claims.length > 0);
    return isLogged
      ? "No claim line of a granted request has both a payment and an agreed amount, so nobody can tell whether claims are paid as agreed. Fill Paid on Claims, and Expected or the agreed rate."
      : "No claim is logged, so nobody can tell whether claims are paid as agreed. Log claim lines on the sheet Claims.";
  },
  remarks: ({ all }) => {
    const { notKnown, unpaidLines } = all.measures.honour;
    const beside = [
      ...(notKnown > 0 ? [`${counted(notKnown, "paid line")} without an agreed amount`] : []),
      ...(unpaidLines > 0 ? [`${counted(unpaidLines, "line")} answered with nothing`] : []),
    ];
    return [
      `${beside.length > 0 ? `Beside the rate: ${beside.join("; ")}. ` : ""}Lines of one agreement are often paid alike, so its interval is the narrowest that it could be.`,
    ];
  },
};

await runWhereCalled(import.meta.url, HONOUR_RATES);
