import { plainText } from "../tracker/rates/plain-text.ts";
import { centsOf } from "../values/money.ts";
import { fractionOf, nearestCents } from "./fraction.ts";
import { NO_CONDITIONS, type RateRefusal, refuseRate, type TermConditions } from "./rate-term.ts";
import { readUnitBasis, type UnitBasis } from "./unit-basis.ts";

/** The conditions of a written offer, and the words that are left for its rate. */
export interface WrittenConditions {
  readonly conditions: TermConditions;
  /** Plain small letters; what was read as a condition is blank. */
  readonly rest: string;
}

const LESSER =
  /\b(?:at |to )?(?:the )?(?:less[eo]r|lower|less|least) of\b(?: the)?|,?\s?\b(?:which\s?ever|what\s?ever) (?:is|one is|amount is) (?:the )?(?:less(?:er)?|lower|lowest|smaller)\b|\b(?:less[eo]r|lower)[- ]of\b/g;
const GREATER = /\b(?:greater|higher|better) of\b|\bwhich\s?ever (?:is )?(?:the )?(?:greater|higher|more)\b/;
const NO_MORE_THAN =
  "(?:max(?:imum)?(?: of| is)?|cap(?:ped)?(?: (?:at|of|to))?|not (?:to )?exceed(?:ing)?|nte|up to|limit(?:ed)?(?: (?:to|of|at))?|(?:but )?(?:no|not) more than|at most)";
const CHARGES =
  "(?:(?:the|our|your|provider'?s|total|full|actual|usual(?: and customary)?) )*(?:billed(?: charges?| amounts?)?|bill charges|charges?|chargemaster|ucr|u&c|bc)";
const BILLED_CAP = new RegExp(
  `,?\\s?(?:but )?${NO_MORE_THAN} (?:(\\d+(?:\\.\\d+)?) ?(?:%|percent|pct) ?(?:of )?)?${CHARGES}\\b`,
  "g",
);
const BILLED_SIDE = new RegExp(
  `(?:\\b(?:or|and|vs\\.?)\\s|,\\s?)?(?:(?<![\\d.,])(\\d+(?:\\.\\d+)?) ?(?:%|percent|pct) ?(?:of )?)?\\b${CHARGES}\\b(?:\\s?(?:or|and)\\b)?`,
);
const NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const UNIT_WORD = "(?:15[- ]?min(?:ute)?s?(?:[- ]units?)?|units?|sessions?|visits?|days?|hours?|hrs?|per diems?)";
const A_DAY = "(?:\\s?(?:per|/|a|each|in any one|any one|in a)\\s?(?:day|diem|d)\\b|\\s?daily\\b)";
const IN_ALL =
  "(?:\\s?(?:in all|in total|total|overall|in aggregate|aggregate|per case|per (?:authorization|auth)|for the case|altogether))?";

/** "case max 90 days": the word belongs to the number behind it. */
const NOT_BEFORE = "(?!:?\\s?(?:of |is |at )?\\$?\\s?\\d)";
const UNIT_CAPS = [
  new RegExp(`[,;]?\\s?(?:but )?${NO_MORE_THAN}:?\\s?(${NUMBER}) ?(${UNIT_WORD})(${A_DAY})?${IN_ALL}`, "g"),
  new RegExp(
    `[,;]?\\s?(?<![\\d.,$])(${NUMBER}) ?(${UNIT_WORD})(${A_DAY})?${IN_ALL} ?(?:(?:max(?:imum)?|cap|limit)\\b${NOT_BEFORE}|or (?:less|fewer)\\b)`,
    "g",
  ),
  new RegExp(`[,;]?\\s?(?:for|x|\\*) ?(${NUMBER}) ?(${UNIT_WORD})()${IN_ALL}`, "g"),
];
const ONE = "(?:per diem|unit|session|visit|rate|payment)";
const ONE_A_DAY = new RegExp(
  `[,;]?\\s?(?:(?:only |max(?:imum)? )?\\bone ?${ONE}?${A_DAY}|(?:only |max(?:imum)? )(?<![\\d.,$])1 ?${ONE}?${A_DAY}|(?<![\\d.,$])1 ${ONE}${A_DAY})(?: only| max(?:imum)?)?`,
  "g",
);
const DOLLAR_CAPS = [
  new RegExp(`[,;]?\\s?(?:but )?${NO_MORE_THAN}:?\\s?\\$\\s?(${NUMBER})(k)?(${A_DAY})?${IN_ALL}`, "g"),
  new RegExp(`[,;]?\\s?\\$\\s?(${NUMBER})(k)?(${A_DAY})?${IN_ALL} ?(?:max(?:imum)?|cap|limit)\\b${NOT_BEFORE}`, "g"),
];
/** "max $300 per day and $6,000 total": a second cap behind the first. */
const FURTHER_CAP = new RegExp(
  `(?:,|;|and|or) \\$\\s?(${NUMBER})(k)?(?:(${A_DAY})|\\s?(?:in all|in total|total|overall|per case))`,
  "g",
);
const SCHEDULE = "(?:medicare|mcr|mpfs|cms|pfs|rbrvs|physician fee schedule|fee schedule)";
const YEARS = [
  new RegExp(`(?<![$\\d.,/-])(?:cy\\s?)?((?:19|20)\\d\\d)(?= (?:national |locality |local )?${SCHEDULE})`, "g"),
  new RegExp(
    `(?<=${SCHEDULE}(?: physician)?(?: fee)?(?: schedule)?(?: rates?| allowables?)?,? ?\\(?)(?:(?:for|of|in|from) )?(?:cy\\s?)?(?<![$\\d.,])((?:19|20)\\d\\d)(?![\\d,.%])\\)?`,
    "g",
  ),
];

const blank = (found: string): string => " ".repeat(found.length);

function dollarsIn(number: string, thousands: string | undefined) {
  const cents = nearestCents(fractionOf(Number(number.replaceAll(",", ""))));
  return thousands === undefined ? cents : centsOf(cents * 1000);
}

/** What would change the price and is not reckoned. */
const UNKNOWN =
  /\b(?:except(?:ing|ion)?s?|exclud(?:es?|ed|ing)|unless|without|min(?:imum)? (?:of )?\$|minimum|at least|no(?:t)? less than|minus|thereafter|sequest\w*|reduc(?:ed|tions?)|discount(?:ed|s)?|with ?hold\w*|stop[- ]?loss|outliers?|carve[- ]?outs?|first dollar|blended|tiered)\b/;

const SAID_TWICE = "names one condition twice. State each once. It is left out; nothing is reckoned from it.";

/**
 * Takes the conditions out of the words of an offer: "lesser of billed", caps by day and in all, the year of the
 * Medicare schedule. Conditions that the calculators do not know ("greater of") refuse the offer, since it is worth
 * something else without them.
 *
 * @example writtenConditions("120% MCR lesser of billed").conditions.lesserOfBilled is 100
 */
export function writtenConditions(text: string): WrittenConditions | RateRefusal {
  let rest = plainText(text);
  const found: { -readonly [K in keyof TermConditions]: TermConditions[K] } = { ...NO_CONDITIONS };
  let isTwice = false;
  const set = <K extends keyof TermConditions>(name: K, value: TermConditions[K]): void => {
    if (found[name] !== null) isTwice = true;
    found[name] = value;
  };
  const take = (pattern: RegExp, meaning: (match: RegExpExecArray) => void): void => {
    const matches = [...rest.matchAll(pattern)];
    for (const match of matches) {
      meaning(match);
      rest = rest.slice(0, match.index) + blank(match[0]) + rest.slice(match.index + match[0].length);
    }
  };

  if (GREATER.test(rest)) {
    return refuseRate(
      "condition-unknown",
      `"${text.trim()}": "greater of" is not reckoned. Write each side as an offer of its own and compare them. It is left out; nothing is reckoned from it.`,
    );
  }
  const unknown = UNKNOWN.exec(rest);
  if (unknown !== null) {
    return refuseRate(
      "condition-unknown",
      `"${text.trim()}": "${unknown[0].trim()}" changes what is paid and is not reckoned. Write the rate without it, and weigh it by hand. It is left out; nothing is reckoned from it.`,
    );
  }
  take(BILLED_CAP, (match) => set("lesserOfBilled", match[1] === undefined ? 100 : Number(match[1])));
  const lesser = [...rest.matchAll(LESSER)];
  if (lesser.length > 0) {
    take(LESSER, () => undefined);
    const side = BILLED_SIDE.exec(rest);
    if (side === null) {
      return refuseRate(
        "condition-unknown",
        `"${text.trim()}": "lesser of" is known with billed charges only ("lesser of 140% of Medicare or billed charges"). It is left out; nothing is reckoned from it.`,
      );
    }
    set("lesserOfBilled", side[1] === undefined ? 100 : Number(side[1]));
    rest = rest.slice(0, side.index) + blank(side[0]) + rest.slice(side.index + side[0].length);
  }
  for (const pattern of DOLLAR_CAPS) {
    take(pattern, ([, number = "", thousands, daily]) =>
      set(daily === undefined ? "dollarsInAll" : "dollarsPerDay", dollarsIn(number, thousands)),
    );
  }
  if (found.dollarsPerDay !== null || found.dollarsInAll !== null) {
    take(FURTHER_CAP, ([, number = "", thousands, daily]) =>
      set(daily === undefined ? "dollarsInAll" : "dollarsPerDay", dollarsIn(number, thousands)),
    );
  }
  for (const pattern of UNIT_CAPS) {
    take(pattern, ([, number = "", word = "", daily]) => {
      const basis: UnitBasis = readUnitBasis(word) ?? (/diem/.test(word) ? "day" : "unit");
      set(daily === undefined || daily === "" ? "unitsInAll" : "unitsPerDay", {
        units: Number(number.replaceAll(",", "")),
        basis,
      });
    });
  }
  take(ONE_A_DAY, () => set("unitsPerDay", { units: 1, basis: "unit" }));
  for (const pattern of YEARS) {
    take(pattern, (match) => set("scheduleYear", Number(match[1])));
  }
  if (isTwice) return refuseRate("rate-ambiguous", `"${text.trim()}" ${SAID_TWICE}`);
  return { conditions: found, rest };
}
