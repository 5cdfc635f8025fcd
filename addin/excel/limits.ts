/** What a set brings that is done without, or otherwise, where it is not there. Newest sets last. */
const LIMITS: readonly (readonly [version: string, sentence: string])[] = [
  [
    "1.9",
    "This Excel is older than the add-in needs (ExcelApi 1.9): structuring will not work here. Use Excel on the web, Microsoft 365, or Office 2021 or later.",
  ],
  [
    "1.10",
    "This Excel does not give comments on cells to add-ins: what they say is not read. Structure the saved file instead (npm run sca), or use a newer Excel.",
  ],
  [
    "1.13",
    "This Excel does not tell an add-in where cells are merged: a merged heading may be read as standing over its first column alone. Look at the header map before you write.",
  ],
];

/**
 * What cannot be done in this Excel and can in others, each in a sentence.
 *
 * @example limitsOf((version) => Number(version.split(".")[1]) <= 9).length is 2
 */
export function limitsOf(has: (version: string) => boolean): readonly string[] {
  return LIMITS.filter(([version]) => !has(version)).map(([, sentence]) => sentence);
}
