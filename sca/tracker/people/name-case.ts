import { foldWord } from "./given-names.ts";
import { PARTICLES, SUFFIXES } from "./person-words.ts";

const ROMAN = /^(?:ii|iii|iv)$/i;
/** Scottish names that carry a capital after "Mac"; other words in "Mac…" ("Mack", "Machado", "Macy") do not. */
const MAC =
  /^mac(?=(?:donald|dougall|kenzie|leod|gregor|intyre|intosh|millan|pherson|kay|lean|arthur|allister|farlane|neil|namara|adam|bride|callum|cormick|donell|donnell|duff|ewan|ewen|innes|iver|kinnon|lachlan|laren|laughlin|mahon|nab|phail|queen|rae|ray|tavish|vicar|william)s?$)/;

function capitalise(word: string): string {
  const first = [...word][0] ?? "";
  return first.toLocaleUpperCase("en-US") + word.slice(first.length);
}

function partInNameCase(part: string): string {
  const lower = part.toLocaleLowerCase("en-US");
  const apostrophe = /^(\p{L}{1,4})(['’‘`´])(\p{L}{2,})$/u.exec(lower);
  if (apostrophe) {
    const [, before = "", mark = "", after = ""] = apostrophe;
    return capitalise(before) + mark + capitalise(after);
  }
  if (/^mc\p{L}{2,}$/u.test(lower)) return `Mc${capitalise(lower.slice(2))}`;
  if (MAC.test(lower)) return `Mac${capitalise(lower.slice(3))}`;
  return capitalise(lower);
}

/** True when the letters of the word are all capitals, or all small. */
function isOneCase(word: string): boolean {
  return word === word.toLocaleUpperCase("en-US") || word === word.toLocaleLowerCase("en-US");
}

/**
 * One word of a name with its capitals as people write names. A word in mixed case keeps its own ("DeShawn", "van").
 * `shouted` says that the whole name stands in capitals, so that "JO" is Jo and not the initials J and O.
 *
 * @example nameWordInCase("O'BRIEN-MCDONALD", true) is "O'Brien-McDonald"
 */
export function nameWordInCase(word: string, shouted: boolean): string {
  const bare = word.replace(/\.$/, "");
  if (ROMAN.test(bare)) return bare.toUpperCase();
  if (SUFFIXES.has(foldWord(bare)) && isOneCase(bare)) return capitalise(word.toLowerCase());
  const letters = [...bare].length;
  if (letters === 1) return word.toLocaleUpperCase("en-US");
  if (!isOneCase(bare)) return word;
  if (letters === 2 && bare === bare.toUpperCase()) {
    if (PARTICLES.has(foldWord(bare)) && word.endsWith(".")) return capitalise(word.toLowerCase());
    const initials = !/[aeiouyáéíóúäöü]/iu.test(bare) && foldWord(bare) !== "ng";
    if (initials || (!shouted && !PARTICLES.has(foldWord(bare)))) return word;
  }
  if (PARTICLES.has(foldWord(bare)) && word === word.toLowerCase()) return word;
  return word.replace(/[^\-–‐‑]+/gu, (part) => partInNameCase(part));
}

const LOW_PARTICLES = new Set([
  "de",
  "del",
  "la",
  "las",
  "los",
  "van",
  "von",
  "der",
  "den",
  "ter",
  "y",
  "dos",
  "da",
  "das",
  "do",
  "zu",
]);

/**
 * The words of a name joined, ALL CAPS and all small letters undone.
 * In a name that stands in capitals the small words of a family name are written small, unless the name begins with one.
 *
 * @example nameInCase(["MARISOL", "DE", "LA", "FUENTE"]) is "Marisol de la Fuente"
 */
export function nameInCase(words: readonly string[]): string {
  const joined = words.filter((word) => !SUFFIXES.has(foldWord(word))).join("");
  const shouted = joined === joined.toLocaleUpperCase("en-US") && [...joined].length > 3;
  return words
    .map((word, index) => {
      const particle = shouted && index > 0 && index < words.length - 1 && LOW_PARTICLES.has(foldWord(word));
      if (particle) return word.toLowerCase();
      return nameWordInCase(word, shouted);
    })
    .join(" ");
}
