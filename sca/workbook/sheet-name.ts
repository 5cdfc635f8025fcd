const LONGEST = 31;

/** Throws where Excel would refuse the name of a sheet: our own mistake in the plan. */
export function checkSheetName(name: string): void {
  if (name === "" || name.length > LONGEST || /[[\]:*?/\\]|^'|'$|^history$/i.test(name)) {
    throw new Error(`"${name}" cannot name a sheet`);
  }
}

/**
 * The name itself, or with a number where the workbook has such a sheet. Letter case does not count.
 *
 * @example freeSheetName("Cases", ["cases"]) is "Cases (2)"
 */
export function freeSheetName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((sheet) => sheet.toLowerCase()));
  let free = name;
  for (let number = 2; used.has(free.toLowerCase()); number++) {
    const end = ` (${number})`;
    free = name.slice(0, LONGEST - end.length) + end;
  }
  return free;
}

/**
 * A sheet name from any text, such as the name of a file.
 *
 * @example sheetNameFrom("2025/26 [SCA] log.csv") is "2025 26 SCA log"
 */
export function sheetNameFrom(text: string): string {
  const plain = text
    .replace(/\.[A-Za-z]{2,4}$/, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a sheet's name cannot hold
    .replace(/[[\]:*?/\\\u0000-\u001f]+/g, " ")
    .replace(/ {2,}/g, " ")
    .trim()
    .slice(0, LONGEST)
    .replace(/^'+|'+$/g, "")
    .trim();
  return plain === "" || /^history$/i.test(plain) ? "Tracker" : plain;
}
