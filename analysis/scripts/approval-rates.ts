import type { Analysis } from "./analysis.ts";
import { changeRemark } from "./change-remark.ts";
import { runWhereCalled } from "./run-analyses.ts";
import { COUNT_COLUMNS, fieldColumn, HINT_COLUMN, isHint, rateLabel, shareCell } from "./slice-cells.ts";

/** How often requests are granted. */
export const APPROVAL_RATES: Analysis = {
  name: "approval-rates",
  title: "Approval rates",
  about: "how often requests are granted, with 95% intervals, and how appeals end",
  keys: ["payer"],
  columns: () => [
    ...COUNT_COLUMNS,
    fieldColumn("approved", "approved"),
    fieldColumn("approved_in_part", "partial"),
    fieldColumn("approved_on_appeal", "overturned"),
    fieldColumn("denied", "denied"),
    fieldColumn("pending", "pending"),
    fieldColumn("withdrawn", "withdrawn"),
    fieldColumn("approval_rate", "approvalRate"),
    fieldColumn("approval_low", "approvalLow"),
    fieldColumn("approval_high", "approvalHigh"),
    ["appeals_won", ({ measures }) => measures.appeals.won],
    ["appeals_decided", ({ measures }) => measures.appeals.decided],
    ["overturn_rate", ({ measures }) => shareCell(measures.appeals.overturnRate)],
    ["overturn_low", ({ measures }) => shareCell(measures.appeals.interval?.low)],
    ["overturn_high", ({ measures }) => shareCell(measures.appeals.interval?.high)],
    HINT_COLUMN,
  ],
  chart: {
    legend: "Dot: granted out of decided. Bar: 95% interval (Wilson).",
    shape: "dot",
    format: "%",
    from: 0,
    to: 1,
    line: ({ all }) => {
      const { rate } = all.measures.approval;
      return rate === null ? null : { at: rate, words: `all requests, ${rateLabel(all.measures.approval)}` };
    },
    drawn: (slice) => {
      const { approval } = slice.measures;
      const { low = null, high = null } = approval.interval ?? {};
      return { value: approval.rate, low, high, mark: null, label: rateLabel(approval), isHint: isHint(slice) };
    },
  },
  nothing: ({ all, ledger }) =>
    all.measures.approval.decided > 0
      ? null
      : `No request is decided as of ${ledger.records.asOf}, so there is no approval rate. Fill Outcome and Decided on Cases.`,
  remarks: ({ ledger, keys }) =>
    keys.includes("quarter") ? changeRemark(ledger.records.cases, ledger.records.asOf) : [],
};

await runWhereCalled(import.meta.url, APPROVAL_RATES);
