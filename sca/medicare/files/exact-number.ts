/**
 * A printed number as a whole number of its last place, by its digits alone: no binary fraction comes in between.
 * Accepts what CMS prints and Excel makes of it ("0", "0.00", ".50", "1,234.00"); zeros behind the last place are let go.
 * Null for anything else: text, a sign, an empty field, a digit that the places cannot hold.
 *
 * @example wholeOf("1.3", 2) is 130; wholeOf("0.869", 2) is null
 */
export function wholeOf(text: string, places: number): number | null {
  let whole = 0;
  let digits = 0;
  let behind = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 46) {
      if (behind >= 0) return null;
      behind = 0;
    } else if (character === 44) {
      if (behind >= 0 || !/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text)) return null;
    } else if (character >= 48 && character <= 57) {
      digits++;
      if (behind >= 0 && ++behind > places) {
        if (character !== 48) return null;
        continue;
      }
      whole = whole * 10 + character - 48;
    } else {
      return null;
    }
  }
  if (digits === 0 || digits > 12) return null;
  for (let place = Math.max(behind, 0); place < places; place++) whole *= 10;
  return whole;
}

/**
 * A whole number of a last place as a person reads it.
 *
 * @example printWhole(323465, 4) is "32.3465"
 */
export function printWhole(whole: number, places: number): string {
  const digits = String(whole).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
