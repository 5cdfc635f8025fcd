import { PALETTE } from "../../charts/palette.ts";
import type { NativeBars, TableBlock, TableCell, Text } from "../document/report-document.ts";

/** Colours as office programs write them. */
export const OFFICE_COLOURS = {
  ink: hex(PALETTE.ink),
  quiet: hex(PALETTE.quiet),
  line: hex(PALETTE.line),
  grid: hex(PALETTE.grid),
  accent: hex(PALETTE.accent),
  interval: hex(PALETTE.interval),
  warning: hex(PALETTE.warning),
} as const;

/** On every computer with an office program, or a twin of the same widths. */
export const OFFICE_FONT = "Arial";

/** Who made a file, in its properties: a program, never a person. */
export const MADE_BY = "SCA Ledger";

/** Bars of one chart, told apart by every kind of colour vision and in print (Okabe and Ito). */
export const SERIES_COLOURS = [OFFICE_COLOURS.accent, "E69F00", "009E73", "CC79A7"] as const;

/** The figures on a bar and its axis as office programs write them. */
export const BAR_FORMATS: Readonly<Record<NativeBars["format"], string>> = {
  dollars: '"$"#,##0',
  share: "0%",
  count: "#,##0",
  multiple: '0.00"×"',
  days: "#,##0",
};

function hex(colour: string): string {
  return colour.slice(1).toUpperCase();
}

/** The words of a text without their weight. */
export function plainText(text: Text): string {
  return text.map((run) => (typeof run === "string" ? run : run.strong)).join("");
}

interface ColumnLetters {
  /** The longest word or figure, so that it need not be broken. */
  readonly least: number;
  /** The longest text, in one line as far as it is not very long. */
  readonly wish: number;
}

function lettersOf(table: TableBlock): ColumnLetters[] {
  const rows: readonly (readonly TableCell[])[] = [...table.rows, ...(table.total === null ? [] : [table.total])];
  return table.columns.map(({ heading }, at) => {
    const texts = rows.map((row) => row[at]?.text ?? "");
    const least = Math.min(24, longest([heading, ...texts].flatMap((text) => text.split(/\s+/))));
    return { least: least + 2, wish: Math.min(44, Math.max(least, longest(texts))) + 2 };
  });
}

/** How wide a table would be with each text in one line; `letter` is the width of a letter in the same measure. */
export function wishedWidth(table: TableBlock, letter: number): number {
  return lettersOf(table).reduce((sum, { wish }) => sum + wish * letter, 0);
}

/** How wide a table is with each word or figure whole. */
export function leastWidth(table: TableBlock, letter: number): number {
  return lettersOf(table).reduce((sum, { least }) => sum + least * letter, 0);
}

/**
 * A table's columns shared out over a width: no column narrower than its longest word or figure, what is left by their
 * longest text. `letter` is the width of a letter in the same measure; where even the words do not fit, all give in.
 *
 * @example columnWidths(table, 9360, 102) adds up to 9360
 */
export function columnWidths(table: TableBlock, whole: number, letter: number): number[] {
  const columns = lettersOf(table);
  const least = leastWidth(table, letter);
  const wish = wishedWidth(table, letter);
  const widths = columns.map((column) => {
    if (whole >= wish) return Math.floor((column.wish * letter * whole) / wish);
    if (whole <= least) return Math.floor((column.least * letter * whole) / least);
    const share = (whole - least) / (wish - least);
    return Math.floor(letter * (column.least + (column.wish - column.least) * share));
  });
  widths[0] = (widths[0] ?? 0) + whole - widths.reduce((total, width) => total + width, 0);
  return widths;
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
