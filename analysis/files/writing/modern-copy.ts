import { read, write } from "@e965/xlsx";

/**
 * An older workbook (.xls, .xlsb) as .xlsx, since sheets can only be added to that form: every sheet with its values,
 * number formats, merges and formulas. Looks, pictures and macros do not come along; the original stays as it is.
 */
export function modernCopy(bytes: Uint8Array): Uint8Array {
  const workbook = read(bytes, { type: "array", cellNF: true, cellFormula: true });
  const copy: unknown = write(workbook, { type: "array", bookType: "xlsx", compression: true });
  if (!(copy instanceof ArrayBuffer)) throw new Error("The library for older workbooks did not answer with bytes.");
  return new Uint8Array(copy);
}
