import { columnLetters } from "../tracker/grid.ts";

/** A block of cells, both corners included, counted from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The sheet and cells that a defined name or a link points at. */
export interface SheetReference {
  readonly sheet: string;
  readonly area: Area;
}

/**
 * A sheet's name as formulas write it.
 *
 * @example quoteSheet("Payer's list") is "'Payer''s list'"
 */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** "A1:C9", or "A1" for a single cell. */
export function areaText({ top, left, bottom, right }: Area): string {
  const first = `${columnLetters(left)}${top}`;
  return top === bottom && left === right ? first : `${first}:${columnLetters(right)}${bottom}`;
}

/**
 * A place that does not move when a formula is copied.
 *
 * @example fixedReference("Start", { top: 1, left: 1, bottom: 4, right: 2 }) is "'Start'!$A$1:$B$4"
 */
export function fixedReference(sheet: string, { top, left, bottom, right }: Area): string {
  const first = `$${columnLetters(left)}$${top}`;
  const last = top === bottom && left === right ? "" : `:$${columnLetters(right)}$${bottom}`;
  return `${quoteSheet(sheet)}!${first}${last}`;
}

/** The number of a column from its letters: "AB" is 28. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** Reads "A1", "$A$1:$C$9". Null for anything else, whole rows and columns included. */
export function parseArea(text: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(text);
  if (!match) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

/** Reads "'Payer''s list'!$A$1:$B$4". Null for other workbooks, broken references and anything that is not one area. */
export function parseReference(text: string): SheetReference | null {
  const match = /^=?(?:'((?:[^'[\]]|'')+)'|([^'!#[\]\s]+))!([^!]+)$/.exec(text.trim());
  if (!match) return null;
  const area = parseArea(match[3] ?? "");
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? "";
  return area && { sheet, area };
}

/**
 * Reads one or more areas of one sheet: "Start!$A$1:$A$9,Start!$B$4". Areas whose cells were deleted ("Start!#REF!") are
 * left out. Null where the sheet is gone, is not one, or is another workbook's.
 */
export function parseReferences(text: string): { readonly sheet: string; readonly areas: readonly Area[] } | null {
  const parts = text.match(/(?:'(?:[^']|'')*'|[^',])+/g) ?? [];
  let sheet: string | null = null;
  const areas: Area[] = [];
  for (const part of parts) {
    const deleted = /!#REF!$/.test(part);
    if (part === "#REF!") continue;
    const place = parseReference(deleted ? part.replace(/#REF!$/, "A1") : part);
    if (place === null || (sheet !== null && place.sheet !== sheet)) return null;
    sheet = place.sheet;
    if (!deleted) areas.push(place.area);
  }
  return sheet === null ? null : { sheet, areas };
}

/** True where the two blocks share a cell. */
export function overlap(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/**
 * A formula with sheets that stand under other names than the plan gave them called by those. Text in quotation marks stays.
 *
 * @example retarget("Start!A1&\"Start!\"", new Map([["start", "Start (2)"]])) is "'Start (2)'!A1&\"Start!\""
 */
export function retarget(formula: string, actualNames: ReadonlyMap<string, string>): string {
  // Most formulas name no sheet; there are as many as cells.
  if (actualNames.size === 0 || !formula.includes("!")) return formula;
  return formula.replace(
    /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu,
    (found, quoted?: string, plain?: string) => {
      const actual = actualNames.get((quoted?.replaceAll("''", "'") ?? plain ?? "").toLowerCase());
      return actual === undefined ? found : `${quoteSheet(actual)}!`;
    },
  );
}
