import type { RateRole } from "./rate-mention.ts";

/** Why two rates of different kinds are both doubtful. */
export const EITHER_OR = "two rates stand side by side, one or the other holds";

interface Alternative {
  readonly start: number;
  readonly end: number;
  readonly amount?: number | undefined;
  role: RateRole;
  question?: true;
  note?: string;
}

const OR = /^\s*,?\s*(?:or|vs\.?|and\/or)\s+(?:else\s+)?(?:the\s+)?$/i;
const LESSER = /\b(?:lesser|lower|less|greater|higher|better)\s+of\b|\b(?:which\s?ever|what\s?ever)\b/i;
const AND = /^\s*(?:,|and|&)\s*$/i;

/**
 * Marks two rates that exclude each other ("$412,000 or 60% of charges, whichever is less"): a person has to say which one
 * the agreement states.
 */
export function markAlternatives(text: string, rates: readonly Alternative[]): void {
  rates.forEach((rate, at) => {
    const next = rates[at + 1];
    if (next === undefined || rate.amount === undefined || next.amount === undefined) return;
    const between = text.slice(rate.end, next.start);
    const around = text.slice(Math.max(0, rate.start - 25), rate.start) + text.slice(next.end, next.end + 25);
    if (!OR.test(between) && !(AND.test(between) && LESSER.test(around))) return;
    if ([rate, next].some((one) => one.role !== "agreed" && one.role !== "unknown")) return;
    rate.role = next.role = rate.role === "agreed" || next.role === "agreed" ? "agreed" : "unknown";
    rate.question = next.question = true;
    rate.note = next.note = EITHER_OR;
  });
}
