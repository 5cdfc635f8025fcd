import { PALETTE } from "./palette.ts";
import { PLOT_WIDTH } from "./payer-axis.ts";
import type { ChartSpec } from "./svg-from-spec.ts";

/** A point of the curve: from this many business days on, so large a share still waits. */
export interface WaitingPoint {
  readonly days: number;
  readonly stillWaiting: number;
}

/** How many requests are still without a decision after so many business days, as steps; the lines mark the median. */
export function waitingChart(points: readonly WaitingPoint[], median: number | null, description: string): ChartSpec {
  const days = {
    type: "quantitative",
    scale: { domainMin: 0, nice: true },
    title: "Business days since the request",
  } as const;
  const share = { type: "quantitative", scale: { domainMin: 0, domainMax: 1, nice: false }, title: null } as const;
  const quiet = { domain: false, ticks: false, tickCount: 5 } as const;
  const marks = median === null ? [] : [{ days: median, half: 0.5, label: `half decided after ${median}` }];
  return {
    description,
    width: PLOT_WIDTH,
    height: 170,
    data: { values: points.map((point) => ({ ...point })) },
    layer: [
      {
        data: { values: marks },
        mark: { type: "rule", strokeDash: [3, 3], color: PALETTE.quiet, strokeWidth: 1 },
        encoding: {
          x: { ...days, field: "days", axis: { ...quiet, titleColor: PALETTE.quiet, titleFontWeight: "normal" } },
        },
      },
      {
        data: { values: marks },
        mark: { type: "text", align: "left", dx: 6, dy: -6, fontSize: 11, color: PALETTE.quiet },
        encoding: { x: { ...days, field: "days" }, y: { ...share, field: "half" }, text: { field: "label" } },
      },
      {
        mark: { type: "line", interpolate: "step-after", strokeWidth: 2, color: PALETTE.accent },
        encoding: {
          x: { ...days, field: "days" },
          y: { ...share, field: "stillWaiting", axis: { ...quiet, format: "%" } },
        },
      },
    ],
  };
}
