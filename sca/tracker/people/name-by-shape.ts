const NAMED = /^\p{Lu}[\p{L}'’-]*\.?(?:\s+\p{Lu}[\p{L}'’-]*\.?){1,3}$/u;
const TURNED = /^(\p{Lu}[\p{L}'’ -]*),\s*(\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’-]*\.?){0,2})$/u;
const NO_NAMES =
  /\b(?:test|sample|example|total|subtotal|patients?|clients?|members?|new|unknown|none|see|notes?|pending|approved|denied|closed|open|void|ext(?:ension)?|same|name|do not use)\b/i;

/**
 * The name that a patients' column holds by its shape alone, where its words are also words of other kinds; null where the
 * cell is not shaped as a name and nothing else.
 *
 * @example "Moss, Cy" is "Cy Moss", and "Per Hansen" stays as it is
 */
export function nameByShape(text: string): string | null {
  const plain = text.trim().replace(/\s+/g, " ");
  if (plain.length > 40 || NO_NAMES.test(plain)) return null;
  const turned = TURNED.exec(plain);
  if (turned?.[1] && turned[2]) return `${turned[2]} ${turned[1]}`;
  return NAMED.test(plain) ? plain : null;
}
