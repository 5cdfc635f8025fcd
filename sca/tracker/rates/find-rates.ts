import { findCodes } from "../codes/find-codes.ts";
import type { RateModel } from "../tracked-case.ts";
import { markAlternatives } from "./alternative-rates.ts";
import { shiftDecimal } from "./exact-decimal.ts";
import { flatSums } from "./flat-sums.ts";
import { namedRates } from "./named-rates.ts";
import { tieCodes } from "./rate-codes.ts";
import { figuresOf, type RateFigure } from "./rate-figures.ts";
import type { RateMention, RatePer } from "./rate-mention.ts";
import { rolesOf } from "./rate-roles.ts";
import { perOfWord } from "./rate-vocabulary.ts";
import { wordsOf } from "./words.ts";

/** What the caller knows of the text. */
export interface RateSetting {
  /** "rates": the cell stands in a column of rates, so that a bare number among words is one too ("175 eff 1/1/25"). */
  readonly expect?: "rates" | "prose";
}

interface Draft {
  start: number;
  end: number;
  text: string;
  kind: RateMention["kind"];
  role: RateMention["role"];
  amount?: number;
  high?: number;
  model?: RateModel;
  per?: RatePer;
  question?: true;
  code?: string;
  codeEnding?: string;
  note?: string;
}

function isMoney(kind: RateMention["kind"]): boolean {
  return kind === "money" || kind === "bare";
}

/** "$180 & $65, each per session": what a price is for, said once behind the last one. */
function shareTrailingPer(figures: readonly RateFigure[], text: string, drafts: readonly Draft[]): void {
  const last = figures.at(-1);
  if (last === undefined || drafts.length < 2) return;
  const rest = text.slice(last.end, last.end + 40).toLowerCase();
  const shared =
    /^[\s,;(-]{0,4}(?:each|all|both)\s(?:are\s)?(?:per|\/|a)\s?(session|sess|visit|day|hour|hr|unit)\b/.exec(rest)?.[1];
  const written = shared === undefined ? null : perOfWord(shared);
  if (written === null) return;
  for (const draft of drafts) {
    if (isMoney(draft.kind) && draft.per === undefined) {
      draft.per = written;
      draft.model = written === "day" ? "perDiem" : "perUnit";
    }
  }
}

/** "asked 300% MCR, settled 150%": the percentages of one negotiation are of one thing, named once. */
function shareBase(text: string, drafts: readonly Draft[]): void {
  const percents = drafts.filter((draft) => draft.kind === "percent" || draft.kind === "multiple");
  const models = new Set(percents.map((draft) => draft.model).filter((model) => model !== undefined));
  const [model] = models;
  if (models.size !== 1 || model === undefined) return;
  percents.forEach((draft, at) => {
    const before = percents[at - 1];
    if (
      draft.model !== undefined ||
      draft.question !== undefined ||
      draft.role !== "agreed" ||
      before?.model === undefined
    )
      return;
    const dealt = before.role === "asked" || before.role === "offered";
    if (dealt && !/[.;!?\n]/.test(text.slice(before.end, draft.start))) draft.model = model;
  });
}

/**
 * The rates and other sums that a text mentions, in order and apart: dollars, percentages, multiples and bare numbers,
 * with what they are for, whose they are and the code they are tied to. A percentage is answered as 140 for 140 %, 1.4x and MCR+40 %.
 * In a column of rates (`expect`), numbers without any sign count as well, unless they are dates, codes or counts.
 * Nothing is guessed: a range has both ends and `question`, a percentage of nothing has no model,
 * and a sum that is no rate (a copay, a payment) has the role "other".
 *
 * @example findRates("we asked $350, settled on $325/day") answers 350 with the role asked, and 325 per day, perDiem, agreed
 */
export function findRates(text: string, setting: RateSetting = {}): RateMention[] {
  const tokens = wordsOf(text);
  const codes =
    /\d{4}|[cC][mM][tT]/.test(text) && tokens.filter((token) => token.kind === "number").length > 1
      ? findCodes(text)
      : [];
  const figures = figuresOf(text, tokens, codes, setting.expect === "rates");
  const roles = rolesOf(tokens, figures);
  const drafts = figures.map((figure, at): Draft => {
    const draft: Draft = {
      start: figure.start,
      end: figure.end,
      text: text.slice(figure.start, figure.end),
      kind: figure.kind,
      role: figure.aside ? "other" : (roles[at] ?? "unknown"),
      amount: figure.amount,
    };
    if (figure.high !== undefined) draft.high = figure.high;
    if (figure.model !== undefined) draft.model = figure.model;
    if (figure.per !== undefined) draft.per = figure.per;
    if (figure.question) draft.question = true;
    if (figure.note !== undefined) draft.note = figure.note;
    return draft;
  });
  drafts.forEach((draft, at) => {
    const next = drafts[at + 1];
    if (draft.role === "previous" && next !== undefined && (next.role === "agreed" || next.role === "unknown")) {
      const between = text.slice(draft.end, next.start);
      if (!/\b(?:now|to|current|new)\b|→|>/i.test(between)) return;
      next.role = "agreed";
      draft.question = next.question = true;
      next.note = draft.note = "an old and a new rate stand side by side";
    }
  });
  shareBase(text, drafts);
  markAlternatives(text, drafts);
  tieCodes(text, codes, drafts);
  shareTrailingPer(figures, text, drafts);
  const endings = drafts.filter((draft, at) => drafts[at + 1]?.codeEnding === draft.text && draft.kind === "bare");
  const kept = drafts.filter((draft) => !endings.includes(draft));
  const flats = flatSums(text).filter(
    (one) => !kept.some((draft) => draft.kind !== "bare" && draft.start < one.end && one.start < draft.end),
  );
  const apart = kept.filter((draft) => !flats.some((one) => draft.start < one.end && one.start < draft.end));
  const named = namedRates(text).filter(
    (one) => ![...apart, ...flats].some((draft) => draft.start < one.end && one.start < draft.end),
  );
  return [...apart, ...flats, ...named].sort((a, b) => a.start - b.start);
}

/**
 * A bare number that stands where a percentage is meant ("1.4" or "140" in a column of percents of Medicare), as a percentage.
 * Null between 10 and 20, where neither reading is likely.
 *
 * @example percentFromBare(1.4) is 140, and so is percentFromBare(140)
 */
export function percentFromBare(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0 || value > 2000) return null;
  if (value <= 10) return shiftDecimal(value, 2);
  return value < 20 ? null : value;
}
