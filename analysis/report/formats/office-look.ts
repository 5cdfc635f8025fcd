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

/**
 * A table's columns shared out over a width: no column narrower than its longest figure or word, what is left by their
 * longest text. `letter` is the width of a letter in the same measure; where even the words do not fit, all give in.
 *
 * @example columnWidths(table, 9360, 102) adds up to 9360
 */
export function columnWidths(table: TableBlock, whole: number, letter: number): number[] {
  const rows: readonly (readonly TableCell[])[] = [...table.rows, ...(table.total === null ? [] : [table.total])];
  const columns = table.columns.map(({ heading, align }, at) => {
    const texts = rows.map((row) => row[at]?.text ?? "");
    const unbroken = align === "figures" ? texts : texts.flatMap((text) => text.split(/\s+/));
    const least = longest([...unbroken, ...heading.split(/\s+/)]);
    return { least: Math.min(least, 24) + 2, wish: Math.min(44, Math.max(least, longest(texts))) + 2 };
  });
  const sum = (part: "least" | "wish"): number => columns.reduce((total, column) => total + column[part] * letter, 0);
  const [least, wish] = [sum("least"), sum("wish")];
  const share = wish === least ? 0 : (whole - least) / (wish - least);
  const widths = columns.map((column) => {
    if (whole <= least) return Math.floor((column.least * letter * whole) / least);
    if (share >= 1) return Math.floor((column.wish * letter * whole) / wish);
    return Math.floor(letter * (column.least + (column.wish - column.least) * share));
  });
  widths[0] = (widths[0] ?? 0) + whole - widths.reduce((total, width) => total + width, 0);
  return widths;
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
