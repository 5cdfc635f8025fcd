import { PALETTE } from "./palette.ts";
import { FIGURES_MARK, PAYER_AXIS, PAYER_STEP, PLOT_WIDTH } from "./payer-axis.ts";
import type { ChartSpec } from "./svg-from-spec.ts";

/** One row of the approval chart. */
export interface ApprovalRow {
  readonly payer: string;
  /** All three between 0 and 1. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** Stands to the right of the row: "75 % · 9 of 12". */
  readonly label: string;
  /** Drawn hollow. */
  readonly isHint: boolean;
}

/** Approval rates as dots on their intervals, in the order given; the line marks all payers together. */
export function approvalChart(
  rows: readonly ApprovalRow[],
  all: { readonly rate: number; readonly label: string } | null,
  description: string,
): ChartSpec {
  const share = { type: "quantitative", scale: { domainMin: 0, domainMax: 1, nice: false }, title: null } as const;
  const axis = { format: "%", tickCount: 5, domain: false, ticks: false } as const;
  const together = { data: { values: all === null ? [] : [all] } };
  return {
    description,
    width: PLOT_WIDTH,
    height: { step: PAYER_STEP },
    data: { values: rows.map((row) => ({ ...row })) },
    layer: [
      {
        ...together,
        mark: { type: "rule", strokeDash: [3, 3], color: PALETTE.quiet, strokeWidth: 1 },
        encoding: { x: { ...share, field: "rate", axis } },
      },
      {
        ...together,
        mark: { type: "text", baseline: "bottom", y: -4, fontSize: 11, color: PALETTE.quiet },
        encoding: { x: { ...share, field: "rate" }, text: { field: "label" } },
      },
      {
        mark: { type: "rule", strokeWidth: 3, color: PALETTE.interval, strokeCap: "round" },
        encoding: { y: PAYER_AXIS, x: { ...share, field: "low", axis }, x2: { field: "high" } },
      },
      {
        mark: { type: "point", filled: true, size: 95, opacity: 1, stroke: PALETTE.accent, strokeWidth: 2 },
        encoding: {
          y: PAYER_AXIS,
          x: { ...share, field: "rate" },
          fill: { condition: { test: "datum.isHint", value: PALETTE.paper }, value: PALETTE.accent },
        },
      },
      {
        mark: FIGURES_MARK,
        encoding: { y: PAYER_AXIS, text: { field: "label" } },
      },
    ],
  };
}
