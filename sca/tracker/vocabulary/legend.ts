import { plainText } from "./wording.ts";

/** One entry of a tracker's own legend. */
export interface LegendPair {
  /** The code, colour word or symbol, as written. */
  readonly key: string;
  /** What it stands for, as written. */
  readonly meaning: string;
}

const SYMBOL = "[^\\w\\s.,;:=()'\"/|–—-]{1,3}";
const PAIR_SIGN = "\\s*(?:=+>?|:(?!\\d)|→|->)\\s*";
const LONGEST_KEY = 24;

/**
 * The pairs of a legend or key line, whatever vocabulary it explains: "A=approved P=pending", "green = approved, red=denied",
 * "✔ ok  ✘ no  ½ part". Empty where the text is no legend. A lead word that explains nothing ("OON rsn:") is left out.
 *
 * @example readLegend("LCD=last covered day  MOD=fewer days") is
 * [{ key: "LCD", meaning: "last covered day" }, { key: "MOD", meaning: "fewer days" }]
 */
export function readLegend(text: string): LegendPair[] {
  if (text.length > 4000) return [];
  // "OON rsn: GAP no INN, COC continuity" may stand beside pairs with signs.
  const parts = text.split(/\n|\s{2,}/);
  const lists = parts.map((part) => (/^[^=:]{1,30}:\s/.test(part.trim()) ? listed(part.trim()) : []));
  const rest = parts.filter((_, index) => (lists[index]?.length ?? 0) < 2).join("  ");
  const pairs = [...withSigns(rest), ...lists.filter((list) => list.length >= 2).flat()];
  if (pairs.length > 0) return pairs;
  return symbolsOnly(text) ?? listed(text);
}

/** What a legend says of a code, or null: case, spaces and punctuation do not matter, symbols have to be the same. */
export function legendMeaning(code: string, legend: readonly LegendPair[]): string | null {
  const wanted = legendKey(code);
  if (wanted === "") return null;
  return legend.find((pair) => legendKey(pair.key) === wanted)?.meaning ?? null;
}

function legendKey(key: string): string {
  return plainText(key)
    .replaceAll("\ufe0f", "")
    .replace(/[\s.,:;"'()]/g, "");
}

/** "KEY = meaning" pairs: a meaning runs on until the next key, which is the last word (or symbol) before the next sign. */
function withSigns(text: string): LegendPair[] {
  const signs = [...text.matchAll(new RegExp(PAIR_SIGN, "g"))].filter((sign) => sign.index > 0);
  const equals = signs.filter((sign) => /=|→|->/.test(sign[0]));
  const used = equals.length > 0 ? equals : signs;
  const pairs: LegendPair[] = [];
  let keyFrom = keyBefore(text, 0, used[0]?.index ?? 0);
  used.forEach((sign, order) => {
    const meaningFrom = sign.index + sign[0].length;
    const next = used[order + 1];
    const nextKey = next === undefined ? text.length : keyBefore(text, meaningFrom, next.index);
    const key = text
      .slice(keyFrom, sign.index)
      .trim()
      .replace(/^[,;|/(]+|["']/g, "")
      .trim();
    const meaning = text
      .slice(meaningFrom, nextKey)
      .trim()
      .replace(/[,;|/.]+$|\b(?:and|&)$/g, "")
      .trim();
    if (key !== "" && key.length <= LONGEST_KEY && meaning !== "" && key.split(/\s+/).length <= 3)
      pairs.push({ key, meaning });
    keyFrom = nextKey;
  });
  return pairs;
}

/** Where the key before a sign begins: behind the last separator, or else the last word. */
function keyBefore(text: string, from: number, sign: number): number {
  const stretch = text.slice(from, sign);
  const separator = /^[\s\S]*(?:[,;|\n(]|\s{2,}|:\s|\.\s|\s\/\s|\band\s)\s*(?=\S)/.exec(stretch);
  if (separator !== null) return from + separator[0].length;
  if (from === 0) return stretch.trim().split(/\s+/).length <= 2 ? 0 : lastWord(stretch);
  return from + lastWord(stretch);
}

function lastWord(stretch: string): number {
  const word = /\S+\s*$/.exec(stretch);
  return word?.index ?? 0;
}

/** "✔ ok  ✘ no  ½ part": every symbol opens a pair. */
function symbolsOnly(text: string): LegendPair[] | null {
  const parts = [
    ...text.matchAll(
      new RegExp(
        `(${SYMBOL})\\s*[-–—:=]?\\s*([a-z(][^½¼¾…\u2190\u2191\u2193-\u245f\u2460-\u2bff\u{1f000}-\u{1faff}]*)`,
        "giu",
      ),
    ),
  ];
  if (parts.length === 0) return null;
  const pairs = parts.map((part) => ({
    key: (part[1] ?? "").trim(),
    meaning: (part[2] ?? "")
      .trim()
      .replace(/[,;|/.]+$/, "")
      .trim(),
  }));
  const leads =
    parts[0]?.index === 0 || /(?:key|legend|codes?)\s*[:=-]?\s*$/i.test(text.slice(0, parts[0]?.index ?? 0));
  return leads && pairs.every((pair) => pair.meaning.length > 0) ? pairs : null;
}

/** "GAP no INN, COC continuity, DIST distance": capitals, then what they mean, in a list of two and more. */
function listed(text: string): LegendPair[] {
  const parts = text
    .replace(/^[^:]{1,30}:\s*/, "")
    .split(/\s*[,;|\n·•∙]\s*|\s{2,}/)
    .filter((part) => part !== "");
  const pairs = parts.map((part) => /^([A-Z][A-Z0-9/&-]{0,9}|[A-Za-z])\s*(?:-|–|—)?\s+(\S.*)$/.exec(part));
  if (pairs.length < 2 || pairs.some((pair) => pair === null)) return [];
  return pairs.map((pair) => ({ key: pair?.[1] ?? "", meaning: pair?.[2] ?? "" }));
}
