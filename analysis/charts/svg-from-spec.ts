import * as vega from "vega";
import { type Config, compile, type TopLevelSpec } from "vega-lite";
import { shortHash } from "../../sca/ledger/short-hash.ts";
import { CHART_EXPRESSIONS } from "./chart-expressions.ts";
import { FONT, PALETTE } from "./palette.ts";
import { textWidth } from "./text-width.ts";

declare module "vega" {
  /** Public in the library, absent from its types. */
  const textMetrics: { width: (item: { fontSize?: number; text?: unknown }, text?: unknown) => number };
}

const THEME: Config = {
  aria: false,
  font: FONT,
  background: PALETTE.paper,
  view: { stroke: null },
  axis: {
    labelFontSize: 11,
    labelColor: PALETTE.quiet,
    labelPadding: 6,
    domainColor: PALETTE.line,
    tickColor: PALETTE.line,
    gridColor: PALETTE.grid,
    aria: false,
  },
};

/** A chart in Vega-Lite: its data inline, its `description` what a screen reader says instead of the picture. */
export type ChartSpec = TopLevelSpec & { readonly description: string };

/** A picture as SVG text, with the words that stand for it where it cannot be seen. */
export interface Picture {
  readonly svg: string;
  readonly alternative: string;
}

/**
 * Draws a chart without a canvas, a browser, a network or eval: the same spec gives the same text on every machine.
 * The spec's data must be inline, and its `description` is what a screen reader says instead of the picture.
 */
export async function svgFromSpec(spec: ChartSpec): Promise<Picture> {
  const guess = vega.textMetrics.width;
  vega.textMetrics.width = (item, text) => textWidth(String(text ?? item.text ?? ""), item.fontSize ?? 11);
  const runtime = vega.parse(compile({ padding: 4, ...spec, config: THEME }).spec, undefined, { ast: true });
  const log = faultLog();
  const view = new vega.View(runtime, {
    ...{ renderer: "none", loader: NO_LOADER, expr: CHART_EXPRESSIONS },
    logger: log.logger,
  });
  try {
    const svg = await view.toSVG();
    log.refuse();
    return { svg: asImage(svg, spec.description), alternative: spec.description };
  } finally {
    view.finalize();
    vega.textMetrics.width = guess;
  }
}

/** The library tells its log of what failed, and draws the rest: a chart with a part missing must not be shown. */
function faultLog() {
  const faults: unknown[] = [];
  const quiet = (): vega.LoggerInterface => logger;
  const fault = (...told: readonly unknown[]): vega.LoggerInterface => {
    faults.push(...told);
    return logger;
  };
  function level(): number;
  function level(set: number): vega.LoggerInterface;
  function level(set?: number): number | vega.LoggerInterface {
    return set === undefined ? vega.Warn : logger;
  }
  const logger: vega.LoggerInterface = { level, error: fault, warn: quiet, info: quiet, debug: quiet };
  return {
    logger,
    refuse: (): void => {
      const thrown = faults.find((one) => one instanceof Error);
      if (faults.length > 0)
        throw thrown ?? new Error(`The chart library found fault: ${faults.map(String).join(" ")}`);
    },
  };
}

const NO_LOADER = {
  ...vega.loader(),
  load: () => Promise.reject(new Error("A chart asked for outside data; its data must be inline.")),
};

/** One picture with one text: the library's own roles on every part would be read out one by one. */
function asImage(svg: string, alternative: string): string {
  if (!svg.startsWith("<svg ")) throw new Error("The chart library did not answer with an SVG.");
  const bare = withOwnIds(svg.replaceAll(/ (?:role|aria-[a-z]+)="[^"]*"/g, ""));
  return bare.replace("<svg ", () => `<svg role="img" aria-label="${escapeAttribute(alternative)}" `);
}

/**
 * The library counts the ids of clipped parts on and on while the program runs. Counted for each picture, behind a word
 * that is the picture's own, the same chart is the same text, and no two pictures on a page cut each other's parts.
 */
function withOwnIds(svg: string): string {
  const pattern = /\b(?:clip|gradient_|pattern_)\d+\b/g;
  const counted = new Map<string, number>();
  for (const [id] of svg.matchAll(pattern)) if (!counted.has(id)) counted.set(id, counted.size);
  if (counted.size === 0) return svg;
  const own = shortHash(svg.replace(pattern, (id) => `part${counted.get(id)}`));
  return svg.replace(pattern, (id) => `part-${own}-${counted.get(id)}`);
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
