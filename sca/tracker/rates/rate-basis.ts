import type { RateModel } from "../tracked-case.ts";
import { plainText } from "./plain-text.ts";
import type { RatePer } from "./rate-mention.ts";
import { baseOfWord, CASE_WORDS, modelOfPer, PLAN_WORDS, perOfWord } from "./rate-vocabulary.ts";
import { type Token, wordsOf } from "./words.ts";

/** What a heading or a basis cell says of the figures beside it. */
export interface RateBasis {
  readonly model?: RateModel;
  /** The figures are percentages. */
  readonly percent?: boolean;
  /** It speaks of two things at once, or of a percentage of nobody says what, or of a base that is none of the models. */
  readonly unclear?: boolean;
  readonly per?: RatePer;
  /** The figures are in cents, not dollars. */
  readonly cents?: boolean;
}

const PERCENT = new Set("% pct percent percentage perc prcnt".split(" "));
const LONE_PERS = new Set(
  "day daily session sess visit hour hourly unit each ea encounter case episode package cycle min minute visits sessions hours units".split(
    " ",
  ),
);

/** "feePctOfMedicare" and "pct_mcr" as words. */
function spaced(text: string): string {
  return plainText(text.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " "));
}

function persOf(tokens: readonly Token[]): RatePer[] {
  const pers: RatePer[] = [];
  const alone = tokens.filter((token) => token.kind === "word").length <= 2;
  tokens.forEach((token, at) => {
    if (token.kind !== "word") return;
    const nearest = tokens[at - 1]?.text ?? "";
    // "per bill unit", "per treatment day"
    const before =
      /^(?:bill|billing|billed|billable|treatment|tx|covered|authorized|service|hcpcs|hcpc|cpt|code|dosing|dose)$/.test(
        nearest,
      )
        ? (tokens[at - 2]?.text ?? "")
        : nearest;
    const glued = tokens[at + 1];
    if (glued?.kind === "number" && !glued.spaced) return;
    if (token.text === "diem" || token.text === "pd" || token.text === "p.d" || token.text === "perdiem")
      pers.push("day");
    else if (
      CASE_WORDS.has(token.text) ||
      (token.text === "cr" && alone) ||
      (token.text === "in" && before === "all") ||
      (token.text === "inclusive" && before === "all")
    )
      pers.push("case");
    else if (token.text === "case" && (tokens[at + 1]?.text === "rate" || tokens[at + 1]?.text === "price" || alone))
      pers.push("case");
    else if (
      ["whole", "entire", "complete"].includes(before) &&
      (perOfWord(token.text) !== null ||
        /^(?:order|wo|job|stay|course|claim|admission|surgery|set|thing|lot)$/.test(token.text))
    )
      pers.push("case");
    else {
      const per = perOfWord(token.text);
      if (per === null) return;
      const opened =
        before === "per" ||
        before === "/" ||
        before === "a" ||
        before === "or" ||
        before === "min" ||
        tokens[at - 1]?.kind === "number";
      const named =
        /^(rate|rates|fee|price)$/.test(tokens[at + 1]?.text ?? "") ||
        /^(daily|hourly|nightly|each|ea)$/.test(token.text);
      if (opened || named || (alone && LONE_PERS.has(token.text))) pers.push(per);
    }
  });
  return pers;
}

/**
 * Reads what a basis cell or a heading says a rate is: "per visit", "% MCR", "case rate", "$/unit", "pct_billed".
 * A heading needs a percent sign, "of" or "x" to be a percentage; a basis cell may just say "Medicare".
 * Says nothing (an empty answer) of a text without any such word, and `unclear` where it cannot be one thing.
 *
 * @example readRateBasis("% of Medicare") is { model: "percentOfMedicare", percent: true }
 */
export function readRateBasis(text: string, place: "cell" | "heading" = "cell"): RateBasis {
  const tokens = wordsOf(spaced(text));
  const percent = tokens.some((token) => PERCENT.has(token.text));
  const bases = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.kind !== "word") return;
    const base = baseOfWord(token.text);
    if (base === null || (base === "medicare" && PLAN_WORDS.has(tokens[at + 1]?.text ?? "") && !percent)) return;
    const drug = /^(asp|awp|wac|nadac)$/.test(token.text);
    if (base !== "other") bases.add(base);
    else if (drug || percent) bases.add(drug ? "drug" : "other");
  });
  const plus = tokens.some((token) => token.text === "+" || token.text === "plus");
  // "% of Medicare (ASP) limit": ASP is Medicare's own price there; "ASP + %" alone is a drug price.
  if (bases.has("medicare")) bases.delete("drug");
  if (bases.has("medicare") && bases.has("other")) bases.delete("other");
  const multiple = tokens.some((token) => /^(x|times|multiple|multiplier)$/.test(token.text));
  const money = tokens.some((token) => token.text === "$" || /^(usd|dollars?)$/.test(token.text));
  const cents = tokens.some((token) => token.text === "cents" || (token.text === "cent" && tokens[0]?.text !== "per"));
  let pers = [...new Set(persOf(tokens))];
  // "all-inclusive per diem" is by the day; "per fill, all in" is everything at once.
  if (pers.length === 2 && pers.includes("case"))
    pers = pers.includes("unit") ? ["case"] : pers.filter((per) => per !== "case");
  const models = new Set<RateModel>();
  // A heading "Billed charges" or "Medicare rate" stands over dollars; a basis cell "billed" says what the percentage is of.
  const linked = percent || multiple || plus || tokens.some((token) => token.text === "of");
  const relative = linked || (place === "cell" && tokens.length <= 4);
  if (relative && bases.has("medicare")) models.add("percentOfMedicare");
  if (relative && bases.has("billed")) models.add("percentOfBilled");
  for (const per of pers) {
    const model = modelOfPer(per);
    if (model !== null) models.add(model);
  }
  const [model] = models;
  const [per] = pers;
  const answer: { -readonly [K in keyof RateBasis]: RateBasis[K] } = {};
  if (models.size === 1 && model !== undefined) answer.model = model;
  if (pers.length === 1 && per !== undefined) answer.per = per;
  if (percent || model === "percentOfMedicare" || model === "percentOfBilled") answer.percent = true;
  if (cents) answer.cents = true;
  const both = percent && (money || (models.size > 1 && pers.length > 0));
  const nothing = percent && models.size === 0;
  const flat =
    models.size === 0 &&
    pers.length === 0 &&
    tokens.some((token) => token.text === "flat" || token.text === "fixed" || token.text === "drg");
  if (models.size > 1 || both || nothing || flat || bases.has("drug") || bases.has("other")) answer.unclear = true;
  if (both) {
    delete answer.model;
    delete answer.percent;
  }
  return answer;
}
