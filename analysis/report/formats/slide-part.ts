import type pptxgen from "pptxgenjs";

/** The slide in inches: 16 to 9, with the room that a title and the foot leave. */
export const SLIDE = { width: 13.333, left: 0.6, top: 1.7, inner: 12.13, bottom: 6.9 } as const;

/** Between two parts of a slide, in inches. */
export const GAP = 0.2;

/** A caption over a table or a chart, in inches. */
export const CAPTION = 0.36;

/** What stands on one slide under its title; `height` in inches is an estimate on the generous side. */
export interface SlidePart {
  readonly height: number;
  /** Of a table or a chart: it stands over it, or is the slide's title where the part is the first. */
  readonly caption: string | null;
  readonly put: (slide: pptxgen.Slide, top: number) => void;
}

/** A part by the size of its text in points. */
export type SizedPart = (size: number) => SlidePart;

/** Sizes in points, the largest first: who sits in the last row reads 14 and more. */
export const SIZES = [20, 18, 16, 14] as const;
/** The last of them. */
export const SMALLEST_READ = 14;
/** Of tables alone, where it saves a slide or their columns have no room. */
export const SMALLEST = 12;
const ROOM = SLIDE.bottom - SLIDE.top;

/**
 * Parts in reading order on as few slides as they need at the smallest sizes, none of the slides much fuller than another;
 * then each slide's parts as large as there is room for.
 */
export function pagesOf(parts: readonly SizedPart[]): SlidePart[][] {
  const heightsAt = (size: number): number[] => parts.map((part) => part(size).height);
  const [read, small] = [SMALLEST_READ, SMALLEST].map((size) => breaksUpTo(heightsAt(size), ROOM).length);
  const least = Number(small) < Number(read) ? SMALLEST : SMALLEST_READ;
  const heights = heightsAt(least);
  const fewest = breaksUpTo(heights, ROOM);
  const shares = Array.from({ length: 25 }, (_, at) => 0.5 + at / 50);
  const settings = shares.map((share) => breaksUpTo(heights, ROOM * share));
  const breaks = settings.find(({ length }) => length === fewest.length) ?? fewest;
  return breaks.map((first, at) => {
    const page = parts.slice(first, breaks[at + 1] ?? parts.length);
    const sized = SIZES.map((size) => page.map((part) => part(size)));
    const fits = sized.find((setting) => heightOf(setting.map(({ height }) => height)) <= ROOM);
    return fits ?? page.map((part) => part(least));
  });
}

/** The first part of each slide. */
function breaksUpTo(heights: readonly number[], room: number): number[] {
  const breaks = [0];
  for (let at = 1; at < heights.length; at++) {
    if (heightOf(heights.slice(breaks.at(-1), at + 1)) > room) breaks.push(at);
  }
  return breaks;
}

function heightOf(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height + GAP, -GAP);
}
