import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Colour, paint } from "./drawing.ts";
import { ACCENT, ICON_DRAWINGS, iconSizes, LINES } from "./icon-drawings.ts";
import { decodePng, encodePng } from "./png.ts";

const ASSETS = resolve(import.meta.dirname, "..", "..", "addin", "assets");

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe("the icons", () => {
  it("in addin/assets are those that the drawings give; npm run icons paints them anew", () => {
    for (const [name, marks] of ICON_DRAWINGS) {
      for (const size of iconSizes(name)) {
        const stored = decodePng(readFileSync(join(ASSETS, `${name}-${size}.png`)));
        expect(stored.size, `${name}-${size}.png`).toBe(size);
        expect(Buffer.compare(stored.pixels, paint(marks, size).pixels), `${name}-${size}.png`).toBe(0);
      }
    }
  });

  it("stand out from a white ribbon and from a dark grey one", () => {
    for (const colour of [LINES, ACCENT]) {
      for (const ribbon of [
        [255, 255, 255],
        [243, 243, 243],
        [41, 41, 41],
      ] as const) {
        expect(contrast(colour, ribbon)).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it("differ from each other without their colours: by where they are painted", () => {
    const outlines = [...ICON_DRAWINGS.values()].map((marks) =>
      paint(marks, 16)
        .pixels.filter((_, at) => at % 4 === 3)
        .map((opacity) => (opacity > 127 ? 1 : 0)),
    );
    for (const [at, outline] of outlines.entries()) {
      for (const other of outlines.slice(at + 1)) {
        expect(outline.filter((value, pixel) => value !== other[pixel]).length).toBeGreaterThan(40);
      }
    }
  });

  it("are written so that they read back pixel by pixel", () => {
    const pixels = Uint8Array.from({ length: 5 * 5 * 4 }, (_, at) => (at * 37) % 256);
    expect(decodePng(encodePng({ size: 5, pixels }))).toEqual({ size: 5, pixels });
  });
});
