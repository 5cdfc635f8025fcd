const STAND_INS: ReadonlyMap<string, string> = new Map([
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["\u2012", "-"],
  ["\u2013", "-"],
  ["\u2014", "-"],
  ["\u2015", "-"],
  ["\u2212", "-"],
  ["\uFF0D", "-"],
  ["\u00D7", "x"],
  ["\u2715", "x"],
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u02BC", "'"],
  ["\u2032", "'"],
  ["\u201C", '"'],
  ["\u201D", '"'],
  ["\uFF04", "$"],
  ["\uFF05", "%"],
  ["\uFE6A", "%"],
  ["\u2044", "/"],
  ["\u2215", "/"],
  ["\u2264", "<"],
  ["\u2192", ">"],
]);

/**
 * The text in small letters with one plain character for every typographic one (dashes, quotes, ×, odd spaces, wide digits).
 * Every character keeps its place, so an offset into the answer is an offset into the text.
 *
 * @example plainText("MCR–40 ×2") is "mcr-40 x2"
 */
export function plainText(text: string): string {
  return text.replace(/[A-Z]|[^\x20-\x7e\n]/g, (character) => {
    const stand = STAND_INS.get(character);
    if (stand !== undefined) return stand;
    if (character === "\r" || character === "\u2028" || character === "\u2029") return "\n";
    if (/\s|[\u200b\u2060\ufeff]/.test(character)) return " ";
    if (character >= "\uff10" && character <= "\uff19") return String(character.charCodeAt(0) - 0xff10);
    const small = character.toLowerCase();
    return small.length === 1 ? small : character;
  });
}
