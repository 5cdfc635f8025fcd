import { PALETTE } from "./palette.ts";
import { FIGURES_MARK, PAYER_AXIS, PAYER_STEP, PLOT_WIDTH } from "./payer-axis.ts";
import type { ChartSpec } from "./svg-from-spec.ts";

/** One bar of volume over today's. */
export interface VolumeBar {
  readonly name: string;
  /** 1 is today's volume. */
  readonly volume: number;
  /** Stands to the right of the row. */
  readonly label: string;
}

/** Volumes over today's as bars from zero, in the order given; lines mark volumes to read them against. */
export function volumeChart(
  bars: readonly VolumeBar[],
  marks: readonly { readonly volume: number; readonly label: string }[],
  description: string,
): ChartSpec {
  const volume = { field: "volume", type: "quantitative", scale: { domainMin: 0, nice: true }, title: null } as const;
  const axis = { format: "%", tickCount: 5, domain: false, ticks: false } as const;
  const y = { ...PAYER_AXIS, field: "name" } as const;
  const marked = { data: { values: marks.map((mark) => ({ ...mark })) } };
  return {
    description,
    width: PLOT_WIDTH,
    height: { step: PAYER_STEP },
    data: { values: bars.map((bar) => ({ ...bar })) },
    layer: [
      {
        mark: { type: "bar", color: PALETTE.accent, height: 13, cornerRadiusEnd: 2 },
        encoding: { y, x: { ...volume, axis } },
      },
      {
        ...marked,
        mark: { type: "rule", strokeDash: [3, 3], color: PALETTE.ink, strokeWidth: 1 },
        encoding: { x: { ...volume } },
      },
      {
        ...marked,
        mark: { type: "text", baseline: "bottom", y: -4, fontSize: 11, color: PALETTE.quiet },
        encoding: { x: { ...volume }, text: { field: "label" } },
      },
      { mark: FIGURES_MARK, encoding: { y, text: { field: "label" } } },
    ],
  };
}
