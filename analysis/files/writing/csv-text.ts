import Papa from "papaparse";

/** What a cell of a table for other programs holds; null is blank. */
export type CsvCell = string | number | null;

/** What a spreadsheet would take for a formula, also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r\n|]/;

/**
 * A table as CSV text for spreadsheets and programs: UTF-8 with its mark, so that Excel keeps accents; lines end in CRLF
 * (RFC 4180). Blank where nothing is known, never 0. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP, CSV injection); numbers stay numbers, also below 0.
 *
 * @example csvText(["payer", "rate"], [["=Aetna", -0.5], ["Cigna", null]]) ends in "\"'=Aetna\",-0.5\r\nCigna,\r\n"
 */
export function csvText(headings: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const data = rows.map((row) => row.map((cell) => (typeof cell === "number" && !Number.isFinite(cell) ? null : cell)));
  return `\u{feff}${Papa.unparse([[...headings], ...data], { newline: "\r\n", escapeFormulae: FORMULA })}\r\n`;
}
