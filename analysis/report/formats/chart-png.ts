import { svgFromSpec } from "../../charts/svg-from-spec.ts";
import type { ChartBlock } from "../document/report-document.ts";
import { fileFromPage } from "./chromium-page.ts";
import { cropPng } from "./crop-png.ts";

/** A chart as a picture for office programs. */
export interface ChartPicture {
  readonly svg: string;
  /** Twice the size in pixels, for print. */
  readonly png: Uint8Array;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Draws a chart, or says with null that there is nothing to draw it with: then its table stands alone. */
export type DrawChart = (chart: ChartBlock) => Promise<ChartPicture | null>;

const SHARPNESS = 2;
/** A window's frame takes of its size what no picture shows, more or less by version: enough room, cut off afterwards. */
const FRAME = 240;

/**
 * Pictures by an installed Chromium, each chart drawn once however many formats show it; without one (null) no pictures.
 *
 * @example const draw = chartPictures(findChromium(), fontFaces())
 */
export function chartPictures(chromium: string | null, fontFaces: string): DrawChart {
  const drawn = new Map<string, Promise<ChartPicture>>();
  return async (chart) => {
    if (chromium === null) return null;
    const { svg } = await svgFromSpec({ ...chart.spec, description: chart.alternative });
    const known = drawn.get(svg) ?? pictureOf(svg, chromium, fontFaces);
    drawn.set(svg, known);
    return known;
  };
}

async function pictureOf(svg: string, chromium: string, fontFaces: string): Promise<ChartPicture> {
  const size = (name: string): number => Math.ceil(Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1]));
  const [width, height] = [size("width"), size("height")];
  if (!(width > 0 && height > 0)) throw new Error("The chart library's SVG states no size.");
  const style = `${fontFaces}html,body{margin:0;background:#fff;overflow:hidden}svg{display:block}`;
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"><style>${style}</style>${svg}`;
  const png = await fileFromPage(chromium, page, "screenshot", [
    `--window-size=${Math.max(500, width)},${height + FRAME}`,
    `--force-device-scale-factor=${SHARPNESS}`,
    "--hide-scrollbars",
  ]);
  return { svg, png: cropPng(png, height * SHARPNESS), width, height };
}
