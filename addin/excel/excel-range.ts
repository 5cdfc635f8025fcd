import { type Area, areaText } from "../../sca/workbook/sheet-reference.ts";

/** What a cell is given: null leaves it as it is, "" empties it. */
export type CellInput = string | number | boolean | null;

/** What Excel gives for a cell: `values`, `formulas`, `text` and `numberFormat` hold nothing else in the sets that we use. */
export type CellOutput = string | number | boolean;

/** A range of a sheet by place, counted from 1. */
export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRange(areaText(area));
}

/** One value for all cells of a range: "If the argument is a single value, it will be applied to all cells in the range" (`Range.values`, `formulas` and `numberFormat`). */
export function forAll(value: string): string[][] {
  return value as unknown as string[][];
}

/** What a method gave, once the request is answered: it is not loaded, as properties are. */
export function resultOf<Result>(answer: OfficeExtension.ClientResult<Result>): Result {
  return answer.value;
}

/** "'My log'!B2:D9", "A1" or "$A:$C" without its sheet, as places counted from 1. Throws for what no sheet has: our own mistake. */
export function areaOfAddress(address: string): Area {
  const [first = "", last = first] = address
    .slice(address.lastIndexOf("!") + 1)
    .replaceAll("$", "")
    .split(":");
  const from = cornerOf(first);
  const to = cornerOf(last);
  return {
    top: from.row ?? 1,
    left: from.column ?? 1,
    bottom: to.row ?? 1_048_576,
    right: to.column ?? 16_384,
  };
}

function cornerOf(cell: string): { readonly row: number | null; readonly column: number | null } {
  const match = /^([A-Z]*)(\d*)$/i.exec(cell);
  if (match === null || cell === "") throw new Error(`"${cell}" is no place on a sheet`);
  const [, letters = "", digits = ""] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: digits === "" ? null : Number(digits), column: letters === "" ? null : column };
}

export function rowsOf({ top, bottom }: Area): number {
  return bottom - top + 1;
}

export function columnsOf({ left, right }: Area): number {
  return right - left + 1;
}
