import { findRates } from "../tracker/rates/find-rates.ts";
import {
  checkDollars,
  checkPercent,
  type RateRefusal,
  type RateTerm,
  refuseRate,
  type TermConditions,
} from "./rate-term.ts";

const SCHEDULE =
  /\b(?:(?:highest|top|full|standard|best|payer'?s?|payor'?s?|plan'?s?|their|own|internal|contracted)\s)*(?:in[- ]?network|inn|par|contracted|network)\b(?:\s(?:contracted|fee|rate|level))*(?:\s(?:schedule|rates?|level|allowables?|amounts?))?|\b(?:(?:payer'?s?|payor'?s?|plan'?s?|their|own|internal|standard|the)\s)+(?:own )?fee schedule\b|^(?:\d+(?:\.\d+)?\s?(?:%|percent|pct)\s(?:of )?)?(?:fee schedule|fs)$/;
const MEDICARE = /\b(?:medicare|mcr|mpfs|cms|rbrvs)\b/;

/**
 * An offer of the payer's own in-network schedule, whole or a percentage of it, with the amounts by code where they
 * stand beside it (guide 001 L12, guide 003 L23). Null where the words speak of something else, as a schedule of
 * Medicare's; a figure that says its own unit ("in-network rate $350 per day") is a plain rate, in the words left.
 *
 * @example readInNetworkTerm("110% of in-network schedule", …) is 110 % of amounts that are still to be stated
 */
export function readInNetworkTerm(
  rest: string,
  words: string,
  conditions: TermConditions,
): RateTerm | RateRefusal | { readonly plain: string } | null {
  const found = SCHEDULE.exec(rest);
  if (found === null || MEDICARE.test(rest)) return null;
  const percents = [...rest.matchAll(/(?<![\d.,$])(\d+(?:\.\d+)?)\s?(?:%|percent\b|pct\b)/g)];
  const without = rest
    .replace(found[0], " ".repeat(found[0].length))
    .replace(/(?<![\d.,$])\d+(?:\.\d+)?\s?(?:%|percent\b|pct\b)(?: of)?/g, (one) => " ".repeat(one.length));
  const mentions = findRates(without.toUpperCase(), { expect: "rates" });
  const saysUnit = mentions.some(({ model }) => model !== undefined && model !== "perUnit");
  const hasCodes = mentions.every(({ code }) => code !== undefined);
  if (percents.length === 0 && (saysUnit || (!hasCodes && mentions.some(({ model }) => model !== undefined)))) {
    return { plain: without.replace(/\s+/g, " ").replace(/^[\s,;:.]+|[\s,;:.]+$/g, "") };
  }
  if (saysUnit || !hasCodes) return unclear(words);
  if (percents.length > 1) return unclear(words);
  const percent = percents[0]?.[1] === undefined ? 100 : Number(percents[0][1]);
  const refusal = checkPercent(percent, "inNetwork");
  if (refusal !== null) return refusal;
  const amounts = mentions.map(({ code, amount }) => ({ code: code ?? null, modifiers: [], figure: amount ?? 0 }));
  for (const { figure } of amounts) {
    const fault = checkDollars(figure);
    if (fault !== null) return fault;
  }
  if (amounts.length === 0 && /\d/.test(without)) return unclear(words);
  return { model: "inNetwork", percent, amounts: amounts.length === 0 ? null : amounts, conditions };
}

function unclear(words: string): RateRefusal {
  return refuseRate(
    "rate-ambiguous",
    `"${words}": a schedule's amounts each need their code ("in-network schedule: 90834 $120, 90853 $45"). It is left out; nothing is reckoned from it.`,
  );
}
