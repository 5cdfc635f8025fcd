import { PALETTE } from "./palette.ts";

/** Width of the plot in pixels: names stand left of it, figures right. */
export const PLOT_WIDTH = 440;

/** Height of one payer's row in pixels. */
export const PAYER_STEP = 27;

/** Payers from top to bottom in the order of the data, names without a line or ticks. */
export const PAYER_AXIS = {
  field: "payer",
  type: "nominal",
  sort: null,
  title: null,
  axis: { domain: false, ticks: false, labelFontSize: 12, labelColor: PALETTE.ink, labelLimit: 210 },
} as const;

/** The figures of a row, right of the plot. */
export const FIGURES_MARK = {
  type: "text",
  align: "left",
  x: PLOT_WIDTH + 14,
  fontSize: 12,
  color: PALETTE.ink,
} as const;
