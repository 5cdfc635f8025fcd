import { PALETTE } from "./palette.ts";
import { FIGURES_MARK, PAYER_AXIS, PAYER_STEP, PLOT_WIDTH } from "./payer-axis.ts";
import type { ChartSpec } from "./svg-from-spec.ts";

/** One row of the revenue chart. */
export interface RevenueRow {
  readonly payer: string;
  readonly dollars: number;
  /** Stands behind the bar: "$12,400 from 3 of 5". */
  readonly label: string;
}

/** Dollars agreed as bars from zero, in the order given. */
export function revenueChart(rows: readonly RevenueRow[], description: string): ChartSpec {
  const dollars = {
    field: "dollars",
    type: "quantitative",
    title: null,
    scale: { domainMin: 0, nice: true },
    axis: { format: "$~s", tickCount: 5, domain: false, ticks: false },
  } as const;
  return {
    description,
    width: PLOT_WIDTH,
    height: { step: PAYER_STEP },
    data: { values: rows.map((row) => ({ ...row })) },
    layer: [
      {
        mark: { type: "bar", color: PALETTE.accent, height: 13, cornerRadiusEnd: 2 },
        encoding: { y: PAYER_AXIS, x: dollars },
      },
      {
        mark: FIGURES_MARK,
        encoding: { y: PAYER_AXIS, text: { field: "label" } },
      },
    ],
  };
}
