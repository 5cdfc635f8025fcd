import type { Picture } from "./png.ts";

/** Red, green, blue. */
export type Colour = readonly [number, number, number];

/** One thing to paint: where it is on a sheet of 16 by 16, and in which colour. Later ones cover earlier ones. */
export interface Mark {
  readonly covers: (x: number, y: number) => boolean;
  /** Null takes away what is there: the ribbon shows through. */
  readonly colour: Colour | null;
}

/** A rectangle, its corners rounded by `round`. */
export function box(left: number, top: number, width: number, height: number, round = 0): Mark["covers"] {
  return (x, y) => {
    const dx = Math.max(left + round - x, x - (left + width - round), 0);
    const dy = Math.max(top + round - y, y - (top + height - round), 0);
    return round === 0 ? dx === 0 && dy === 0 : dx * dx + dy * dy <= round * round;
  };
}

/** A disc, or a ring where `hole` is the radius left open. */
export function disc(centreX: number, centreY: number, radius: number, hole = 0): Mark["covers"] {
  return (x, y) => {
    const square = (x - centreX) ** 2 + (y - centreY) ** 2;
    return square <= radius * radius && square >= hole * hole;
  };
}

/** A line through points, with round ends. */
export function line(width: number, ...points: readonly (readonly [number, number])[]): Mark["covers"] {
  return (x, y) =>
    points.slice(1).some((to, at) => {
      const from = points[at] ?? to;
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      const along = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
      return (x - from[0] - along * dx) ** 2 + (y - from[1] - along * dy) ** 2 <= (width / 2) ** 2;
    });
}

/** A filled shape with straight sides. */
export function shape(...corners: readonly (readonly [number, number])[]): Mark["covers"] {
  return (x, y) => {
    let isInside = false;
    for (const [at, [toX, toY]] of corners.entries()) {
      const [fromX, fromY] = corners.at(at - 1) ?? [toX, toY];
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) isInside = !isInside;
    }
    return isInside;
  };
}

/** The part of the first that lies in the second. */
export function within(first: Mark["covers"], second: Mark["covers"]): Mark["covers"] {
  return (x, y) => first(x, y) && second(x, y);
}

const SAMPLES = 8;

/** Paints marks at a size in pixels: each pixel is the mean of 64 points in it, so the same drawing always gives the same bytes. */
export function paint(marks: readonly Mark[], size: number): Picture {
  const pixels = new Uint8Array(size * size * 4);
  const step = 16 / (size * SAMPLES);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const sum = [0, 0, 0];
    let painted = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = ((pixel % size) * SAMPLES + (sample % SAMPLES) + 0.5) * step;
      const y = (Math.floor(pixel / size) * SAMPLES + Math.floor(sample / SAMPLES) + 0.5) * step;
      const colour = marks.findLast((mark) => mark.covers(x, y))?.colour ?? null;
      if (colour === null) continue;
      painted += 1;
      for (const [channel, value] of colour.entries()) sum[channel] = (sum[channel] ?? 0) + value;
    }
    if (painted === 0) continue;
    pixels.set(
      [...sum.map((value) => Math.round(value / painted)), Math.round((painted / SAMPLES ** 2) * 255)],
      pixel * 4,
    );
  }
  return { size, pixels };
}
