import type { RatePer } from "./rate-mention.ts";
import { baseOfWord, CASE_WORDS, isLongPer, PLAN_WORDS, perOfWord, type RateBase } from "./rate-vocabulary.ts";
import type { Token } from "./words.ts";

/** What a percentage is of, as the words beside it say. */
export interface BaseBeside {
  readonly base: RateBase;
  readonly word: string;
  /** First token of it when it stands before the number, the token after it when it stands behind. */
  readonly edge: number;
  /** How the number works on the base. */
  readonly by: "of" | "plus" | "minus" | "dash" | "off" | "times" | "none";
}

const LINKS = new Set(
  "of on the their our my your its current prevailing total full par local national natl facility practice provider eligible allowed trad traditional straight original year plan".split(
    " ",
  ),
);
const TAILS = new Set(
  "rate rates allowable allowables allowed amount amounts amt fee fees schedule sched fs charge charges chgs chg pfs drg asp asc opps clfs mpfs rbrvs rvu unit pricing customary usual and".split(
    " ",
  ),
);
const SURE_OTHERS = new Set("asp awp wac nadac medicaid mcd mcaid medi-cal cmac".split(" "));

function withoutTimes(word: string): string {
  return word.length > 2 && word.startsWith("x") ? word.slice(1) : word;
}

/** The base that follows a number: "140% of Medicare", "65% BC", "1.4 x MCR", "20% off billed charges". */
export function baseAfter(tokens: readonly Token[], at: number): BaseBeside | null {
  let by: BaseBeside["by"] = "none";
  for (let next = at; next < Math.min(tokens.length, at + 7); next += 1) {
    const token = tokens[next];
    if (token === undefined) return null;
    const base = token.kind === "word" ? (baseOfWord(token.text) ?? baseOfWord(withoutTimes(token.text))) : null;
    if (base === null) {
      if (token.text === "of") by = by === "none" ? "of" : by;
      else if (token.text === "off") by = "off";
      else if (token.text === "over" || token.text === "above" || token.text === "plus") by = "plus";
      else if (token.text === "below" || token.text === "under" || token.text === "less") by = "minus";
      else if (token.text === "x" || token.text === "times" || token.text === "*") by = "times";
      else if (token.kind === "number") {
        if (!/^20\d{2}$/.test(token.text) || by === "none") return null;
      } else if (!LINKS.has(token.text) && !(next === at && "/-(".includes(token.text))) return null;
      if (token.text === "allowed" && by === "of" && baseOfWord(tokens[next + 1]?.text ?? "") === null) {
        return { base: "other", word: token.text, edge: next + 1, by };
      }
      continue;
    }
    const following = tokens[next + 1]?.text ?? "";
    if (base === "medicare" && PLAN_WORDS.has(following) && !isArticle(tokens, next + 1)) return null;
    if (base === "other" && by !== "of" && !SURE_OTHERS.has(token.text)) return null;
    if (token.text === "cost" && /^shar/.test(following)) return null;
    let edge = next + 1;
    while (edge < tokens.length && TAILS.has(tokens[edge]?.text ?? "") && tokens[edge]?.text !== "and") edge += 1;
    if (token.text === "usual" && tokens[edge]?.text === "and" && tokens[edge + 1]?.text === "customary") edge += 2;
    return { base, word: token.text, edge, by };
  }
  return null;
}

/** "Medicare a day" is no plan's part A. */
function isArticle(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === "a" && perOfWord(tokens[at + 1]?.text ?? "") !== null;
}

const LEADS = new Set(
  "at @ : = is of to about approx approximately around ~ ( - rate rates fee schedule fs allowable".split(" "),
);

/** The base that stands before a number: "MCR + 40", "Medicare @ 140%", "billed charges less 20%". */
export function baseBefore(tokens: readonly Token[], at: number, from: number): BaseBeside | null {
  let by: BaseBeside["by"] = "none";
  for (let before = at - 1; before >= Math.max(from, at - 6); before -= 1) {
    const token = tokens[before];
    if (token === undefined) return null;
    const text = token.text;
    const base = token.kind === "word" ? (baseOfWord(text) ?? baseOfWord(text.replace(/x$/, ""))) : null;
    if (base !== null) {
      if (base === "other" && !SURE_OTHERS.has(text)) return null;
      if (tokens[before - 1]?.text === "of" || tokens[before - 1]?.text === "%") return null;
      return { base, word: text, edge: before, by: by === "none" && text.endsWith("x") ? "times" : by };
    }
    if (text === "+" || text === "plus") by = "plus";
    else if (text === "minus" || text === "less") by = "minus";
    else if (text === "-" && before === at - 1) by = "dash";
    else if (text === "x" || text === "times" || text === "*") by = "times";
    else if (!LEADS.has(text)) return null;
  }
  return null;
}

/** What a price is for, as the words beside it say, and where those words begin or end. */
export interface PerBeside {
  readonly per: RatePer;
  readonly edge: number;
}

const BETWEEN = new Set(
  "flat each only client patient pt billable covered program treatment service tx individual ind full 's".split(" "),
);
const DAILY = new Set("daily hourly nightly weekly monthly".split(" "));

function isAllIn(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== "all") return 0;
  const dash = tokens[at + 1]?.text === "-" ? 1 : 0;
  const last = tokens[at + 1 + dash]?.text ?? "";
  return last === "in" || last === "inclusive" || last === "incl" ? 2 + dash : 0;
}

/** "/day", "per session", "a visit", "pd", "case rate", "all in" behind a price. */
export function perAfter(tokens: readonly Token[], at: number): PerBeside | null {
  let next = at;
  for (let skipped = 0; skipped < 2 && (tokens[next]?.text === "flat" || tokens[next]?.text === "only"); skipped += 1)
    next += 1;
  const token = tokens[next];
  if (token === undefined) return null;
  const text = token.text;
  if (text === "pv") return { per: "visit", edge: next + 1 };
  if (text === "pd" || text === "p.d" || text === "perdiem") return { per: "day", edge: next + 1 };
  if (DAILY.has(text)) return { per: perOfWord(text) ?? "day", edge: next + 1 };
  if (text === "p" && tokens[next + 1]?.text === "/") return perAfter(tokens, next + 1);
  if (
    text === "/" ||
    text === "per" ||
    text === "a" ||
    text === "an" ||
    text === "each" ||
    text === "ea" ||
    text === "every"
  ) {
    for (let word = next + 1; word < Math.min(tokens.length, next + 5); word += 1) {
      const candidate = tokens[word];
      if (candidate === undefined) break;
      if (candidate.kind === "number" && (candidate.value ?? 0) <= 60 && /^min/.test(tokens[word + 1]?.text ?? "")) {
        return { per: "unit", edge: word + 2 };
      }
      if (candidate.text === "-" || BETWEEN.has(candidate.text) || candidate.text === "per") continue;
      const per = candidate.kind === "word" ? perOfWord(candidate.text) : null;
      const glued = tokens[word + 1];
      if (per === null || (glued?.kind === "number" && !glued.spaced)) break;
      const short = (text === "a" || text === "an") && !isLongPer(candidate.text);
      if (short) break;
      return { per, edge: word + 1 };
    }
    return text === "each" || text === "ea" ? eachAlone(tokens, next) : null;
  }
  const allIn = text === "case" || CASE_WORDS.has(text) ? 1 : isAllIn(tokens, next);
  if (allIn > 0) {
    const edge = next + allIn;
    // "all-inclusive per diem", "bundled daily rate": everything of that day, not of the case
    const within = text === "case" ? null : perAfter(tokens, tokens[edge]?.text === "rate" ? edge + 1 : edge);
    if (within !== null && within.per !== "unit" && within.per !== "code") return within;
    return { per: "case", edge: tokens[edge]?.text === "rate" ? edge + 1 : edge };
  }
  if (text === "for") {
    const whole = tokens.slice(next + 1, next + 5).map((word) => word.text);
    if (whole.some((word) => ["whole", "entire", "complete"].includes(word))) {
      const last = whole.findIndex((word) =>
        ["course", "episode", "stay", "case", "admission", "cycle", "package", "order"].includes(word),
      );
      if (last >= 0) return { per: "case", edge: next + 2 + last };
    }
  }
  return null;
}

function eachAlone(tokens: readonly Token[], at: number): PerBeside | null {
  const following = tokens[at + 1]?.text ?? "";
  return following === "way" || following === "other" ? null : { per: "unit", edge: at + 1 };
}

const RATE_LEADS = new Set("rate rates fee price is of at @ : = - ( was now to about approx ~ for pays".split(" "));

/** "per diem 850", "PD 850", "case rate $6.5k", "session rate: 150", "24 days of H0015 @ 285" before a price. */
export function perBefore(tokens: readonly Token[], at: number, from: number): PerBeside | null {
  let named = false;
  let marked = false;
  for (let before = at - 1; before >= Math.max(from, at - 5); before -= 1) {
    const token = tokens[before];
    if (token === undefined) return null;
    const text = token.text;
    if (text === "diem" || text === "pd" || text === "p.d" || text === "perdiem") {
      return { per: "day", edge: text === "diem" && tokens[before - 1]?.text === "per" ? before - 1 : before };
    }
    if (CASE_WORDS.has(text) || (text === "cr" && before >= at - 3)) return { per: "case", edge: before };
    if (text === "in" && tokens[before - 1]?.text === "all") return { per: "case", edge: before - 1 };
    const per = token.kind === "word" ? perOfWord(text) : null;
    if (per !== null && tokens[before - 1]?.text === "per") return { per, edge: before - 1 };
    if (per !== null && (named || (DAILY.has(text) && before === at - 1) || (text === "case" && marked))) {
      return { per, edge: before };
    }
    if (text === "rate" || text === "fee" || text === "price") named = true;
    else if (text === ":" || text === "=" || text === "@") marked = true;
    else if (!RATE_LEADS.has(text)) return null;
  }
  return null;
}

const COUNTED = new Set("at @ x".split(" "));

/** "10 days S0201 @ 450": a count of days, then a price each. */
export function perOfCount(tokens: readonly Token[], at: number, from: number): RatePer | null {
  let before = at - 1;
  if (!COUNTED.has(tokens[before]?.text ?? "")) return null;
  for (before -= 1; before >= Math.max(from, at - 9); before -= 1) {
    const token = tokens[before];
    if (token === undefined || (token.kind === "sign" && ",;\n".includes(token.text))) return null;
    const per = token.kind === "word" ? perOfWord(token.text) : null;
    const counted = tokens[before - 1]?.kind === "number" || tokens[before - 2]?.kind === "number";
    if (per !== null && counted && isLongPer(token.text)) return per;
  }
  return null;
}
