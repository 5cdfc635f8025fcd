import { columnLetters } from "../../../sca/tracker/grid.ts";

const REFERENCE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\w.$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!])|(?<![\w.$])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!])|(?<![\w.$:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])/g;

/**
 * The number of a column by its letters; 0 for none.
 *
 * @example columnNumber("AB") is 28
 */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/**
 * The formula of a cell that shares another's: relative references move along, those fixed with `$` stay.
 *
 * @example moveFormula("B2*$C$1", 3, 0) is "B5*$C$1"
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  const column = (fixed: string | undefined, letters: string): string =>
    fixed === "$" ? `$${letters}` : columnLetters(Math.max(1, columnNumber(letters) + columns));
  const row = (fixed: string | undefined, digits: string): string =>
    fixed === "$" ? `$${digits}` : String(Math.max(1, Number(digits) + rows));
  return formula.replace(REFERENCE, (whole: string, ...parts: (string | undefined)[]) => {
    const [fixC, letters, fixR, digits, fixA, from, fixB, to, fixT, top, fixD, bottom] = parts;
    if (letters !== undefined && digits !== undefined) return column(fixC, letters) + row(fixR, digits);
    if (from !== undefined && to !== undefined) return `${column(fixA, from)}:${column(fixB, to)}`;
    if (top !== undefined && bottom !== undefined) return `${row(fixT, top)}:${row(fixD, bottom)}`;
    return whole;
  });
}
