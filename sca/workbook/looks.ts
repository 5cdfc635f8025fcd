import type { Look, Signal } from "../ledger/workbook-plan.ts";

/** How the file shows a look. Colours are RRGGBB; a look without ink keeps the workbook's own colour. */
export interface CellAppearance {
  /** A number format code; codes of Excel's built-in formats get the built-in id. */
  readonly format?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** Points more than the workbook's own size. */
  readonly larger?: number;
  readonly ink?: string;
  readonly fill?: string;
  /** Colour of a thin line around the cell. */
  readonly border?: string;
  readonly horizontal?: "left" | "center" | "right";
  /** Steps from the left edge, so that a text does not touch the number before it. */
  readonly indent?: number;
  readonly vertical?: "top" | "center";
  readonly wrap?: true;
}

/** Excel's own formats that every workbook has without declaring them (ECMA-376 Part 1, 18.8.30). */
export const BUILT_IN_FORMATS: ReadonlyMap<string, number> = new Map([
  ["General", 0],
  ["#,##0", 3],
  ["m/d/yyyy", 14], // shown in the short form of the reader's region, m/d/yyyy in the United States
  ["@", 49],
]);

const NAVY = "1F3A5F";
const GREY = "595959";
const INPUT = { fill: "FFF9E5", border: "BFBFBF" } as const;

/** Ink stands out from its fill by 4.5 : 1 or more everywhere (WCAG 2.1, 1.4.3). */
export const APPEARANCES: Readonly<Record<Look, CellAppearance>> = {
  text: { vertical: "top" },
  wrapped: { vertical: "top", wrap: true },
  id: { format: "@", vertical: "top" },
  date: { format: "m/d/yyyy", horizontal: "left", indent: 1, vertical: "top" },
  money: { format: '"$"#,##0.00', vertical: "top" },
  rate: { format: "#,##0.00##", vertical: "top" },
  percent: { format: "0.0%", vertical: "top" },
  multiple: { format: '0.00"×"', vertical: "top" },
  whole: { format: "#,##0", vertical: "top" },
  decimal: { format: "General", horizontal: "right", vertical: "top" },
  title: { bold: true, larger: 5, ink: NAVY, vertical: "center" },
  subtitle: { ink: GREY, larger: 1, vertical: "center" },
  heading: { bold: true, ink: "FFFFFF", fill: NAVY, vertical: "center", wrap: true },
  input: { ...INPUT, vertical: "top", wrap: true },
  inputDate: { ...INPUT, format: "m/d/yyyy", horizontal: "left", vertical: "top" },
  muted: { ink: GREY, vertical: "top", wrap: true },
  link: { underline: true, ink: "0B5394", horizontal: "left", indent: 1, vertical: "top" },
};

/** What a condition lays over a cell; its meaning is in the cell's words too. */
export interface SignalAppearance {
  readonly ink: string;
  readonly fill: string;
  readonly bold?: true;
  readonly italic?: true;
}

export const SIGNALS: Readonly<Record<Signal, SignalAppearance>> = {
  good: { ink: "1E5631", fill: "E2F0D9" },
  attention: { ink: "6B4700", fill: "FFF2CC" },
  urgent: { ink: "9C0006", fill: "FFDAD6", bold: true },
  lapsed: { ink: "FFFFFF", fill: "8B1A1A", bold: true },
  quiet: { ink: GREY, fill: "F2F2F2", italic: true },
};

/** Light grey stripes and thin lines, the same under every colour theme; headings carry their own look. */
export const TABLE_STYLE = "TableStyleLight1";
