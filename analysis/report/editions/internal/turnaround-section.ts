import type { Wait } from "../../../../sca/measures/case-record.ts";
import { type WaitingStep, waitingCurve } from "../../../../sca/measures/waiting-curve.ts";
import { waitingChart } from "../../../charts/waiting-chart.ts";
import type { ChartBlock, ReportSection } from "../../document/report-document.ts";
import { counted, percent } from "../../figures.ts";
import { countCell, daysCell, figuresColumn, shareCell, table, weighted, wordsColumn } from "../cells.ts";
import type { PayerFacts } from "../payer-facts.ts";

/** Fewer requests than this are a hint. */
const FEWEST_REQUESTS = 20;
/** The table under the curve has at most so many rows. */
const MOST_STEPS = 15;

/** How long requests wait, those that still wait counted. */
export function turnaroundSection({ payer, measures, cases }: PayerFacts): ReportSection {
  const { median, decided, waiting, undated } = measures.turnaround;
  const waits = cases.flatMap(({ wait }): Wait[] => (wait === null ? [] : [wait]));
  const steps = waitingCurve(waits);
  return {
    heading: "How long they take",
    startsPage: false,
    blocks: [
      {
        kind: "finding",
        isHint: decided > 0 && decided < FEWEST_REQUESTS,
        text:
          median === null
            ? [`Fewer than half of the requests to ${payer} have an answer, so nobody can tell the middle wait yet.`]
            : weighted(
                "Half of the requests have an answer within ",
                counted(median, "business day"),
                ` (${decided} decided, ${waiting} still waiting and counted as waiting).`,
              ),
      },
      ...(steps.length < 2 ? [] : [chartOf(steps, median)]),
      ...(undated === 0
        ? []
        : [
            {
              kind: "paragraph" as const,
              text: [
                `${counted(undated, "request")} without a day of sending or decision ${undated === 1 ? "is" : "are"} left out.`,
              ],
            },
          ]),
    ],
  };
}

function chartOf(steps: readonly WaitingStep[], median: number | null): ChartBlock {
  const alternative = `Share of requests still without a decision by business days since the request: ${thinned(steps)
    .map(({ days, stillWaiting }) => `after ${days} ${percent(stillWaiting)}`)
    .join(", ")}.`;
  return {
    kind: "chart",
    title: "Share of requests still waiting",
    alternative,
    spec: waitingChart(steps, median, alternative),
    bars: null,
    table: table(
      "Requests still waiting (Kaplan–Meier)",
      [wordsColumn("Business days"), figuresColumn("Still waiting"), figuresColumn("Waited so long")],
      thinned(steps).map(({ days, stillWaiting, atRisk }) => [
        daysCell(days),
        shareCell(stillWaiting),
        countCell(atRisk),
      ]),
    ),
  };
}

/** So many steps that a table can be read, first and last among them. */
function thinned(steps: readonly WaitingStep[]): WaitingStep[] {
  if (steps.length <= MOST_STEPS) return [...steps];
  const every = (steps.length - 1) / (MOST_STEPS - 1);
  return Array.from({ length: MOST_STEPS }, (_, at) => steps[Math.round(at * every)]).flatMap((step) => step ?? []);
}
