import { PALETTE } from "./palette.ts";
import { FIGURES_MARK, PAYER_AXIS, PAYER_STEP, PLOT_WIDTH } from "./payer-axis.ts";
import type { ChartSpec } from "./svg-from-spec.ts";

/** One row of the chart of multiples. */
export interface MultipleRow {
  readonly name: string;
  /** The lowest, the middle and the highest line. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** By dollars. */
  readonly weighted: number;
  /** Stands to the right of the row: "1.40× · 11 lines". */
  readonly label: string;
  /** Drawn hollow. */
  readonly isHint: boolean;
}

/** Multiples of Medicare, in the order given: bars from lowest to highest, a dot on the median, a stroke on the mean by dollars. */
export function multipleChart(rows: readonly MultipleRow[], description: string): ChartSpec {
  const figure = {
    type: "quantitative",
    title: null,
    scale: { zero: false, nice: true },
    axis: {
      labelExpr: "format(datum.value, '.2~f') + '×'",
      ...{ tickCount: 5, domain: false, ticks: false },
    },
  } as const;
  const y = { ...PAYER_AXIS, field: "name" } as const;
  const medicare = { data: { values: [{ at: 1, label: "Medicare" }] } };
  return {
    description,
    width: PLOT_WIDTH,
    height: { step: PAYER_STEP },
    data: { values: rows.map((row) => ({ ...row })) },
    layer: [
      {
        ...medicare,
        mark: { type: "rule", strokeDash: [3, 3], color: PALETTE.quiet, strokeWidth: 1 },
        encoding: { x: { ...figure, field: "at" } },
      },
      {
        ...medicare,
        mark: { type: "text", baseline: "bottom", y: -4, fontSize: 11, color: PALETTE.quiet },
        encoding: { x: { ...figure, field: "at" }, text: { field: "label" } },
      },
      {
        mark: { type: "rule", strokeWidth: 3, color: PALETTE.interval, strokeCap: "round" },
        encoding: { y, x: { ...figure, field: "low" }, x2: { field: "high" } },
      },
      {
        mark: { type: "tick", thickness: 2, size: 17, color: PALETTE.ink },
        encoding: { y, x: { ...figure, field: "weighted" } },
      },
      {
        mark: { type: "point", filled: true, size: 95, opacity: 1, stroke: PALETTE.accent, strokeWidth: 2 },
        encoding: {
          y,
          x: { ...figure, field: "median" },
          fill: { condition: { test: "datum.isHint", value: PALETTE.paper }, value: PALETTE.accent },
        },
      },
      { mark: FIGURES_MARK, encoding: { y, text: { field: "label" } } },
    ],
  };
}
