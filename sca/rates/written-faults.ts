import { plainText } from "../tracker/rates/plain-text.ts";
import { ACCEPTED_RATES, type RateRefusal, refuseRate } from "./rate-term.ts";

const MEANWHILE = "It is left out; nothing is reckoned from it.";

/**
 * A number in an offer that must not be read as something else: below 0, exactly 0, with its thousands or decimals set
 * so that it could be two amounts. Null where every number is sound.
 *
 * @example numberFault("-140% of Medicare") is refused as "rate-negative"
 */
export function numberFault(words: string): RateRefusal | null {
  const plain = plainText(words);
  const negative =
    /(?:^|[\s(=:@])-\$?\s?(?:\d|\.\d)[\d,.]*|\$\s?-\s?\d[\d,.]*|(?:^|[\s=:@])\(\$?\s?\d[\d,.]*\)(?=\s|$|\/)(?!.*(?:per|rate).*\()/.exec(
      plain,
    );
  if (negative !== null && !/^\s?\(/.test(negative[0])) {
    return refuseRate("rate-negative", `"${words}": ${negative[0].trim()} is below nothing. ${MEANWHILE}`);
  }
  if (negative !== null && /^\(\$?\s?\d[\d,.]*\)/.test(plain)) {
    return refuseRate("rate-negative", `"${words}": a figure in brackets stands for less than nothing. ${MEANWHILE}`);
  }
  const odd =
    /(?<![\d,.])\d{1,3}(?:,\d{3})*,(?!\d{3}(?!\d))\d+|(?<![\d,.])\d+(?:,\d{3})+(?<!(?<![\d,])\d{1,3}(?:,\d{3})+)|\d+\.\d+\.\d+|(?<![\d,.])[1-9]\d{0,2}\.\d\d0(?!\d)/.exec(
      plain,
    );
  if (odd !== null) {
    return refuseRate(
      "rate-ambiguous",
      `"${words}": ${odd[0]} could be two amounts. Write 1,400 or 1.40. ${MEANWHILE}`,
    );
  }
  const zero = /(?<![\d.,a-z])0+(?:\.0+)?(?![\d.,]*\d)(?!\s?(?:floor|copay|deductible|day|days|units?)\b)/.exec(plain);
  if (zero !== null) {
    return refuseRate(
      "rate-zero",
      `"${words}": a rate of 0 pays nothing and is not taken for an offer. ${ACCEPTED_RATES} ${MEANWHILE}`,
    );
  }
  return null;
}
