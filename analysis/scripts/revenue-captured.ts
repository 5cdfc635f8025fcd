import { counted } from "../report/figures.ts";
import type { Analysis } from "./analysis.ts";
import { runWhereCalled } from "./run-analyses.ts";
import { COUNT_COLUMNS, dollarsCell, fieldColumn, HINT_COLUMN, isHint, moneyText } from "./slice-cells.ts";

/** What came in under agreements, beside what would have come without them. */
export const REVENUE_CAPTURED: Analysis = {
  name: "revenue-captured",
  title: "Revenue captured under single case agreements",
  about: "dollars agreed, received or expected, over two stated baselines, and cost avoided",
  keys: ["payer"],
  columns: () => [
    ...COUNT_COLUMNS,
    fieldColumn("agreed_dollars", "revenueAgreed"),
    ["agreements_told_in_full", ({ measures }) => measures.agreed.inFull],
    ["agreements_told_in_part", ({ measures }) => measures.agreed.inPart],
    ["agreements_without_dollars", ({ measures }) => measures.agreed.notAtAll],
    ["captured_basis", ({ measures }) => measures.captured.basis],
    fieldColumn("received_dollars", "revenueReceived"),
    ["expected_dollars", ({ measures }) => dollarsCell(measures.captured.expected)],
    fieldColumn("captured_over_nothing", "capturedA"),
    fieldColumn("captured_over_out_of_network", "capturedB"),
    ["out_of_network_percent", ({ measures }) => measures.captured.baselinePercent],
    ["cases", ({ measures }) => measures.captured.cases],
    fieldColumn("avoided_cost_dollars", "avoidedCost"),
    ["avoided_days", ({ measures }) => measures.avoided.days],
    ["higher_level_day_rate", ({ measures }) => measures.avoided.higherDayRate],
    HINT_COLUMN,
  ],
  chart: {
    legend:
      "Bar: captured, had the patient been lost otherwise. Stroke: what is over the expected out-of-network payment.",
    shape: "bar",
    format: "$~s",
    from: 0,
    to: 0,
    line: () => null,
    drawn: (slice) => {
      const { capturedA, capturedB, cases } = slice.measures.captured;
      const label = capturedA === null ? "nothing known" : `${moneyText(capturedA)} · ${counted(cases, "case")}`;
      const [value, mark] = [dollarsCell(capturedA), dollarsCell(capturedB)];
      return { value, low: null, high: null, mark, label, isHint: isHint(slice) };
    },
  },
  nothing: ({ all }) =>
    all.measures.captured.capturedA === null
      ? "Neither payments nor units used are logged under a granted request, so no captured revenue is known. Log claims on the sheet Claims, or fill Units used."
      : null,
  remarks: ({ ledger }) => {
    const { basis, baselinePercent, higherDayRate } = ledger.records.terms;
    const what =
      basis === "received"
        ? "Payments received, less what was taken back"
        : "No claims are logged: dollars are expected (agreed rate × units used), not received";
    const higher =
      higherDayRate === null ? "" : `, and $${higherDayRate.toLocaleString("en-US")} a day at the higher level of care`;
    return [`${what}. Settings assumes ${baselinePercent}% of the agreed rate without an agreement${higher}.`];
  },
};

await runWhereCalled(import.meta.url, REVENUE_CAPTURED);
