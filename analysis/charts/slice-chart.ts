import { PALETTE } from "./palette.ts";
import { FIGURES_MARK, PAYER_STEP, PLOT_WIDTH } from "./payer-axis.ts";
import type { ChartSpec } from "./svg-from-spec.ts";

/** One slice of the requests. */
export interface SliceRow {
  /** Rows of one group stand together under its name; blank where there are no groups. */
  readonly group: string;
  /** Left of the row, once in its group. */
  readonly name: string;
  /** Null draws nothing: the label says why. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** A second figure, drawn as an upright stroke; null where there is none. */
  readonly mark: number | null;
  /** Right of the row: "75% · 9 of 12". */
  readonly label: string;
  /** Drawn hollow. */
  readonly isHint: boolean;
}

/** How slices are drawn. */
export interface SliceChart {
  readonly title: string;
  /** One line each: what is drawn, and what to know about it. */
  readonly notes: readonly string[];
  readonly description: string;
  readonly rows: readonly SliceRow[];
  readonly shape: "dot" | "bar";
  /** Numbers of the axis as d3 formats them: "%", "$~s", ".1f". */
  readonly format: string;
  /** The axis reaches at least from here to there. */
  readonly from: number;
  readonly to: number;
  /** A dashed line across all rows; the notes say what it is. */
  readonly line?: number;
}

/** Dots, or bars from zero, one a slice in the order given, with interval, second figure and label. */
export function sliceChart(chart: SliceChart): ChartSpec {
  const { title, notes, description } = chart;
  const rows = placed(chart.rows);
  const x = { type: "quantitative", scale: { domain: domainOf(chart), nice: chart.to !== 1 }, title: null } as const;
  const axis = { format: chart.format, tickCount: 5, domain: false, ticks: false, grid: true } as const;
  const y = { field: "place", type: "ordinal", title: null, axis: null } as const;
  const fill = {
    condition: { test: "datum.isHint", value: PALETTE.paper },
    value: chart.shape === "dot" ? PALETTE.accent : PALETTE.interval,
  };
  const value = { ...x, field: "value", axis } as const;
  const shape: Layer =
    chart.shape === "dot"
      ? {
          mark: { type: "point", filled: true, size: 95, opacity: 1, stroke: PALETTE.accent, strokeWidth: 2 },
          encoding: { y, x: value, fill },
        }
      : {
          mark: { type: "bar", height: 13, stroke: PALETTE.accent, strokeWidth: 1.5 },
          encoding: { y, x: value, fill },
        };
  const across: readonly Layer[] =
    chart.line === undefined
      ? []
      : [
          {
            mark: { type: "rule", strokeDash: [3, 3], color: PALETTE.quiet, strokeWidth: 1 },
            encoding: { x: { ...x, datum: chart.line, axis } },
          },
        ];
  return {
    description,
    width: PLOT_WIDTH,
    height: { step: PAYER_STEP },
    data: { values: rows.map((row) => ({ ...row })) },
    title: { ...TITLE, text: title, subtitle: [...notes] },
    layer: [
      ...across,
      {
        mark: { type: "rule", strokeWidth: 3, color: PALETTE.interval, strokeCap: "round" },
        encoding: { y, x: { ...x, field: "low", axis }, x2: { field: "high" } },
      },
      shape,
      {
        mark: { type: "tick", orient: "vertical", thickness: 2, size: 19, color: PALETTE.ink },
        encoding: { y, x: { ...x, field: "mark", axis } },
      },
      { mark: FIGURES_MARK, encoding: { y, text: { field: "label" } } },
      { mark: NAME_MARK, encoding: { y, text: { field: "name" } } },
      { mark: { ...NAME_MARK, fontWeight: "bold" }, encoding: { y, text: { field: "heading" } } },
    ],
  };
}

type Layer = Extract<ChartSpec, { layer: unknown }>["layer"][number];

/** The rows from top to bottom, each group under a row with its name alone. */
function placed(rows: readonly SliceRow[]) {
  const nothing = { value: null, low: null, high: null, mark: null, label: "", name: "", isHint: false };
  return rows
    .flatMap((row, at) => {
      const isNew = row.group !== "" && row.group !== rows[at - 1]?.group;
      return [...(isNew ? [{ ...nothing, heading: row.group }] : []), { ...row, heading: "" }];
    })
    .map((row, place) => ({ ...row, place }));
}

function domainOf({ rows, from, to, line }: SliceChart): [number, number] {
  const ends = rows.flatMap(({ value, low, high, mark }) => [value, low, high, mark]).filter((end) => end !== null);
  return [Math.min(from, ...ends, line ?? from), Math.max(to, ...ends, line ?? to)];
}

const NAME_MARK = { type: "text", align: "right", x: -16, fontSize: 12, color: PALETTE.ink, limit: 360 } as const;

const TITLE = {
  anchor: "start",
  frame: "bounds",
  fontSize: 15,
  color: PALETTE.ink,
  subtitleColor: PALETTE.quiet,
  subtitleFontSize: 11,
  subtitleLineHeight: 15,
  offset: 14,
} as const;
