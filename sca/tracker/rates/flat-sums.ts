import { plainText } from "./plain-text.ts";
import type { RateMention } from "./rate-mention.ts";

const SUM = "\\$?\\s?(?<sum>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{2,6}(?:\\.\\d+)?)(?<k>k\\b)?(?![\\d%/-])";
const WHOLE =
  "(?<whole>\\s?,?\\s?(?:for|covers|incl(?:udes|uding)?)\\s(?:the\\s)?(?:whole|entire|all\\b|everything|full|complete|case|course|episode|package|lot)[^.,;\\n]{0,18})?";
const FLAT: readonly RegExp[] = [
  new RegExp(`\\bflat(?:\\s(?:fee|rate|sum))?(?:\\s(?:of|at|=))?\\s${SUM}(?!\\s(?:per|a|an|each)\\b)${WHOLE}`, "g"),
  new RegExp(`(?<![\\d$.,/#-])${SUM}\\s(?:is\\s)?flat\\b(?!\\s(?:per|a|an|each)\\b|\\s?/)${WHOLE}`, "g"),
];

/**
 * Sums that are called flat: "flat 3,200 for the whole thing", "2,700 flat". For the whole of something they are a case
 * rate; a bare "flat" does not say what it pays for.
 */
export function flatSums(text: string): RateMention[] {
  const plain = plainText(text);
  const found: RateMention[] = [];
  for (const pattern of FLAT) {
    for (const match of plain.matchAll(pattern)) {
      const { sum = "", k, whole } = match.groups ?? {};
      const amount = Number(sum.replaceAll(",", "")) * (k === undefined ? 1 : 1000);
      const [start, end] = [match.index, match.index + match[0].length];
      if (!(amount >= 20) || found.some((one) => one.start < end && start < one.end)) continue;
      const model = whole === undefined ? {} : { model: "caseRate" as const, per: "case" as const };
      found.push({ start, end, text: text.slice(start, end), kind: "money", role: "unknown", amount, ...model });
    }
  }
  return found;
}
