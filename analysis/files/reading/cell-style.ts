import type { DateSystem } from "../../../sca/values/calendar-date.ts";
import { readPartXml, type XmlAttributes } from "../package/part-xml.ts";
import type { ZipEntry } from "../package/zip-package.ts";
import { blended, EXCEL_PALETTE, OFFICE_THEME, type Palette, resolveColour } from "./cell-colour.ts";
import { BUILT_IN_FORMATS, NumberFormat } from "./number-format.ts";

/** How a cell looks. Plain black on white in the General format has no member at all. */
export interface CellStyle {
  readonly format?: NumberFormat;
  readonly fill?: string;
  readonly ink?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly struckOut?: true;
}

const LIMIT = 256 * 2 ** 20;

/** How much of the front colour a pattern shows. */
const PATTERN_SHARE: ReadonlyMap<string, number> = new Map([
  ["solid", 1],
  ["darkGray", 0.75],
  ["mediumGray", 0.5],
  ["lightGray", 0.25],
  ["gray125", 0.125],
  ["gray0625", 0.0625],
]);

function isOn(attributes: XmlAttributes): boolean {
  return !["0", "false", "off"].includes(attributes["val"] ?? "1");
}

const THEME_ORDER = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

function readTheme(entry: ZipEntry | undefined): readonly string[] {
  if (entry === undefined) return OFFICE_THEME;
  const theme = [...OFFICE_THEME];
  let slot = -1;
  let inScheme = false;
  readPartXml(entry, LIMIT, {
    open: (name, attributes) => {
      if (name === "clrScheme") inScheme = true;
      if (!inScheme) return;
      if (THEME_ORDER.includes(name)) slot = THEME_ORDER.indexOf(name);
      const colour = name === "srgbClr" ? attributes["val"] : name === "sysClr" ? attributes["lastClr"] : undefined;
      if (slot >= 0 && colour !== undefined && /^[0-9a-f]{6}$/i.test(colour)) theme[slot] = colour.toUpperCase();
    },
    close: (name) => {
      if (name === "clrScheme") inScheme = false;
    },
  });
  return theme;
}

/** A workbook may replace the palette, at the end of the very part that uses it: read first. */
function readOwnPalette(entry: ZipEntry): readonly string[] {
  const own: string[] = [];
  readPartXml(entry, LIMIT, {
    open: (name, attributes) => {
      if (name === "rgbColor") own.push((attributes["rgb"] ?? "").slice(-6).toUpperCase());
    },
  });
  const palette = [...EXCEL_PALETTE];
  for (const [at, colour] of own.entries()) if (/^[0-9A-F]{6}$/.test(colour)) palette[at] = colour;
  // 64 and 65 are the window's text and background.
  palette[64] = "000000";
  palette[65] = "FFFFFF";
  return palette;
}

interface FontDraft {
  ink?: string;
  bold?: true;
  italic?: true;
  struckOut?: true;
}

interface FillDraft {
  pattern: string;
  front: string | null;
  back: string | null;
}

function fillColour(fill: FillDraft | undefined): string | undefined {
  if (fill === undefined || fill.pattern === "none" || fill.pattern === "") return undefined;
  const share = PATTERN_SHARE.get(fill.pattern) ?? 0.4; // Stripes and grids cover about that much.
  if (share === 1 && fill.front === null) return undefined;
  const colour = blended(fill.front ?? "000000", fill.back ?? "FFFFFF", share);
  return colour === "FFFFFF" ? undefined : colour;
}

/**
 * The looks of a workbook, in the order of the numbers that cells give. Empty where the workbook has no styles.
 */
export function readCellStyles(
  entry: ZipEntry | undefined,
  themeEntry: ZipEntry | undefined,
  dateSystem: DateSystem,
): readonly CellStyle[] {
  if (entry === undefined) return [];
  const palette: Palette = { theme: readTheme(themeEntry), indexed: readOwnPalette(entry) };
  const ownFormats = new Map<number, string>();
  const formats = new Map<string, NumberFormat>();
  const fonts: FontDraft[] = [];
  const fills: FillDraft[] = [];
  const styles: CellStyle[] = [];
  const path: string[] = [];

  const formatOf = (id: number): NumberFormat | undefined => {
    const code = ownFormats.get(id) ?? BUILT_IN_FORMATS.get(id);
    if (code === undefined || code === "" || /^general$/i.test(code)) return undefined;
    let format = formats.get(code);
    if (format === undefined) {
      format = new NumberFormat(code, dateSystem);
      formats.set(code, format);
    }
    return format;
  };
  const openFont = (font: FontDraft, name: string, attributes: XmlAttributes): void => {
    if (name === "b" && isOn(attributes)) font.bold = true;
    if (name === "i" && isOn(attributes)) font.italic = true;
    if (name === "strike" && isOn(attributes)) font.struckOut = true;
    if (name !== "color") return;
    const ink = resolveColour(attributes, palette);
    if (ink !== null && ink !== "000000") font.ink = ink;
  };
  const openFill = (fill: FillDraft, name: string, attributes: XmlAttributes): void => {
    if (name === "patternFill") fill.pattern = attributes["patternType"] ?? "none";
    if (name === "fgColor") fill.front = resolveColour(attributes, palette);
    if (name === "bgColor") fill.back = resolveColour(attributes, palette);
    if (name === "gradientFill") fill.pattern = "solid";
    if (name === "color" && fill.front === null) fill.front = resolveColour(attributes, palette);
  };

  readPartXml(entry, LIMIT, {
    open: (name, attributes) => {
      const group = path[1];
      path.push(name);
      if (name === "numFmt" && group === "numFmts") {
        ownFormats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      } else if (group === "fonts") {
        if (name === "font") fonts.push({});
        else openFont(fonts.at(-1) ?? {}, name, attributes);
      } else if (group === "fills") {
        if (name === "fill") fills.push({ pattern: "", front: null, back: null });
        else openFill(fills.at(-1) ?? { pattern: "", front: null, back: null }, name, attributes);
      } else if (group === "cellXfs" && name === "xf") {
        const format = formatOf(Number(attributes["numFmtId"] ?? "0"));
        const fill = fillColour(fills[Number(attributes["fillId"] ?? "0")]);
        styles.push({
          ...fonts[Number(attributes["fontId"] ?? "0")],
          ...(format === undefined ? {} : { format }),
          ...(fill === undefined ? {} : { fill }),
        });
      }
    },
    close: () => {
      path.pop();
    },
  });
  return styles;
}
