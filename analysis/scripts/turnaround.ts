import { counted } from "../report/figures.ts";
import type { Analysis } from "./analysis.ts";
import { runWhereCalled } from "./run-analyses.ts";
import { COUNT_COLUMNS, fieldColumn, HINT_COLUMN, isHint } from "./slice-cells.ts";

/** How long requests wait for their answer. */
export const TURNAROUND: Analysis = {
  name: "turnaround",
  title: "Turnaround in business days",
  about: "business days from request to decision, with what still waits counted as waiting",
  keys: ["payer"],
  columns: () => [
    ...COUNT_COLUMNS,
    fieldColumn("median_business_days", "turnaroundMedian"),
    ["decided_with_days", ({ measures }) => measures.turnaround.decided],
    ["still_waiting", ({ measures }) => measures.turnaround.waiting],
    ["without_days", ({ measures }) => measures.turnaround.undated],
    HINT_COLUMN,
  ],
  chart: {
    legend:
      "Dot: the day by which half of the requests are decided; what still waits counts as waiting (Kaplan–Meier).",
    shape: "dot",
    format: "d",
    from: 0,
    to: 5,
    line: ({ all }) => {
      const { median } = all.measures.turnaround;
      return median === null ? null : { at: median, words: `all requests, ${counted(median, "business day")}` };
    },
    drawn: (slice) => {
      const { median, decided, waiting } = slice.measures.turnaround;
      const behind = `${decided} decided, ${waiting} waiting`;
      const label = median === null ? `not known yet · ${behind}` : `${counted(median, "day")} · ${behind}`;
      return { value: median, low: null, high: null, mark: null, label, isHint: isHint(slice) };
    },
  },
  nothing: ({ all }) =>
    all.measures.turnaround.median === null
      ? "Fewer than half of the requests are decided with both days known, so nobody can tell the turnaround yet. Fill Submitted and Decided on Cases."
      : null,
  remarks: ({ all }) => {
    const { undated } = all.measures.turnaround;
    return undated === 0
      ? []
      : [`${counted(undated, "request")} without the days that turnaround needs: in no figure here.`];
  },
};

await runWhereCalled(import.meta.url, TURNAROUND);
