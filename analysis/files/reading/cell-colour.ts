import type { XmlAttributes } from "../package/part-xml.ts";

/** Colours that a workbook names by number: its theme, and its palette where it has one of its own. */
export interface Palette {
  /** Theme colours in the order of cells' `theme` numbers: light 1, dark 1, light 2, dark 2, accents 1 to 6, two for links. */
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** The theme that Excel uses where a workbook has none. */
export const OFFICE_THEME: readonly string[] = [
  "FFFFFF",
  "000000",
  "EEECE1",
  "1F497D",
  "4F81BD",
  "C0504D",
  "9BBB59",
  "8064A2",
  "4BACC6",
  "F79646",
  "0000FF",
  "800080",
];

const FIRST_EIGHT = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF";

/** The palette of 56 colours of Excel 97, which `indexed` colours still mean; the first eight stand twice. */
export const EXCEL_PALETTE: readonly string[] = `${FIRST_EIGHT} ${FIRST_EIGHT}
800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(
  /\s+/,
);

function channels(rgb: string): [number, number, number] {
  return [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16)) as [number, number, number];
}

function hex(values: readonly number[]): string {
  return values
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase();
}

/**
 * A colour made lighter (tint above 0) or darker (below 0) as ECMA-376 18.8.19 says: the lightness of hue, lightness and
 * saturation moves towards white or black.
 *
 * @example tinted("4F81BD", 0.6) is "B9CDE5"
 */
export function tinted(rgb: string, tint: number): string {
  if (tint === 0 || !Number.isFinite(tint)) return rgb;
  const [red, green, blue] = channels(rgb).map((value) => value / 255) as [number, number, number];
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const lightness = (high + low) / 2;
  const moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const span = high - low;
  if (span === 0) return hex([moved * 255, moved * 255, moved * 255]);
  const saturation = lightness > 0.5 ? span / (2 - high - low) : span / (high + low);
  const upper = moved < 0.5 ? moved * (1 + saturation) : moved + saturation - moved * saturation;
  const lower = 2 * moved - upper;
  const hue =
    high === red
      ? (green - blue) / span + (green < blue ? 6 : 0)
      : high === green
        ? (blue - red) / span + 2
        : (red - green) / span + 4;
  const channel = (offset: number): number => {
    const place = (((hue / 6 + offset) % 1) + 1) % 1;
    if (place < 1 / 6) return lower + (upper - lower) * 6 * place;
    if (place < 1 / 2) return upper;
    if (place < 2 / 3) return lower + (upper - lower) * (2 / 3 - place) * 6;
    return lower;
  };
  return hex([channel(1 / 3) * 255, channel(0) * 255, channel(-1 / 3) * 255]);
}

/** Two colours laid over each other, `share` of the first. */
export function blended(first: string, second: string, share: number): string {
  const under = channels(second);
  return hex(channels(first).map((value, at) => value * share + (under[at] ?? 0) * (1 - share)));
}

/**
 * The RRGGBB of a colour element (`rgb`, `theme` with `tint`, or `indexed`), or null for "automatic".
 *
 * @example resolveColour({ theme: "4", tint: "0.6" }, palette) is "B9CDE5" with the 2007 Office theme
 */
export function resolveColour(attributes: XmlAttributes, palette: Palette): string | null {
  const { rgb, theme, indexed, tint } = attributes;
  let base: string | undefined;
  if (rgb !== undefined && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb)) base = rgb.slice(-6).toUpperCase();
  else if (theme !== undefined) base = palette.theme[Number(theme)];
  else if (indexed !== undefined) base = palette.indexed[Number(indexed)];
  return base === undefined ? null : tinted(base, Number(tint ?? "0"));
}
