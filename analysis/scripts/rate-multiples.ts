import { counted, percent } from "../report/figures.ts";
import type { Analysis } from "./analysis.ts";
import { runWhereCalled } from "./run-analyses.ts";
import { COUNT_COLUMNS, fieldColumn, HINT_COLUMN, isHint, timesText } from "./slice-cells.ts";

/** What was agreed over Medicare, and over the first ask and the first offer. */
export const RATE_MULTIPLES: Analysis = {
  name: "rate-multiples",
  title: "Agreed rates as multiples of Medicare",
  about: "what was agreed over Medicare, over our first ask and over the payer's first offer",
  keys: ["payer"],
  columns: () => [
    ...COUNT_COLUMNS,
    fieldColumn("multiple", "multipleWeighted"),
    fieldColumn("multiple_median", "multipleMedian"),
    fieldColumn("multiple_lowest", "multipleLow"),
    fieldColumn("multiple_highest", "multipleHigh"),
    fieldColumn("lines_with_benchmark", "multipleLines"),
    fieldColumn("coverage", "multipleCoverage"),
    fieldColumn("agreed_over_first_ask", "rateYield"),
    ["asks", ({ measures }) => measures.negotiation.asks],
    fieldColumn("movement_over_first_offer", "movement"),
    ["offers", ({ measures }) => measures.negotiation.offers],
    ["negotiations_not_compared", ({ measures }) => measures.negotiation.notCompared],
    HINT_COLUMN,
  ],
  chart: {
    legend: "Dot: agreed dollars over Medicare's for the same units. Bar: lowest to highest line. Stroke: median line.",
    shape: "dot",
    format: ".1f",
    from: 0.5,
    to: 2,
    line: () => ({ at: 1, words: "Medicare" }),
    drawn: (slice) => {
      const { weighted, median, low, high, lines, coverage } = slice.measures.multiple;
      const label =
        weighted === null
          ? "no approved line with a benchmark"
          : `${timesText(weighted)} · ${counted(lines, "line")}, ${percent(coverage ?? 0)} of agreed $`;
      return { value: weighted, low, high, mark: median, label, isHint: isHint(slice) };
    },
  },
  nothing: ({ all }) =>
    all.measures.multiple.weighted === null
      ? "No approved line has a Medicare benchmark, so there is no multiple. Load Medicare's fee schedules and structure the tracker again; programs paid by the day have none in any case."
      : null,
  remarks: ({ all }) => {
    const { lines, coverage } = all.measures.multiple;
    return lines === 0
      ? []
      : [
          `Approved lines only: what was refused has no rate. ${counted(lines, "line")} with a benchmark hold ${percent(coverage ?? 0)} of the agreed dollars.`,
        ];
  },
};

await runWhereCalled(import.meta.url, RATE_MULTIPLES);
