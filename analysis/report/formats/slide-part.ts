import type pptxgen from "pptxgenjs";

/** The slide in inches: 16 to 9, with the room that a title and the foot leave. */
export const SLIDE = { width: 13.333, left: 0.6, top: 1.45, inner: 12.13, bottom: 6.85 } as const;

/** What stands on one slide under its title; `height` in inches is an estimate on the generous side. */
export interface SlidePart {
  readonly height: number;
  readonly put: (slide: pptxgen.Slide, top: number) => void;
}
