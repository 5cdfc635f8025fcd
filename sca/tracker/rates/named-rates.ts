import { plainText } from "./plain-text.ts";
import type { RateMention } from "./rate-mention.ts";

const NAMED: readonly (readonly [RegExp, Partial<RateMention>])[] = [
  [
    /\b(?:rates?|fee|pricing|reimbursement|amount|per diem)\s?(?:is|are|:|-|=|still)?\s?(?:tbd|t\.b\.d|to be determined|to follow|pending|unknown|not set|never priced|\?{1,3})/g,
    { question: true, note: "the rate is not settled" },
  ],
  [
    /^\s*(?:tbd|t\.b\.d\.?|to be determined|rate pending|\?+)\s*$/g,
    { question: true, note: "the rate is not settled" },
  ],
  [
    /\b(?:highest|top|full|best)?\s?(?:in[- ]?network|inn|par|contracted|network)\s(?:contracted\s)?(?:rates?|fee schedule|allowables?|fees)\b|\bhighest\s(?:in[- ]?network|inn)\b/g,
    { note: "the plan's own in-network rate, without a figure" },
  ],
  [
    /(?<!%\sof\s|%\s)\b(?:at|straight|same as|full|current)\s(?:medicare|mcr|cms)\b(?!\s?(?:adv|[a-d]\b|hmo|ppo|plus|\+|x|@|\d))(?:\s(?:rates?|allowables?|fee schedule))?/g,
    {
      model: "percentOfMedicare",
      kind: "percent",
      question: true,
      note: "Medicare's own rate is named, without a figure",
    },
  ],
  [
    /^\s*(?:their |per |plan |plan's |payer |ins )?(?:fee schedule|fs)\s*$/g,
    { note: "a fee schedule, without a figure" },
  ],
  [
    /^\s*(?:incl|inc|included|includes|bundled|in above|in global)\.?\s*$/g,
    { note: "included in another line's rate" },
  ],
];

/** Rates that are named without a figure: "rate TBD", "highest in-network rate", "at Medicare", "incl". */
export function namedRates(text: string): RateMention[] {
  const plain = plainText(text);
  const found: RateMention[] = [];
  for (const [pattern, traits] of NAMED) {
    for (const match of plain.matchAll(pattern)) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const end = match.index + match[0].trimEnd().length;
      if (found.some((one) => one.start < end && start < one.end)) continue;
      found.push({ start, end, text: text.slice(start, end), kind: "bare", role: "unknown", ...traits });
    }
  }
  return found;
}
