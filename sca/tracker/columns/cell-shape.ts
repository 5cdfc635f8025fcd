import type { Cell } from "../grid.ts";

/** What a cell looks like before anything is known of its column: a cheap look, enough to tell columns and rows apart. */
export type Shape =
  | "date"
  | "span"
  | "money"
  | "percent"
  | "whole"
  | "decimal"
  | "phone"
  | "email"
  | "code"
  | "id"
  | "symbol"
  | "yesNo"
  | "name"
  | "word"
  | "phrase"
  | "prose"
  | "none";

/** "20250707": a day as machines export it. */
const RUN_OF_DIGITS = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?";
const DAY = `(?:\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{1,2}[-\\s]?${MONTH}[-\\s,']*\\d{0,4}|${MONTH}\\s*\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s*'?\\d{2,4})?|\\d{1,2}/\\d{1,2})`;
const DATE = new RegExp(
  `^(?:on\\s+|~|eff\\.?\\s+)?${DAY}(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?Z?(?:\\s?[ap]m)?)?$`,
  "i",
);
const SPAN = new RegExp(
  `^(?:from\\s+)?${DAY}\\s*(?:-|–|—|to|thru|through|until|till|→|->|\\s)+\\s*(?:${DAY}|\\d{1,2}(?:/\\d{2,4})?)$`,
  "i",
);
const PHONE = /(?:\+?1[-.\s]?)?\(?\d{3}\)?[-.\s]{1,2}\d{3}[-.\s]\d{4}/;
const EMAIL = /[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/i;
const CODE = /^(?:\d{5}|\d{4}T|[A-Z]\d{4})(?:[-\s:,/](?:[A-Z0-9]{2}))*$/i;
const YES_NO = /^(?:y|n|yes|no|true|false|x|✓|✔|✗|✘|ja|nee|si|sí|on file|none|n\/a)[.!]?$/i;
const NAME =
  /^[\p{Lu}][\p{L}'’.-]*,?(?:\s+(?:[\p{Lu}][\p{L}'’.-]*|de|la|van|von|der|den|del|di|da|bin|al)\.?,?){1,4}$/u;

/** The shape of a piece of text. */
export function shapeOfText(raw: string): Shape {
  const text = raw.trim();
  if (text === "" || /^(?:-+|–|—|n\/?a|none|tbd|\?+|\.+)$/i.test(text)) return "none";
  if (text.length > 400) return "prose";
  if (DATE.test(text) || RUN_OF_DIGITS.test(text)) return "date";
  if (SPAN.test(text)) return "span";
  if (/^\$?\s?-?[\d,]+(?:\.\d+)?\s?%$|^\d+(?:\.\d+)?\s?%/.test(text)) return "percent";
  if (/^(?:usd\s*)?\$\s?[\d,]+(?:\.\d+)?k?(?:\s*(?:\/|per\b).{1,16})?$/i.test(text)) return "money";
  if (EMAIL.test(text) && text.length < 60) return "email";
  if (PHONE.test(text) && text.replace(PHONE, "").trim().length < 12) return "phone";
  if (CODE.test(text)) return "code";
  if (/^-?\d{1,4}$/.test(text) && !/^0\d/.test(text)) return "whole";
  if (/^-?\d+\.\d+$/.test(text)) return "decimal";
  if (YES_NO.test(text)) return "yesNo";
  if (/^[^\p{L}\p{N}]+$/u.test(text)) return "symbol";
  if (!/\s/.test(text) && /\d/.test(text) && text.replace(/[^\d\p{L}]/gu, "").length >= 4) return "id";
  if (
    /^[A-Z]{0,4}[\d][\dA-Z -]{5,}$/i.test(text) &&
    !/(?<!\p{L})\p{L}?\p{Ll}{3,}/u.test(text) &&
    (text.match(/\d/g) ?? []).length >= 5
  )
    return "id";
  if (/^\d+(?:\.\d+)?$/.test(text)) return "decimal";
  const words = text.split(/\s+/);
  if (words.length >= 7 || text.includes("\n")) return "prose";
  if (NAME.test(text) && words.length <= 4) return "name";
  return words.length === 1 ? "word" : "phrase";
}

/** The shape of a cell, with its number format taken into account. */
export function shapeOfCell(cell: Cell): Shape {
  if (cell.kind === "date") return "date";
  if (cell.kind === "error") return "none";
  if (cell.kind === "number" && cell.number !== undefined) {
    if (/%/.test(cell.text)) return "percent";
    if (/\$|€|£/.test(cell.text)) return "money";
    if (RUN_OF_DIGITS.test(cell.text)) return "date";
    const digits = cell.text.replace(/\D/g, "");
    if (/^0\d/.test(cell.text) || digits.length >= 7) return "id";
    if (digits.length === 5 && Number.isInteger(cell.number)) return "code";
    return Number.isInteger(cell.number) ? "whole" : "decimal";
  }
  return shapeOfText(cell.text);
}

/** Shapes that data has and headings do not. */
export const DATA_SHAPES: ReadonlySet<Shape> = new Set<Shape>([
  "date",
  "span",
  "money",
  "percent",
  "whole",
  "decimal",
  "phone",
  "email",
  "code",
  "id",
  "prose",
]);
