import { findRates } from "../tracker/rates/find-rates.ts";
import { otherNumbers } from "../tracker/rates/other-numbers.ts";
import type { RateMention } from "../tracker/rates/rate-mention.ts";
import { readInNetworkTerm } from "./in-network-term.ts";
import {
  ACCEPTED_RATES,
  type CodeFigure,
  checkDollars,
  checkPercent,
  isRefusal,
  type OfferModel,
  type RateRefusal,
  type RateTerm,
  refuseRate,
  termOf,
} from "./rate-term.ts";
import { readUnitBasis, type UnitBasis } from "./unit-basis.ts";
import { writtenConditions } from "./written-conditions.ts";
import { numberFault } from "./written-faults.ts";

/** An offer as it was read from words. */
export interface WrittenTerm {
  readonly kind: "term";
  readonly term: RateTerm;
  /** The words, as written. */
  readonly words: string;
  /** What the reader should know: what was worked out, which words were not read. */
  readonly notes: readonly string[];
}

const MEANWHILE = "It is left out; nothing is reckoned from it.";
const NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)";
const PLAIN_BEHIND = new RegExp(
  `^(?:usd ?)?\\$? ?${NUMBER} ?(k)? ?(?:usd|dollars?|\\$)? ?(?:/|per|a|an|each|by the)? ?([a-z0-9][a-z0-9 -]*)$`,
);
const PLAIN_BEFORE = new RegExp(
  `^(?:per |by the )?([a-z0-9][a-z0-9 -]*?)(?: rate)?(?: of| at| is|:| =| @| -)? ?\\$? ?${NUMBER} ?(k)?(?: usd| dollars?)?$`,
);

/** Words that say nothing beyond what is read. */
const KNOWN_WORDS = new Set(
  `of the our your their for at to in on an and all per day days daily diem session sessions visit visits hour hours hourly
  unit units each every case rate rates fee fees flat total global bundled bundle inclusive all-inclusive inpatient outpatient
  medicare mcr mpfs cms pfs rbrvs physician schedule fee allowable allowed allowables current national local locality cpt hcpcs code codes
  billed charge charges chargemaster ucr u&c usual customary percent pct usd dollars dollar times payer payor plan agrees agree will pay pays
  reimburse reimbursement reimbursed provider offer offered offers ask asked counter them they pay paid amount min mins minute minutes
  is are this that geographic region area service services specified herein admission stay course both with
  group individual family program treatment iop php otp residential can rev revenue episode patient effective eff thru through less off above plus
  one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety hundred thousand`.split(
    /\s+/,
  ),
);

/**
 * Reads the terms of an offer from the words that a manager writes: "140% of Medicare", "400/day", "case rate 45,000",
 * "$162.50 per session", "120% MCR lesser of billed", "90834 $120, 90853 $45 per session", "110% of in-network schedule".
 * What cannot be one thing (a range, a bare 140, 1.4 %, 14000 %, a negative, 0, no unit) is refused with its reason and
 * never guessed (guide 002 L56-76, guide 003 L23).
 *
 * @example readRateTerm("$400 per diem") has the model perDiem and the figure 400; readRateTerm("400") is refused as "unit-basis-missing"
 */
export function readRateTerm(text: string): WrittenTerm | RateRefusal {
  const words = text.replace(/\s+/g, " ").trim();
  if (words === "") return refuseRate("rate-missing", `The offer is empty. ${ACCEPTED_RATES}`);
  const fault = numberFault(words);
  if (fault !== null) return fault;
  const written = writtenConditions(words);
  if (isRefusal(written)) return written;
  const { conditions } = written;
  const cap = conditions.lesserOfBilled === null ? null : checkPercent(conditions.lesserOfBilled, "percentOfBilled");
  if (cap !== null) return cap;
  let rest = written.rest
    .replace(/\btotal(?= case)|\b(?:flat|negotiated|proposed)\b/g, (found) => " ".repeat(found.length))
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:.]+|[\s,;:.]+$/g, "");
  const dates = otherNumbers(rest).filter(({ what }) => what === "date");
  const apart = dates.map(({ start, end }) => rest.slice(start, end));
  for (const date of apart) rest = rest.replace(date, " ").replace(/\s+/g, " ").trim();
  const dated = apart.length === 0 ? [] : [`Not read: ${apart.join(", ")}.`];
  const inNetwork = readInNetworkTerm(rest, words, conditions);
  const done = (term: RateTerm | RateRefusal, notes: readonly string[]): WrittenTerm | RateRefusal =>
    isRefusal(term) ? quoted(words, term) : { kind: "term", term, words, notes: [...dated, ...notes] };
  if (inNetwork !== null && "plain" in inNetwork) rest = inNetwork.plain;
  else if (inNetwork !== null) return done(inNetwork, []);
  const plain = plainRate(rest);
  if (plain !== null) {
    return done(termOf(plain.basis === "day" ? "perDiem" : "perUnit", [plain], conditions), []);
  }
  const figures = figuresIn(rest, words);
  if (isRefusal(figures)) return figures;
  return done(termOf(figures.model, figures.figures, conditions), [...figures.notes, ...unread(rest)]);
}

function quoted(words: string, { reason, sentence }: RateRefusal): RateRefusal {
  return refuseRate(reason, `"${words}": ${sentence}`);
}

/** "400/day", "per session 162.50": nothing but a figure and its unit. */
function plainRate(rest: string): (CodeFigure & { readonly basis: UnitBasis }) | null {
  const behind = PLAIN_BEHIND.exec(rest);
  const before = PLAIN_BEFORE.exec(rest);
  const [number, thousands, unit] =
    behind !== null ? [behind[1], behind[2], behind[3]] : [before?.[2], before?.[3], before?.[1]];
  if (number === undefined || unit === undefined) return null;
  const basis = readUnitBasis(unit);
  if (basis === null) return null;
  const figure = Number(`${number.replaceAll(",", "")}e${thousands === undefined ? 0 : 3}`);
  return { code: null, modifiers: [], figure, basis };
}

interface Figures {
  readonly model: OfferModel;
  readonly figures: readonly (CodeFigure & { readonly basis: UnitBasis | null })[];
  readonly notes: readonly string[];
}

function figuresIn(rest: string, words: string): Figures | RateRefusal {
  const refuse = (reason: Parameters<typeof refuseRate>[0], why: string): RateRefusal =>
    refuseRate(reason, `"${words}": ${why} ${MEANWHILE}`);
  const mentions = findRates(rest.toUpperCase(), { expect: "rates" });
  const [first] = mentions;
  if (first === undefined) return refuse("rate-unreadable", `no rate is written here. ${ACCEPTED_RATES}`);
  for (const mention of mentions) {
    const refusal = mentionFault(mention, rest);
    if (refusal !== null) return quoted(words, refusal);
  }
  const left = leftDigits(rest, mentions);
  if (left !== null) {
    return refuse("rate-ambiguous", `"${left}" could not be told: is it a rate, a count or a limit? ${ACCEPTED_RATES}`);
  }
  const models = new Set(mentions.map(({ model }) => model).filter((model) => model !== undefined));
  const [model] = models;
  const isPercent = mentions.every(({ kind }) => kind === "percent" || kind === "multiple");
  if (model === undefined) {
    if (isPercent) {
      const note = first.note === undefined ? "" : ` (${first.note})`;
      return refuse(
        first.note === undefined ? "percent-base-missing" : "percent-base-unknown",
        `a percentage of what${note}? Say "of Medicare", "of billed charges" or "of in-network schedule".`,
      );
    }
    const amount = first.amount ?? 0;
    if (first.kind === "bare" && amount < 10 && !Number.isInteger(amount)) {
      return quoted(words, checkPercent(amount, "percentOfMedicare") ?? refuseRate("rate-unreadable", ACCEPTED_RATES));
    }
    const odd = first.per === undefined ? null : first.per;
    return odd === null
      ? refuse(
          "unit-basis-missing",
          `per what? Say per day, session, visit, hour, 15 minutes or unit, "case rate", or "% of Medicare".`,
        )
      : refuse(
          "unit-basis-unknown",
          `a rate per ${odd} is not reckoned. Say per day, session, visit, hour, 15 minutes, unit or case.`,
        );
  }
  if (models.size > 1 || (mentions.length > 1 && !areByCode(mentions, isPercent))) {
    return refuse(
      "rate-ambiguous",
      `two rates stand here and nothing says which holds. Write each as an offer of its own, or name the code of each.`,
    );
  }
  const last = mentions.at(-1) ?? first;
  const isShared =
    last.model === model && mentions.slice(0, -1).every((one) => one.model === model || one.per === undefined);
  const isNamedFirst = isPercent && first.model === model;
  if (mentions.some((one) => one.model === undefined) && !isShared && !isNamedFirst) {
    return refuse("unit-basis-missing", "not every figure says what it is for.");
  }
  const figures: (CodeFigure & { readonly basis: UnitBasis | null })[] = [];
  for (const mention of mentions) {
    const basis = model === "perUnit" ? basisOf(mention.model === undefined ? last : mention, rest) : null;
    if (model === "perUnit" && basis === null) {
      return refuse(
        "unit-basis-unknown",
        `the unit of this rate is not reckoned. Say per session, visit, hour, 15 minutes or unit.`,
      );
    }
    figures.push({ code: mention.code ?? null, modifiers: [], figure: mention.amount ?? 0, basis });
  }
  const codes = figures.map(({ code }) => code);
  if (new Set(codes).size < codes.length) return refuse("rate-ambiguous", "one code has two rates.");
  const notes = mentions.flatMap(({ note, amount }) => (note === undefined ? [] : [`Read as ${amount}: ${note}.`]));
  return { model, figures, notes };
}

function mentionFault(mention: RateMention, rest: string): RateRefusal | null {
  const { amount, high, kind, question, note } = mention;
  if (amount === undefined) return refuseRate("rate-missing", `a rate is named without a figure. ${MEANWHILE}`);
  if (high !== undefined) {
    return refuseRate(
      "rate-range",
      `${amount} to ${high} is a range. Write the one figure, or each end as an offer of its own. ${MEANWHILE}`,
    );
  }
  if (kind === "multiple" && !/\dx\b|\d ?(?:x|times)\b|\b(?:x|times) ?\d/.test(rest)) {
    const asWritten = Number(`${amount}e-2`);
    return checkPercent(asWritten, "percentOfMedicare");
  }
  const isPercent = kind === "percent" || kind === "multiple";
  const checked = isPercent
    ? checkPercent(amount, mention.model === "percentOfBilled" ? "percentOfBilled" : "percentOfMedicare")
    : checkDollars(amount, 10_000_000);
  if (checked !== null) return checked;
  if (mention.role === "other")
    return refuseRate("rate-unreadable", `${mention.text} is no rate for a service. ${ACCEPTED_RATES} ${MEANWHILE}`);
  if (isPercent && mention.model === undefined) return null;
  return question === undefined || (isPercent && /unlikely/.test(note ?? ""))
    ? null
    : refuseRate("rate-ambiguous", `${note ?? "the words leave the rate open"}. Write it plainly. ${MEANWHILE}`);
}

/** The unit of a price in minutes, where its words say minutes; otherwise the word's. */
function basisOf({ per, start, end }: RateMention, rest: string): UnitBasis | null {
  if (per === "hour") return "hour";
  const near = rest.slice(start, end + 30);
  const [, minutes, what] = /(\d+)[ -]?(?:min(?:ute)?s?)\b ?(session|sess|visit|group)?/.exec(near) ?? [];
  if (what !== undefined) return readUnitBasis(what);
  if (minutes !== undefined) return minutes === "15" ? "quarterHour" : minutes === "60" ? "hour" : null;
  if (per === "unit")
    return /\b(?:mg|mcg|ml|iu|vials?|doses?|fill|min(?:ute)?s?|pc|pieces?)\b/.test(near) ? null : "unit";
  return per === "session" || per === "visit" || per === "day" ? per : null;
}

/** A number that is neither a rate, nor a code, nor minutes of a unit. */
function leftDigits(rest: string, mentions: readonly RateMention[]): string | null {
  let text = rest;
  for (const { start, end } of mentions) text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  for (const { code } of mentions) if (code !== undefined) text = text.replace(code.toLowerCase(), " ");
  text = text.replace(/\b\d+[ -]?min(?:ute)?s?\b/g, " ");
  return /\S*\d\S*/.exec(text)?.[0] ?? null;
}

function unread(rest: string): string[] {
  const words = (rest.match(/[a-z&][a-z&'-]{2,}/g) ?? []).filter((word) => !KNOWN_WORDS.has(word) && word.length > 2);
  return words.length === 0 ? [] : [`Not read: "${words.join(" ")}". The figures are without it.`];
}

/** Each figure has its code; a percentage may stand first for all the others. */
function areByCode(mentions: readonly RateMention[], isPercent: boolean): boolean {
  const named = isPercent ? mentions.slice(1) : mentions;
  return named.every(({ code }) => code !== undefined);
}
